"""Chooses the pages whose reading is compared by eye with what they show: docs/reading.md has the verdicts.

The choice is random by a fixed seed, takes every folder, and knows nothing of how well a page is read: whether it is
full of figures is told by its bare text, and a table that is not found does not keep its page out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import NamedTuple

from pypdfium2 import PdfDocument

from bench.corpus import corpus_folder
from parsing.failures import UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, Page
from parsing.reader import read_file

SEED = 20261121
PAGES = 40
FULL_OF_FIGURES = 12
"""Pages with so many amounts print a table, with few exceptions."""
WITH_FIGURES = (True, True, False)
"""Of three pages two are full of figures."""
_AMOUNT = re.compile(r"\d\.\d\d")


class Sheet(NamedTuple):
    """A page of a file, counted from 1; what a format has instead of pages is counted likewise."""

    folder: str
    file: str
    page: int
    full_of_figures: bool


def main() -> None:
    """Print the chosen pages."""
    for sheet in chosen(tuple(_sheets(corpus_folder() / "real")), PAGES, Random(SEED)):
        print(f"{sheet.folder}/{sheet.file}\t{sheet.page}\t{'figures' if sheet.full_of_figures else 'text'}")


def chosen(sheets: Sequence[Sheet], amount: int, random: Random) -> tuple[Sheet, ...]:
    """Return so many sheets: one of each folder, then of any file, a short one as likely as a long one."""
    found: list[Sheet] = []
    groups = [*_grouped(sheets, attrgetter("folder")), *([sheets] * amount)]
    for group, figures in zip(groups[:amount], WITH_FIGURES * amount, strict=False):
        left = [sheet for sheet in group if sheet not in found]
        liked = [sheet for sheet in left if sheet.full_of_figures == figures] or left
        if liked:
            found.append(random.choice(random.choice(_grouped(liked, attrgetter("folder", "file")))))
    return tuple(sorted(found))


def _grouped(sheets: Iterable[Sheet], key: Callable[[Sheet], object]) -> list[list[Sheet]]:
    """Return the sheets that agree in the key, group by group."""
    groups: dict[object, list[Sheet]] = {}
    for sheet in sheets:
        groups.setdefault(key(sheet), []).append(sheet)
    return list(groups.values())


def _sheets(folder: Path) -> Iterator[Sheet]:
    for path in sorted(folder.glob("*/*")):
        for page, text in enumerate(_texts(path), start=1):
            yield Sheet(path.parent.name, path.name, page, len(_AMOUNT.findall(text)) >= FULL_OF_FIGURES)


def _texts(path: Path) -> Iterator[str]:
    """Yield the bare text of each page; a file that is no document has none."""
    if path.suffix == ".pdf":
        with closing(PdfDocument(path)) as document:
            for page in document:
                yield page.get_textpage().get_text_range()
                page.close()
        return
    try:
        pages = read_file(path, Limits()).pages
    except UnreadableDocument:
        return
    yield from map(_text, pages)


def _text(page: Page) -> str:
    """Return what is on a page of a format that has no bare text."""
    grids = (block for block in page.blocks if isinstance(block, Grid))
    return "\n".join(cell.text for grid in grids for row in grid.rows for cell in row)


if __name__ == "__main__":
    main()
