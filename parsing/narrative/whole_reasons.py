"""Puts together the sentences over which a reason is enumerated: 原因，一是…。二是…。"""

import re
from collections.abc import Iterable, Sequence

from parsing.narrative.claim_tokens import fold
from parsing.narrative.sentences import Sentence

_ORDINALS = "一二三四五六七八九"
_FIRST = f"{_ORDINALS[0]}是"
_MOST_BETWEEN = 2
"""So many sentences may say more of one part of a reason before the next begins."""

Paragraphs = Sequence[Sequence[Sentence]]


class WholeReasons:
    """Knows the words that announce a reason."""

    def __init__(self, openings: Iterable[str]) -> None:
        announced = "|".join(sorted(map(re.escape, openings), key=len, reverse=True))
        self._begun = re.compile(rf"(?:{announced})(?:[^。]*[,:;])?{_FIRST}")
        self._announced = re.compile(rf"(?:{announced})[^,。;]{{0,4}}:?$")

    def joined(self, paragraphs: Paragraphs) -> list[list[Sentence]]:
        """Return the sentences of each paragraph; those of one reason are one, in the paragraph it begins in."""
        flat = [(number, sentence) for number, sentences in enumerate(paragraphs) for sentence in sentences]
        texts = [fold(sentence.text) for _, sentence in flat]
        whole: list[list[Sentence]] = [[] for _ in paragraphs]
        at = 0
        while at < len(flat):
            number, first = flat[at]
            end = self._end(texts, at)
            whole[number].append(Sentence("".join(sentence.text for _, sentence in flat[at:end]), first.place))
            at = end
        return whole

    def _end(self, texts: Sequence[str], at: int) -> int:
        """Return where the sentences end that the reason in one of them takes up, that one at least."""
        begun, end = self._begun.search(texts[at]), at + 1
        if not (begun or self._announced.search(texts[at])):
            return end
        count = _counted(texts[at][begun.end() :], 1) if begun else 0
        while count < len(_ORDINALS) and (found := _next(texts[end : end + _MOST_BETWEEN + 1], count)):
            end += found
            count = _counted(texts[end - 1], count)
        return end


def _next(texts: Sequence[str], count: int) -> int:
    """Return in which of the next sentences the part after `count` begins, counted from 1; 0 where in none."""
    near = texts[: _MOST_BETWEEN + 1] if count else texts[:1]
    return next((at for at, text in enumerate(near, 1) if text.startswith(f"{_ORDINALS[count]}是")), 0)


def _counted(text: str, count: int) -> int:
    """Return the number of the last part that begins in a text, where `count` had begun before."""
    while count < len(_ORDINALS) and f"{_ORDINALS[count]}是" in text:
        count += 1
    return count
