"""Puts letters together into lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parsing.readers.boxes import around
from parsing.readers.drawing import Letter, Turn
from records.evidence import BoundingBox

SAME_LINE = 0.5
"""Digits of another font may stand lower than the Chinese beside them, by up to this share of the smaller size."""
WORD_GAP = 0.3
"""A gap wider than this share of the size is printed as a blank."""
OVERPRINT = 0.3
"""The same letter drawn again within this share of its width makes it look bold."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    bbox: BoundingBox


def lines_of(letters: Iterable[Letter]) -> tuple[Line, ...]:
    """Return the lines the letters form, from top to bottom, letters from left to right; blank lines left out."""
    letters = tuple(letters)
    groups = (group for turn in Turn for group in _by_baseline(letter for letter in letters if letter.turn is turn))
    lines = (line for line in map(_line, groups) if line.text)
    return tuple(sorted(lines, key=lambda line: line.bbox[1]) if _turned(letters) else lines)


def _turned(letters: Sequence[Letter]) -> bool:
    return any(letter.turn is not Turn.LEVEL for letter in letters)


def _by_baseline(letters: Iterable[Letter]) -> Iterator[Sequence[Letter]]:
    group: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: letter.baseline):
        if group and letter.baseline - group[0].baseline > SAME_LINE * min(letter.size, group[0].size):
            yield group
            group = []
        group.append(letter)
    if group:
        yield group


def _line(letters: Sequence[Letter]) -> Line:
    parts: list[str] = []
    previous: Letter | None = None
    for letter in sorted(letters, key=lambda letter: letter.extent):
        if previous is not None:
            if _overprints(letter, previous):
                continue
            if letter.extent[0] - previous.extent[1] > WORD_GAP * min(letter.size, previous.size):
                parts.append(" ")
        parts.append(letter.text)
        previous = letter
    return Line("".join(parts).strip(), around(letter.bbox for letter in letters))


def _overprints(letter: Letter, previous: Letter) -> bool:
    begin, end = previous.extent
    return letter.text == previous.text and letter.extent[0] - begin < OVERPRINT * (end - begin)
