"""Tells what each column of a table is for, from its heading."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from parsing.knowledge_files import HeadingTerms, Role
from parsing.words.bare_words import bare, without_brackets
from records.balances import TWO_SIDED_KINDS
from records.table import Measure, Side, TableKind

Value = TypeVar("Value")

_YEAR = re.compile(r"(20\d\d)年?度?")
_EDGES = re.compile(r"^(?:其中)?[:,]?|[:*#]+$")
_WITHOUT_NAMED_PARTS = frozenset({Measure.CARRIED_IN, Measure.PROJECT, Measure.PRIOR, Measure.CHANGE})
"""The columns under a heading of these measures measure parts of it that have no name of their own."""
_MAY_RECUR = frozenset(
    {
        Measure.SPECIAL_ACCOUNT,
        Measure.UNDERTAKING,
        Measure.BUSINESS_INCOME,
        Measure.SUPERIOR,
        Measure.AFFILIATE,
        Measure.OTHER,
        Measure.BALANCE_USED,
    }
)
"""Sources that a form may print in two shares, 单位资金 and 其他收入."""
_FUNDING = frozenset({Measure.GENERAL, Measure.FUND, Measure.STATE_CAPITAL, Measure.OTHER})
_USES = frozenset({Measure.BASIC, Measure.PROJECT, Measure.PERSONNEL, Measure.PUBLIC})
_OF_ACCOUNTS = ("决算", "统计")
"""What the column of the final figures is called: 决算数, or 统计数 where vehicles and visits are counted in it too."""
_OF_INCOME = frozenset({TableKind.INCOME, *TWO_SIDED_KINDS})
_BASIC = (TableKind.BASIC, TableKind.FISCAL_BASIC)


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column is for; role and measure are None where its heading is not understood."""

    role: Role | None = None
    measure: Measure | None = None
    side: Side | None = None
    section: int = 0
    """Which of the groups of columns that stand side by side it belongs to, each with names and amounts of its own."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the heading alone says of a column."""

    words: tuple[str, ...]
    role: Role | None
    measure: Measure | None
    guessed: bool
    """True for a 小计 under a heading that is not known: it may be the total of the row, or of something else."""
    year: int | None
    side: Side | None


def heading_words(heading: str) -> tuple[str, ...]:
    """Return the levels of a heading as they are looked up: bare, without years, 其中 and marks."""
    words = (_EDGES.sub("", _YEAR.sub("", bare(level))) for level in heading.split("/"))
    return tuple(word for word in words if word)


def known_heading(text: str, terms: HeadingTerms) -> bool:
    """Return whether a cell holds a word that headings are made of."""
    words = heading_words(text.replace("/", ""))
    tables: Iterable[Mapping[str, object]] = (terms.measures, terms.sides)
    return bool(words) and (bool(role_of(words[0], terms)) or any(_look_up(words[0], table) for table in tables))


def columns_of(
    headings: Sequence[str], kind: TableKind, terms: HeadingTerms, *, nothing_carried: bool = False
) -> tuple[ColumnUse, ...]:
    """Return what each column is for; a measure that two columns of a section claim belongs to neither.

    `nothing_carried` says that all columns of carried-over money are empty: then those of this year hold all of it.
    """
    two_sided = kind in TWO_SIDED_KINDS
    readings = _without_doubled_years([_reading(heading, two_sided, terms) for heading in headings])
    sections = _sections(readings)
    sides = _sides(readings, sections) if two_sided else [None] * len(readings)
    uses = [
        ColumnUse(reading.role, reading.measure, side, section)
        for reading, side, section in zip(readings, sides, sections, strict=True)
    ]
    for section in set(sections):
        members = [index for index, number in enumerate(sections) if number == section]
        settled = _settled({index: readings[index] for index in members}, kind, terms, nothing_carried)
        if kind in _BASIC and max(sections) > 0:
            settled = _of_whole_rows(settled)
        for index, measure in settled.items():
            uses[index] = replace(uses[index], measure=measure)
    return tuple(uses)


