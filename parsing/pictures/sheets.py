"""Draws one page of a file as a picture, in the coordinates that evidence is given in."""

from contextlib import closing
from itertools import islice
from math import sqrt

from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from parsing.failures import UnreadableDocument
from parsing.formats import IMAGE, PDF, format_of
from parsing.limits import Limits
from parsing.pictures.no_picture import NoPicture
from parsing.readers.boxes import around, centre, holds
from parsing.readers.image import pictures_of
from parsing.readers.ocr.picture import PagePicture
from parsing.readers.ocr.skew import straightened
from parsing.readers.pdfium.engine import drawing_of
from parsing.readers.pdfium.pages import UnopenedDocument, UnopenedPage, opened, opened_page
from records.evidence import BoundingBox

SCALE = 2.0
"""Dots a point, 144 to the inch: digits of seven points are easily read on a screen."""
WIDEST = 2000
"""In dots; A3 still has 1.7 a point."""
MOST_DOTS = 6_000_000
"""Of a whole page: 18 MB while it is drawn."""


NO_PAGES = NoPicture("the format has no pages", "该格式没有页面，无法生成图片。")
UNDRAWN = NoPicture("the page cannot be drawn", "该页无法绘制成图片。")


def sheet_of(content: bytes, number: int, limits: Limits, *, recognised: bool = False) -> PagePicture | NoPicture:
    """Return the page, counted from 1, as a coloured picture whose top left is that of the boxes on it.

    `recognised` says that its text was recognised in a picture: boxes are then those of the page once straightened.
    """
    form = format_of(content)
    if form not in (PDF, IMAGE):
        return NO_PAGES
    try:
        sheet = _printed(content, number) if form == PDF else _scanned(content, number, limits)
    except UnreadableDocument as error:
        return NoPicture(str(error), error.chinese)
    except (UnopenedDocument, PdfiumError):
        return UNDRAWN
    if sheet is None:
        return NoPicture(f"the file has no page {number}", f"文件没有第 {number} 页。")
    if not recognised and form == PDF:
        return sheet
    return PagePicture(straightened(sheet.picture.convert("L")).convert("RGB"), sheet.scale)


def table_at(content: bytes, number: int, box: BoundingBox, limits: Limits) -> BoundingBox | None:
    """Return the outline of the ruled table around a box on a printed page, if there is one."""
    if format_of(content) != PDF:
        return None
    try:
        with opened(content) as document, opened_page(document, number) as page:
            outlines = map(around, drawing_of(page, limits).tables)
            return next((outline for outline in outlines if holds(outline, centre(box))), None)
    except (UnreadableDocument, UnopenedDocument, UnopenedPage):
        return None


def scale_for(width: float, height: float) -> float:
    """Return how many dots a point a page of that many points is drawn with."""
    width, height = max(width, 1.0), max(height, 1.0)
    return min(SCALE, WIDEST / width, sqrt(MOST_DOTS / (width * height)))


def _printed(content: bytes, number: int) -> PagePicture | None:
    with opened(content) as document:
        if not 1 <= number <= document.pages:
            return None
        return _drawn(document.helper, number)


def _drawn(document: PdfDocument, number: int) -> PagePicture:
    with closing(document[number - 1]) as page:
        scale = scale_for(*page.get_size())
        with closing(page.render(scale=scale)) as bitmap:
            return PagePicture(bitmap.to_pil().convert("RGB"), scale)


def _scanned(content: bytes, number: int, limits: Limits) -> PagePicture | None:
    """Return a page of an image; each has the size in points that it was read in."""
    page = next(islice(pictures_of(content, limits), number - 1, None), None) if number >= 1 else None
    if page is None:
        return None
    _, _, width, height = page.sheet
    scale = scale_for(width, height)
    size = round(width * scale), round(height * scale)
    return PagePicture(page.picture.resize(size, Image.Resampling.LANCZOS), scale)
