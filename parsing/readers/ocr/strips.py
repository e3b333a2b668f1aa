"""Decides which strips of a picture are read: the strips of text that were found, cut where a ruling parts them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np

from parsing.readers.boxes import around, centre, holds
from parsing.readers.ocr.rulings import Pixels
from records.evidence import BoundingBox

SMALLEST_LETTER = 4.0
"""In points, as everything here; lower marks are dashes and specks."""
LARGEST_LETTER = 40.0
MARGIN = 1.5
"""Left around a strip that we find ourselves, as the recogniser is used to it."""
INSET = 1.5
"""So much of a cell is its border."""


def cut_at_rulings(
    strips: Iterable[BoundingBox], cells: Sequence[BoundingBox], ink: Pixels, scale: float
) -> Iterator[BoundingBox]:
    """Yield the strips with those that reach over the side of a cell cut there; parts without ink are left out."""
    for strip in strips:
        left, top, right, bottom = strip
        middle = (top + bottom) / 2
        crossed = (cell for cell in cells if cell[1] <= middle <= cell[3] and cell[0] < right and cell[2] > left)
        sides = {side for cell in crossed for side in (cell[0], cell[2]) if left < side < right}
        if not sides:
            yield strip
            continue
        ends = (left, *sorted(sides), right)
        parts = ((begin, top, end, bottom) for begin, end in pairwise(ends))
        yield from (inked for part in parts if (inked := _inked(part, ink, scale)))


def overlooked(
    strips: Sequence[BoundingBox], cells: Iterable[BoundingBox], ink: Pixels, scale: float
) -> Iterator[BoundingBox]:
    """Yield the strips of letters in cells that no strip holds, such as a digit alone in a wide cell."""
    letters = [letter for letter in _letters(ink, scale) if not any(holds(strip, centre(letter)) for strip in strips)]
    for cell in cells if letters else ():
        inside = sorted((letter for letter in letters if holds(cell, centre(letter))), key=lambda letter: letter[3])
        line: list[BoundingBox] = []
        for letter in inside:
            if line and letter[1] > line[0][3]:
                yield _with_margin(around(line))
                line = []
            line.append(letter)
        if line:
            yield _with_margin(around(line))


def _inked(part: BoundingBox, ink: Pixels, scale: float) -> BoundingBox | None:
    """Return the part as wide as the ink in it; None where there is too little for a letter."""
    left, top, right, bottom = (round(side * scale) for side in part)
    columns = np.flatnonzero(ink[top:bottom, left:right].any(axis=0))
    if not columns.size or columns[-1] - columns[0] < scale:
        return None
    begin, end = (left + int(columns[0])) / scale, (left + int(columns[-1]) + 1) / scale
    return max(part[0], begin - MARGIN), part[1], min(part[2], end + MARGIN), part[3]


def _letters(ink: Pixels, scale: float) -> Iterator[BoundingBox]:
    """Yield the boxes of the connected strokes as high as a letter."""
    _, _, boxes, _ = cv2.connectedComponentsWithStats(ink)
    for left, top, width, height, _ in boxes[1:].tolist():
        if SMALLEST_LETTER * scale <= height <= LARGEST_LETTER * scale and width <= LARGEST_LETTER * scale:
            yield left / scale, top / scale, (left + width) / scale, (top + height) / scale


def _with_margin(box: BoundingBox) -> BoundingBox:
    return box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN
