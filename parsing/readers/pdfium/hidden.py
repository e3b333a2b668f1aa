"""Tells which letters of a page nobody sees: white ones on white paper, and those clipped away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from parsing.readers.boxes import centre, holds
from parsing.readers.matrices import IDENTITY, Matrix, transformed
from parsing.readers.pdfium.binding import FILLED_LETTERS, INTEGER, Address, answers, each, pdfium, written
from parsing.readers.pdfium.clips import shown_of
from parsing.readers.pdfium.glyphs import Glyphs
from parsing.readers.pdfium.pages import OpenPage
from parsing.readers.pdfium.paths import NEARLY_WHITE
from parsing.readers.pdfium.shapes import Shapes


def hidden_on(page: OpenPage, glyphs: Glyphs, view: Matrix, shapes: Shapes) -> Iterator[int]:
    """Yield the indexes of the letters that are not seen, given what else is drawn on the page."""
    yield from _white(page, glyphs, view, shapes)
    if shapes.clips:
        yield from _clipped(page, glyphs, shapes.clips)


def _white(page: OpenPage, glyphs: Glyphs, view: Matrix, shapes: Shapes) -> Iterator[int]:
    colours = written(
        pdfium().fill_of_letter,
        *each(page.text, page.characters),
        amount=page.characters,
        kind=INTEGER,
        width=4,
        outs=4,
    )
    reds = colours[0::4]
    if max(reds, default=0) < NEARLY_WHITE:
        return
    grounds = shapes.grounds()
    for index, red in enumerate(reds):
        if red >= NEARLY_WHITE and min(colours[4 * index : 4 * index + 3]) >= NEARLY_WHITE:
            point = transformed(centre(glyphs.box(index)), view)
            outlined = pdfium().mode_of_text(pdfium().owner_of(page.text, index)) not in FILLED_LETTERS
            if not outlined and not any(holds(ground, point) for ground in grounds):
                yield index


def _clipped(page: OpenPage, glyphs: Glyphs, clips: Mapping[Address, int]) -> Iterator[int]:
    """Yield the letters that are clipped away, given how many clips each text object has.

    The letters of a line share their clip, or have clips of which none holds the whole line; so it is enough to look at
    the first one's, unless a letter of the line is outside.
    """
    owners = answers(pdfium().owner_of, *each(page.text, page.characters))
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
