"""Draws onto the picture of a page: the one place that is spoken of, or everything that was found there."""

from itertools import cycle

from PIL import Image, ImageChops, ImageDraw

from parsing.pages import Grid, Page, TextLine
from parsing.readers.ocr.picture import PagePicture
from records.evidence import BoundingBox

Colour = tuple[int, int, int]
Dots = tuple[int, int, int, int]

MARK: Colour = (214, 0, 60)
HIGHLIGHT: Colour = (255, 244, 150)
MARK_WIDTH = 1.5
"""In points: wider, and it would hide the last digit of the cell to the left."""

TABLES: tuple[Colour, ...] = ((0, 102, 204), (214, 96, 0), (0, 128, 72), (128, 0, 160))
"""The colours of one table after the other."""
LINES: Colour = (150, 120, 60)
TINT, FAINT = 22, 110
"""How opaque the ground of a cell and the frame of a line are, of 255."""


def highlight(sheet: PagePicture, box: BoundingBox) -> None:
    """Mark one place so that it is found at a glance: as with a marker, within a frame."""
    inside = _dots(sheet, box)
    cell = sheet.picture.crop(inside)
    sheet.picture.paste(ImageChops.multiply(cell, Image.new("RGB", cell.size, HIGHLIGHT)), inside)
    width = max(2, round(MARK_WIDTH * sheet.scale))
    ImageDraw.Draw(sheet.picture).rectangle(_grown(inside, width), outline=MARK, width=width)


def mark_found(sheet: PagePicture, page: Page) -> None:
    """Draw the cells that were found, each table in a colour of its own, and lightly the lines of text.

    Each cell is drawn just within its borders, so that neighbours stay apart and a merged cell is seen to be one.
    """
    draw = ImageDraw.Draw(sheet.picture, "RGBA")
    colours = cycle(TABLES)
    for block in page.blocks:
        if isinstance(block, TextLine):
            if block.place.bbox:
                draw.rectangle(_dots(sheet, block.place.bbox), outline=(*LINES, FAINT))
            continue
        colour = next(colours)
        for box in _cells(block):
            draw.rectangle(_grown(_dots(sheet, box), -1), fill=(*colour, TINT), outline=colour)


def _cells(grid: Grid) -> list[BoundingBox]:
    return [cell.place.bbox for row in grid.rows for cell in row if cell.place.bbox and not cell.covered]


def _dots(sheet: PagePicture, box: BoundingBox) -> Dots:
    left, top, right, bottom = (round(side * sheet.scale) for side in box)
    return left, top, max(left + 3, right), max(top + 3, bottom)


def _grown(box: Dots, by: int) -> Dots:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
