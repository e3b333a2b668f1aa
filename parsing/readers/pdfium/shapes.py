"""Tells what the objects of a page draw besides its letters: ruling lines, fills, pictures and curves."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

from parsing.readers.boxes import common
from parsing.readers.matrices import Matrix, box_transformed, followed
from parsing.readers.pdfium.binding import (
    FLOAT,
    FORM,
    PATH,
    PICTURE,
    SHADING,
    TEXT,
    Address,
    answers,
    each,
    pdfium,
    written,
)
from parsing.readers.pdfium.clips import count_clips, shown_of
from parsing.readers.pdfium.losses import loses_letters
from parsing.readers.pdfium.pages import OpenPage
from parsing.readers.pdfium.paths import inked, lines_of, matrices_of
from parsing.readers.ruled_cells import STROKE, Ruling
from records.evidence import BoundingBox

DEEPEST_FORM = 8
"""Forms within forms are read so far; a form that holds itself has no end."""
_KINDS = (TEXT, PATH, PICTURE, SHADING, FORM)


@dataclass(slots=True)
class Shapes:
    """What leaves ink on a page besides its letters; filled in while its objects are walked through."""

    most_lines: int
    level: list[Ruling] = field(default_factory=list)
    upright: list[Ruling] = field(default_factory=list)
    pictures: list[BoundingBox] = field(default_factory=list)
    fills: list[tuple[Address, Matrix]] = field(default_factory=list)
    """The objects that paint more than lines, each with the way to the sheet."""
    texts: list[Address] = field(default_factory=list)
    clips: dict[Address, int] = field(default_factory=dict)
    """How many clips each clipped text object has; those of forms are left out."""
    curves: int = 0
    lines: int = 0
    """How many lines are drawn, whichever way they run."""
    lost_letters: bool = False
    """True when there may be letters that pdfium does not give."""

    @property
    def crowded(self) -> bool:
        """Whether there are more lines than are looked at."""
        return self.lines > self.most_lines

    def grounds(self) -> list[BoundingBox]:
        """Return the fills and pictures, on which white letters can be read."""
        return [*self.pictures, *(box for thing, view in self.fills for box in _bounds([thing], view))]


def shapes_on(page: OpenPage, view: Matrix, most_lines: int) -> Shapes:
    """Return what the objects of a page draw, those within form XObjects among them."""
    shapes = Shapes(most_lines)
    _walk(answers(pdfium().object_at, *each(page.handle, page.objects)), view, shapes, 0)
    return shapes


def _walk(things: Sequence[Address], view: Matrix, shapes: Shapes, depth: int) -> None:
    kinds = answers(pdfium().type_of, things)
    by_kind = {kind: list(compress(things, map(kind.__eq__, kinds))) for kind in set(kinds)}
    texts, paths, pictures, shadings, forms = (by_kind.get(kind, []) for kind in _KINDS)
    if depth == 0:
        shapes.clips |= {thing: count for thing, count in zip(texts, count_clips(texts), strict=True) if count > 0}
    shapes.texts += texts
    shapes.lost_letters |= loses_letters(texts)
    _draw(paths, view, shapes)
    shapes.pictures += _bounds(pictures, view)
    shapes.fills += ((shading, view) for shading in shadings)
    if depth == DEEPEST_FORM:
        return
    for form, matrix in zip(forms, matrices_of(forms), strict=True):
        within = answers(pdfium().object_in_form, *each(form, pdfium().count_in_form(form)))
        _walk(within, followed(matrix, view), shapes, depth + 1)


def _draw(paths: Sequence[Address], view: Matrix, shapes: Shapes) -> None:
    shapes.lines += sum(answers(pdfium().count_segments, paths)) - len(paths)
    if shapes.crowded:
        return
    filled, stroked = (set(compress(paths, paints)) for paints in inked(paths))
    shapes.fills += ((path, view) for path in filled)
    shown = shown_of(paths, view)
    by_clip: defaultdict[BoundingBox | None, list[Address]] = defaultdict(list)
    for path in paths:
        if path in filled or path in stroked:
            by_clip[shown.get(path)].append(path)
    for clip, some in by_clip.items():
        level, upright, curves = lines_of(some, view)
        if clip:
            left, top, right, bottom = clip
            edges = [_cut_edges(box, clip) for box in _bounds([path for path in some if path in filled], view)]
            level, upright = _cut(level, left, right, top, bottom), _cut(upright, top, bottom, left, right)
            level += (edge for cut, _ in edges for edge in cut)
            upright += (edge for _, cut in edges for edge in cut)
        shapes.level += level
        shapes.upright += upright
        shapes.curves += curves


def _cut(rulings: Sequence[Ruling], first: float, last: float, low: float, high: float) -> list[Ruling]:
    """Return what of the rulings is between first and last, without those that do not stand between low and high."""
    return [
        (stand, max(begin, first), min(end, last))
        for stand, begin, end in rulings
        if low - STROKE <= stand <= high + STROKE and begin < last and end > first
    ]


def _cut_edges(fill: BoundingBox, clip: BoundingBox) -> tuple[list[Ruling], list[Ruling]]:
    """Return the level and the upright edges that a fill gets where it is clipped; a line has none there."""
    left, top, right, bottom = common(fill, clip)
    if left >= right or top >= bottom:
        return [], []
    level = [(stand, left, right) for stand, cut in ((top, fill[1] < top), (bottom, fill[3] > bottom)) if cut]
    upright = [(stand, top, bottom) for stand, cut in ((left, fill[0] < left), (right, fill[2] > right)) if cut]
    return level, upright


def _bounds(objects: Sequence[Address], view: Matrix) -> list[BoundingBox]:
    numbers = written(pdfium().bounds_of, objects, amount=len(objects), kind=FLOAT, width=4, outs=4)
    boxes = (numbers[start : start + 4] for start in range(0, len(numbers), 4))
    return [box_transformed((left, bottom, right, top), view) for left, bottom, right, top in boxes]
