"""Finds wordings in what a disclosure says, sentence by sentence, and words where they stand."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from checks.prose import Part, Passage
from records.evidence import Evidence
from records.width import narrow

_MOST_SHOWN = 3


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


def listed(wordings: Iterable[Wording]) -> tuple[str, tuple[Evidence, ...]]:
    """Return the first sentences with their places as a finding lists them, and the places of all."""
    places = [(wording, wording.evidence()) for wording in wordings]
    quoted = dict.fromkeys(
        f"“{''.join(place.text.split())}”，{wording.passage.where(place)}" for wording, place in places
    )
    shown = "；".join(list(quoted)[:_MOST_SHOWN]) + ("；等" if len(quoted) > _MOST_SHOWN else "")
    return shown, tuple(dict.fromkeys(place for _, place in places))
