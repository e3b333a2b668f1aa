"""Says whether one finding explains another: the same wrong number, unit or word, or the same gap told twice."""

import re
from decimal import Decimal

from records.evidence import Evidence
from records.finding import Finding

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_UNITS = (Decimal(1), Decimal(1000), Decimal(10_000), Decimal(100_000_000))
MAGNITUDE = "magnitude"
"""The case of findings that say a unit is wrong: numbers that a table and something else print differ by its factor."""
_ABOUT_EQUAL = Decimal("0.01")


def explains(cause: Finding, one: Finding) -> bool:
    """Say whether what is wrong in one finding makes the other wrong too.

    In a table the same number is off by as much in one sum as in the other.
    """
    return bool(errors(cause).items() & errors(one).items()) or _in_a_sentence(cause, one) or _same_gap(cause, one)


def wrong_unit_explains(cause: Finding, one: Finding) -> bool:
    """Say whether two numbers differ by the factor of a wrong unit, one of them from the same table or section."""
    factor, other = _ratio(cause), _ratio(one)
    alike = factor is not None and other is not None and abs(other / factor - 1) < _ABOUT_EQUAL
    places = {(place.document, place.caption) for place in cause.evidence}
    return alike and any((place.document, place.caption) in places for place in one.evidence)


def errors(finding: Finding) -> dict[Evidence, Decimal]:
    """Return the printed numbers of tables a finding rests on, each with the error in it that would explain it."""
    difference = finding.difference
    if not difference:
        return {}
    cells = (place for place in finding.evidence if _is_cell(place))
    return {cell: difference if _prints(cell, finding.actual) else -difference for cell in cells}


def _in_a_sentence(cause: Finding, one: Finding) -> bool:
    """Say whether both speak of the same amounts of a sentence, or one of what the other shows to be in doubt."""
    said = [place for place in cause.evidence if not _is_cell(place) and place in one.evidence]
    if not said:
        return False
    if _amounts(cause) & _amounts(one):
        return True
    return _about(cause) == _about(one) and (_contradicts(cause, said[0], one) or _is_turned(cause, one))


def _contradicts(cause: Finding, said: Evidence, one: Finding) -> bool:
    """Say whether the amount of the sentence is another elsewhere: what the sentence reckons was reckoned from it.

    A percentage names the other printing among its places where it fits that one.
    """
    elsewhere = said == cause.evidence[0] and any(map(_is_cell, cause.evidence))
    if one.unit == "%":
        return bool(_amounts(cause)) and set(cause.evidence) <= set(one.evidence)
    return elsewhere and bool(_amounts(cause))


def _is_turned(cause: Finding, one: Finding) -> bool:
    """Say whether one finds a movement where the other finds its opposite, or none: the word for it is wrong."""
    for moved, stated in ((cause, one), (one, cause)):
        movement = moved.difference
        if movement is None or stated.expected != movement or stated.actual is None:
            continue
        if abs(abs(stated.actual) - abs(movement)) <= abs(movement) * _ABOUT_EQUAL or not movement:
            return True
    return False


def _same_gap(cause: Finding, one: Finding) -> bool:
    """Say whether two checks find the same missing between the same places."""
    without_numbers = cause.actual is None and one.actual is None
    return without_numbers and cause.code != one.code and len(one.evidence) > 1 and cause.evidence == one.evidence


def _is_cell(place: Evidence) -> bool:
    return bool(place.row or place.column or place.cell)


def _prints(cell: Evidence, amount: Decimal | None) -> bool:
    """Say whether a cell is where an amount is printed, in whatever unit."""
    printed = cell.text.replace(",", "").strip()
    if amount is None or not _NUMBER.fullmatch(printed):
        return False
    return any(Decimal(printed) * unit == amount for unit in _UNITS)


def _ratio(finding: Finding) -> Decimal | None:
    """Return how many times larger the larger of the two amounts is."""
    if finding.unit != "元" or not finding.expected or not finding.actual:
        return None
    smaller, larger = sorted(map(abs, (finding.expected, finding.actual)))
    return larger / smaller


def _amounts(finding: Finding) -> set[Decimal]:
    """Return the amounts of money a finding says differ; zero says nothing of which number is meant."""
    if finding.unit != "元" or not finding.difference:
        return set()
    return {one for one in (finding.expected, finding.actual) if one}


def _about(finding: Finding) -> tuple[str, str]:
    return finding.subject.item, finding.subject.place
