"""What a reader hands on: pages of text and grids in reading order, before anything is understood.

Every format has one reader that returns these values; nothing after it knows what format a file had.
"""

from dataclasses import dataclass

from records.evidence import BoundingBox


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands in the file."""

    page: int | None = None
    line: int | None = None
    cell: str | None = None
    bbox: BoundingBox | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of running text."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a grid."""

    text: str
    place: Place
    covered: bool = False
    """True where a merged cell reaches over this position: its text stands in the cell to the left or above."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled or tabbed table as it stands on one page; rows may differ in length where the file lost merged cells."""

    rows: tuple[tuple[GridCell, ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """One page, or a whole file where the format has no pages."""

    number: int | None
    """Counted from 1; None where the format has no pages."""
    blocks: tuple[TextLine | Grid, ...]
    unread: bool = False
    """True when something is printed here that could not be read, such as a picture of text."""
    ocr: bool = False
    """True when its text was recognised in a picture: a digit may be another."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as read."""

    format: str
    """pdf, txt …: told from the bytes, never from the name."""
    pages: tuple[Page, ...]
