"""Puts lines back together to the paragraphs and sentences they were before the page broke them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from parsing.pages import Place, TextLine
from parsing.words.wrapping import folded, unwrapped
from records.evidence import BoundingBox

NUMBERING = re.compile(
    r"第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+[、.]|\((?:[一二三四五六七八九十]+|[1-9]\d*)\)|\d{1,2}(?:、|\.(?!\d))"
)
"""What a heading or an entry of a list begins with, in folded text."""
_PAGE_NUMBER = re.compile(r"[-—–·─~]*\d{1,3}[-—–·─~]*|第\d+页.{0,8}")
_DIGITS = re.compile(r"\d")
_SEEN_ON_PAGES = 3
"""On so many pages the first or last line must be the same to be a running head or foot."""
_CLOSING = tuple("，。；：！？、）》”’,;:!?)%％")
_ENDS = tuple("。！？；：;:!?")
_PAUSE = re.compile("[,;:。!?]")
_GOING_ON = tuple("，、,")
_LEVEL = re.compile("[(（][类款项][)）]")
"""What clings to the name before it: 行政运行（项）."""
_UNIT = re.compile("[万亿千]?元(?![旦月])")
_SHARE_OF_LONG_LINE = 0.75
_LONG = 40
"""Where lines have no position, one is taken to go on in the next when it has at least so many characters."""
_FEW_LINES = 4
"""A page with fewer lines does not show how wide its lines are; the other pages do."""
_SHARE_OF_FULL_LINES = 0.2
_CLOSE, _FAR = 12.0, 48.0
"""Points: full lines end within a character of one another, and lines that stick out do so by a few."""
_SLACK = 0.5
"""How many characters may still be free at the end of a full line."""
_FIRST_WORD = re.compile(r"[“‘（《〈「【(]*(?:[A-Za-z0-9.,%/-]+|.)[，。；：、）》”’…,.;:)%％]*")
"""What a line begins with and cannot be broken: a number, or a character with the signs that cling to it."""

_SAME_SIZE = 0.85
"""Lines whose heights differ by more are not of one paragraph."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the breaks of lines and pages removed."""

    text: str
    place: Place
    """Where it begins."""
    number: int = 0
    """Which it is among those of its passage."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph; a title, a heading and an entry of a list are paragraphs too."""

    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The paragraph as one line."""
        return _joined(self.lines)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.lines[0].place

    def places(self) -> Iterator[tuple[int, Place]]:
        """Yield where it begins, and where it goes on on another page, each with the offset in its text."""
        yield 0, self.place
        for count, (line, following) in enumerate(pairwise(self.lines), 1):
            if line.place.page != following.place.page:
                yield len(_joined(self.lines[:count])), following.place

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences; a full stop within brackets ends none."""
        text = self.text
        starts = [len(_joined(self.lines[:count])) for count in range(1, len(self.lines))]
        return tuple(
            Sentence(text[begin:end].strip(), self.lines[sum(start <= begin for start in starts)].place)
            for begin, end in _sentence_spans(text)
        )


