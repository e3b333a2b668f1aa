"""Reads the rows of “三公” tables, whose items stand one below the other or side by side."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsing.knowledge_files import HeadingTerms, ItemTerms, Knowledge, Role
from parsing.tables.amounts import GridRow, Sheet
from parsing.tables.columns import heading_words
from parsing.tables.sangong_bodies import BodyRows, bodies_of, parts_among, whole_of
from parsing.words.bare_words import bare, label_of, without_brackets
from parsing.words.numbers import printed_number
from records.hierarchies import COMBINED
from records.table import Fact, Measure, Row

_SANGONG, _TOTAL = "sangong", "total"
_BEYOND = frozenset({"meeting", "training"})
"""What a 合计 that holds it is more than the “三公” total."""
_FUNDING = frozenset({Measure.GENERAL, Measure.FUND, Measure.STATE_CAPITAL, Measure.PRIOR, Measure.CHANGE})
_YEAR = re.compile(r"(20\d\d)年")


def sangong_rows(sheet: Sheet, knowledge: Knowledge) -> tuple[Row, ...]:
    """Return one row an item."""
    across = _across(sheet.printed.headings, knowledge)
    if len({column.item for column in across}) > 2:
        return tuple(_rows_across(sheet, across, knowledge))
    return tuple(_rows_down(sheet, knowledge.items))


def _rows_down(sheet: Sheet, terms: ItemTerms) -> Iterator[Row]:
    names = [index for index, use in enumerate(sheet.uses) if use.role is Role.NAME]
    labels = [label_of(sheet.text(row, names)) for row in sheet.rows]
    amounts = [index for index, use in enumerate(sheet.uses) if use.measure]
    filled = [any(printed_number(row[index].text) for index in amounts) for row in sheet.rows]
    named = ((_item(label.name, terms) or label.name, label.name) for label in labels)
    # 一、“三公”经费支出 may head the items without an amount, and 支出合计 below it be the sum.
    items = _totals_told(
        [name if item == _SANGONG and not has else item for (item, name), has in zip(named, filled, strict=True)]
    )
    for row, label, item in zip(sheet.rows, labels, items, strict=True):
        if not label.name:
            continue
        facts = (
            sheet.fact(row, column, item, use.measure, label.printed)
            for column, use in enumerate(sheet.uses)
            if use.measure
        )
        of_which = label.of_which or item in terms.whole_of
        yield Row(item, label.printed, of_which=of_which, facts=tuple(fact for fact in facts if fact))


def _item(name: str, terms: ItemTerms) -> str | None:
    return terms.sangong.get(name, terms.sangong.get(without_brackets(name)))


def _totals_told(items: Sequence[str]) -> list[str]:
    """Let 合计 be the “三公” total where no 小计 stands beside it and nothing else is in it."""
    if _SANGONG in items or _BEYOND.intersection(items):
        return list(items)
    return [_SANGONG if item == _TOTAL else item for item in items]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is itself an item."""

    index: int
    item: str
    name: str
    measure: Measure | None
    subtotal: bool
    heading: str


def _across(headings: Sequence[str], knowledge: Knowledge) -> list[_Column]:
    words = [heading_words(heading) for heading in headings]
    measures = _measures(headings, words, knowledge.headings)
    found: list[tuple[int, str, str]] = []
    for index, heading in enumerate(headings):
        levels = [(level, heading_words(level)) for level in heading.split("/")]
        named = [(item, level) for level, word in levels if word and (item := _item(word[0], knowledge.items))]
        own = [entry for entry in named if entry[0] != _TOTAL]
        if own or named:
            found.append((index, *(own or named)[-1]))
    items = _totals_told([item for _, item, _ in found])
    return [
        _Column(index, item, name, measures[index], words[index][-1] in knowledge.headings.subtotals, headings[index])
        for (index, _, name), item in zip(found, items, strict=True)
    ]


