"""What a PDF engine sees on one page: letters, ruled cells and pictures, before they are lines and tables.

The engine behind it may change; whatever reads PDF files hands on these values and nothing else.
"""

from dataclasses import dataclass
from enum import Enum

from parsing.readers.boxes import area, centre, holds
from records.evidence import BoundingBox

UNKNOWN_CHARACTER = "\ufffd"

SCAN_SHARE = 0.5
"""Pictures that cover more of a page are its background or its content; charts beside the narrative cover less."""
SEAL_SHARE = 0.05
"""Pictures that cover less of a page are seals, emblems and signatures."""
FEW_LETTERS = 10
"""Fewer are a page number and what a scanner adds; a background has more letters over it."""
MANY_CURVES = 200
"""A page with so many curves and few letters shows text drawn as outlines."""
UNKNOWN_SHARE = 0.1
"""A page with a larger share of letters without a character is not read."""


class Turn(Enum):
    """Which way text runs."""

    LEVEL = "level"
    UPWARD = "upward"
    DOWNWARD = "downward"


@dataclass(frozen=True, slots=True)
class Letter:
    """One visible glyph."""

    text: str
    """What it stands for; `UNKNOWN_CHARACTER` where the font does not say."""
    bbox: BoundingBox
    baseline: float
    """The distance of the line it stands on from the top of the page; for turned text from its left edge."""
    turn: Turn = Turn.LEVEL

    @property
    def size(self) -> float:
        """Its height above and below the baseline."""
        x0, top, x1, bottom = self.bbox
        return bottom - top if self.turn is Turn.LEVEL else x1 - x0

    @property
    def extent(self) -> tuple[float, float]:
        """Where it begins and ends along the way its text runs."""
        x0, top, x1, bottom = self.bbox
        return {Turn.LEVEL: (x0, x1), Turn.UPWARD: (-bottom, -top), Turn.DOWNWARD: (top, bottom)}[self.turn]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page as drawn; all places are points from the top left of its visible part."""

    sheet: BoundingBox
    letters: tuple[Letter, ...] = ()
    tables: tuple[tuple[BoundingBox, ...], ...] = ()
    """The boxes of the cells of each ruled table, in any order; a table before one that is around it."""
    pictures: tuple[BoundingBox, ...] = ()
    curves: int = 0
    """How many curves are drawn."""
    crowded: bool = False
    """True when there are too many rulings to look for tables."""

    @property
    def sideways(self) -> bool:
        """Whether the page lies on its side, its tables with it: their rows would be read as columns."""
        return sum(letter.turn is not Turn.LEVEL for letter in self.letters) > len(self.letters) / 2

    @property
    def unread(self) -> bool:
        """Whether something is shown here that is not among the letters: a picture of text, text without characters."""
        printed = [letter for letter in self.letters if letter.text.strip()]
        unknown = sum(letter.text == UNKNOWN_CHARACTER for letter in printed)
        if self.crowded or self.sideways or unknown > UNKNOWN_SHARE * len(printed):
            return True
        shown = sum(map(area, self.pictures)) / (area(self.sheet) or 1)
        if len(printed) < FEW_LETTERS:
            return shown > SEAL_SHARE or self.curves >= MANY_CURVES
        over = sum(any(holds(picture, centre(letter.bbox)) for picture in self.pictures) for letter in printed)
        return shown > SCAN_SHARE and over < FEW_LETTERS
