"""Reads the rows of tables whose items have classification codes, or are named by body."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsing.knowledge_files import ItemTerms, Role
from parsing.tables.amounts import GridRow, Sheet
from parsing.tables.columns import ColumnUse
from parsing.words.bare_words import bare, label_of
from parsing.words.numbers import printed_number
from records.hierarchies import COMBINED, ECONOMIC_KINDS
from records.table import TOTAL_ITEM, Row, TableKind

_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_CODE_WITH_NAME = re.compile(r"[\[［【]?(\d{7}|\d{5}|\d{3})[\]］】]?[-—－:：、.]?(\D.*)")
_LEVELS = {3: 1, 5: 2, 7: 3}


@dataclass(frozen=True, slots=True)
class _Axis:
    """The columns that together name the item of a row by one classification."""

    codes: tuple[int, ...] = ()
    names: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """What a row says of its item."""

    code: str | None
    label: str
    code_column: int | None = None
    label_column: int | None = None


_NOTHING = _Named(None, "")


def coded_rows(sheet: Sheet, terms: ItemTerms) -> tuple[Row, ...]:
    """Return the rows of every section of the table, in the order printed."""
    sections = sorted({use.section for use in sheet.uses if use.measure})
    return tuple(row for section in sections for row in _section_rows(sheet, section, terms))


def _section_rows(sheet: Sheet, section: int, terms: ItemTerms) -> Sequence[Row]:
    columns = [index for index, use in enumerate(sheet.uses) if use.section == section]
    axes = _axes(columns, sheet.uses)
    named = [_names(sheet, axis) for axis in axes] or [[_NOTHING] * len(sheet.rows)]
    chosen = max(range(len(named)), key=lambda index: _coded_as(sheet.printed.kind, named[index]))
    bodies = [column for column in columns if sheet.uses[column].role is Role.BODY]
    names = [
        name if name.code or name.label else _Named(None, _body_name(row, bodies))
        for name, row in zip(named[chosen], sheet.rows, strict=True)
    ]
    measured = [column for column in columns if sheet.uses[column].measure]
    rows = [
        _row(sheet, row, _NOTHING if _is_covered(row, measured) else name, columns, terms)
        for row, name in zip(sheet.rows, names, strict=True)
    ]
    if len(axes) > 1:
        rows = _told_apart(rows, named, chosen, sheet.printed.kind)
    if bodies or not axes:
        rows = _with_total(rows)
    return [row for row in rows if row.item]


def _axes(columns: Sequence[int], uses: Sequence[ColumnUse]) -> list[_Axis]:
    """Group the columns of codes with the column of names that follows them."""
    axes: list[_Axis] = []
    for column in columns:
        role = uses[column].role
        if role is Role.CODE:
            if axes and not axes[-1].names:
                axes[-1] = replace(axes[-1], codes=(*axes[-1].codes, column))
            else:
                axes.append(_Axis(codes=(column,)))
        elif role is Role.NAME:
            if axes and not axes[-1].names:
                axes[-1] = replace(axes[-1], names=(column,))
            else:
                axes.append(_Axis(names=(column,)))
    return axes


def _names(sheet: Sheet, axis: _Axis) -> list[_Named]:
    return list(_named(sheet, axis))


def _named(sheet: Sheet, axis: _Axis) -> Iterator[_Named]:
    carried: tuple[str, ...] = ()
    for row in sheet.rows:
        parts = tuple(bare(row[column].text) for column in axis.codes)
        name = sheet.text(row, axis.names)
        coded = next((column for column in reversed(axis.codes) if row[column].text.strip()), None)
        named = next((column for column in axis.names if row[column].text.strip()), coded)
        if named is None and (named := _reaching_over(row, (*axis.codes, *axis.names)[0])) is not None:
            name = sheet.text(row, [named])
        code, carried = _joined_code(parts, carried)
        if code is None:
            name = name or "".join(parts)
            together = _CODE_WITH_NAME.fullmatch(name)
            code, name, coded = (together[1], together[2], named) if together else (None, name, None)
        yield _Named(code, label_of(name).printed, coded, named if name else None)


def _reaching_over(row: GridRow, column: int) -> int | None:
    """Return the column of a merged cell that begins further left: 公用经费合计 over the columns of two sections."""
    while column and row[column].covered:
        column -= 1
    return None if row[column].covered or printed_number(row[column].text) else column


def _is_covered(row: GridRow, columns: Sequence[int]) -> bool:
    """Return whether a merged cell reaches over all amounts of a section, so that they stand further right."""
    return bool(columns) and all(row[column].covered for column in columns)


def _joined_code(parts: tuple[str, ...], carried: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Put the parts of a code together; a part that is not printed again is carried down from the rows above."""
    if not any(parts) or not all(part.isdigit() for part in parts if part):
        return None, carried
    longest = max(parts, key=len)
    if len(longest) > 3 or len(parts) == 1:
        return (longest if _CODE.fullmatch(longest) else None), parts
    first = next(index for index, part in enumerate(parts) if part)
    last = max(index for index, part in enumerate(parts) if part)
    whole = (*(carried[:first] if len(carried) >= first else ()), *parts[first : last + 1])
    padded = "".join(part.zfill(3 if index == 0 else 2) for index, part in enumerate(whole) if part)
    complete = len(whole) == last + 1 and all(whole) and _CODE.fullmatch(padded)
    return (padded if complete else None), whole


