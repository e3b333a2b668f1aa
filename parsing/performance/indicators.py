"""Reads the indicators of a performance table."""

import re
from collections.abc import Collection, Sequence

from parsing.performance.indicator_columns import Cells
from parsing.performance.indicator_rows import IndicatorRow, indicator_rows
from parsing.performance.performance_terms import IndicatorColumn, PerformanceTerms
from parsing.performance.targets import target_of, with_unit
from parsing.printed import PrintedTable
from parsing.words.wrapping import bracketed, folded
from records.performance import Indicator, Target

_NUMBER = re.compile(r"[\d,.]+")


def indicators_of(printed: PrintedTable, rows: Sequence[Cells], terms: PerformanceTerms) -> tuple[Indicator, ...]:
    """Return the indicators of the rows, of which the first is the heading of the list.

    Levels that a merged cell spans are carried down, also from a level that has no indicator.
    """
    indicators: list[Indicator] = []
    above: Indicator | None = None
    for row in indicator_rows(rows, terms):
        above = _indicator(printed, row, above, terms)
        if above.level3 or above.description or above.target.text:
            indicators.append(above)
    return tuple(indicators)


def _indicator(printed: PrintedTable, row: IndicatorRow, above: Indicator | None, terms: PerformanceTerms) -> Indicator:
    level1 = _level(row.text(IndicatorColumn.LEVEL1), above.level1 if above else "", terms.first_levels)
    level2 = _level(row.text(IndicatorColumn.LEVEL2), above.level2 if above else "", terms.second_levels)
    level3 = row.text(IndicatorColumn.LEVEL3)
    if IndicatorColumn.LEVEL1 not in row.texts and IndicatorColumn.LEVEL2 not in row.texts:
        level1, level2, level3 = _parted(level3, terms)
    if above and level1 in ("", above.level1):
        level1 = above.level1
        level2 = level2 or ("" if row.level2_unknown else above.level2)
        if row.level3_spanned and level2 == above.level2:
            level3 = level3 or above.level3
    return Indicator(
        level1=level1,
        level2=level2,
        level3=level3,
        description=row.text(IndicatorColumn.DESCRIPTION),
        target=_target(row, level3, terms, money=(level2 or level1) in terms.money_levels),
        basis=row.text(IndicatorColumn.BASIS),
        evidence=printed.evidence(row.cell, row=level3, column="指标值"),
        achieved=_achieved(row, terms),
    )


def _parted(text: str, terms: PerformanceTerms) -> tuple[str, str, str]:
    """Part the levels a form prints in one cell: 产出指标数量指标完成审计项目数量."""
    first = next((level for level in terms.first_levels if text.startswith(level)), "")
    rest = text.removeprefix(first)
    second = max((level for level in terms.second_levels if first and rest.startswith(level)), key=len, default="")
    return first, second, rest.removeprefix(second)


def _achieved(row: IndicatorRow, terms: PerformanceTerms) -> Target | None:
    """Return what was reached, None where the table has no column for it."""
    if IndicatorColumn.ACHIEVED not in row.texts:
        return None
    return target_of(row.text(IndicatorColumn.ACHIEVED), terms.targets)


def _level(text: str, above: str, known: Collection[str]) -> str:
    """Return the name of a level, of which a page break may have left only the beginning or the end."""
    name = folded(text)
    if not name or name in known:
        return name
    begun = [each for each in known if each.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    return above if above.endswith(name) else name


def _target(row: IndicatorRow, level3: str, terms: PerformanceTerms, *, money: bool) -> Target:
    """Return the target; the unit of a bare number may stand in brackets behind the name: 培训场次（场）."""
    target = target_of(_target_text(row, terms), terms.targets, money=money)
    return with_unit(target, bracketed(level3), terms.targets, money=money)


def _target_text(row: IndicatorRow, terms: PerformanceTerms) -> str:
    """Return the target, put together where its sign and its unit have columns of their own."""
    target = row.text(IndicatorColumn.TARGET)
    if not _NUMBER.fullmatch(target):
        return target
    sign = folded(row.text(IndicatorColumn.OPERATOR))
    return f"{sign if sign in terms.targets.operators else ''}{target}{row.text(IndicatorColumn.UNIT)}"
