"""A page as a picture, and who reads it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from PIL import Image

from parsing.limits import Limits
from parsing.readers.drawing import Drawing
from records.evidence import BoundingBox

POINTS_PER_INCH = 72
DOTS_PER_INCH = 200
"""Digits of seven points are still 14 dots high; more takes longer and reads no better."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a grey picture."""

    picture: Image.Image
    scale: float
    """Dots a point."""
    detail: float | None = None
    """Dots a point of what was scanned, however large the picture of it is now; None where nothing was."""

    @property
    def sheet(self) -> BoundingBox:
        """The page in points."""
        return 0.0, 0.0, self.picture.width / self.scale, self.picture.height / self.scale


class PictureReader(Protocol):
    """Reads the text and the ruled tables of pictures."""

    def drawing_of(self, page: PagePicture, limits: Limits) -> Drawing:
        """Return what the page shows, in points of the page once straightened; doubtful text is unknown characters."""


OpenPictureReader = Callable[[], PictureReader]
"""Opens the reader when the first picture needs it. Raises PictureReaderMissing."""


class PictureReaderMissing(Exception):
    """The packages that read pictures are not installed."""

    def __str__(self) -> str:
        return "pictures of text are read where the extra is installed: pip install 'budgetwatch[ocr]'"


class PicturesLeft(Exception):
    """A file has pages that are pictures, which whoever reads it leaves to another process."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        """How many pages the file has, whatever they are."""
        super().__init__(pages)


def pictures_are_readable() -> bool:
    """Return whether the packages that read pictures are installed; none of them is loaded."""
    return all(find_spec(package) for package in ("rapidocr", "onnxruntime"))


@cache  # loading takes a second and 300 MB: once a process, and only where there is a picture
def open_picture_reader() -> PictureReader:
    """Open the reader that comes with the extra. Raises PictureReaderMissing."""
    # Or the libraries set memory aside for a thread on every core, which a server with many has not got for us.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    try:
        # The only places that import the packages of the extra are behind these two.
        from parsing.readers.ocr.rapid import RapidEngine
        from parsing.readers.ocr.recognition import RecognisingReader
    except ImportError as error:
        raise PictureReaderMissing from error
    return RecognisingReader(RapidEngine())