def _measures(
    headings: Sequence[str], words: Sequence[tuple[str, ...]], terms: HeadingTerms
) -> Mapping[int, Measure | None]:
    """Return what each column says of its item: budget or accounts, which year, which funding."""
    accounts = any("决算" in word for levels in words for word in levels)
    years = {index: int(year[1]) for index, heading in enumerate(headings) if (year := _YEAR.search(bare(heading)))}
    latest = max(years.values(), default=None)
    measures: dict[int, Measure | None] = {}
    for index, levels in enumerate(words):
        said = {measure for word in levels if (measure := terms.measures.get(word))}
        funding = said & _FUNDING
        if Measure.CARRIED_IN in said or len(funding) > 1:
            measures[index] = None
        elif funding:
            measures[index] = funding.pop()
        elif accounts and any("预算数" in word for word in levels):
            measures[index] = Measure.BUDGET
        else:
            measures[index] = Measure.TOTAL if years.get(index, latest) == latest else Measure.PRIOR
    return measures


def _rows_across(sheet: Sheet, columns: Sequence[_Column], knowledge: Knowledge) -> Iterator[Row]:
    """Yield the items of the whole body, then those of each body it is made of, told apart by its name."""
    indices = [column.index for column in columns]
    bodies = bodies_of(sheet, indices, knowledge)
    whole = whole_of(bodies, indices, knowledge)
    yield from _body_rows(sheet, columns, whole, "", knowledge.items)
    for body in parts_among(bodies, whole, indices):
        yield from _body_rows(sheet, columns, body, f"{body.name}{COMBINED}", knowledge.items)


def _body_rows(
    sheet: Sheet, columns: Sequence[_Column], body: BodyRows | None, prefix: str, terms: ItemTerms
) -> Iterator[Row]:
    current = body.current if body else None
    for item in dict.fromkeys(column.item for column in columns):
        own = _undisputed(_under_one_heading([column for column in columns if column.item == item], current))
        facts: list[Fact | None] = [
            sheet.fact(current, column.index, f"{prefix}{item}", column.measure, column.name)
            for column in own
            if current and column.measure
        ]
        for measure, row in body.others if body else ():
            alone = _alone(own, row)
            if alone:
                facts.append(sheet.fact(row, alone.index, f"{prefix}{item}", measure, alone.name))
        name = next(column.name for column in columns if column.item == item)
        yield Row(f"{prefix}{item}", name, of_which=item in terms.whole_of, facts=tuple(fact for fact in facts if fact))


def _alone(columns: Sequence[_Column], row: GridRow) -> _Column | None:
    """Return the column that holds all the money of an item in a row: its only one, or that without empty others."""
    if len(columns) == 1:
        return columns[0]
    filled = [one for one in columns if (number := printed_number(row[one.index].text)) and number.value]
    if len(filled) > 1 or any(column.measure is None for column in columns):
        return None
    return (filled or columns)[0] if columns else None


def _under_one_heading(columns: Sequence[_Column], row: GridRow | None) -> list[_Column]:
    """Of the columns that one merged heading covers keep that with a number, where there is one alone.

    Counts of vehicles and visits, which some forms print below, divide the page into columns of their own.
    """
    kept: list[_Column] = []
    for heading in dict.fromkeys(column.heading for column in columns):
        alike = [column for column in columns if column.heading == heading]
        filled = [column for column in alike if row and printed_number(row[column.index].text)]
        kept += filled if len(filled) == 1 else alike
    return kept


def _undisputed(columns: Sequence[_Column]) -> list[_Column]:
    """Of several columns for one number keep the 小计; where there is not one 小计, none can be believed."""
    kept: list[_Column] = []
    for measure in dict.fromkeys(column.measure for column in columns):
        rivals = [column for column in columns if column.measure is measure]
        subtotals = [column for column in rivals if column.subtotal]
        if len(rivals) == 1 or len(subtotals) == 1:
            kept.append((subtotals or rivals)[0])
    return kept
