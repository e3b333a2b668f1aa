"""Reads a page that is a picture as if it had been drawn: letters where they stand, cells within their rulings."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np

from parsing.limits import Limits
from parsing.readers.drawing import Drawing, Letter
from parsing.readers.ocr.glyphs import Glyph, agreed, believed, certainty_of, deserves_another_look
from parsing.readers.ocr.picture import PagePicture
from parsing.readers.ocr.rulings import Pixels, ink_of, ruled_tables, rulings_around
from parsing.readers.ocr.skew import straightened
from parsing.readers.ocr.strips import cut_at_rulings, overlooked
from records.evidence import BoundingBox

CERTAIN_PAGE = 0.7
"""Upright text is recognised with 0.9 and more on average; what is less lies on its side or head, or is no text."""

TURNED_ROUND = 6
"""So many strips tell whether a page is on its head: digits alone are read with certainty either way."""

FURTHER_AWAY = 6
"""On another look the margin is the strip's height divided by this."""


class Engine(Protocol):
    """Finds and recognises strips of text in grey pictures."""

    def strips_in(self, picture: Pixels) -> Sequence[tuple[int, int, int, int]]:
        """Return left, top, right and bottom of each strip in dots."""

    def recognised(self, pictures: Sequence[Pixels]) -> Sequence[tuple[Glyph, ...]]:
        """Return the glyphs of each strip, given as a picture of its own."""


class RecognisingReader:
    """Reads pictures with an engine; it is a `PictureReader`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def drawing_of(self, page: PagePicture, limits: Limits) -> Drawing:
        """Return what the page shows once straightened; it is lost where its text cannot be made out."""
        scale = page.scale
        grey = np.asarray(straightened(page.picture), np.uint8)
        ink = ink_of(grey, scale)
        tables = ruled_tables(ink, scale, limits.max_crossings)
        if tables is None:
            return Drawing(page.sheet, crowded=True)
        rulings = rulings_around(tables, ink, scale) > 0
        # A ruling beside a digit would be read as another digit.
        text, ink = np.where(rulings, np.uint8(np.median(grey)), grey), np.where(rulings, np.uint8(0), ink)
        cells = [cell for table in tables for cell in table]
        strips = self._strips(text, ink, cells, scale)
        pieces = [_cut_out(text, strip, scale) for strip in strips]
        glyphs = self._glyphs(pieces)
        certainty = certainty_of([glyph for each in glyphs for glyph in each])
        if certainty < CERTAIN_PAGE or self._is_on_its_head(pieces, glyphs):
            return Drawing(page.sheet, lost=True)
        letters = [
            letter for strip, each in zip(strips, glyphs, strict=True) for letter in _letters(strip, believed(each))
        ]
        return Drawing(page.sheet, letters, tables)

    def _strips(self, text: Pixels, ink: Pixels, cells: Sequence[BoundingBox], scale: float) -> list[BoundingBox]:
        found = [
            (left / scale, top / scale, right / scale, bottom / scale)
            for left, top, right, bottom in self._engine.strips_in(text)
        ]
        strips = list(cut_at_rulings(found, cells, ink, scale))
        return [*strips, *overlooked(strips, cells, ink, scale)]

    def _glyphs(self, strips: Sequence[Pixels]) -> list[Sequence[Glyph]]:
        """Return what is read on each strip, after another look at those with a doubtful number."""
        read: list[Sequence[Glyph]] = list(self._engine.recognised(strips))
        doubtful = [place for place, glyphs in enumerate(read) if deserves_another_look(glyphs)]
        again = self._engine.recognised([_from_further_away(strips[place]) for place in doubtful])
        for place, glyphs in zip(doubtful, again, strict=True):
            read[place] = agreed(read[place], glyphs)
        return read

    def _is_on_its_head(self, strips: Sequence[Pixels], upright: Sequence[Sequence[Glyph]]) -> bool:
        """Return whether the widest strips are read with more certainty once turned round."""
        widest = sorted(range(len(strips)), key=lambda place: -strips[place].shape[1])[:TURNED_ROUND]
        turned = self._engine.recognised([np.ascontiguousarray(strips[place][::-1, ::-1]) for place in widest])
        return sum(map(certainty_of, turned)) > sum(certainty_of(upright[place]) for place in widest)


def _from_further_away(strip: Pixels) -> Pixels:
    """Return the strip with more paper around it, so that its letters are looked at in another size."""
    margin = strip.shape[0] // FURTHER_AWAY
    return np.pad(strip, margin, mode="edge")


def _cut_out(picture: Pixels, strip: BoundingBox, scale: float) -> Pixels:
    left, top, right, bottom = (max(0, round(side * scale)) for side in strip)
    return picture[top : bottom + 1, left : right + 1]


def _letters(strip: BoundingBox, glyphs: Sequence[Glyph]) -> Iterator[Letter]:
    """Yield the letters of a strip, each reaching to the middle between it and the next: a gap would be a blank."""
    left, top, right, bottom = strip
    between = [left + (right - left) * (one.middle + other.middle) / 2 for one, other in pairwise(glyphs)]
    for glyph, (begin, end) in zip(glyphs, pairwise((left, *between, right)), strict=False):
        yield Letter(glyph.character, (begin, top, end, bottom), bottom)
