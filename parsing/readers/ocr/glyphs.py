"""What was recognised in one strip of text, and what of it may be believed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsing.readers.drawing import UNKNOWN_CHARACTER

CERTAIN_DIGIT = 0.8
"""A number with a digit less certain than this is not believed: a wrong number is worse than none."""
CERTAIN_STRIP = 0.5
"""Strips less certain than this on average are not text we can read: a seal, handwriting, a smudge."""

_LOOK_ALIKES = str.maketrans("OoＯ。·", "000..")
_SUM_OF_MONEY = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)\.\d{2}")
_NUMBER = re.compile(r"\d(?:[\d.,，]*\d)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,，]\d{3})+\.\d+")
_COMMAS = ",，"
_LEADER = re.compile(r"[.·．]{2,}(?=\s*\d*$)")
"""The points of a contents list, of which the recogniser reads some."""


class Glyph(NamedTuple):
    """One character of a strip."""

    character: str
    certainty: float
    """Between 0 and 1."""
    middle: float
    """Where it stands: 0 at the left end of the strip, 1 at the right."""


def believed(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return the glyphs, with unknown characters for numbers that are doubtful and for what is no text we can read."""
    if not glyphs:
        return ()
    if certainty_of(glyphs) < CERTAIN_STRIP:
        return (Glyph(UNKNOWN_CHARACTER, 0.0, 0.5),)
    text = _LEADER.sub(lambda points: "…" * len(points[0]), _with_zeros(text_of(glyphs)))
    read = [glyph._replace(character=character) for glyph, character in zip(glyphs, text, strict=True)]
    for begin, end in _doubtful_numbers(read):
        # The whole number: what is left of one in a sentence would be read as another.
        read[begin:end] = [glyph._replace(character=UNKNOWN_CHARACTER) for glyph in read[begin:end]]
    return tuple(read)


def deserves_another_look(glyphs: Sequence[Glyph]) -> bool:
    """Return whether a number is in doubt."""
    return any(_doubtful_numbers(glyphs))


def agreed(first: Sequence[Glyph], second: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the glyphs read first, as certain as in the surer reading where both read the same."""
    if text_of(first) != text_of(second):
        return first
    return [
        one._replace(certainty=max(one.certainty, other.certainty)) for one, other in zip(first, second, strict=True)
    ]


def text_of(glyphs: Sequence[Glyph]) -> str:
    """Return their characters."""
    return "".join(glyph.character for glyph in glyphs)


def _doubtful_numbers(glyphs: Sequence[Glyph]) -> Iterator[tuple[int, int]]:
    """Yield where numbers begin and end that have a doubtful digit or point."""
    for number in _NUMBER.finditer(text_of(glyphs)):
        begin, end = number.span()
        # Which of the two commas it is nobody can tell, and in a number with a point behind them nobody needs to.
        settled = _COMMAS if _GROUPED.fullmatch(number[0]) else ""
        if any(glyph.certainty < CERTAIN_DIGIT and glyph.character not in settled for glyph in glyphs[begin:end]):
            yield begin, end


def certainty_of(glyphs: Sequence[Glyph]) -> float:
    """Return how certain the glyphs are on average."""
    return sum(glyph.certainty for glyph in glyphs) / len(glyphs) if glyphs else 0.0


def _with_zeros(text: str) -> str:
    """Return the text with the letter O as a zero and 。 as a point where only a sum of money can be meant."""
    translated = text.translate(_LOOK_ALIKES)
    return translated if _SUM_OF_MONEY.fullmatch(translated) else text
