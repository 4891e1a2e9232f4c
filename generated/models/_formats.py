"""The formats of JSON Schema and OpenAPI, each judged by the RFC that defines it.

Every function takes the whole string and says whether it is in the format its name spells.
This file is copied as it stands into every generated package: it needs only the standard library.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    # Compiled at first use: a package that checks dates never pays for IRIs.
    return re.compile(pattern)


# -- dates and times: RFC 3339 -----------------------------------------------------------

_DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_TIME = rf"{_CLOCK}:(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-]{_CLOCK})"
_DATE_TIME = rf"{_DATE}[Tt]{_TIME}"
_DAYS = r"[0-9]+D"
_MONTHS = rf"[0-9]+M(?:{_DAYS})?"
_SECONDS = r"[0-9]+S"
_MINUTES = rf"[0-9]+M(?:{_SECONDS})?"
_CLOCK_PART = rf"T(?:[0-9]+H(?:{_MINUTES})?|{_MINUTES}|{_SECONDS})"
_DAY_PART = rf"(?:[0-9]+Y(?:{_MONTHS})?|{_MONTHS}|{_DAYS})"
_DURATION = rf"P(?:{_DAY_PART}(?:{_CLOCK_PART})?|{_CLOCK_PART}|[0-9]+W)"


def date_time(text: str) -> bool:
    """RFC 3339 `date-time`; the 60th second only where it is 23:59 in UTC."""
    if _regex(_DATE_TIME).fullmatch(text) is None:
        return False
    return (text[8:10] < "29" or _in_month(text)) and (
        text[17:19] != "60" or _ends_utc_day(text[11:])
    )


def date(text: str) -> bool:
    """RFC 3339 `full-date`, of the Gregorian calendar carried back to year 0."""
    if _regex(_DATE).fullmatch(text) is None:
        return False
    return text[8:10] < "29" or _in_month(text)


def time(text: str) -> bool:
    """RFC 3339 `full-time`: with an offset."""
    if _regex(_TIME).fullmatch(text) is None:
        return False
    return text[6:8] != "60" or _ends_utc_day(text)


def duration(text: str) -> bool:
    """RFC 3339, appendix A: no fractions, no gap between units, weeks alone."""
    return _regex(_DURATION).fullmatch(text) is not None


def _in_month(text: str) -> bool:
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    if month == 2:
        return day == 29 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day < 31 or month not in (4, 6, 9, 11)


def _ends_utc_day(text: str) -> bool:
    minute = int(text[:2]) * 60 + int(text[3:5])
    if text[-1] not in "Zz":
        offset = int(text[-5:-3]) * 60 + int(text[-2:])
        minute += -offset if text[-6] == "+" else offset
    return minute % 1440 == 1439


# -- addresses: RFC 1123, 2673, 4291, 5321, 6531 -----------------------------------------

_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"{_OCTET}(?:\.{_OCTET}){{3}}"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_QUOTED = r'"(?:[ !#-\[\]-~]|\\[ -~])*"'
_LOCAL = rf"{_ATOM}(?:\.{_ATOM})*|{_QUOTED}"
_LABEL = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_OTHER = r"[^\x00-\x7f]"


def _in_ascii(text: str, letter: str) -> str:
    # Sets that reach beyond ASCII take `re` tens of milliseconds to compile.
    return text if text.isascii() else _regex(_OTHER).sub(letter, text)


def ipv4(text: str) -> bool:
    """Four decimal octets without leading zeros."""
    return _regex(_IPV4).fullmatch(text) is not None


def ipv6(text: str) -> bool:
    """RFC 4291 §2.2: no zone, no prefix length, no brackets."""
    left, gap, right = text.partition("::")
    groups = [*(left.split(":") if left else []), *(right.split(":") if right else [])]
    size = len(groups)
    if groups and "." in groups[-1] and (right or not gap):
        if not ipv4(groups.pop()):
            return False
        size += 1
    if size > 7 if gap else size != 8:
        return False
    return all(_regex("[0-9A-Fa-f]{1,4}").fullmatch(group) for group in groups)


def email(text: str) -> bool:
    """RFC 5321 `Mailbox`: local part of at most 64 octets, then a host or `[address]`."""
    return text.isascii() and idn_email(text)


def idn_email(text: str) -> bool:
    """RFC 6531 `Mailbox`: as `email`, with any character outside ASCII as a letter."""
    local, at, domain = text.rpartition("@")
    if not at or len(domain) > 255 or len(local.encode("utf-8", "replace")) > 64:
        return False
    if not _regex(_LOCAL).fullmatch(_in_ascii(local, "x")):
        return False
    if domain[:1] == "[" and domain[-1:] == "]":
        tag = domain[1:6].lower() == "ipv6:"
        return ipv6(domain[6:-1]) if tag else ipv4(domain[1:-1])
    return _regex(_HOST).fullmatch(_in_ascii(domain, "x")) is not None


def hostname(text: str) -> bool:
    """RFC 1123 §2.1, and RFC 5891 for the labels that start with `xn--`."""
    return text.isascii() and idn_hostname(text)


# -- internationalized hosts: RFC 5890 to 5893 -------------------------------------------

_VALID_ANYWAY = "\u00df\u03c2\u06fd\u06fe\u0f0b\u3007"
_INVALID_ANYWAY = "\u0640\u07fa\u302e\u302f\u3031\u3032\u3033\u3034\u3035\u303b"
_IGNORABLE = (
    "[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u20d0-\u20ff\U0001d100-\U0001d24f\u034f"
    "\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
# Joining types left or dual, and right or dual, of DerivedJoiningType.txt (RFC 5892, A.1).
_DUAL = (
    "\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a"
    "\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1"
    "\u06fa-\u06fc\u06ff\u0712-\u0714\u071a-\u071d\u071f-\u0727\u0729\u072b"
    "\u072d\u072e\u074e-\u0758\u075c-\u076a\u076d-\u0770\u0772\u0775-\u0777"
    "\u077a-\u077f\u07ca-\u07ea\u0841-\u0845\u0848\u084a-\u0853\u0855\u0860"
    "\u0862-\u0865\u0868\u0886\u0889-\u088d\u088f\u08a0-\u08a9\u08af\u08b0"
    "\u08b3-\u08b8\u08ba-\u08c8\u1807\u1820-\u1878\u1887-\u18a8\u18aa\ua840-\ua871"
    "\U00010ac0-\U00010ac4\U00010ad3-\U00010ad6\U00010ad8-\U00010adc"
    "\U00010ade-\U00010ae0\U00010aeb-\U00010aee\U00010b80\U00010b82"
    "\U00010b86-\U00010b88\U00010b8a\U00010b8b\U00010b8d\U00010b90"
    "\U00010bad\U00010bae\U00010d01-\U00010d21\U00010d23\U00010ec3\U00010ec4"
    "\U00010ec6\U00010ec7\U00010f30-\U00010f32\U00010f34-\U00010f44"
    "\U00010f51-\U00010f53\U00010f70-\U00010f73\U00010f76-\U00010f81\U00010fb0"
    "\U00010fb2\U00010fb3\U00010fb8\U00010fbb\U00010fbc\U00010fbe\U00010fbf\U00010fc1"
    "\U00010fc4\U00010fca\U0001e900-\U0001e943"
)
_LEFT = "\ua872\U00010acd\U00010ad7\U00010d00\U00010ed9-\U00010eee\U00010fcb"
_RIGHT = (
    "\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677"
    "\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710"
    "\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771"
    "\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u0867"
    "\u0869\u086a\u0870-\u0882\u088e\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9\U00010ac5"
    "\U00010ac7\U00010ac9\U00010aca\U00010ace-\U00010ad2\U00010add\U00010ae1"
    "\U00010ae4\U00010aef\U00010b81\U00010b83-\U00010b85\U00010b89\U00010b8c"
    "\U00010b8e\U00010b8f\U00010b91\U00010ba9-\U00010bac\U00010d22\U00010ec2"
    "\U00010f33\U00010f54\U00010f74\U00010f75\U00010fb4-\U00010fb6"
    "\U00010fb9\U00010fba\U00010fbd\U00010fc2\U00010fc3\U00010fc9"
)


def idn_hostname(text: str) -> bool:
    """RFC 5890 labels between any of the four full stops, or a host name of ASCII letters."""
    if len(text) > 253:
        return False
    if text.isascii() and "xn--" not in text.lower():
        return _regex(_HOST).fullmatch(text) is not None
    labels = [_u_label(part) for part in _regex("[.\u3002\uff0e\uff61]").split(text)]
    octets = len(labels) - 1 + sum(len(_a_label(label)) for label in labels)
    return all(labels) and octets <= 253 and _is_bidi(labels)


def _u_label(label: str) -> str:
    # The label in Unicode, or "" where it is none.
    if len(label) > 63:
        return ""
    text = label
    if label.isascii():
        if label[:4].lower() != "xn--":
            return label if _regex(_HOST).fullmatch(label) else ""
        try:
            text = label[4:].lower().encode().decode("punycode")
        except UnicodeError:
            return ""
        if text.isascii() or _a_label(text) != label.lower():
            return ""
    return text if _is_u_label(text) and len(_a_label(text)) <= 63 else ""


def _a_label(text: str) -> str:
    if text.isascii():
        return text
    return "xn--" + text.encode("punycode", "replace").decode()


def _is_u_label(text: str) -> bool:
    import unicodedata

    if text[2:4] == "--" or text[0] == "-" or text[-1] == "-":
        return False
    if unicodedata.category(text[0])[0] == "M":
        return False
    return unicodedata.normalize("NFC", text) == text and all(
        _is_allowed(text, index) for index in range(len(text))
    )


def _is_allowed(text: str, index: int) -> bool:
    # RFC 5892, §3, and the contextual rules of its appendix A.
    char, before, after = text[index], text[:index], text[index + 1 :]
    if char in "\u200c\u200d":
        return _may_join(char, before, after)
    if char == "\u00b7":
        return before[-1:] == "l" == after[:1]
    if char == "\u0375":
        return _is_named(after[:1], "GREEK")
    if char in "\u05f3\u05f4":
        return _is_named(before[-1:], "HEBREW")
    if char == "\u30fb":
        return any(map(_is_japanese, text))
    if "\u0660" <= char <= "\u0669":
        return not _regex("[\u06f0-\u06f9]").search(text)
    return _is_valid(char)


@lru_cache(1024)
def _is_valid(char: str) -> bool:
    from unicodedata import category, normalize

    if char in _VALID_ANYWAY or char in "-0123456789abcdefghijklmnopqrstuvwxyz":
        return True
    if char in _INVALID_ANYWAY or _regex(_IGNORABLE).match(char):
        return False
    if category(char) not in ("Ll", "Lu", "Lo", "Nd", "Lm", "Mn", "Mc"):
        return False
    return normalize("NFKC", normalize("NFKC", char).casefold()) == char


def _is_named(char: str, *scripts: str) -> bool:
    import unicodedata

    return bool(char) and unicodedata.name(char, "").startswith(scripts)


def _is_japanese(char: str) -> bool:
    if char in "\u3005\u3007":
        return True
    return _is_named(char, "HIRAGANA LETTER", "KATAKANA LETTER", "CJK UNIFIED")


def _may_join(char: str, before: str, after: str) -> bool:
    from unicodedata import category, combining

    if before and combining(before[-1]) == 9:
        return True
    if char == "\u200d":
        return False
    left = [one for one in before if category(one) not in ("Mn", "Me", "Cf")]
    right = [one for one in after if category(one) not in ("Mn", "Me", "Cf")]
    return bool(
        left
        and right
        and _regex(f"[{_DUAL}{_LEFT}]").match(left[-1])
        and _regex(f"[{_DUAL}{_RIGHT}]").match(right[0])
    )


_LTR = {"L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"}
_RTL = {"R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"}


def _is_bidi(labels: list[str]) -> bool:
    # RFC 5893, §2: its six rules bind only a name that has a right-to-left letter.
    from unicodedata import bidirectional

    kinds = [[bidirectional(char) for char in label] for label in labels]
    if not any(kind in ("R", "AL", "AN") for label in kinds for kind in label):
        return True
    return all(map(_is_bidi_label, kinds))


def _is_bidi_label(kinds: list[str]) -> bool:
    last = next((kind for kind in reversed(kinds) if kind != "NSM"), "")
    if kinds[0] in ("R", "AL"):
        mixed = "EN" in kinds and "AN" in kinds
        return last in ("R", "AL", "EN", "AN") and _RTL.issuperset(kinds) and not mixed
    return kinds[0] == "L" and last in ("L", "EN") and _LTR.issuperset(kinds)


# -- identifiers: RFC 3986, 3987, 6570, 9562 ---------------------------------------------

_PLAIN = r"A-Za-z0-9._~!$&'()*+,;=-"
_ESCAPED = "%[0-9A-Fa-f]{2}"
_SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:"
_NAME = rf"(?:[A-Za-z0-9_]|{_ESCAPED})"
_VARIABLE = rf"{_NAME}+(?:\.{_NAME}+)*(?::[1-9][0-9]{{0,3}}|\*)?"
_EXPRESSION = rf"\{{[+#./;?&=,!@|]?{_VARIABLE}(?:,{_VARIABLE})*\}}"
_LITERAL = rf"[!#$&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]|{_ESCAPED}"
_TEMPLATE = rf"(?:{_LITERAL}|{_EXPRESSION})*"
_UUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"


def uri(text: str) -> bool:
    """RFC 3986 `URI`: with a scheme; a fragment may follow."""
    return _regex(_SCHEME).match(text) is not None and uri_reference(text)


def uri_reference(text: str) -> bool:
    """RFC 3986 `URI-reference`: absolute or relative."""
    match = _regex(_reference()).fullmatch(text)
    if match is None:
        return False
    address: str | None = match[1]
    return address is None or ipv6(address)


def iri(text: str) -> bool:
    """RFC 3987 `IRI`: as `uri`, with `ucschar`, and `iprivate` in the query."""
    return _regex(_SCHEME).match(text) is not None and iri_reference(text)


def iri_reference(text: str) -> bool:
    """RFC 3987 `IRI-reference`."""
    if text.isascii():
        return uri_reference(text)
    rest, _, fragment = text.partition("#")
    path, _, query = rest.partition("?")
    if not _is_ucs(path + fragment) or not _is_ucs(query, private=True):
        return False
    # Where an escape may stand, such a character may, and nowhere else.
    return uri_reference(_in_ascii(text, "%41"))


def uuid(text: str) -> bool:
    """RFC 9562 §4, any version and variant, in either case."""
    return _regex(_UUID).fullmatch(text) is not None


def uri_template(text: str) -> bool:
    """RFC 6570 §2, its reserved operators included."""
    # `~` is a literal and never a part of an expression.
    plain = _in_ascii(text, "~")
    if not _is_ucs(text, private=True):
        return False
    return _regex(_TEMPLATE).fullmatch(plain) is not None


def _is_ucs(text: str, private: bool = False) -> bool:
    # Whether all outside ASCII is `ucschar`, or `iprivate` where that may be.
    for point in map(ord, _regex(_OTHER).findall(text)):
        if not (_is_ucschar(point) or (private and _is_iprivate(point))):
            return False
    return True


def _is_ucschar(point: int) -> bool:
    if point < 0xF900:
        return 0xA0 <= point < 0xD800
    if point < 0x10000:
        return point < 0xFFF0 and not 0xFDD0 <= point < 0xFDF0
    return point < 0xF0000 and point & 0xFFFF < 0xFFFE and point >> 12 != 0xE0


def _is_iprivate(point: int) -> bool:
    return 0xE000 <= point < 0xF900 or (point >= 0xF0000 and point & 0xFFFF < 0xFFFE)


@cache
def _reference() -> str:
    def run(more: str) -> str:
        return rf"[{more}{_PLAIN}]*(?:{_ESCAPED}[{more}{_PLAIN}]*)*"

    future = rf"[Vv][0-9A-Fa-f]+\.[:{_PLAIN}]+"
    host = rf"(?:\[(?:{future}|([0-9A-Fa-f:.]+))\]|{run('')})"
    authority = rf"(?:{run(':')}@)?{host}(?::[0-9]*)?"
    path = rf"(?://{authority}(?:/{run(':@/')})?|(?!//){run(':@/')})"
    tail = rf"(?:\?{run(':@/?')})?(?:#{run(':@/?')})?"
    return rf"(?:{_SCHEME}|(?![^/?#]*:)){path}{tail}"


# -- pointers and bytes: RFC 6901, 4648 --------------------------------------------------

_POINTER = r"(?:/[^/~]*(?:~[01][^/~]*)*)*"


def json_pointer(text: str) -> bool:
    """RFC 6901 §3: empty, or each reference token after a slash."""
    return _regex(_POINTER).fullmatch(text) is not None


def relative_json_pointer(text: str) -> bool:
    """draft-handrews-relative-json-pointer-01: levels up, then `#` or a pointer."""
    return _regex(rf"(?:0|[1-9][0-9]*)(?:#|{_POINTER})").fullmatch(text) is not None


_DECIMAL = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?"


def byte(text: str) -> bool:
    """RFC 4648 §4 with its padding; line breaks are allowed, as RFC 2045 writes them."""
    if "\n" in text:
        text = text.replace("\r\n", "").replace("\n", "")
    found = _regex("[A-Za-z0-9+/]*={0,2}").fullmatch(text)
    return found is not None and len(text) % 4 == 0


def decimal(text: str) -> bool:
    """A decimal number; beside what JSON has, `+1`, `.5`, `1.` and leading zeros."""
    return _regex(_DECIMAL).fullmatch(text) is not None


# -- patterns: ECMA-262, §22.2.1 with its annex B ----------------------------------------

_HEX = "[0-9A-Fa-f]"
_GROUP_NAME = r"(?:[^\W\d]|\$)[\w$]*"
_CODE = (
    rf"u[Dd][89ABab]{_HEX}{{2}}\\u[Dd][C-Fc-f]{_HEX}{{2}}|u{_HEX}{{4}}|x{_HEX}{{2}}"
    rf"|u\{{0*(?:10|{_HEX})?{_HEX}{{1,4}}\}}|[0-3][0-7]{{0,2}}|[4-7][0-7]?|c[A-Za-z]"
)
_ESCAPE = rf"{_CODE}|[pP]\{{\w+(?:=\w+)?\}}|[^A-Za-z]|[dDfnrsStvwW]"
_MEMBER = rf"\\(?:{_ESCAPE}|b)|[^\]\\]"
_TOKEN = (
    rf"\[\^?(?P<set>(?:{_MEMBER})*)\]"
    rf"|(?P<open>\((?:\?(?:[:=!]|<[=!]|<(?P<name>{_GROUP_NAME})>))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<many>[*+?]\??|\{(?P<low>[0-9]+)(?:,(?P<high>[0-9]*))?\}\??)"
    rf"|(?P<edge>[\^$]|\\[bB])|\\k<(?P<use>{_GROUP_NAME})>|\\(?:{_ESCAPE})|[^\\(\[]"
)


# Comparing the names takes time quadratic in their number.
_MOST_NAMES = 1000


def regex(text: str) -> bool:
    r"""An ECMA-262 pattern; what browsers tolerate is allowed, except `\a` for `a`."""
    tokens: list[re.Match[str]] = []
    place = 0
    while place < len(text):
        token = _regex(_TOKEN).match(text, place)
        if token is None:
            return False
        tokens.append(token)
        place = token.end()
    return _is_nested(tokens) and _is_labelled(tokens) and _is_ordered(tokens)


def _is_nested(tokens: list[re.Match[str]]) -> bool:
    groups: list[bool] = []
    repeatable = False
    for token in tokens:
        kind = token.lastgroup
        if (kind == "many" and not repeatable) or (kind == "close" and not groups):
            return False
        repeatable = kind in (None, "set", "use")
        if kind == "open":
            groups.append(token[0] not in ("(?<=", "(?<!"))
        elif kind == "close":
            repeatable = groups.pop()
    return not groups


def _is_labelled(tokens: list[re.Match[str]]) -> bool:
    names = [token["name"] for token in tokens if token["name"]]
    if len(names) > _MOST_NAMES:
        return False
    if any(token["use"] not in names for token in tokens if token["use"]):
        return False
    return len(set(names)) == len(names) or _is_apart(tokens)


def _is_apart(tokens: list[re.Match[str]]) -> bool:
    # A name may come again only in another alternative.
    here: set[str] = set()
    before: set[str] = set()
    others: set[str] = set()
    outer: list[tuple[set[str], set[str]]] = []
    for token in tokens:
        if token.lastgroup == "open":
            name = token["name"]
            if name in here:
                return False
            here |= {name} if name else set()
            outer.append((before, others))
            before, others = set(here), set()
        elif token.lastgroup == "bar":
            here, others = set(before), others | here
        elif token.lastgroup == "close":
            here |= others
            before, others = outer.pop()
    return True


def _is_ordered(tokens: list[re.Match[str]]) -> bool:
    for token in tokens:
        if token["high"] and _size(token["high"]) < _size(token["low"]):
            return False
        members = _regex(_MEMBER).findall(token["set"] or "")
        place = 0
        while place + 2 < len(members):
            first, dash, last = members[place : place + 3]
            if dash == "-" and -1 < _code(last) < _code(first):
                return False
            place += 3 if dash == "-" else 1
    return True


def _size(digits: str) -> tuple[int, str]:
    # Orders numbers that are too long for `int`.
    digits = digits.lstrip("0")
    return len(digits), digits


def _code(member: str) -> int:
    # The code point of one member of a set, -1 for a class of them.
    if member[0] != "\\":
        return ord(member)
    body = member[1:]
    if body in "bfnrtv":
        return b"\b\f\n\r\t\v"["bfnrtv".index(body)]
    if body[0] in "xu":
        units = [int(unit, 16) for unit in re.findall(_HEX + "+", body)]
        high, low = units if len(units) == 2 else (0, units[0])
        return low if not high else 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00
    if body[0] == "c":
        return ord(body[1]) % 32
    if body.isdigit():
        return int(body, 8) if body < "8" else ord(body)
    return -1 if body.isascii() and body[0].isalpha() else ord(body)


FORMATS: dict[str, Callable[[str], bool]] = {
    "byte": byte,
    "date": date,
    "date-time": date_time,
    "decimal": decimal,
    "duration": duration,
    "email": email,
    "hostname": hostname,
    "idn-email": idn_email,
    "idn-hostname": idn_hostname,
    "ipv4": ipv4,
    "ipv6": ipv6,
    "iri": iri,
    "iri-reference": iri_reference,
    "json-pointer": json_pointer,
    "regex": regex,
    "relative-json-pointer": relative_json_pointer,
    "time": time,
    "uri": uri,
    "uri-reference": uri_reference,
    "uri-template": uri_template,
    "uuid": uuid,
}
