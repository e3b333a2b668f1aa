"""Reads pages of a PDF that a program converted to HTML by putting every text and ruling at its place."""

import re
from collections.abc import Iterator, Mapping

from parsing.pages import Page
from parsing.readers.boxes import area, around
from parsing.readers.drawing import Drawing, Letter
from parsing.readers.drawn_page import page_of
from parsing.readers.office.xml import Element
from parsing.readers.open_cells import closed
from parsing.readers.ruled_cells import Ruling, cells_of, merged, tables_of
from parsing.readers.tally import Tally
from parsing.readers.web.style import lengths_of, style_of

_FULL_WIDTH = re.compile("[\u2e80-\uffef—…“”‘’]")
_NARROW = 0.5
"""How wide Latin letters and digits are, in sizes of the letter."""
_BASELINE = 0.8
"""How far below the top of its box a letter stands, in sizes."""


def is_positioned_page(element: Element) -> bool:
    """Return whether the element is a sheet of given size and all that stands on it is placed."""
    if element.tag != "div" or not len(element) or (element.text or "").strip():
        return False
    style = style_of(element)
    is_sheet = style.get("position") == "relative" and {"width", "height"} <= lengths_of(style).keys()
    return is_sheet and all(_is_placed(each) for each in element)


def _is_placed(element: Element) -> bool:
    style = style_of(element)
    return style.get("position") == "absolute" and {"left", "top"} <= lengths_of(style).keys()


def positioned_page(element: Element, number: int, tally: Tally) -> Page:
    """Return the page as its letters and rulings show it."""
    sheet = lengths_of(style_of(element))
    letters: list[Letter] = []
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for each in element.iterdescendants("div"):
        style = style_of(each)
        if style.get("position") == "absolute":
            text = "".join(each.itertext())
            tally.count_characters(len(text))
            letters += _letters(text, style)
            _add_rulings(style, level, upright)
    rows, columns = merged(level), merged(upright)
    crowded = len(rows) * len(columns) > tally.limits.max_crossings
    tables = () if crowded else tables_of(cells_of(closed(rows, columns), columns))
    drawing = Drawing(
        sheet=(0.0, 0.0, sheet["width"], sheet["height"]),
        letters=tuple(letters),
        tables=tuple(sorted(map(tuple, tables), key=lambda cells: area(around(cells)))),
        crowded=crowded,
    )
    return page_of(drawing, number)


def _letters(text: str, style: Mapping[str, str]) -> Iterator[Letter]:
    lengths = lengths_of(style)
    left, top, size = (lengths.get(name, 0.0) for name in ("left", "top", "font-size"))
    for letter in text if size else "":
        width = size if _FULL_WIDTH.match(letter) else size * _NARROW
        yield Letter(letter, (left, top, left + width, top + size), top + size * _BASELINE)
        left += width


def _add_rulings(style: Mapping[str, str], level: list[Ruling], upright: list[Ruling]) -> None:
    lengths = lengths_of(style)
    left, top, width, height = (lengths.get(name, 0.0) for name in ("left", "top", "width", "height"))
    sides = {name for name in style if name.startswith("border") and "solid" in style[name]}
    if sides & {"border", "border-top"}:
        level.append((top, left, left + width))
    if sides & {"border", "border-bottom"}:
        level.append((top + height, left, left + width))
    if sides & {"border", "border-left"}:
        upright.append((left, top, top + height))
    if sides & {"border", "border-right"}:
        upright.append((left + width, top, top + height))
