"""Numbers, strings and sizes at the edges where two forms differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import Any, Final

from generator.diff.forms.form import Form
from generator.diff.forms.languages import missing
from generator.diff.forms.strings import FORMATS, matching
from generator.diff.forms.within import language
from generator.diff.proof.instances import LONGEST, numbers, strings

_MOST_ITEMS = 300
"""How many items an array that is tried has at most."""
_PADDED = 4
"""How many strings that match a pattern are brought to each length."""
_LISTED = 12
"""How many of the values are tried that the other side lists."""
_STEPS = 12
"""How many multiples of a `multipleOf` are tried."""
_SMALL: Final = (0, 1, 2, 3)
_BESIDE: Final = (-1, 0, 1)
_BESIDE_NUMBER: Final = (0, -1, 1, -0.5, 0.5)
_TEXTS: Final = ("", "a", "A", "1", "a b", "-", "é", "not this", "aaaaaaaaaa", "true")
_LARGE: Final = (2**31, 2**63, -(2**63) - 2, 1e39)
_NUMBERS: Final = (0, 1, 2, 3, 5, 7, -1, 0.5, 1.5, -(2**31) - 1, 256, 65536)


def limits(keywords: Sequence[str], *forms: Form) -> Iterator[Any]:
    """Yield the limits that forms have by any of some keywords, one form after the other."""
    for form, keyword in product(forms, keywords):
        if keyword in form.bounds:
            bound = form.bounds[keyword]
            yield bound[0] if isinstance(bound, tuple) else bound


def _near(edges: Iterable[Any], beside: Sequence[float] = _BESIDE) -> list[Any]:
    """What lies at edges, and beside them."""
    return [edge + by for edge, by in product(edges, beside)]


def sizes(form: Form, other: Form) -> list[int]:
    """Return numbers of items: small ones, and those at the limits of either side."""
    near = _near(limits(("minItems", "maxItems"), form, other))
    return [size for size in sorted({*_SMALL, *near}) if 0 <= size <= _MOST_ITEMS]


def beyond(form: Form) -> Iterator[Any]:
    """Yield the numbers and strings that are the next ones behind the limits of a form."""
    for keyword, by in (("minimum", -1), ("maximum", 1)):
        yield from (limit + by for limit in limits((keyword,), form))
    for keyword, by in (("minLength", -1), ("maxLength", 1)):
        lengths = [limit + by for limit in limits((keyword,), form)]
        yield from ("a" * length for length in lengths if 0 <= length <= LONGEST)


def scalars(form: Form, other: Form) -> Iterator[Any]:
    """Yield listed values, strings and numbers that may tell two forms apart."""
    for name in sorted(form.values):
        yield from form.values[name]
    for name in sorted(form.types & other.values.keys()):
        yield from other.values[name][:_LISTED]
    if "string" in form.types:
        yield from _strings(form, other)
    if "number" in form.types:
        yield from _numbers(form, other)


def _strings(form: Form, other: Form) -> Iterator[Any]:
    told = missing(language(other), language(form)) if "string" in other.types else None
    if isinstance(told, str):
        yield told
    near = _near(limits(("minLength", "maxLength"), other, form))
    lengths = [length for length in near if 0 <= length <= LONGEST]
    yield from ("a" * length for length in lengths)
    texts = matching(form.bounds.get("pattern", ()))[:_PADDED]
    for length, text in product(lengths, texts):
        yield text + text[-1:] * (length - len(text))
        yield text[:1] * (length - len(text)) + text
    yield from strings(form)
    yield from _TEXTS
    yield from FORMATS.values()
    yield from matching(other.bounds.get("pattern", ()))


def _numbers(form: Form, other: Form) -> Iterator[Any]:
    for keyword in ("minimum", "maximum"):
        yield from _near(limits((keyword,), other, form), _BESIDE_NUMBER)
    between = pairwise(sorted({*limits(("minimum", "maximum"), form, other)}))
    yield from ((low + high) / 2 for low, high in between)
    yield from numbers(form)
    other_step = other.bounds.get("multipleOf", 0)
    yield from (other_step / 2, other_step / 3, *_LARGE)
    step = form.bounds.get("multipleOf")
    if step is not None:
        start = next(numbers(form), 0)
        yield from (start + step * index for index in range(_STEPS))
    yield from _NUMBERS
