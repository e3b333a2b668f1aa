"""Takes from pdfium what it says of each character of a page."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import eq

from parsing.readers.boxes import Point
from parsing.readers.matrices import Matrix
from parsing.readers.pdfium.binding import DOUBLE, FLOAT, answers, each, pdfium, written
from parsing.readers.pdfium.characters import characters_on
from parsing.readers.pdfium.pages import OpenPage
from records.evidence import BoundingBox


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a text page in the order drawn, side by side, in the space of the page."""

    texts: list[str]
    """What each stands for; empty where it is no letter of its own, or is hidden."""
    boxes: "array[float]"
    """Four numbers each: left, top, right, bottom. Only their extent along the text is the font's."""
    origins: "array[float]"
    """Two each: where it begins on its baseline."""
    matrices: "array[float]"
    """Six each."""
    sizes: Sequence[float]
    """Before the matrix is applied."""

    def box(self, index: int) -> BoundingBox:
        """Return the box of one."""
        left, top, right, bottom = self.boxes[4 * index : 4 * index + 4]
        return left, top, right, bottom

    def origin(self, index: int) -> Point:
        """Return where one begins."""
        return self.origins[2 * index], self.origins[2 * index + 1]

    def matrix(self, index: int) -> Matrix:
        """Return how one is turned and scaled."""
        a, b, c, d, e, f = self.matrices[6 * index : 6 * index + 6]
        return a, b, c, d, e, f


def glyphs_on(page: OpenPage) -> Glyphs:
    """Return the characters of an open page."""
    amount, everything = page.characters, each(page.text, page.characters)
    texts = characters_on(page.text, amount)
    boxes = written(pdfium().box_of, *everything, amount=amount, kind=FLOAT, width=4)
    lefts = boxes[0::4]
    for index in compress(count(), map(eq, lefts, lefts[1:])):
        if boxes[4 * index : 4 * index + 4] == boxes[4 * index + 4 : 4 * index + 8]:
            # Parts of one glyph, as of a ligature. A letter drawn twice is not: pdfium gives that once.
            texts[index], texts[index + 1] = "", texts[index] + texts[index + 1]
    return Glyphs(
        texts,
        boxes,
        origins=written(pdfium().origin_of, *everything, amount=amount, kind=DOUBLE, width=2, outs=2),
        matrices=written(pdfium().matrix_of_letter, *everything, amount=amount, kind=FLOAT, width=6),
        sizes=answers(pdfium().size_of, *everything),
    )
