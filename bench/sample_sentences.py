"""Draws sentences with figures from the published documents and prints the claims taken from each, for judging by eye.

Folders take turns, so that no template outweighs the others; the same seed draws the same sentences of one corpus.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import chain, islice, zip_longest
from pathlib import Path

from bench.corpus import corpus_folder
from parsing.failures import NotADisclosure, UnreadableDocument
from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.limits import Limits
from parsing.narrative.sections import Passage, passages_of
from parsing.narrative.sentences import Sentence
from parsing.reader import read_file
from parsing.tables.gathering import printed_tables
from parsing.understanding import understand
from records.amount import Amount, Quantity
from records.claim import Claim
from records.disclosure import Document

_FIGURE = re.compile(r"\d\s*(?:[千万亿]?元|[%％])")
_SHORTEST = 10
"""A shorter piece of text is a label of a chart."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One sentence with the claims that quote it."""

    path: Path
    sentence: Sentence
    claims: tuple[Claim, ...]


def main() -> None:
    """Print the sentences that a seed draws."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--count", type=int, default=100)
    chosen = options.parse_args()
    folder = corpus_folder()
    for number, drawn in enumerate(draw(folder, chosen.seed, chosen.count), start=1):
        print(f"{number}. {drawn.path.relative_to(folder)}, page {drawn.sentence.place.page}")
        print(f"   {drawn.sentence.text}")
        for claim in drawn.claims:
            print(f"   - {_described(claim)}")


def draw(folder: Path, seed: int, count: int) -> Iterator[Drawn]:
    """Yield sentences, one of each folder in turn."""
    knowledge = load_knowledge()
    by_folder: dict[Path, list[Drawn]] = defaultdict(list)
    for path in sorted(path for part in ("real", "seeds") for path in (folder / part).rglob("*") if path.is_file()):
        by_folder[path.parent] += _sentences(path, knowledge)
    shuffler = random.Random(seed)
    turns = [shuffler.sample(found, len(found)) for _, found in sorted(by_folder.items())]
    shuffler.shuffle(turns)
    return islice((drawn for drawn in chain(*zip_longest(*turns)) if drawn), count)


def _sentences(path: Path, knowledge: Knowledge) -> Iterator[Drawn]:
    """Yield the sentences with figures of one file; a file that is no disclosure has none."""
    try:
        reading = read_file(path, Limits())
        claims = understand(reading, Document(path.name, "", reading.format, None), knowledge).claims
    except (UnreadableDocument, NotADisclosure):
        return
    for passage in passages_of(printed_tables(reading.pages, knowledge).lines, knowledge.sections):
        for sentence in chain.from_iterable(paragraph.sentences() for paragraph in passage.paragraphs):
            if _FIGURE.search(sentence.text) and len(sentence.text) >= _SHORTEST:
                yield Drawn(path, sentence, tuple(claim for claim in claims if _quotes(claim, sentence, passage)))


def _quotes(claim: Claim, sentence: Sentence, passage: Passage) -> bool:
    return claim.evidence.caption == passage.title and sentence.text in claim.evidence.text


def _described(claim: Claim) -> str:
    """Return every field of a claim that says something."""
    named = ((one.name, getattr(claim, one.name)) for one in fields(claim) if one.name != "evidence")
    return "  ".join(f"{name}={_printed(value)}" for name, value in named if value not in (None, ()))


def _printed(value: object) -> str:
    match value:
        case Amount():
            return f"{(value.yuan / Decimal(10_000)).normalize():f}万元"
        case Quantity():
            return f"{value.value}{value.unit}"
        case tuple():
            return "/".join(map(str, value))
        case _:
            return str(value)


if __name__ == "__main__":
    main()
