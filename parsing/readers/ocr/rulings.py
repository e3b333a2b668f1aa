"""Finds the ruled tables of a page that is a picture."""

from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from parsing.readers.boxes import around
from parsing.readers.ruled_cells import Ruling, cells_of, merged, tables_of
from records.evidence import BoundingBox

Pixels = NDArray[np.uint8]

SHORTEST = 12.0
"""In points, as everything here: the side of the smallest cell with a line of text in it."""
THICKEST = 4.0
"""What is thicker is a filled area or a bar, not a ruling."""
PIECE = 7.0
"""Faint rulings are broken into pieces of this and more."""
GAP = 2.0
"""Pieces are so far apart at most; the strokes of neighbouring characters are further apart."""
SURE = 30.0
"""What is longer is no stroke of a character, whatever touches it."""
BESIDE = 1.5
"""How far from a line is looked for what touches it."""
TOUCHED = 0.35
"""Shorter lines that are touched along more of their length, above and below together, are strokes."""
NARROWEST_TABLE = 72.0
"""Strokes of a character set very large enclose cells as well."""
_NEIGHBOURHOOD = 15.0
_DARKER = 15
"""By how many of 256 levels ink is darker than the paper around it."""


def ink_of(grey: Pixels, scale: float) -> Pixels:
    """Return where there is ink (255) and where paper (0), under any lighting."""
    neighbourhood = round(_NEIGHBOURHOOD * scale) | 1
    method, kind = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV
    return np.asarray(cv2.adaptiveThreshold(grey, 255, method, kind, neighbourhood, _DARKER), np.uint8)


def ruled_tables(ink: Pixels, scale: float, max_crossings: int) -> tuple[tuple[BoundingBox, ...], ...] | None:
    """Return the cells of each table in points; None where more rulings cross than make tables."""
    rows = merged(_rulings(ink, scale))
    columns = merged(_rulings(_upright(ink), scale))
    if len(rows) * len(columns) > max_crossings:
        return None
    tables = (tuple(cells) for cells in tables_of(cells_of(rows, columns)))
    return tuple(sorted((cells for cells in tables if _width(cells) >= NARROWEST_TABLE), key=_width))


def rulings_around(tables: Iterable[Sequence[BoundingBox]], ink: Pixels, scale: float) -> Pixels:
    """Return where the rulings around cells are drawn (255); a long straight stroke elsewhere may be text."""
    borders = np.zeros_like(ink)
    for cell in (cell for cells in tables for cell in cells):
        left, top, right, bottom = (round(side * scale) for side in cell)
        cv2.rectangle(borders, (left, top), (right, bottom), 255, round(THICKEST * scale))
    lines = _level_lines(ink, scale) | _upright(_level_lines(_upright(ink), scale))
    return np.asarray(cv2.dilate(lines & borders & ink, np.ones((3, 3), np.uint8)), np.uint8)  # with their grey fringe


def _rulings(ink: Pixels, scale: float) -> Iterator[Ruling]:
    """Yield the level rulings."""
    _, _, boxes, centres = cv2.connectedComponentsWithStats(_level_lines(ink, scale))
    for (left, top, width, height, area), (_, middle) in zip(boxes[1:].tolist(), centres[1:].tolist(), strict=True):
        if area > THICKEST * scale * width or height >= width:
            continue
        if width >= SURE * scale or _alone(ink, (left, top, width, height), scale):
            yield (middle + 0.5) / scale, left / scale, (left + width) / scale


def _alone(ink: Pixels, box: tuple[int, int, int, int], scale: float) -> bool:
    """Return whether there is paper above and below a line, as there is not about a stroke of a character."""
    left, top, width, height = box
    beside = round(BESIDE * scale)
    above = ink[max(0, top - beside) : max(0, top - 1), left : left + width]
    below = ink[top + height + 1 : top + height + beside, left : left + width]
    touched = int(np.count_nonzero(above.any(axis=0)) + np.count_nonzero(below.any(axis=0)))
    return touched <= TOUCHED * width


def _level_lines(ink: Pixels, scale: float) -> Pixels:
    """Return the ink of level lines alone, gaps in faint ones closed; those of letters are too short to matter."""
    level = cv2.dilate(ink, np.ones((3, 1), np.uint8))  # a ruling that is a little askew steps from row to row
    pieces = cv2.morphologyEx(level, cv2.MORPH_OPEN, _level_stroke(PIECE * scale))
    closed = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, _level_stroke(GAP * scale))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, _level_stroke(SHORTEST * scale)), np.uint8)


def _level_stroke(length: float) -> Pixels:
    return np.ones((1, round(length)), np.uint8)


def _upright(pixels: Pixels) -> Pixels:
    """Return the picture with its columns as rows."""
    return np.ascontiguousarray(pixels.T)


def _width(cells: Sequence[BoundingBox]) -> float:
    left, _, right, _ = around(cells)
    return right - left
