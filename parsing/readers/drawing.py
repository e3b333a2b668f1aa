"""What a PDF engine sees on one page: letters, ruled cells and pictures, before they are lines and tables.

The engine behind it may change; whatever reads PDF files hands on these values and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

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


class Letter(NamedTuple):
    """One visible glyph; a tuple, since some hundred thousand are made of a long file."""

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

    def levelled(self) -> "Letter":
        """Return the letter with the sheet turned so that its text is level; only its extents keep a meaning."""
        x0, top, x1, bottom = self.bbox
        if self.turn is Turn.LEVEL:
            return self
        along = (-bottom, x0, -top, x1) if self.turn is Turn.UPWARD else (top, x0, bottom, x1)
        return Letter(self.text, along, self.baseline)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page as drawn; all places are points from the top left of its visible part."""

    sheet: BoundingBox
    letters: Sequence[Letter] = ()
    tables: tuple[tuple[BoundingBox, ...], ...] = ()
    """The boxes of the cells of each ruled table, in any order; a table before one that is around it."""
    pictures: tuple[BoundingBox, ...] = ()
    curves: int = 0
    """How many curves are drawn."""
    lost_cells: bool = False
    """True when lines are drawn as if for a table, and the engine finds no cell between them."""
    lost_letters: bool = False
    """True when the engine may lack letters that the page has."""
    crowded: bool = False
    """True when there are too many rulings to look for tables."""
    lost: bool = False
    """True when the page is too damaged to be looked into."""

    @property
    def printed(self) -> tuple[Letter, ...]:
        """The letters that leave ink."""
        return tuple(letter for letter in self.letters if not letter.text.isspace())

    @property
    def unknown_share(self) -> float:
        """The share of the printed letters whose font does not say what they stand for."""
        unknown = [letter.text for letter in self.letters].count(UNKNOWN_CHARACTER)
        return unknown / len(self.printed) if unknown else 0.0

    @property
    def sideways(self) -> bool:
        """Whether the page lies on its side, its tables with it: their rows would be read as columns."""
        return [letter.turn for letter in self.letters].count(Turn.LEVEL) < len(self.letters) / 2

    @property
    def unread(self) -> bool:
        """Whether something is shown here that is not among the letters: a picture of text, text without characters."""
        if self.lost or self.crowded or self.sideways or self.unknown_share > UNKNOWN_SHARE:
            return True
        shown = sum(map(area, self.pictures)) / (area(self.sheet) or 1)
        if shown <= SEAL_SHARE and self.curves < MANY_CURVES:
            return False
        printed = self.printed
        if len(printed) < FEW_LETTERS or shown <= SCAN_SHARE:
            return len(printed) < FEW_LETTERS
        return (
            sum(any(holds(picture, centre(letter.bbox)) for picture in self.pictures) for letter in printed)
            < FEW_LETTERS
        )
