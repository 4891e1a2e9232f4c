"""Lines that are too long are broken as `ruff` and `black` would, or left to them."""

from __future__ import annotations

from textwrap import indent

import pytest

from generator.model import File
from generator.output.formatter import format_files
from generator.report import Report
from generator.targets.python.breaking import broken
from generator.targets.python.documentation import docstring

MODULE = [
    "from .NAME import (\n    NAME,\n)",
    "class NAME(str, Enum):\n    A = 1",
    "class NAME(rt.Model):\n    A = 1",
    "_MEMBERS = rt.members(NAME)",
    '_decode_NAME = rt.lazy(__name__, ".NAME", _MEMBERS_0)',
    "codec = rt.Codec(_decode, NAME)",
    "codec: rt.Codec[NAME] = rt.Codec(_decode)",
    '_DEFAULT_0: rt.Default = rt.Default(_decode_NAME, "NAME")',
    '_DEFAULT_0: rt.Default = rt.Default(_decode_0, {"NAME": 1, "b": [1, 2]})',
    '_RULES_0 = (("type", ("string",)), ("minLength", 1), ("pattern", rt.Test("NAME", _SEARCH_0)))',
    '_SEARCH_0 = re.compile("NAME").search',
    '_VALUES_0: Any = [\n    "NAME",\n    "b",\n]',
    '_BRANCHES_0 = {\n    "NAME": _decode_NAME,\n}',
    "_VALUES_0 = frozenset(_VALUES_NAME)",
    'NAME: TypeAlias = "list[NAME] | None"',
    "NAME: TypeAlias = list[str]",
    'NAME = Union[NAME, "str"]',
    'A: TypeAlias = Literal["NAME", "b"] | None',
    "A: TypeAlias = NAME | None",
    'NAME: TypeAlias = Literal["a", "b"] | str | None',
    '_RULES_0 = (("pattern", rt.Test("a.b", NAME)), ("type", ("string", "null")))',
]
"""Lines of a module; `NAME` stands for a name of any length."""
FUNCTION = [
    'NAME_ = get("NAME", UNSET)',
    "made.NAME = NAME_",
    'return problems.narrowed(value, path, ("NAME", _BRANCHES_0), _own)',
    'object.__setattr__(made, "NAME", _member_1)',
    'value = getattr(self, "NAME")',
    'NAME_ = _decode_NAME(NAME_, path and (path, "NAME"), problems)',
    '_member_1 = _decode_NAME(_member_1, path and (path, "NAME"), problems)',
    '_member_1 = _decode_0(_member_1, path and (path, "NAME"), problems)',
    'problems.explain(NAME_, rt.STRING, (path, "NAME"))',
    'problems.missing(path, "NAME")',
    'problems.add("false", False, NAME_, (path, "NAME"))',
    "NAME_ = _MEMBERS_9[NAME_]",
    "NAME_ = rt.attempt_each(_decode_NAME, NAME_, problems)",
    "NAME_ = [to_datetime(item) for item in NAME_]",
    "items, NAME_ = NAME_, []",
    "if type(NAME_) is not str and NAME_ is not None:\n    pass",
    "if (type(NAME_) is not float and type(NAME_) is not int) or not -9e18 < NAME_ < "
    "9e18:\n    pass",
    "if NAME_ is not None and (type(NAME_) is not str or len(NAME_) > 0):\n    pass",
    "if NAME_ is not None and ((type(NAME_) is not float and type(NAME_) is not int) or "
    "not -9e18 < NAME_ < 9e18):\n    pass",
    "if type(NAME_) is not str or len(NAME_) > 5 or _SEARCH_0(NAME_) is None:\n    pass",
    "if type(NAME_) is not str or _SEARCH_0(NAME_) is None:\n    pass",
    'if order is None or "NAME" in order or value != _DEFAULT_0():\n    pass',
    'if order is None or "NAME" in order or value != "NAME":\n    pass',
    "if type(NAME_) is not str or NAME_ not in _VALUES_0:\n    pass",
    "if type(NAME_) is not str:\n    pass",
    'if "NAME" not in value:\n    pass',
    "if type(NAME_) is str and (len(NAME_) > 5 or len(NAME_) < 1):\n    pass",
    "if type(NAME_) is dict and len(NAME_) > 5:\n    pass",
    "if (type(NAME_) is float or type(NAME_) is int) and not 1 <= NAME_ <= 5:\n    pass",
    "if len(NAME_) > 5 or len(NAME_) < 1:\n    pass",
    "problems.any_of(value, path, (_check_NAME, _check_1))",
    'value = problems.tagged(value, path, "NAME", _BRANCHES_0)',
    "value = _decode_NAME(value, path, problems)",
    "return _decode_NAME(value, path, problems)",
    'own.names.add("NAME")',
    'for item in NAME_:\n    problems.explain_items(NAME_, _RULES_0, (path, "NAME"))',
    "if (type(NAME_) is not int) and (NAME_ is not None):\n    pass",
    'members: dict[str, Any] = {\n    "NAME": self.NAME,\n}',
    'members: dict[str, Any] = {\n    "NAME": self.NAME.to_dict(),\n}',
    'members: dict[str, Any] = {\n    "NAME": getattr(self.NAME, "_value_", self.NAME),\n}',
    'members: dict[str, Any] = {\n    "NAME": None if self.NAME is None else '
    "self.NAME.to_dict(),\n}",
    'members: dict[str, Any] = {\n    "NAME": [item.to_dict() for item in self.NAME],\n}',
    'members: dict[str, Any] = {\n    "NAME": {name: rt.encode(item) for name, item in '
    "self.NAME.items()},\n}",
    'members: dict[str, Any] = {\n    "NAME": None if self.NAME is None else '
    '[getattr(item, "_value_", item) for item in self.NAME],\n}',
    'members["NAME"] = value.to_dict()',
    'members["NAME"] = rt.encode(value)',
    'members["NAME"] = getattr(value, "_value_", value)',
    'members["NAME"] = None if value is None else [item.to_dict() for item in value]',
    'members["NAME"] = [None if item is None else item.to_dict() for item in value]',
    'members["NAME"] = {name: rt.encode(item) for name, item in value.items()}',
    'members["NAME"] = [[item.to_dict() for item in item] for item in value]',
    "members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_NAME)))",
    "return members if order is None else rt.arrange(members, NAME)",
    "matching = [i for i, item in enumerate(value) if problems.holds(item, path, NAME)]",
]
"""Lines of functions."""
CLASS = [
    "NAME: NAME",
    "NAME: NAME | None",
    "NAME: NAME | None = None",
    "NAME: str | None = None",
    "a: OptionalNullable[NAME] = UNSET",
    "a: OptionalNullable[list[NAME]] = UNSET",
    "a: NAME | None = None",
    "a: list[NAME] | None = None",
    "a: list[NAME]",
    "a: dict[str, NAME] | None = None",
    "a: dict[str, list[NAME]]",
    'a: Literal["NAME", "b", "c"] | None = None',
    'NAME: Literal["NAME", "b", "c"]',
    "a: tuple[NAME, NAME]",
    "a: NAME | str | NAME | None = None",
    "a: NAME = _field(default_factory=lambda: _DEFAULT_1())",
    "NAME: NAME = _field(default_factory=lambda: _DEFAULT_1())",
    "additional_properties: dict[str, NAME] = _field(default_factory=dict)",
    "a: str | list[NAME]",
    "a: str | list[NAME] | None = None",
    "a: list[str | NAME] | None = None",
    'a: Literal["NAME", "b"] | str = "NAME"',
    'NAME: str = "NAME"',
    'a: str = "NAME"',
    'NAME = "NAME"',
    "NAME: int | None = 10",
]
"""Fields and members."""
NO_RULE = [
    "if type(NAME_) is not str or not rt.looks_like_email(NAME_):\n    pass",
    "if NAME_ is not None and (type(NAME_) is not int and (type(NAME_) is not float or "
    "NAME_ - NAME_ != 0)):\n    pass",
    "if (not (type(NAME_) is not int)) + (not (type(NAME_) is not str)) != 1:\n    pass",
    'if NAME_ != "NAME":\n    pass',
    "if not problems.holds(value, path, _check_NAME):\n    pass",
    "if type(NAME_) is str and not _FORMAT_0(NAME_):\n    pass",
    "if (type(NAME_) is not int or NAME_ not in _VALUES_0) and (NAME_ is not None or "
    "NAME_ is not None):\n    pass",
    "if len(NAME_) > 5 or not rt.unique(NAME_):\n    pass",
    "if (type(NAME_) is not int and not rt.integral(NAME_)) or rt.unique(NAME_):\n    pass",
    "made._order = None if [*value] == (_NAMES_0 if path is None else _NAME_0) else tuple(value)",
    "items[0] = _decode_NAME(items[0], path and (path, 0), problems)",
    "NAME: float | None = -1180591620717411303424  # fmt: skip",
    'members["a"] = {name: (None if item is None else {name: NAME(item) for name, item in '
    "item.items()}) for name, item in value.items()}",
    'members["a"] = [(None if item is None else [NAME(item) for item in item]) for item in value]',
]
"""Lines of functions that formatters break in other ways."""
LENGTHS = (*range(1, 60, 4), *range(60, 105, 7))


