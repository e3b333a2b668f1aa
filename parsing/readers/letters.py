"""Puts letters together into lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from operator import attrgetter

from parsing.readers.boxes import around
from parsing.readers.drawing import Letter, Turn
from records.evidence import BoundingBox

SAME_LINE = 0.5
"""Digits of another font may stand lower than the Chinese beside them, by up to this share of the smaller size."""
WORD_GAP = 0.3
"""A gap wider than this share of the size is printed as a blank."""
OVERPRINT = 0.3
"""The same letter drawn again within this share of its width makes it look bold."""

_bbox, _baseline, _turn = attrgetter("bbox"), attrgetter("baseline"), attrgetter("turn")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    bbox: BoundingBox


def lines_of(letters: Sequence[Letter]) -> tuple[Line, ...]:
    """Return the lines the letters form, from top to bottom, letters from left to right; blank lines left out."""
    if _all_level(letters):
        return tuple(_lines(letters))
    by_turn = ([letter for letter in letters if letter.turn is turn] for turn in Turn)
    return tuple(sorted((line for some in by_turn for line in _lines(some)), key=lambda line: line.bbox[1]))


def text_of(letters: Sequence[Letter]) -> str:
    """Return the text of the lines the letters form, one below the other."""
    if _all_level(letters):
        return "\n".join(filter(None, map(_text, _by_baseline(letters))))
    return "\n".join(line.text for line in lines_of(letters))


def _all_level(letters: Iterable[Letter]) -> bool:
    turns = list(map(_turn, letters))
    return turns.count(Turn.LEVEL) == len(turns)


def _lines(letters: Iterable[Letter]) -> Iterator[Line]:
    """Yield the lines of letters that are all turned the same way."""
    for group in _by_baseline(letters):
        level = group if group[0].turn is Turn.LEVEL else [letter.levelled() for letter in group]
        if text := _text(level):
            yield Line(text, around(map(_bbox, group)))


def _by_baseline(letters: Iterable[Letter]) -> Iterator[Sequence[Letter]]:
    group: list[Letter] = []
    for baseline, letters_on_it in groupby(sorted(letters, key=_baseline), _baseline):
        some = list(letters_on_it)
        if group and baseline - group[0].baseline > SAME_LINE * min(some[0].size, group[0].size):
            yield group
            group = some
        else:
            group += some
    if group:
        yield group


def _text(letters: Iterable[Letter]) -> str:
    """Return the text of one line of level letters."""
    parts: list[str] = []
    last, start, end, height = "", 0.0, inf, 0.0
    for text, (begin, top, finish, bottom), _, _ in sorted(letters, key=_bbox):
        if text == last and begin - start < OVERPRINT * (end - start):
            continue
        gap = begin - end
        if gap > 0 and gap > WORD_GAP * min(bottom - top, height):
            parts.append(" ")
        parts.append(text)
        last, start, end, height = text, begin, finish, bottom - top
    return "".join(parts).strip()
