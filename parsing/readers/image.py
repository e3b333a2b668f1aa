"""Reads images: scans, screenshots and photographs of pages."""

import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps, ImageSequence

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.ocr.picture import (
    DOTS_PER_INCH,
    POINTS_PER_INCH,
    OpenPictureReader,
    PagePicture,
    PictureReaderMissing,
    PicturesLeft,
)
from parsing.readers.ocr.recognised_page import recognised_page

PAGE_WIDTH = 595.0
"""In points, the shorter side of A4: many images do not say how large their page was, or say it wrongly."""
_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP")
_SCALE = DOTS_PER_INCH / POINTS_PER_INCH
_BROKEN = (OSError, EOFError, SyntaxError, ValueError, struct.error)
"""What Pillow raises on images that are damaged."""


def read_image(content: bytes, limits: Limits, open_reader: OpenPictureReader | None) -> tuple[Page, ...]:
    """Read every page of the image.

    Raises UnreadableDocument if it is damaged or too large, if no text can be made out, or if this machine reads no
    pictures, and PicturesLeft where no reader of them is given.
    """
    if open_reader is None:
        raise PicturesLeft(_page_count(content))
    try:
        reader = open_reader()
    except PictureReaderMissing as missing:
        raise UnreadableDocument(Cause.NEEDS_OCR, f"an image; {missing}") from missing
    pages: list[Page] = []
    for number, picture in enumerate(pictures_of(content, limits), start=1):
        allowed = number <= limits.max_recognised_pages
        read = recognised_page(picture, number, limits, reader) if allowed else None
        pages.append(read or Page(number, (), unread=True))
    if not any(page.blocks for page in pages):
        raise UnreadableDocument(Cause.NO_TEXT, f"none of its {len(pages)} pages has text that can be made out")
    return tuple(pages)


def pictures_of(content: bytes, limits: Limits) -> Iterator[PagePicture]:
    """Yield each page as a grey picture in the size it is read in."""
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number > limits.max_pages or frame.width * frame.height > limits.max_dots:
                    reason = f"{frame.width} x {frame.height} dots on page {number}"
                    raise UnreadableDocument(Cause.TOO_LARGE, reason)  # before its dots are in memory
                yield PagePicture(_grey(frame), _SCALE, min(frame.size) / PAGE_WIDTH)
    except Image.DecompressionBombError as error:
        raise UnreadableDocument(Cause.TOO_LARGE, str(error)) from error
    except _BROKEN as error:
        raise UnreadableDocument(Cause.DAMAGED, f"the image cannot be decoded: {error}") from error


def _page_count(content: bytes) -> int:
    """Return how many pages the image says it has; 1 where it is damaged, which is told when it is read."""
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            return getattr(image, "n_frames", 1)
    except (Image.DecompressionBombError, *_BROKEN):
        return 1


def _grey(frame: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(frame)
    if upright.has_transparency_data:
        paper = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(paper, upright.convert("RGBA"))
    if upright.mode.startswith("I"):  # 65,536 levels, which a conversion would cut off at 255
        upright = upright.point(lambda level: level * (1 / 256))
    grey = upright.convert("L")
    enlarged = PAGE_WIDTH * _SCALE / min(grey.size)
    return grey.resize((round(grey.width * enlarged), round(grey.height * enlarged)), Image.Resampling.LANCZOS)
