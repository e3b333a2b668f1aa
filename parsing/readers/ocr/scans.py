"""Reads the pages of a PDF that are pictures."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from math import sqrt

from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.drawing import SEAL_SHARE
from parsing.readers.ocr.picture import (
    DOTS_PER_INCH,
    POINTS_PER_INCH,
    OpenPictureReader,
    PagePicture,
    PictureReader,
    PictureReaderMissing,
    PicturesLeft,
)
from parsing.readers.ocr.recognised_page import recognised_page

MOST_DOTS = 12_000_000
"""A2 at 200 dots an inch has 15 million; larger sheets are looked at from further away."""


def with_scans_read(
    content: bytes, pages: Sequence[Page], limits: Limits, open_reader: OpenPictureReader | None
) -> tuple[Page, ...]:
    """Return the pages, those that are unread read from pictures of them as far as that is possible and allowed.

    Raises UnreadableDocument where every page is a picture and pictures cannot be read on this machine, and
    PicturesLeft where there are pictures and no reader of them is given.
    """
    unread = [page.number for page in pages if page.unread and page.number is not None]
    if not unread:
        return tuple(pages)
    if open_reader is None:
        raise PicturesLeft(len(pages))
    try:
        reader = open_reader()
    except PictureReaderMissing as missing:
        if any(page.blocks and not page.unread for page in pages):
            return tuple(pages)
        raise UnreadableDocument(Cause.NEEDS_OCR, f"its {len(pages)} pages are pictures; {missing}") from missing
    read = dict(_recognised(content, unread[: limits.max_recognised_pages], limits, reader))
    return tuple(read.get(page.number, page) for page in pages)


def _recognised(
    content: bytes, numbers: Sequence[int], limits: Limits, reader: PictureReader
) -> Iterator[tuple[int | None, Page]]:
    try:
        document = PdfDocument(content)
    except PdfiumError:  # the other engine made something of it, and cannot draw it
        return
    with closing(document):
        for number in numbers:
            picture = picture_of(document, number)
            page = recognised_page(picture, number, limits, reader) if picture else None
            if page is not None:
                yield number, page


def picture_of(document: PdfDocument, number: int) -> PagePicture | None:
    """Return the page, counted from 1, as a grey picture; None where it cannot be drawn."""
    try:
        return _drawn(document, number)
    except PdfiumError:  # one damaged page among others
        return None


def _drawn(document: PdfDocument, number: int) -> PagePicture:
    with closing(document[number - 1]) as page:
        width, height = page.get_size()
        scale = min(DOTS_PER_INCH / POINTS_PER_INCH, sqrt(MOST_DOTS / max(1.0, width * height)))
        with closing(page.render(scale=scale, grayscale=True)) as bitmap:
            return PagePicture(bitmap.to_pil().copy(), scale, _detail(page))


def _detail(page: PdfPage) -> float | None:
    """Return how many dots a point the finest of the large pictures on the page has; None where it shows none."""
    width, height = page.get_size()
    details = []
    for picture in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = picture.get_bounds()
        area = (right - left) * (top - bottom)
        if area > SEAL_SHARE * width * height:
            across, down = picture.get_px_size()
            details.append(sqrt(across * down / area))
    return max(details, default=None)
