"""Tells which letters of a page nobody sees: white ones on white paper, and those clipped away."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from parsing.readers.boxes import centre, holds
from parsing.readers.matrices import IDENTITY, Matrix, transformed
from parsing.readers.pdfium.binding import FILLED_LETTERS, Address, answers, each, pdfium
from parsing.readers.pdfium.clips import shown_of
from parsing.readers.pdfium.glyphs import Glyphs
from parsing.readers.pdfium.pages import OpenPage
from parsing.readers.pdfium.paths import dark
from parsing.readers.pdfium.shapes import Shapes


def hidden_on(page: OpenPage, glyphs: Glyphs, view: Matrix, shapes: Shapes) -> Iterator[int]:
    """Yield the indexes of the letters that are not seen, given what else is drawn on the page."""
    white = _white(shapes.texts)
    if not white and not shapes.clips:
        return
    owners = answers(pdfium().owner_of, *each(page.text, page.characters))
    if white:
        yield from _white_on_paper(glyphs, owners, white, view, shapes)
    if shapes.clips:
        yield from _clipped(glyphs, owners, shapes.clips)


def _white(texts: Sequence[Address]) -> Collection[Address]:
    """Return the text objects in white without an outline."""
    seen = dark(pdfium().fill_of, texts)
    if all(seen):
        return ()
    light = compress(texts, (not it for it in seen))
    return {text for text in light if pdfium().mode_of_text(text) in FILLED_LETTERS}


def _white_on_paper(
    glyphs: Glyphs, owners: Sequence[Address], white: Collection[Address], view: Matrix, shapes: Shapes
) -> Iterator[int]:
    """Yield the letters of white text objects that have no ground on which they can be read."""
    grounds = shapes.grounds()
    for index in compress(range(len(owners)), map(white.__contains__, owners)):
        point = transformed(centre(glyphs.box(index)), view)
        if not any(holds(ground, point) for ground in grounds):
            yield index


def _clipped(glyphs: Glyphs, owners: Sequence[Address], clips: Mapping[Address, int]) -> Iterator[int]:
    """Yield the letters that are clipped away, given how many clips each text object has.

    The letters of a line share their clip, or have clips of which none holds the whole line; so it is enough to look at
    the first one's, unless a letter of the line is outside.
    """
    xs, ys = _middles(glyphs.boxes[0::4], glyphs.boxes[2::4]), _middles(glyphs.boxes[1::4], glyphs.boxes[3::4])
    lines: defaultdict[tuple[int, float], list[int]] = defaultdict(list)
    for index, (owner, baseline) in enumerate(zip(owners, glyphs.origins[1::2], strict=True)):
        if owner in clips:
            lines[clips[owner], baseline].append(index)
    first = shown_of([owners[line[0]] for line in lines.values()], IDENTITY)
    doubtful: list[int] = []
    for line in lines.values():
        x0, y0, x1, y1 = first[owners[line[0]]]
        across, up = [xs[index] for index in line], [ys[index] for index in line]
        if min(across) < x0 or max(across) > x1 or min(up) < y0 or max(up) > y1:
            doubtful += line
    shown = shown_of([owners[index] for index in doubtful], IDENTITY)
    yield from (index for index in doubtful if not holds(shown[owners[index]], (xs[index], ys[index])))


def _middles(begins: Iterable[float], ends: Iterable[float]) -> list[float]:
    return [(begin + end) / 2 for begin, end in zip(begins, ends, strict=True)]
