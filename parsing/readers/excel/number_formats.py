"""Prints the numbers of spreadsheets as their cells show them, so far as that is safe.

A sign is never lost: a negative number is printed with a minus before it, also where the format only colours it red.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from parsing.readers.excel.built_in_formats import GENERAL
from parsing.readers.excel.date_formats import date_in_format, is_date_format

_DIGITS_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
"""As many as Excel keeps; the rest is what binary fractions leave: 18949.219999999998."""
_LONGEST, _LARGEST_EXPONENT = 50, 308
"""Of a number as stored: more no spreadsheet writes."""
_SECTIONS = re.compile(r"""(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])+|(?<=;)(?=;|$)|^(?=;)""")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|!(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_MARK = "\ue000"
"""Stands for a literal while the digits of a format are found."""
_DIGITS = re.compile(r"[#0?,]*[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_UNSAFE = re.compile(r"[Ee][+-]|/|General", re.I)


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the formats for positive, negative and zero numbers."""

    text: str
    literals: tuple[str, ...]


def stored_number(stored: str, code: str, *, from_1904: bool, shows_zeros: bool) -> str:
    """Return the number that a file stores as text as its cell shows it; what is no number is returned as it is."""
    try:
        value = Decimal(repr(float(stored))) if len(stored) > _LONGEST else Decimal(stored)
    except (ValueError, InvalidOperation):
        return stored
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return stored
    return number_in_format(value, code, from_1904) if value or shows_zeros else ""


def number_in_format(value: Decimal, code: str, from_1904: bool = False) -> str:
    """Return the number as a cell of that format shows it; "" where the format shows nothing.

    Formats that would need the width of the cell (General), fractions and powers of ten are printed in full.
    """
    value = _DIGITS_KEPT.create_decimal(value)
    sections = _sections_of(code)
    section = _chosen(sections, value)
    if is_date_format(section.text):
        return date_in_format(value, _restored(section), from_1904) or plain(value)
    if "@" in section.text or _UNSAFE.search(section.text):
        return _around(section, plain(value))
    digits = _DIGITS.search(section.text)
    if digits is None:
        shown = _restored(section).strip()
        return plain(value) if value and not shown else shown  # a format of "" or - alone hides only zeros
    scaled = value.scaleb(2) if "%" in section.text else value
    number = _digits_in_format(abs(scaled), digits[0])
    sign = "-" if value < 0 and any(figure in "123456789" for figure in number) else ""
    shown = section.text.replace(digits[0], sign + number, 1)
    return _unbracketed(_restored(_Section(shown, section.literals)).strip())


def plain(value: Decimal) -> str:
    """Return the number in full, without powers of ten and without zeros behind its decimals."""
    text = f"{_DIGITS_KEPT.create_decimal(value):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _sections_of(code: str) -> tuple[_Section, ...]:
    return tuple(map(_section, _SECTIONS.findall(code))) or (_section(GENERAL),)


def _section(text: str) -> _Section:
    literals: list[str] = []

    def marked(hit: re.Match[str]) -> str:
        if _CONDITION.fullmatch(hit[0]):
            return hit[0]
        literals.append(next((group for group in hit.groups() if group), ""))
        return _MARK

    return _Section(_LITERAL.sub(marked, text), tuple(literals))


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> _Section:
    conditions = [_CONDITION.search(section.text) for section in sections]
    if any(conditions):
        held = (
            section
            for section, condition in zip(sections, conditions, strict=True)
            if condition is None or _holds(value, condition[1], Decimal(condition[2]))
        )
        section = next(held, sections[-1])
        return _Section(_CONDITION.sub("", section.text), section.literals)
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if not value and len(sections) > 2 else sections[0]


def _holds(value: Decimal, comparison: str, bound: Decimal) -> bool:
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[comparison]


def _digits_in_format(value: Decimal, digits: str) -> str:
    whole, _, decimals = digits.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    value = value.scaleb(-3 * thousands)
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, Context(prec=400))
    integer, _, fraction = f"{rounded:f}".partition(".")
    while fraction and decimals[len(fraction) - 1] != "0" and fraction.endswith("0"):
        fraction = fraction[:-1]
    integer = integer.lstrip("0").zfill(whole.count("0"))
    if "," in whole.rstrip(","):
        integer = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", integer)
    return f"{integer}.{fraction}" if fraction else integer


def _around(section: _Section, number: str) -> str:
    text = re.sub("General|@", lambda _: number, section.text, count=1, flags=re.I)
    return _restored(_Section(text, section.literals)).strip() if number in text else number


def _restored(section: _Section) -> str:
    literals = iter(section.literals)
    return re.sub(_MARK, lambda _: next(literals, ""), section.text).replace("?", "")


def _unbracketed(text: str) -> str:
    """Return a number once negative: accountants' brackets beside a minus say the same."""
    bare = re.fullmatch(r"[(（]\s*(-[^()（）]*)[)）]|-\s*(-.*)", text)
    return next(group for group in bare.groups() if group) if bare else text