def _look_up(word: str, table: Mapping[str, Value]) -> Value | None:
    """Look a word up as it is, then without what stands in brackets: 金额（万元）."""
    return table.get(word, table.get(without_brackets(word)))


def role_of(word: str, terms: HeadingTerms) -> Role | None:
    """Return what a column of that bare heading is for, where it measures nothing."""
    role = _look_up(word, terms.roles)
    if role or _look_up(word, terms.measures):
        return role
    return next((role for ending, role in terms.role_endings if without_brackets(word).endswith(ending)), None)


def _reading(heading: str, two_sided: bool, terms: HeadingTerms) -> _Reading:
    words = heading_words(heading)
    year = _YEAR.search(bare(heading))
    if not words:
        return _Reading(words, None, None, False, None, None)
    side = _look_up(words[0], terms.sides) if two_sided else None
    role = role_of(words[-1], terms)
    measure, guessed = (None, False) if role else _measure(words[1:] if side and len(words) > 1 else words, terms)
    return _Reading(words, role, measure, guessed, int(year[1]) if year else None, side)


def _measure(words: tuple[str, ...], terms: HeadingTerms) -> tuple[Measure | None, bool]:
    """Return what the lowest heading measures, and whether that is a guess.

    合计, 金额 and the like measure what the nearest heading above them names.
    """
    own = _look_up(words[-1], terms.measures)
    above = [_look_up(word, terms.measures) for word in words[:-1]]
    if own is Measure.TOTAL:
        named = [measure for measure in above if measure not in (None, Measure.TOTAL)]
        known_above = all(measure or role_of(word, terms) for measure, word in zip(above, words, strict=False))
        if not named:
            return own, not known_above
        own = named[-1]
    share_of_general = own is Measure.FISCAL and Measure.GENERAL in above  # 一般公共预算: 小计, 其中：财政拨款
    return (None if share_of_general or _WITHOUT_NAMED_PARTS.intersection(above) - {own} else own), False


def _without_doubled_years(readings: list[_Reading]) -> list[_Reading]:
    """Where amounts of several years stand side by side, keep the latest; the totals of the others are PRIOR."""
    years = {reading.year for reading in readings if reading.year and not reading.role}
    if len(years) < 2:
        return readings
    latest = max(years)
    return [
        reading
        if reading.role or reading.year in (None, latest)
        else replace(reading, measure=Measure.PRIOR if reading.measure is Measure.TOTAL else None)
        for reading in readings
    ]


def _sections(readings: Sequence[_Reading]) -> list[int]:
    """Number the groups of columns: names or codes that follow amounts begin a new one."""
    numbers, section, amounts_seen = [], 0, False
    for reading in readings:
        if reading.role in (Role.CODE, Role.NAME) and amounts_seen:
            section, amounts_seen = section + 1, False
        amounts_seen = amounts_seen or reading.measure is not None
        numbers.append(section)
    return numbers


def _sides(readings: Sequence[_Reading], sections: Sequence[int]) -> list[Side | None]:
    """Return the half each column belongs to; where no heading says so the left half is the income."""
    if any(reading.side for reading in readings):
        return [reading.side for reading in readings]
    if max(sections, default=0) != 1:
        return [None] * len(readings)
    return [Side.EXPENDITURE if section else Side.INCOME for section in sections]


def carried_columns(headings: Sequence[str], terms: HeadingTerms) -> frozenset[int]:
    """Return the columns of money carried over from the year before, by funding or by use or altogether."""
    words = ((index, heading_words(heading)) for index, heading in enumerate(headings))
    return frozenset(
        index for index, levels in words if any(_look_up(w, terms.measures) is Measure.CARRIED_IN for w in levels)
    )


