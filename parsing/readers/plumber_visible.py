"""Tells what of a pdfplumber page is visible: inked rulings and letters a reader of the page would see."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parsing.readers.boxes import centre, holds
from records.evidence import BoundingBox

PlumberObject = Mapping[str, Any]
"""A drawn object as pdfplumber describes it."""

NEARLY = 0.02
"""How far from white a colour may be and still not be seen on paper."""
_COLOURS_OF_LIGHT = frozenset({"DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"})


def inked(shape: PlumberObject) -> bool:
    """Return whether a line, rectangle or curve leaves ink: office programs fill the ground of cells with white."""
    if shape["object_type"] not in ("line", "rect", "curve"):
        return False
    stroked = shape.get("stroke") and not _white(shape.get("stroking_color"))
    return bool(stroked or _filled(shape))


def letters_shown(page: Any, sheet: BoundingBox) -> Iterator[PlumberObject]:
    """Yield the letters that can be seen: on the visible sheet, not slanted across it, not white on white."""
    grounds = [*page.images, *(shape for shape in (*page.rects, *page.curves) if _filled(shape))]
    for letter in page.chars:
        point = centre(box_of(letter))
        if not holds(sheet, point) or _slanted(letter["matrix"]):
            continue
        if _white_letter(letter) and not any(holds(box_of(ground), point) for ground in grounds):
            continue
        yield letter


def box_of(thing: PlumberObject) -> BoundingBox:
    """Return where it stands."""
    return thing["x0"], thing["top"], thing["x1"], thing["bottom"]


def _filled(shape: PlumberObject) -> bool:
    return bool(shape.get("fill")) and not _white(shape.get("non_stroking_color"))


def _white_letter(letter: PlumberObject) -> bool:
    # A spot colour's 1 is full ink, so only colour spaces whose white we know are judged.
    return letter.get("ncs") in _COLOURS_OF_LIGHT and _white(letter.get("non_stroking_color"))


def _white(colour: object) -> bool:
    given = colour if isinstance(colour, Sequence) and not isinstance(colour, str) else (colour,)
    parts = [float(part) for part in given if isinstance(part, int | float)]
    if not parts or len(parts) < len(given):  # none is black; a pattern has a name
        return False
    if len(parts) == 4:  # cyan, magenta, yellow, black: white is no ink
        return max(parts) <= NEARLY
    return min(parts) >= 1 - NEARLY


def _slanted(matrix: Sequence[float]) -> bool:
    """Return whether a letter is turned by anything but quarters: watermarks and stamps."""
    a, b, c, d = (abs(part) for part in matrix[:4])
    return min(a, b) > NEARLY * max(a, b) and min(c, d) > NEARLY * max(c, d)
