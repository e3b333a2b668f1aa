"""Numbers the sentences of a passage, and quotes some of them with what is left out between marked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from parsing.narrative.sentences import Sentence
from records.evidence import LEFT_OUT


def numbered(paragraphs: Iterable[Sequence[Sentence]]) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of each paragraph, numbered throughout."""
    numbers = count(1)
    return tuple(tuple(replace(sentence, number=next(numbers)) for sentence in one) for one in paragraphs)


def quotation(sentences: Sequence[Sentence]) -> str:
    """Return sentences of one passage as they are printed; where others stand between two, that is marked."""
    text, following = "", sentences[0].number
    for sentence in sentences:
        text += sentence.text if sentence.number == following else LEFT_OUT + sentence.text
        following = sentence.number + 1
    return text