def _settled(
    members: Mapping[int, _Reading], kind: TableKind, terms: HeadingTerms, nothing_carried: bool
) -> dict[int, Measure | None]:
    """Return the measures of one section's columns, every measure once."""
    measures = {index: reading.measure for index, reading in members.items()}
    _tell_budget_from_accounts(members, measures)
    _drop_guesses(members, measures)
    _drop_shares(members, measures, terms)
    _drop_uses_of_one_funding(members, measures, terms)
    if kind is TableKind.FISCAL and Measure.CARRIED_IN in measures.values() and not nothing_carried:
        measures = {index: None if m in _FUNDING else m for index, m in measures.items()}  # of this year only
    if kind not in _OF_INCOME and Measure.CARRIED_IN in measures.values():
        for index, reading in members.items():
            if not terms.year_parts.intersection(reading.words):
                continue
            if measures[index] is Measure.YEAR_INCOME:
                measures[index] = Measure.YEAR_EXPENDITURE
            elif not nothing_carried:
                measures[index] = None  # this year's money only, while the column of that name holds all
    if kind in _BASIC and Measure.TOTAL not in measures.values():
        measures = {index: Measure.TOTAL if m is Measure.BASIC else m for index, m in measures.items()}
    claims = Counter(measures.values())
    return {
        index: measure if claims[measure] == 1 or measure in _MAY_RECUR else None for index, measure in measures.items()
    }


def _of_whole_rows(measures: Mapping[int, Measure | None]) -> dict[int, Measure | None]:
    """Read the one amount of a group whose rows have names of their own as their total.

    Where 人员经费 and 公用经费 stand side by side with codes of their own, these words name the groups.
    """
    amounts = [measure for measure in measures.values() if measure]
    alone = len(amounts) == 1 and amounts[0] in (Measure.PERSONNEL, Measure.PUBLIC)
    return {index: Measure.TOTAL if alone and measure else measure for index, measure in measures.items()}


def _drop_shares(members: Mapping[int, _Reading], measures: dict[int, Measure | None], terms: HeadingTerms) -> None:
    """Count the money under a heading once: 单位资金/小计 already holds 单位资金/事业收入.

    Where 单位资金/其他收入 is among the columns below, and all of them are known, they stand for their 小计.
    """
    summed = {
        reading.words[:-1]: index
        for index, reading in members.items()
        if measures[index] in _MAY_RECUR and reading.words[-1] in terms.subtotals
    }
    for heading, subtotal in summed.items():
        parts = [index for index, reading in members.items() if reading.words[:-1] == heading and index != subtotal]
        named = [measures[index] for index in parts]
        for index in [subtotal] if measures[subtotal] in named and all(named) else parts:
            measures[index] = None


def _drop_uses_of_one_funding(
    members: Mapping[int, _Reading], measures: dict[int, Measure | None], terms: HeadingTerms
) -> None:
    """Leave out 一般公共预算/基本支出 where other funding stands beside: it is not all the 基本支出 of the row."""
    if len(_FUNDING.intersection(measures.values())) < 2:
        return
    for index, reading in members.items():
        above = {_look_up(word, terms.measures) for word in reading.words[:-1]}
        if measures[index] in _USES and above & _FUNDING:
            measures[index] = None


def _tell_budget_from_accounts(members: Mapping[int, _Reading], measures: dict[int, Measure | None]) -> None:
    totals = [index for index, measure in measures.items() if measure is Measure.TOTAL]
    accounts = [index for index in totals if any(word in members[index].words[-1] for word in _OF_ACCOUNTS)]
    if len(accounts) == 1:
        for index in totals:
            if "预算" in members[index].words[-1]:
                measures[index] = Measure.BUDGET


def _drop_guesses(members: Mapping[int, _Reading], measures: dict[int, Measure | None]) -> None:
    """Believe a guessed total only where it is the first amount and no other column is the total."""
    amounts = [index for index, measure in measures.items() if measure]
    sure = any(measures[index] is Measure.TOTAL and not members[index].guessed for index in amounts)
    for index in amounts:
        if members[index].guessed and (sure or index != amounts[0]):
            measures[index] = None