def formatted(texts: list[str], name: str) -> list[str]:
    """Return these texts formatted."""
    files = [File(f"{n}.py", text) for n, text in enumerate(texts)]
    return [file.text for file in format_files(files, name, Report())]


def module(code: str, around: str = "") -> str:
    """A module with some code, which may stand in a function or a class."""
    return f"# Generated.\n{around}{indent(code, '    ') if around else code}\n"


BROKEN = [
    *[module(code) for code in MODULE],
    *[module(code, "def f():\n") for code in FUNCTION],
    *[module(code, "class A:\n") for code in CLASS],
]


@pytest.mark.parametrize("text", BROKEN)
def test_long_lines_are_broken_as_formatters_do(text: str) -> None:
    made = {length: broken(text.replace("NAME", "n" * length)) for length in LENGTHS}
    # Where even what is broken is too long, formatters may do something else.
    assert all(finished for length, (_, finished) in made.items() if length < 40)
    finished = [text for text, is_finished in made.values() if is_finished]
    assert finished == formatted(finished, "ruff") == formatted(finished, "black")


@pytest.mark.parametrize("code", NO_RULE)
def test_what_there_is_no_rule_for_is_left_to_the_formatter(code: str) -> None:
    texts = [module(code.replace("NAME", "n" * length), "def f():\n") for length in LENGTHS]
    assert formatted(texts, "ruff") == formatted(texts, "black")
    for text in texts:
        made, finished = broken(text)
        assert not finished or [made] == formatted([made], "ruff") == formatted([made], "black")
        assert finished or made == text


