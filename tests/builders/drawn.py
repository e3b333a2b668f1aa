"""Looks at pictures of pages: where a colour is."""

from io import BytesIO

from PIL import Image

from parsing.pictures.marks import Colour
from records.evidence import BoundingBox

ALIKE = 24
"""A picture has few colours; those of its marks may be off by this."""


def opened(png: bytes) -> Image.Image:
    """Return the picture in all its colours."""
    with Image.open(BytesIO(png), formats=["PNG"]) as picture:
        return picture.convert("RGB")


def around_colour(picture: Image.Image, colour: Colour) -> BoundingBox | None:
    """Return the smallest box, in dots, around everything of a colour; None where there is nothing of it."""
    bands = picture.split()
    found = Image.new("L", picture.size, 255)
    for band, wanted in zip(bands, colour, strict=True):
        near = band.point([255 if abs(value - wanted) <= ALIKE else 0 for value in range(256)])
        found = Image.composite(near, Image.new("L", picture.size, 0), found)
    return found.getbbox()
