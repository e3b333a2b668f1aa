"""Finds the places of the narrative that say of one movement both that it went up and that it went down."""

import re
from collections.abc import Iterator

from checks.direction_words import DirectionWords
from checks.said import said_at
from records.claim import Direction
from records.disclosure import Disclosure
from records.evidence import Evidence

_FIGURE = r"(\d[\d,，]*(?:\.\d+)?)\s*"
_DIGIT_OF_WORTH = re.compile("[1-9]")


def contrary_pairs(disclosure: Disclosure, words: DirectionWords) -> Iterator[Evidence]:
    """Yield each 增加 10万元，下降 5%: amount and percentage of one movement, with opposite words."""
    pattern = _pattern(words)
    for section in disclosure.sections:
        for found in pattern.finditer(section.text):
            word, amount, other, percent = found.groups()
            moves = _DIGIT_OF_WORTH.search(amount) and _DIGIT_OF_WORTH.search(percent)
            if moves and (word in words.verbs[Direction.INCREASE]) is not (other in words.verbs[Direction.INCREASE]):
                yield said_at(section, found.start(), found.end())


def _pattern(words: DirectionWords) -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verbs in words.verbs.values() for verb in verbs)
    return re.compile(
        rf"({verbs})了?\s*{_FIGURE}(?:亿元|万元|元)\s*[，,、（(]?\s*(?:同比)?\s*({verbs})了?\s*{_FIGURE}[%％]"
    )