DOCSTRINGS = [
    "A word: " + "https://example.com/" + 80 * "x",
    'A "quoted" word, \'\'\', """ and \\ and \\""" before ' + 90 * "x",
    90 * "x" + "\n\nvalue = problems.hinted(" + 60 * "y" + ", path)\n" + 90 * "x",
    90 * "x" + "\\",
    90 * "x" + '"',
]


@pytest.mark.parametrize("text", DOCSTRINGS)
def test_docstrings_are_left_alone(text: str) -> None:
    doc = docstring(text, "    ")
    code = f"class A:\n{doc}\n\n    value = make({50 * 'a'}, {50 * 'b'})"
    made, finished = broken(module(code))
    assert finished
    assert doc in made
    assert [made] == formatted([made], "ruff") == formatted([made], "black")
    assert len(made.split("\n")) == len(code.split("\n")) + 5


@pytest.mark.parametrize("length", [30, 100])
@pytest.mark.parametrize("letter", ["ü", "日", "e\u0301", "\u2060", "\U0001f600"])
def test_modules_with_letters_that_may_have_other_columns_are_left(
    letter: str, length: int
) -> None:
    wide = module(f'x = get("{letter}", {length * "n"}, {length * "n"})')
    assert broken(wide) == (wide, False)
    assert broken(module(f'x = 1\n"""{letter}"""'))[1]


@pytest.mark.parametrize("length", [30, 100])
def test_lines_with_comments_are_left_alone(length: int) -> None:
    kept = module(f"x: {length * 'n'} = get({length * 'n'})  # fmt: skip")
    assert broken(kept) == (kept, True)
