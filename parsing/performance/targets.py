"""Takes the value an indicator is to reach apart: sign, number, unit."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from parsing.performance.performance_terms import TargetTerms
from parsing.words.wrapping import folded, unwrapped
from records.amount import Quantity
from records.performance import Target

_NUMBER_AND_REST = re.compile(r"([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)")
_SHORT_WORD = re.compile(r"[^\W\d_]{1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def target_of(text: str, terms: TargetTerms, *, money: bool = False) -> Target:
    """Return the target as printed, with its sign and its number where the whole text is no more than that.

    A year is no value, nor is a date, a range, or a number within a sentence. `money` says that the indicator counts
    money, so that a bare 万 means 万元.
    """
    printed = unwrapped(text)
    before, rest = _sign_before(folded(printed), terms.operators)
    found = _NUMBER_AND_REST.fullmatch(rest)
    if found is None:
        return Target(printed)
    number, tail = found.groups()
    behind, tail = _sign_behind(tail, terms.endings)
    unit = _unit(tail, terms, signed=before is not None, money=money)
    if unit is None or _is_year(number, unit, signed=before is not None) or (before and behind and before != behind):
        return Target(printed, before)
    return Target(printed, before or behind, quantity(number, unit))


def with_unit(target: Target, unit: str, terms: TargetTerms, *, money: bool = False) -> Target:
    """Return the target with a unit that is printed elsewhere, if its number has none and this is one we know."""
    known = _unit(unit, terms, signed=False, money=money)
    if target.value is None or target.value.unit or not known:
        return target
    return replace(target, value=replace(target.value, unit=known))


def quantity(number: str, unit: str) -> Quantity:
    """Return a printed number with its unit, and with the smallest step it could have printed."""
    value = Decimal(number.replace(",", "").replace("−", "-"))
    return Quantity(value, unit, Decimal(1).scaleb(int(value.as_tuple().exponent)))


def _sign_before(text: str, operators: Mapping[str, str]) -> tuple[str | None, str]:
    """Split the sign off; a word such as 超过 is one only right before a number."""
    for written, sign in operators.items():
        rest = text.removeprefix(written)
        if rest != text and rest[:1].isdigit():
            return sign, rest
    return None, text


def _sign_behind(text: str, endings: Mapping[str, str]) -> tuple[str | None, str]:
    for written, sign in endings.items():
        if text.endswith(written):
            return sign, text.removesuffix(written)
    return None, text


def _unit(text: str, terms: TargetTerms, *, signed: bool, money: bool) -> str | None:
    """Return the unit, an empty string for none, or None where the text is more than a unit."""
    if not text:
        return ""
    name = terms.unit_names.get(text, text)
    if money and f"{name}元" in terms.known_units:
        return f"{name}元"
    counted, *bases = name.split("/")
    counts = _is_unit(counted, terms) or (signed and (counted in terms.date_units or _SHORT_WORD.fullmatch(counted)))
    return name if counts and all(_is_unit(base, terms) or base in terms.date_units for base in bases) else None


def _is_unit(text: str, terms: TargetTerms) -> bool:
    if text in terms.known_units:
        return True
    return any(text.removeprefix(many) in terms.known_units for many in terms.multipliers if text.startswith(many))


def _is_year(number: str, unit: str, *, signed: bool) -> bool:
    return bool(_YEAR.fullmatch(number)) and (unit == "年" or (not unit and not signed))
