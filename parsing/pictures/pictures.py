"""Gives pictures of what was read: a place on its page, marked, or a whole page with everything found on it."""

from io import BytesIO

from PIL import Image

from parsing.limits import Limits
from parsing.pictures.crops import crop_around
from parsing.pictures.marks import highlight, mark_found
from parsing.pictures.no_picture import NoPicture
from parsing.pictures.one_page import read_page
from parsing.pictures.sheets import sheet_of, table_at
from parsing.readers.boxes import common
from parsing.readers.ocr.picture import OpenPictureReader, open_picture_reader
from records.evidence import BoundingBox

COLOURS = 64
"""Enough for print and marks; the file is a third as large as with all of them."""


def picture_of_place(
    content: bytes, number: int, box: BoundingBox, limits: Limits, *, recognised: bool = False
) -> bytes | NoPicture:
    """Return a PNG of the part of a page around a box, which is marked.

    `recognised` says that the page is among those whose text was recognised in a picture of it.
    """
    sheet = sheet_of(content, number, limits, recognised=recognised)
    if isinstance(sheet, NoPicture):
        return sheet
    table = None if recognised else table_at(content, number, box, limits)
    crop = crop_around(box, sheet.sheet, table)
    if crop is None:
        return NoPicture(f"the place is not on page {number}", f"所指位置不在第 {number} 页上。")
    highlight(sheet, common(box, sheet.sheet))
    left, top, right, bottom = (round(side * sheet.scale) for side in crop)
    return _png(sheet.picture.crop((left, top, right, bottom)))


def picture_of_page(
    content: bytes, number: int, limits: Limits, open_reader: OpenPictureReader = open_picture_reader
) -> bytes | NoPicture:
    """Return a PNG of a page with the cells and lines that the reader finds on it; without them if it finds none."""
    page = read_page(content, number, limits, open_reader)
    sheet = sheet_of(content, number, limits, recognised=page.ocr)
    if isinstance(sheet, NoPicture):
        return sheet
    mark_found(sheet, page)
    return _png(sheet.picture)


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()
