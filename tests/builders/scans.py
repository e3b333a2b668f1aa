"""Makes scans of printed PDF files: what a scanner hands on, askew, grainy and compressed."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

import numpy as np
from pikepdf import Pdf
from PIL import Image
from pypdfium2 import PdfDocument

POINTS_PER_INCH = 72


def pictures_of(
    content: bytes, *, dots_per_inch: int = 200, degrees: float = 0, grain: float = 0
) -> tuple[Image.Image, ...]:
    """Return each page as a grey picture, turned anticlockwise and with noise of that deviation."""
    with closing(PdfDocument(content)) as document:
        return tuple(
            _worn(page.render(scale=dots_per_inch / POINTS_PER_INCH, grayscale=True).to_pil(), degrees, grain)
            for page in document
        )


def scanned(content: bytes, *, dots_per_inch: int = 200, degrees: float = 0, grain: float = 0) -> bytes:
    """Return the file as a scanner makes it of its printed pages: each page one picture, without a letter."""
    pictures = pictures_of(content, dots_per_inch=dots_per_inch, degrees=degrees, grain=grain)
    return saved(pictures, "PDF", resolution=float(dots_per_inch))


def saved(pictures: Sequence[Image.Image], form: str, **options: object) -> bytes:
    """Return the pictures as a file of a format, as Pillow calls it; more than one as its pages."""
    buffer = BytesIO()
    further = {"save_all": True, "append_images": pictures[1:]} if len(pictures) > 1 else {}
    pictures[0].save(buffer, form, **further, **options)
    return buffer.getvalue()


def joined(*contents: bytes) -> bytes:
    """Return the pages of PDF files as one file."""
    with Pdf.new() as pdf:
        for content in contents:
            pdf.pages.extend(Pdf.open(BytesIO(content)).pages)
        buffer = BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def _worn(picture: Image.Image, degrees: float, grain: float) -> Image.Image:
    turned = picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    if not grain:
        return turned
    noise = np.random.default_rng(1).normal(0, grain, (turned.height, turned.width))
    return Image.fromarray(np.clip(np.asarray(turned) + noise, 0, 255).astype(np.uint8))
