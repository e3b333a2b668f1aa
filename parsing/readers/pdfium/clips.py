"""Tells which part of an object a page shows: the rest is clipped away.

Office programs draw a cell that goes over the end of a page on both pages, and cut it by a clip. What is cut off is in
the file, and no reader of the page sees it.
"""

from collections.abc import Mapping, Sequence
from itertools import compress, repeat
from math import inf

from parsing.readers.boxes import common
from parsing.readers.matrices import Matrix, box_transformed
from parsing.readers.pdfium.binding import FLOAT, Address, answers, pdfium, written
from records.evidence import BoundingBox

EVERYWHERE = (-inf, -inf, inf, inf)
_RECTANGLE = 5
"""The number of segments of a rectangle; its first and third points are opposite corners."""


def count_clips(objects: Sequence[Address]) -> list[int]:
    """Return how many paths clip each object; -1 for none."""
    return answers(pdfium().count_clips, answers(pdfium().clip_of, objects))


def shown_of(objects: Sequence[Address], view: Matrix) -> Mapping[Address, BoundingBox]:
    """Return for each object that is clipped the box outside which nothing of it is shown.

    A clip that is not a rectangle counts as the box around it.
    """
    clips = dict(zip(objects, answers(pdfium().clip_of, objects), strict=True))
    counts = answers(pdfium().count_clips, clips.values())
    shown: dict[Address, BoundingBox] = {}
    for depth in range(max(counts, default=0)):
        things = tuple(compress(clips, map(depth.__lt__, counts)))
        for thing, box in zip(things, _boxes([clips[thing] for thing in things], depth, view), strict=True):
            shown[thing] = common(shown[thing], box) if depth else box
    return shown


def _boxes(clips: Sequence[Address], depth: int, view: Matrix) -> list[BoundingBox]:
    """Return the box around the path that stands at that depth of each clip.

    A page's objects are clipped by a few boxes over and over, so the corners are read first.
    """
    corners = list(zip(*_corner(clips, depth, 0), *_corner(clips, depth, 2), strict=True))
    boxes = {some: _box(clip, depth, some, view) for some, clip in dict(zip(corners, clips, strict=True)).items()}
    return [boxes[some] for some in corners]


def _corner(clips: Sequence[Address], depth: int, index: int) -> tuple[Sequence[float], Sequence[float]]:
    segments = answers(pdfium().clip_segment_at, clips, repeat(depth), repeat(index))
    numbers = written(pdfium().point_of, segments, amount=len(segments), kind=FLOAT, width=2, outs=2)
    return numbers[0::2], numbers[1::2]


def _box(clip: Address, depth: int, corners: tuple[float, float, float, float], view: Matrix) -> BoundingBox:
    amount = pdfium().count_clip_segments(clip, depth)
    if amount <= 0:
        return EVERYWHERE
    if amount == _RECTANGLE:
        return box_transformed(corners, view)
    segments = answers(pdfium().clip_segment_at, repeat(clip), repeat(depth), range(amount))
    numbers = written(pdfium().point_of, segments, amount=amount, kind=FLOAT, width=2, outs=2)
    xs, ys = numbers[0::2], numbers[1::2]
    return box_transformed((min(xs), min(ys), max(xs), max(ys)), view)
