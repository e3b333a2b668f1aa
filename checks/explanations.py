"""Says whether one finding explains another: the same wrong number, unit or word, or the same gap told twice."""

import re
from decimal import Decimal

from records.evidence import Evidence
from records.finding import Finding
from records.remembered import remembered

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_UNITS = (Decimal(10_000), Decimal(1), Decimal(1000), Decimal(100_000_000))
"""What amounts are printed in, the most usual first."""
MAGNITUDE = "magnitude"
"""The case of findings that say a unit is wrong: numbers that a table and something else print differ by its factor."""
_ABOUT_EQUAL = Decimal("0.02")
_ORDER = Decimal(10)
"""How far apart numbers are that are of one order of magnitude."""
_MOSTLY = (Decimal("0.5"), Decimal("1.5"))


def explains(cause: Finding, one: Finding) -> bool:
    """Say whether what is wrong in one finding makes the other wrong too."""
    return _in_a_cell(cause, one) or _in_a_sentence(cause, one) or _same_gap(cause, one)


def wrong_unit_explains(cause: Finding, one: Finding) -> bool:
    """Say whether two numbers lie as far apart as a wrong unit makes them, one of them from the same table or section.

    A part and its whole, or two years, are not equal in the right unit either; but they are of one order of magnitude.
    """
    factor, other = _ratio(cause), _ratio(one)
    alike = factor is not None and other is not None and 1 / _ORDER < other / factor < _ORDER
    places = {(place.document, place.caption) for place in cause.evidence}
    return alike and any((place.document, place.caption) in places for place in one.evidence)


@remembered(1024)
def errors(finding: Finding) -> dict[Evidence, Decimal]:
    """Return the printed numbers of tables a finding rests on, each with the error in it that would explain it."""
    difference = finding.difference
    if not difference:
        return {}
    cells = (place for place in finding.evidence if is_cell(place))
    return {cell: difference if _prints_actual(cell, finding) else -difference for cell in cells}


def is_cell(place: Evidence) -> bool:
    """Say whether a place is one number of a table."""
    return bool(place.row or place.column or place.cell)


def _in_a_cell(cause: Finding, one: Finding) -> bool:
    """Say whether the same number of a table is off by as much in both.

    What is less severe may also be mostly that error: a movement against last year that a misprint makes large.
    """
    ours, theirs = errors(cause), errors(one)
    for cell in ours.keys() & theirs.keys():
        if _about_equal(ours[cell], theirs[cell]):
            return True
        share = ours[cell] / theirs[cell]
        if one.severity.rank > cause.severity.rank and cause.expected and _MOSTLY[0] <= share <= _MOSTLY[1]:
            return True
    return False


def _in_a_sentence(cause: Finding, one: Finding) -> bool:
    """Say whether both speak of the same numbers of a sentence, or one of what the other shows to be in doubt."""
    said = next((place for place in cause.evidence if _is_said(place, one)), None)
    if said is None:
        return False
    if _numbers(cause) & _numbers(one) or _off_by_as_much(cause, one):
        return True
    return _about(cause) == _about(one) and (_contradicts(cause, said, one) or _is_turned(cause, one))


def _is_said(place: Evidence, one: Finding) -> bool:
    """Say whether a finding quotes a sentence, or a part of it."""
    if is_cell(place) or not place.text:
        return not is_cell(place) and place in one.evidence
    at = (place.document, place.page, place.line, place.caption)
    others = (other for other in one.evidence if not is_cell(other) and other.text)
    return any(
        (place.text in other.text or other.text in place.text)
        for other in others
        if (other.document, other.page, other.line, other.caption) == at
    )


def _off_by_as_much(cause: Finding, one: Finding) -> bool:
    """Say whether both miss the same amount of money: one wrong amount of the sentence does."""
    money = cause.unit == one.unit == "元" and cause.difference and one.difference
    return bool(money) and abs(cause.difference or 0) == abs(one.difference or 0)


def _about_equal(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _ABOUT_EQUAL * min(abs(one), abs(other))


def _contradicts(cause: Finding, said: Evidence, one: Finding) -> bool:
    """Say whether the amount of the sentence is another elsewhere: what the sentence reckons was reckoned from it.

    A percentage names the other printing among its places where it fits that one.
    """
    elsewhere = said == cause.evidence[0] and any(map(is_cell, cause.evidence))
    if one.unit == "%":
        return _says_amounts(cause) and set(cause.evidence) <= set(one.evidence)
    return elsewhere and _says_amounts(cause)


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


def _prints_actual(cell: Evidence, finding: Finding) -> bool:
    """Say whether a cell is where the finding's own number is printed, and not the one it is held against."""
    printed = cell.text.replace(",", "").strip()
    if not _NUMBER.fullmatch(printed):
        return False
    values = (Decimal(printed) * unit for unit in _UNITS)
    return next((value == finding.actual for value in values if value in (finding.actual, finding.expected)), False)


def _ratio(finding: Finding) -> Decimal | None:
    """Return how many times larger the larger of the two amounts is."""
    if finding.unit != "元" or not finding.expected or not finding.actual:
        return None
    smaller, larger = sorted(map(abs, (finding.expected, finding.actual)))
    return larger / smaller


def _numbers(finding: Finding) -> set[object]:
    """Return what a finding says differs: each amount of money, zero left out as it says nothing of which is meant.

    Percentages recur by chance, so that only the two together tell.
    """
    if not finding.difference:
        return set()
    if finding.unit != "元":
        return {(finding.expected, finding.actual, finding.unit)}
    return {one for one in (finding.expected, finding.actual) if one}


def _says_amounts(finding: Finding) -> bool:
    return finding.unit == "元" and bool(finding.difference)


def _about(finding: Finding) -> tuple[str, str]:
    return finding.subject.item, finding.subject.place