def paragraphs_of(lines: Iterable[TextLine]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the running text; page numbers are left out."""
    kept = without_furniture(lines)
    margins = _margins(kept)
    groups: list[list[TextLine]] = [[line] for line in kept[:1]]
    for line, following in pairwise(kept):
        if _goes_on(line, following, margins):
            groups[-1].append(following)
        else:
            groups.append([following])
    return tuple(Paragraph(tuple(group)) for group in groups)


def without_furniture(lines: Iterable[TextLine]) -> list[TextLine]:
    """Return the lines without page numbers, running heads and feet, and without empty ones."""
    printed = [line for line in lines if line.text.strip() and not _PAGE_NUMBER.fullmatch(folded(line.text))]
    furniture = _furniture(printed)
    return [line for line in printed if line not in furniture]


def _furniture(lines: Iterable[TextLine]) -> frozenset[TextLine]:
    """Return the running heads and feet: lines at the same place of many pages that differ in digits alone."""
    by_page: defaultdict[int | None, list[TextLine]] = defaultdict(list)
    for line in lines:
        by_page[line.place.page].append(line)
    edges = [line for on_page in by_page.values() for line in {on_page[0], on_page[-1]}]
    seen = Counter(map(_recurring, edges))
    return frozenset(line for line in edges if _recurring(line) and seen[_recurring(line)] >= _SEEN_ON_PAGES)


def _recurring(line: TextLine) -> tuple[str, int] | None:
    """Return what a running head has in common with those of other pages, or None where a line ends a sentence."""
    box = line.place.bbox
    return (
        (_DIGITS.sub("", folded(line.text)), round(box[1])) if box and not line.text.strip().endswith(_ENDS) else None
    )


def _joined(lines: Iterable[TextLine]) -> str:
    return unwrapped("\n".join(line.text.strip() for line in lines))


class _Margins(NamedTuple):
    """How far the lines of a page reach."""

    left: float
    right: float


def _goes_on(line: TextLine, following: TextLine, margins: Mapping[int | None, _Margins]) -> bool:
    """Whether the next line belongs to the paragraph: its first word found no room on this one."""
    text, next_text = line.text.strip(), following.text.strip()
    if next_text.startswith(_CLOSING) or _LEVEL.match(next_text) or (text[-1:].isdigit() and _UNIT.match(next_text)):
        return True
    if NUMBERING.match(folded(next_text)):
        return False
    box = line.place.bbox
    if box is None:
        return not text.endswith(_ENDS) and len(text) >= _LONG
    if following.place.bbox and (_indented(following, line) or _differs_in_size(following, line)):
        return False
    if _is_heading_above(line, following, margins):
        return False
    if text.endswith(_GOING_ON) or _runs_on(line, following, margins):
        return True
    word = _FIRST_WORD.match(next_text)
    free = margins[line.place.page].right - box[2]
    return free <= (_columns(word.group() if word else "") + _SLACK) * _character_width(line)


def _runs_on(line: TextLine, following: TextLine, margins: Mapping[int | None, _Margins]) -> bool:
    """Whether a long line that ends no sentence is followed by one at the margin, where no paragraph begins.

    Where no line is indented, a heading and the text below it stand so too.
    """
    box, next_box, text = line.place.bbox, following.place.bbox, line.text.strip()
    if not box or not next_box or text.endswith(_ENDS):
        return False
    margin = margins[line.place.page]
    if box[2] - next_box[0] < _SHARE_OF_LONG_LINE * (margin.right - next_box[0]):
        return False
    slack = 1.5 * _character_width(line)
    hangs = next_box[0] + slack < box[0]
    return hangs or (box[0] < margin.left + slack and not NUMBERING.match(folded(text)))


def _is_heading_above(line: TextLine, following: TextLine, margins: Mapping[int | None, _Margins]) -> bool:
    """Whether a numbered line without a comma is followed by one that is indented like it: both begin a paragraph."""
    box, next_box, text = line.place.bbox, following.place.bbox, folded(line.text)
    if not box or not next_box or not NUMBERING.match(text) or _PAUSE.search(text):
        return False
    width = _character_width(line)
    return abs(box[0] - next_box[0]) < width / 2 and box[0] > margins[line.place.page].left + 1.5 * width


def _indented(following: TextLine, line: TextLine) -> bool:
    """Whether the next line begins further right, as the first line of a paragraph does."""
    left, next_left = (one.place.bbox[0] if one.place.bbox else 0.0 for one in (line, following))
    return left + 1.5 * _character_width(line) < next_left


def _differs_in_size(following: TextLine, line: TextLine) -> bool:
    """Whether one line is printed clearly larger than the other, as a title above its text is."""
    heights = [box[3] - box[1] for box in (following.place.bbox, line.place.bbox) if box]
    return min(heights) < _SAME_SIZE * max(heights)


def _character_width(line: TextLine) -> float:
    box = line.place.bbox
    return (box[2] - box[0]) / max(_columns(line.text.strip()), 1.0) if box else 0.0


def _columns(text: str) -> float:
    """Return how wide a text is, in Chinese characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _margins(lines: Iterable[TextLine]) -> Mapping[int | None, _Margins]:
    """Return for each page where its lines begin and how far its full lines reach.

    One line that reaches further is no measure.
    """
    boxes: dict[int | None, list[BoundingBox]] = defaultdict(list)
    for line in lines:
        if line.place.bbox:
            boxes[line.place.page].append(line.place.bbox)
    common = {page: _common_edge([box[2] for box in on_page]) for page, on_page in boxes.items()}
    typical = median([edge for page, edge in common.items() if len(boxes[page]) >= _FEW_LINES] or [0.0])
    return {
        page: _Margins(
            min(box[0] for box in on_page),
            max(common[page], typical) if len(on_page) < _FEW_LINES else common[page],
        )
        for page, on_page in boxes.items()
    }


def _common_edge(ends: Sequence[float]) -> float:
    """Return the furthest edge that a share of the lines comes close to, unless only short lines do."""
    wanted = max(2, len(ends) * _SHARE_OF_FULL_LINES)
    furthest = sorted(ends, reverse=True)
    near = [end for end in furthest if end >= furthest[0] - _FAR]
    return next((end for end in near if sum(other >= end - _CLOSE for other in ends) >= wanted), furthest[0])


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    begin = depth = 0
    for position, character in enumerate(text):
        if character in "（(":
            # A bracket that is never closed must not swallow the sentences after it.
            depth += 1 if text.count("）", position) + text.count(")", position) > depth else 0
        elif character in "）)":
            depth = max(0, depth - 1)
        elif character in "。！？" and depth == 0:
            yield begin, position + 1
            begin = position + 1
    if text[begin:].strip():
        yield begin, len(text)
