"""Reads one page of a file by itself, as it is read among the others."""

from itertools import islice

from parsing.failures import UnreadableDocument
from parsing.formats import IMAGE, PDF, format_of
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.drawn_page import page_of
from parsing.readers.image import pictures_of
from parsing.readers.ocr.picture import OpenPictureReader, PictureReaderMissing
from parsing.readers.ocr.recognised_page import recognised_page
from parsing.readers.ocr.scans import with_scans_read
from parsing.readers.pdf_engine import drawings


def read_page(content: bytes, number: int, limits: Limits, open_reader: OpenPictureReader) -> Page:
    """Return the page, counted from 1, without blocks where there is none or none can be read."""
    form = format_of(content)
    page = None
    try:
        if form == PDF:
            page = _printed(content, number, limits, open_reader)
        elif form == IMAGE:
            page = _scanned(content, number, limits, open_reader)
    except (UnreadableDocument, PictureReaderMissing):
        pass
    return page or Page(number, (), unread=True)


def _printed(content: bytes, number: int, limits: Limits, open_reader: OpenPictureReader) -> Page | None:
    drawing = next(islice(drawings(content, limits), number - 1, None), None)
    if drawing is None:
        return None
    (page,) = with_scans_read(content, (page_of(drawing, number),), limits, open_reader)
    return page


def _scanned(content: bytes, number: int, limits: Limits, open_reader: OpenPictureReader) -> Page | None:
    picture = next(islice(pictures_of(content, limits), number - 1, None), None)
    return recognised_page(picture, number, limits, open_reader()) if picture else None
