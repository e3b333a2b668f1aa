"""Reads the rows of tables that print income on the left and expenditure on the right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsing.knowledge_files import ItemTerms, Role
from parsing.tables.amounts import GridRow, Sheet
from parsing.words.bare_words import Label, label_of, without_brackets
from records.table import Row, Side

_CARRIED_IN = "carried-in"
_CODED = re.compile(r"^2\d\d(?=\D+$)")
"""A class that is printed with its code: 201 一般公共服务支出."""
_SOURCE = "income:"


@dataclass(frozen=True, slots=True)
class _Line:
    """One side of one printed row."""

    printed: GridRow
    label: Label
    side: Side


def two_sided_rows(sheet: Sheet, terms: ItemTerms) -> tuple[Row, ...]:
    """Return the rows of both sides, a printed row's income before its expenditure."""
    by_side = {side: list(_side_rows(sheet, side, terms)) for side in Side}
    found = [(index, side, row) for side, rows in by_side.items() for index, row in rows]
    order = list(Side)
    return tuple(row for _, _, row in sorted(found, key=lambda entry: (entry[0], order.index(entry[1]))))


def _side_rows(sheet: Sheet, side: Side, terms: ItemTerms) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a side with the index of the printed row; only the first section of a side has its items."""
    columns = [index for index, use in enumerate(sheet.uses) if use.side is side]
    if not columns:
        return
    first = sheet.uses[columns[0]].section
    columns = [column for column in columns if sheet.uses[column].section == first]
    names = [column for column in columns if sheet.uses[column].role in (Role.NAME, Role.CODE)]
    labels = {index: label_of(_CODED.sub("", sheet.text(row, names), count=1)) for index, row in enumerate(sheet.rows)}
    labels = {index: label for index, label in labels.items() if label.name and not label.name.isdigit()}
    items = side_items(list(labels.values()), side, terms)
    for (index, label), (item, of_which) in zip(labels.items(), items, strict=True):
        facts = (
            sheet.fact(sheet.rows[index], column, item, measure, label.printed)
            for column in columns
            if (measure := sheet.uses[column].measure)
        )
        yield index, Row(item, label.printed, side=side, of_which=of_which, facts=tuple(fact for fact in facts if fact))


def side_items(labels: Sequence[Label], side: Side, terms: ItemTerms) -> list[tuple[str, bool]]:
    """Return the item of each label of one side in order, and whether it is part of the row above."""
    known = [_known(label, terms.sides[side]) for label in labels]
    known = _without_ambiguity(labels, known, side, terms)
    reader = _SideReader(side, terms)
    return [reader.read(label, item) for label, item in zip(labels, known, strict=True)]


def _known(label: Label, items: Mapping[str, str]) -> str | None:
    return items.get(label.name, items.get(without_brackets(label.name)))


def _without_ambiguity(
    labels: Sequence[Label], known: Sequence[str | None], side: Side, terms: ItemTerms
) -> list[str | None]:
    """Let 收入合计 be the year's sum where the side has a grand total, or money carried over, behind it."""
    total, year = f"{side}-total", f"{side}-year"
    resolved = list(known)
    for index, label in enumerate(labels):
        if label.name in terms.ambiguous[side]:
            summed_later = total in known or {_CARRIED_IN, "carried-out"} & set(known[index + 1 :])
            resolved[index] = year if summed_later and year not in known else total
        elif label.name in terms.whole_of.values() and known[index] in known[index + 1 :]:
            resolved[index] = None  # 单位资金 above 其他收入 is not the same but the whole of it
    return resolved


class _SideReader:
    """Follows one side down, remembering what the rows above were."""

    def __init__(self, side: Side, terms: ItemTerms) -> None:
        self.side = side
        self.whole_of = terms.whole_of
        self.carried_in = False
        self.seen: set[str] = set()
        self.whole: str | None = None
        """The last row that others may be part of."""
        self.depth: int | None = None
        """How deep the numbering of that row is."""

    def read(self, label: Label, item: str | None) -> tuple[str, bool]:
        """Return the item of the next row, and whether it is part of the row above."""
        if self.carried_in and item and item.startswith(_SOURCE):
            inner = f"{_CARRIED_IN}:{item.removeprefix(_SOURCE)}"
            if inner in self.whole_of:
                return inner, True
        if item in self.seen:
            item = None  # a 款 may have the name of its 类: 其他支出
        part = label.of_which or self._is_deeper(label) or self._is_part(label, item)
        if part and self.whole == f"{self.side}-year" and not label.of_which:
            part = False  # 一、本年支出 is printed above its items instead of below them
        if item:
            self.seen.add(item)
        if not part:
            self.whole, self.depth = item or label.name, label.depth
            self.carried_in = item == _CARRIED_IN
        return item or label.name, part

    def _is_deeper(self, label: Label) -> bool:
        return label.depth is not None and self.depth is not None and label.depth > self.depth

    def _is_part(self, label: Label, item: str | None) -> bool:
        if item is not None:
            beside = label.depth is not None and self.depth is not None and label.depth <= self.depth
            return item in self.whole_of and self.whole_of[item] == self.whole and not beside
        unnumbered = label.depth is None
        return self.side is Side.EXPENDITURE and unnumbered and self.whole is not None and self.whole.isdigit()
