"""Has pictures of pages drawn in a child process: whoever asks for them neither opens a file nor imports what does."""

from functools import partial
from pathlib import Path

from monitor.reader_process import Broken, ReaderProcess
from parsing.limits import Limits
from parsing.pictures.no_picture import NoPicture
from records.evidence import BoundingBox

Picture = bytes | NoPicture | Broken
"""A PNG, or why there is none."""


def page_picture(reader: ReaderProcess, file: Path, page: int) -> Picture:
    """Return a picture of a page, counted from 1, with the cells and lines that are found on it. Raises Interrupted."""
    return reader.run(partial(_draw_page, file.absolute(), page))


def evidence_picture(
    reader: ReaderProcess, file: Path, page: int, box: BoundingBox, *, recognised: bool = False
) -> Picture:
    """Return a picture of the part of a page around a box, which is marked; page and box are those of an Evidence.

    `recognised` says that the page is one of the disclosure's `ocr_pages`. Raises Interrupted.
    """
    return reader.run(partial(_draw_place, file.absolute(), page, box, recognised=recognised))


def _draw_page(file: Path, page: int) -> bytes | NoPicture:
    from parsing.pictures.pictures import picture_of_page

    return picture_of_page(file.read_bytes(), page, Limits())


def _draw_place(file: Path, page: int, box: BoundingBox, *, recognised: bool) -> bytes | NoPicture:
    from parsing.pictures.pictures import picture_of_place

    return picture_of_place(file.read_bytes(), page, box, Limits(), recognised=recognised)
