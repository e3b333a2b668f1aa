"""Tells which letters a page shows, and how they stand."""

from math import hypot
from operator import mul

from parsing.readers.boxes import centre, holds
from parsing.readers.drawing import Letter, Turn
from parsing.readers.matrices import Matrix, box_transformed, followed, transformed
from parsing.readers.pdfium.glyphs import Glyphs, glyphs_on
from parsing.readers.pdfium.hidden import hidden_on
from parsing.readers.pdfium.pages import OpenPage
from parsing.readers.pdfium.shapes import Shapes
from records.evidence import BoundingBox

ASCENT, DESCENT = 0.88, 0.12
"""The share of a letter's size above and below its baseline. Fonts say widely different things of themselves, and
pdfium sets another in the place of one that is not embedded; their baselines agree."""
MIDDLE = (ASCENT - DESCENT) / 2
NEARLY_LEVEL = 0.02
"""Text that leans less than this against its line is turned by quarters; any other is a watermark or a stamp."""


def letters_on(page: OpenPage, view: Matrix, sheet: BoundingBox, shapes: Shapes) -> list[Letter]:
    """Return the letters that a reader of the page sees: on the sheet, not clipped, not slanted, not white on white.

    `view` is the way from the space of the page to the sheet.
    """
    glyphs = glyphs_on(page)
    for index in tuple(hidden_on(page, glyphs, view, shapes)):
        glyphs.texts[index] = ""
    level = view[0] > 0 and view[1] == view[2] == 0 and not any(glyphs.matrices[1::6])
    return _level_letters(glyphs, view, sheet) if level else _any_letters(glyphs, view, sheet)


def _level_letters(glyphs: Glyphs, view: Matrix, sheet: BoundingBox) -> list[Letter]:
    """Return the letters of a page of which nothing is turned, as nearly all are."""
    left, top = view[4:]
    _, _, width, height = sheet
    lefts, rights, origins = glyphs.boxes[0::4], glyphs.boxes[2::4], glyphs.origins[1::2]
    sizes = map(abs, map(mul, glyphs.sizes, glyphs.matrices[3::6]))
    new = tuple.__new__  # what Letter(…) calls in the end: a long file has half a million letters
    return [
        new(Letter, (text, (x0 + left, y - ASCENT * size, x1 + left, y + DESCENT * size), y, Turn.LEVEL))
        for text, x0, x1, origin, size in zip(glyphs.texts, lefts, rights, origins, sizes, strict=True)
        if text and 0 <= (y := top - origin) - MIDDLE * size <= height and 0 <= (x0 + x1) / 2 + left <= width
    ]


def _any_letters(glyphs: Glyphs, view: Matrix, sheet: BoundingBox) -> list[Letter]:
    """Return the letters of a page, however it and they are turned."""
    letters = (_letter(glyphs, index, view) for index, text in enumerate(glyphs.texts) if text)
    return [letter for letter in letters if letter and holds(sheet, centre(letter.bbox))]


def _letter(glyphs: Glyphs, index: int, view: Matrix) -> Letter | None:
    """Return a letter as it stands on the sheet, or None for one slanted across it."""
    a, b, c, d, _, _ = followed(glyphs.matrix(index), view)
    if b and _slanted(a, b, c, d):
        return None
    text, size = glyphs.texts[index], glyphs.sizes[index] * hypot(c, d)
    x0, top, x1, bottom = box_transformed(glyphs.box(index), view)
    x, y = transformed(glyphs.origin(index), view)
    if abs(a) > abs(b):
        return Letter(text, (x0, y - ASCENT * size, x1, y + DESCENT * size), y)
    if b < 0:
        return Letter(text, (x - ASCENT * size, top, x + DESCENT * size, bottom), x, Turn.UPWARD)
    return Letter(text, (x - DESCENT * size, top, x + ASCENT * size, bottom), x, Turn.DOWNWARD)


def _slanted(a: float, b: float, c: float, d: float) -> bool:
    along, across = sorted((abs(a), abs(b))), sorted((abs(c), abs(d)))
    return along[0] > NEARLY_LEVEL * along[1] and across[0] > NEARLY_LEVEL * across[1]
