"""Finds wordings in what a disclosure says, sentence by sentence, and words where they stand."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from checks.prose import Part, Passage
from records.evidence import Evidence

_MOST_SHOWN = 3
_NARROW = MappingProxyType({0x3000: 0x20, **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}})
"""The wide forms of ASCII, and the ideographic space."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of a passage that was looked for."""

    passage: Passage
    span: tuple[int, int]

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.passage.text[slice(*self.span)]

    def evidence(self) -> Evidence:
        """Return the place, quoting the words with the sentence around them."""
        return self.passage.at(*self.passage.quotation(*self.span))


def sentences_with(passages: Iterable[Passage], pattern: re.Pattern[str], parts: Set[Part]) -> Iterator[Wording]:
    """Yield the sentences in which a pattern stands, each once; "(" in a pattern stands for "（" as well."""
    for passage in passages:
        sentences = set()
        for match in pattern.finditer(narrow(passage.text)) if passage.part in parts else ():
            sentence = passage.sentence(*match.span())
            if sentence not in sentences:
                yield Wording(passage, match.span())
            sentences.add(sentence)


@lru_cache(4096)
def narrow(text: str) -> str:
    """Return the text with narrow marks, letters and digits, character by character, so that places stay the same."""
    return text.translate(_NARROW)


def listed(wordings: Iterable[Wording]) -> tuple[str, tuple[Evidence, ...]]:
    """Return the first sentences with their places as a finding lists them, and the places of all."""
    places = [(wording, wording.evidence()) for wording in wordings]
    quoted = dict.fromkeys(
        f"“{''.join(place.text.split())}”，{wording.passage.where(place)}" for wording, place in places
    )
    shown = "；".join(list(quoted)[:_MOST_SHOWN]) + ("；等" if len(quoted) > _MOST_SHOWN else "")
    return shown, tuple(dict.fromkeys(place for _, place in places))