def _coded_as(kind: TableKind, names: Sequence[_Named]) -> int:
    """Count the codes of the classification that tables of the kind are about: 3 economic, 2 functional."""
    first = "3" if kind in ECONOMIC_KINDS else "2"
    return sum(bool(name.code and name.code.startswith(first)) for name in names)


def _body_name(row: GridRow, bodies: Sequence[int]) -> str:
    words = ["".join(row[column].text.split()) for column in bodies if row[column].text.strip()]
    return next((word for word in reversed(words) if not word.isdigit()), "")


def _row(sheet: Sheet, printed: GridRow, name: _Named, columns: Sequence[int], terms: ItemTerms) -> Row:
    plain = bare(name.label)
    is_total = name.code is None and plain in terms.totals
    item = TOTAL_ITEM if is_total else name.code or terms.sums.get(plain, plain)
    label = f"{name.code} {name.label}" if name.code else name.label
    facts = (
        sheet.fact(printed, column, item, measure, label)
        for column in columns
        if (measure := sheet.uses[column].measure)
    )
    coded, named = (
        None if column is None else sheet.evidence(printed, column, label)
        for column in (name.code_column, name.label_column)
    )
    return Row(
        item=item,
        label=name.label,
        code=name.code,
        level=0 if is_total else _LEVELS.get(len(name.code or "")),
        facts=tuple(fact for fact in facts if fact),
        code_evidence=coded,
        label_evidence=named,
    )


def _told_apart(rows: Sequence[Row], named: Sequence[Sequence[_Named]], chosen: int, kind: TableKind) -> list[Row]:
    """Give rows that stand for several codes an item that names them all, where one code would name several rows.

    A functional code that is printed once with every economic class it is spent on is no item by itself: such rows
    have no code, or their sum would be looked for under it.
    """
    repeated = {code for code, times in Counter(row.code for row in rows).items() if code and times > 1}
    told: list[Row] = []
    for row, *names in zip(rows, *named, strict=True):
        others = [other.code or other.label for index, other in enumerate(names) if index != chosen]
        pair = kind in ECONOMIC_KINDS and len(others) == 1
        if not repeated or not row.code or (pair and row.code not in repeated):
            told.append(row)
        elif pair:
            told.append(_renamed(row, f"{row.code}{COMBINED}{others[0]}"))
        elif all(others):
            told.append(replace(_renamed(row, COMBINED.join([row.code or "", *others])), code=None, level=None))
    return told


def _renamed(row: Row, item: str) -> Row:
    return replace(row, item=item, facts=tuple(replace(fact, item=item) for fact in row.facts))


def _with_total(rows: Sequence[Row]) -> list[Row]:
    """Let the only row that names no item, but at most the body, be the total where none is called so."""
    unnamed = [row for row in rows if row.code is None and row.facts]
    if any(row.item == TOTAL_ITEM for row in rows) or len(unnamed) != 1:
        return list(rows)
    return [replace(_renamed(row, TOTAL_ITEM), level=0) if row is unnamed[0] else row for row in rows]
