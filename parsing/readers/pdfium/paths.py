"""Takes the paths of a page from pdfium: which of them leave ink, and along which lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import TypeVar

from parsing.readers.boxes import Point
from parsing.readers.matrices import Matrix, followed
from parsing.readers.pdfium.binding import (
    FLOAT,
    INTEGER,
    LINE,
    MOVE,
    UNFILLED,
    Address,
    Function,
    answers,
    pdfium,
    written,
)
from parsing.readers.ruled_cells import Ruling

Thing = TypeVar("Thing")

NEARLY_WHITE = 250
"""Of 255: a colour whose three parts reach this is not seen on paper."""
NEARLY_STRAIGHT = 0.01
"""In points; pdfium reckons with seven digits."""


def inked(paths: Sequence[Address]) -> tuple[list[bool], list[bool]]:
    """Return for each path whether its inside is painted, and whether its lines are; white is no paint.

    Office programs fill the ground of cells with white, and cover with it what is not to be seen.
    """
    modes = written(pdfium().mode_of_path, paths, amount=len(paths), kind=INTEGER, width=2, outs=2)
    fills, strokes = dark(pdfium().fill_of, paths), dark(pdfium().stroke_of, paths)
    return (
        [mode != UNFILLED and dark for mode, dark in zip(modes[0::2], fills, strict=True)],
        [mode != 0 and dark for mode, dark in zip(modes[1::2], strokes, strict=True)],
    )


def dark(colour: Function, objects: Sequence[Address]) -> list[bool]:
    """Return for each object whether its colour is seen on paper."""
    parts = written(colour, objects, amount=len(objects), kind=INTEGER, width=4, outs=4)
    return [
        red < NEARLY_WHITE or green < NEARLY_WHITE or blue < NEARLY_WHITE
        for red, green, blue in zip(parts[0::4], parts[1::4], parts[2::4], strict=True)
    ]


def lines_of(paths: Sequence[Address], view: Matrix) -> tuple[list[Ruling], list[Ruling], int]:
    """Return the level and the upright lines of the paths, and how many of their outlines have any other."""
    counts = answers(pdfium().count_segments, paths)
    segments = answers(pdfium().segment_at, _spread(paths, counts), chain.from_iterable(map(range, counts)))
    level: list[Ruling] = []
    upright: list[Ruling] = []
    curves, curved, x0, y0 = 0, False, 0.0, 0.0
    for kind, (x1, y1) in zip(
        answers(pdfium().type_of_segment, segments), _points(segments, paths, counts, view), strict=True
    ):
        if kind == MOVE:
            curves, curved = curves + curved, False
        elif kind == LINE and -NEARLY_STRAIGHT < y1 - y0 < NEARLY_STRAIGHT:
            level.append((y0, x0, x1) if x0 < x1 else (y0, x1, x0))
        elif kind == LINE and -NEARLY_STRAIGHT < x1 - x0 < NEARLY_STRAIGHT:
            upright.append((x0, y0, y1) if y0 < y1 else (x0, y1, y0))
        else:
            curved = True
        x0, y0 = x1, y1
    return level, upright, curves + curved


def _points(segments: Sequence[Address], paths: Sequence[Address], counts: Sequence[int], view: Matrix) -> list[Point]:
    """Return where on the sheet each segment leads to."""
    numbers = written(pdfium().point_of, segments, amount=len(segments), kind=FLOAT, width=2, outs=2)
    matrices = matrices_of(paths)
    placed = {matrix: followed(matrix, view) for matrix in set(matrices)}  # many lines are drawn with one matrix
    matrix_of_each = _spread([placed[matrix] for matrix in matrices], counts)
    return [
        (a * x + c * y + e, b * x + d * y + f)
        for (a, b, c, d, e, f), x, y in zip(matrix_of_each, numbers[0::2], numbers[1::2], strict=True)
    ]


def matrices_of(objects: Sequence[Address]) -> list[Matrix]:
    """Return how each object is placed on the page, or in the form that holds it."""
    numbers = iter(written(pdfium().matrix_of, objects, amount=len(objects), kind=FLOAT, width=6))
    return list(zip(*repeat(numbers, 6), strict=True))


def _spread(things: Iterable[Thing], counts: Iterable[int]) -> Iterator[Thing]:
    """Yield each thing as often as it counts."""
    return chain.from_iterable(map(repeat, things, counts))
