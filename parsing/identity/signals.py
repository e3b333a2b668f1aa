"""Collects the text of a file that says what the file is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from parsing.identity.identity_words import IdentityWords
from parsing.narrative.sentences import NUMBERING
from parsing.pages import Grid, Page, Reading, TextLine
from parsing.printed import PrintedTable
from parsing.words.wrapping import folded
from records.table import TableKind

_COVER_LINES = 12
_LONGEST_TITLE_LINE = 45
_LABEL_CELLS = 4
_FISCAL_YEAR = re.compile(r"(20\d\d)年度")
_MARKDOWN = str.maketrans("", "", "*#")


@dataclass(frozen=True, slots=True)
class Signals:
    """The text of a file that says what it is, folded."""

    cover: tuple[str, ...]
    """The lines before the contents list."""
    lines: tuple[str, ...]
    captions: tuple[str, ...] = ()
    table_kinds: frozenset[TableKind] = frozenset()
    years: tuple[int, ...] = ()
    """Every mention of a fiscal year (2026年度), those in the cells of tables among them."""

    @property
    def title(self) -> str:
        """The cover as one line: titles are broken wherever the page is too narrow."""
        return "".join(self.cover)


def signals_of(reading: Reading, tables: Sequence[PrintedTable], words: IdentityWords) -> Signals:
    """Return what a file as read says of itself."""
    opening = list(_lines(reading.pages[:1]))[:_COVER_LINES]
    cover = takewhile(lambda line: line not in words.contents and not _is_text(line), opening)
    preambles = (folded(line.text) for table in tables for line in table.preamble)
    return Signals(
        cover=tuple(cover),
        lines=(*_lines(reading.pages), *preambles),
        captions=tuple(folded(table.caption) for table in tables),
        table_kinds=frozenset(table.kind for table in tables),
        years=tuple(int(year) for text in _texts(reading.pages) for year in _FISCAL_YEAR.findall(text)),
    )


def _is_text(line: str) -> bool:
    """Whether a line is no longer of the title: where there is no cover, the text begins at once."""
    return len(line) > _LONGEST_TITLE_LINE or line.endswith("。") or NUMBERING.match(line) is not None


def _lines(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        for block in page.blocks:
            if isinstance(block, TextLine):
                yield folded(block.text).translate(_MARKDOWN)
            else:
                yield from _label_rows(block)


def _texts(pages: Iterable[Page]) -> Iterator[str]:
    """Yield the text of every line and cell, folded."""
    for page in pages:
        for block in page.blocks:
            texts = (block,) if isinstance(block, TextLine) else (cell for row in block.rows for cell in row)
            yield from (folded(one.text) for one in texts if "年" in one.text)


def _label_rows(grid: Grid) -> Iterator[str]:
    """Yield the rows that print a label and its value beside each other, as forms do."""
    for row in grid.rows:
        cells = [folded(cell.text).rstrip(":") for cell in row if cell.text.strip() and not cell.covered]
        if 0 < len(cells) <= _LABEL_CELLS:
            yield ":".join(cells)
