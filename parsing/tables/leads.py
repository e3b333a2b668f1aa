"""Finds what stands above each grid: its caption and preamble, and the remarks on the table before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsing.knowledge_files import CaptionTerms
from parsing.pages import Grid, Page, TextLine
from parsing.tables.captions import caption_kind, caption_text
from parsing.tables.grid_parts import Row
from parsing.tables.remarks import remarks_first
from parsing.tables.table_lines import is_preamble, may_be_preamble
from parsing.words.contents import is_contents_entry
from records.table import TableKind

_MOST_PREAMBLE = 8
_MOST_TITLE_CELLS = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines since the last grid, and the grid they lead to; the last stretch of a file leads to none."""

    lines: tuple[TextLine, ...]
    rows: tuple[Row, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class Lead:
    """What the lines above a grid are."""

    kind: TableKind | None
    """What the caption says; OTHER for a caption that is not known, None where there is no caption."""
    caption: TextLine | None
    preamble: tuple[TextLine, ...]
    remarks: tuple[tuple[TextLine, ...], ...]
    """Remarks on the table before, each with all its lines."""
    rest: tuple[TextLine, ...]
    """The lines that belong to no table."""


def stretches(pages: Sequence[Page], terms: CaptionTerms) -> Iterator[Stretch]:
    """Yield every grid with the lines above it; titles printed inside a grid, and grids of one column, are lines."""
    lines: list[TextLine] = []
    for page in pages:
        for block in page.blocks:
            if isinstance(block, TextLine):
                lines.append(block)
                continue
            titles, rows = _without_titles(block, terms)
            lines += titles
            if rows:
                yield Stretch(tuple(lines), rows, page.number)
                lines = []
    yield Stretch(tuple(lines), (), pages[-1].number if pages else None)


def lead_of(stretch: Stretch, furniture: frozenset[TextLine], terms: CaptionTerms) -> Lead:
    """Tell the lines above a grid apart; page furniture may stand anywhere between them."""
    remarks = remarks_first(stretch.lines, furniture, terms)
    remarked = {line for remark in remarks for line in remark}
    others = [line for line in stretch.lines if line not in remarked]
    lines = [line for line in others if line not in furniture or _is_title(line.text, terms)]
    kind, caption, behind, taken = None, None, 0, 0
    if stretch.rows and (found := _caption(lines, stretch.page, terms)):
        kind, caption, behind, taken = found
    above = lines[: len(lines) - behind - taken] if stretch.rows else []
    count = _preamble_length(above, terms)
    preamble = (*above[len(above) - count :], *lines[len(lines) - behind :])
    used = {*lines[len(lines) - behind - taken - count :]} if stretch.rows else set()
    return Lead(kind, caption, preamble, remarks, tuple(line for line in others if line not in used))


def _without_titles(grid: Grid, terms: CaptionTerms) -> tuple[tuple[TextLine, ...], tuple[Row, ...]]:
    if max(len(row) for row in grid.rows) == 1:
        lines = (TextLine(text, row[0].place) for row in grid.rows for text in row[0].text.splitlines() if text.strip())
        return tuple(lines), ()
    words = [(" ".join(cell.text for cell in row if cell.text.strip()), row[0].place) for row in grid.rows]
    if all(is_contents_entry(text) for text, _ in words if text):
        return tuple(TextLine(text, place) for text, place in words if text), ()
    titles: list[TextLine] = []
    for index, row in enumerate(grid.rows):
        cells = [cell for cell in row if cell.text.strip()]
        if len(cells) > _MOST_TITLE_CELLS or not all(_is_title(cell.text, terms) for cell in cells):
            return tuple(titles), grid.rows[index:]
        titles += [TextLine("".join(cell.text.splitlines()), cell.place) for cell in cells]
    return tuple(titles), ()


def _is_title(text: str, terms: CaptionTerms) -> bool:
    return caption_kind(text, terms) is not None or is_preamble(text, terms)


def _caption(
    lines: Sequence[TextLine], page: int | None, terms: CaptionTerms
) -> tuple[TableKind, TextLine, int, int] | None:
    """Return the nearest caption: its kind, itself, how many lines are behind it, how many lines it has.

    A page may break between the caption and its grid; then nothing but known preamble may stand between them.
    """
    certain = True
    for behind, line in enumerate(reversed(lines[-_MOST_PREAMBLE:])):
        on_page_before = line.place.page != page
        if on_page_before and not (certain and _is_before(line.place.page, page)):
            return None
        kind = caption_kind(line.text, terms)
        if kind is not None:
            whole = _unbroken(lines, len(lines) - behind - 1, kind, terms)
            return (whole[0], whole[1], behind, whole[2])
        if not is_preamble(line.text, terms):
            certain = False
            if on_page_before or not may_be_preamble(line.text):
                return None
    return None


def _is_before(page: int | None, following: int | None) -> bool:
    return page is not None and following is not None and page == following - 1


def _unbroken(
    lines: Sequence[TextLine], index: int, kind: TableKind, terms: CaptionTerms
) -> tuple[TableKind, TextLine, int]:
    """Put the caption together with the line above it, where that is no caption and both together say another kind."""
    line = TextLine(caption_text(lines[index].text), lines[index].place)
    above = lines[index - 1] if index else None
    if above is None or caption_kind(above.text, terms) is not None or is_preamble(above.text, terms):
        return kind, line, 1
    joined = TextLine(above.text + line.text, above.place)
    whole = caption_kind(joined.text, terms)
    return (kind, line, 1) if whole in (None, kind, TableKind.OTHER) else (whole or kind, joined, 2)


def _preamble_length(lines: Sequence[TextLine], terms: CaptionTerms) -> int:
    count = 0
    while count < len(lines) and is_preamble(lines[-count - 1].text, terms):
        count += 1
    return count
