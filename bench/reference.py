"""Finds the tables of a page with pdfplumber: plainly, or with what it makes of the page put right in named ways."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from pdfplumber.page import Page as PlumberPage
from pdfplumber.table import TableFinder

from bench.sight import Sheet
from parsing.readers.boxes import Point, centre, common, holds, moved
from parsing.readers.open_cells import closed
from parsing.readers.plumber_visible import PlumberObject, box_of, inked
from parsing.readers.ruled_cells import Ruling
from records.evidence import BoundingBox

WITHIN = 1.0
"""How far within a cell, in points, its rulings are left behind."""


class Fault(StrEnum):
    """What pdfplumber gets wrong; each can be put right, to see whether the cells are then the same."""

    NO_INK = "fills in white, and paths that are not painted, are taken for rulings"
    FRAME = "a frame around text is taken for a table of one column"
    TWICE = "letters drawn twice to look bold are read twice"
    OPEN = "cells that go on over the end of a page are left out, since no ruling is drawn there"
    CLIPPED = "what is clipped away is read; the page as rendered shows nothing there"


class ReadCell(NamedTuple):
    """One cell of a table, merged or not."""

    bbox: BoundingBox
    text: str
    """Without blanks and line ends."""


def without_blanks(text: str | None) -> str:
    """Return the text without blanks and line ends."""
    return "".join((text or "").split())


def reference_cells(page: PlumberPage, righted: Collection[Fault], sheet: Sheet | None = None) -> list[ReadCell]:
    """Return the cells pdfplumber finds with some faults put right, as seen from the corner of the sheet.

    What is clipped away is put right by the page as rendered, which is needed for nothing else.
    """
    origin = common(page.mediabox, page.cropbox)[:2]
    if Fault.NO_INK in righted:
        page = page.filter(lambda thing: thing["object_type"] not in ("line", "rect", "curve") or inked(thing))
    if Fault.TWICE in righted:
        page = page.dedupe_chars()
    settings = {}
    if Fault.CLIPPED in righted or Fault.OPEN in righted:
        settings = _explicit(
            *_rulings(page, Fault.OPEN in righted, sheet if Fault.CLIPPED in righted else None, origin)
        )
    if Fault.CLIPPED in righted and sheet:
        page = _letters_seen(page, settings, sheet, origin)
    return [
        ReadCell(moved(cell, origin), without_blanks(text))
        for table in page.find_tables(settings)
        if Fault.FRAME not in righted or len({cell[0] for cell in table.cells}) > 1
        for row, texts in zip(table.rows, table.extract(), strict=True)
        for cell, text in zip(row.cells, texts, strict=True)
        if cell
    ]


def _rulings(
    page: PlumberPage, close: bool, sheet: Sheet | None, origin: Point
) -> tuple[Sequence[Ruling], Sequence[Ruling]]:
    """Return the level and upright rulings pdfplumber works with, as far as they are seen, with open ends closed."""
    edges = TableFinder(page).edges
    level = sorted((edge["top"], edge["x0"], edge["x1"]) for edge in edges if edge["orientation"] == "h")
    upright = sorted((edge["x0"], edge["top"], edge["bottom"]) for edge in edges if edge["orientation"] == "v")
    if sheet:
        level = list(_seen(level, sheet, origin[1], origin[0], upright=False))
        upright = list(_seen(upright, sheet, origin[0], origin[1], upright=True))
    return closed(level, upright) if close else level, upright


def _seen(rulings: Sequence[Ruling], sheet: Sheet, across: float, along: float, *, upright: bool) -> Iterator[Ruling]:
    for stand, begin, end in rulings:
        if part := sheet.seen_part((stand - across, begin - along, end - along), upright=upright):
            yield part[0] + across, part[1] + along, part[2] + along


def _explicit(level: Sequence[Ruling], upright: Sequence[Ruling]) -> dict[str, Any]:
    """Return the settings that make pdfplumber work with these rulings and no others."""
    rows = [_line(begin, stand, end, stand) for stand, begin, end in level]
    columns = [_line(stand, begin, stand, end) for stand, begin, end in upright]
    if min(len(rows), len(columns)) < 2:  # pdfplumber refuses so few; no table has fewer
        rows = columns = [_line(0, 0, 0, 0)] * 2
    return {
        "horizontal_strategy": "explicit",
        "explicit_horizontal_lines": rows,
        "vertical_strategy": "explicit",
        "explicit_vertical_lines": columns,
    }


def _line(x0: float, top: float, x1: float, bottom: float) -> PlumberObject:
    return {
        "object_type": "line",
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _letters_seen(page: PlumberPage, settings: dict[str, Any], sheet: Sheet, origin: Point) -> PlumberPage:
    """Return the page without letters of which nothing is seen in the cell they stand in."""
    cells = [cell for table in page.find_tables(settings) for cell in table.cells]
    letters = [(box_of(letter), letter["text"]) for letter in page.chars]
    hidden = set()
    for cell in cells:
        x0, top, x1, bottom = cell
        within = x0 + WITHIN, top + WITHIN, x1 - WITHIN, bottom - WITHIN
        inside = {box: text for box, text in letters if holds(cell, centre(box))}
        for box, text in inside.items():
            if text.strip() and not sheet.inked(moved(common(_alone(box, inside), within), origin)):
                hidden.add(box)
    return page.filter(lambda thing: thing["object_type"] != "char" or box_of(thing) not in hidden)


def _alone(letter: BoundingBox, others: Iterable[BoundingBox]) -> BoundingBox:
    """Return the part of a letter's box that no letters above and below it reach into."""
    x0, top, x1, bottom = letter
    for left, above, right, below in others:
        if left < x1 and right > x0 and above != letter[1]:
            top, bottom = (top, min(bottom, above)) if above > letter[1] else (max(top, below), bottom)
    return x0, top, x1, bottom
