"""Reads one picture of a page."""

from dataclasses import replace

from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.drawing import UNKNOWN_CHARACTER
from parsing.readers.drawn_page import page_of
from parsing.readers.ocr.picture import PagePicture, PictureReader

NARROWEST = 72.0
"""In points: what is narrower is no page."""
LONGEST = 3.0
"""How many times longer than wide a page may be; in longer ones no letter is large enough to be found."""
COARSEST = 95 / 72
"""In dots a point: in coarser scans decimal points are overlooked, and nothing tells (docs/reading.md). Screens have 96
dots an inch."""


def recognised_page(picture: PagePicture, number: int, limits: Limits, reader: PictureReader) -> Page | None:
    """Return the page, unread where any of its text is in doubt; None where none of it can be made out."""
    shorter, longer = sorted(picture.sheet[2:])
    coarse = picture.detail is not None and picture.detail < COARSEST
    if coarse or shorter < NARROWEST or longer > LONGEST * shorter:
        return None
    drawing = reader.drawing_of(picture, limits)
    if not drawing.letters:
        return None
    doubtful = any(letter.text == UNKNOWN_CHARACTER for letter in drawing.letters)
    return replace(page_of(drawing, number), unread=drawing.unread or doubtful, ocr=True)
