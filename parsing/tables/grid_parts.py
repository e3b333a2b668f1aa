"""Takes the grid of one page apart: titles, heading rows, data rows, remarks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsing.knowledge_files import HeadingTerms, Knowledge, Role
from parsing.pages import GridCell
from parsing.tables.columns import known_heading, role_of
from parsing.tables.spans import heading_paths
from parsing.words.bare_words import bare
from parsing.words.numbers import printed_number

Row = tuple[GridCell, ...]

_MOST_HEADING_ROWS = 6
_CODE_PARTS = frozenset("类款项")
_PLACEHOLDER = re.compile(r"\*+|栏次|栏目|行次")


@dataclass(frozen=True, slots=True)
class GridPart:
    """One grid, its rows told apart."""

    heading_rows: tuple[Row, ...]
    headings: tuple[str, ...] | None
    """One a column, levels joined by '/'; empty without heading rows, None where they do not fit the columns."""
    body: tuple[Row, ...]
    width: int
    """How many columns the data rows have."""


def is_blank(row: Sequence[GridCell]) -> bool:
    """Return whether nothing is printed in the row."""
    return not any(cell.text.strip() for cell in row)


def is_ordinal(row: Sequence[GridCell]) -> bool:
    """Return whether the row only numbers the columns: 栏次 1 2 3, ** ** 1 2."""
    words = [bare(cell.text) for cell in row if cell.text.strip()]
    numbers = [word for word in words if word.isdigit()]
    counted = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    marked = any(_PLACEHOLDER.fullmatch(word) for word in words)
    rest = [word for word in words if not word.isdigit() and not _PLACEHOLDER.fullmatch(word)]
    return counted and not rest and (marked or len(numbers) > 2)


def part_of(rows: Sequence[Row], knowledge: Knowledge) -> GridPart:
    """Take a grid without its titles apart."""
    terms = knowledge.headings
    rows = _unmixed(rows, terms)
    count = _heading_count(rows, knowledge)
    heading_rows = tuple(row for row in rows[:count] if not is_ordinal(row) and not is_blank(row))
    body = tuple(row for row in rows[count:] if not is_ordinal(row))
    width = _width(heading_rows, [row for row in rows[count:] if not is_blank(row)] or rows)
    labels = frozenset(word for word, role in terms.roles.items() if role in (Role.NAME, Role.CODE))
    paths = heading_paths(heading_rows, width, labels) if heading_rows else ()
    headings = None if paths is None else tuple("/".join(path) for path in paths)
    return GridPart(heading_rows, headings, body, width)


def _width(heading_rows: Sequence[Row], data_rows: Sequence[Row]) -> int:
    counts = Counter(len(row) for row in data_rows or heading_rows)
    return max(counts, key=lambda length: (counts[length], length), default=0)


def _heading_count(rows: Sequence[Row], knowledge: Knowledge) -> int:
    """Return how many of the first rows are headings: up to the last one made of heading words, before any number."""
    count = 0
    for index, row in enumerate(rows[:_MOST_HEADING_ROWS]):
        if is_ordinal(row):
            return index + 1
        if any(printed_number(cell.text) for cell in row) or _names_item(row, rows[:count], knowledge.headings):
            break
        if _is_heading(row, knowledge, first=not count):
            count = index + 1
    return count


def _is_heading(row: Row, knowledge: Knowledge, first: bool) -> bool:
    words = [bare(cell.text) for cell in row if cell.text.strip()]
    telling = {word for signature, _ in knowledge.headings.signatures for word in signature}
    known = [
        word
        for word in words
        if known_heading(word, knowledge.headings) or word in knowledge.items.sangong or word in telling
    ]
    only_totals = all(word in knowledge.items.totals for word in known)
    return bool(known) and (first or not only_totals) and 2 * len(known) >= len(words) - len(known)


def _names_item(row: Row, headings: Sequence[Row], terms: HeadingTerms) -> bool:
    """Return whether the row has words under a heading of names or codes that are no such heading: then it is data."""
    if not headings or len(headings[-1]) != len(row):
        return False
    return any(
        cell.text.strip() and role_of(bare(above.text), terms) and not role_of(bare(cell.text), terms)
        for cell, above in zip(row, headings[-1], strict=True)
    )


def _unmixed(rows: Sequence[Row], terms: HeadingTerms) -> tuple[Row, ...]:
    """Part the rows that are headings in some columns and data in others.

    类, 款 and 项 are printed beside the first data row (类 款 项 合计 307.82), or the name of that row beside the
    lowest headings (合计 | 小计 基本支出 项目支出).
    """
    unmixed: list[Row] = []
    for row in rows:
        parts = {index for index, cell in enumerate(row) if bare(cell.text) in _CODE_PARTS}
        if len(parts) > 1 and any(printed_number(cell.text) for cell in row):
            unmixed += [_only(row, parts), _only(row, set(range(len(row))) - parts)]
            continue
        labels = _labels_among_headings(row, unmixed, terms)
        if labels:
            unmixed += [_only(row, set(range(len(row))) - labels), _only(row, labels)]
        else:
            unmixed.append(row)
    return tuple(unmixed)


def _labels_among_headings(row: Row, above: Sequence[Row], terms: HeadingTerms) -> set[int]:
    """Return the columns of names in which a row of headings already has the name of the first data row."""
    if not above or any(printed_number(cell.text) for cell in row):
        return set()
    words = {index: bare(cell.text) for index, cell in enumerate(row) if cell.text.strip()}
    labels = {
        index
        for index, word in words.items()
        if word in terms.subtotals
        and index < len(above[-1])
        and role_of(bare(above[-1][index].text), terms) in (Role.CODE, Role.NAME)
    }
    others = [word for index, word in words.items() if index not in labels]
    return labels if labels and others and all(known_heading(word, terms) for word in others) else set()


def _only(row: Row, kept: set[int]) -> Row:
    return tuple(
        cell if index in kept else replace(cell, text="", covered=cell.covered) for index, cell in enumerate(row)
    )
