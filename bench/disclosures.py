"""Reads and understands every published document once, and takes the time of both."""

import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from parsing.failures import NotADisclosure, UnreadableDocument
from parsing.knowledge_files import Knowledge
from parsing.limits import Limits
from parsing.reader import read_file
from parsing.understanding import understand
from records.disclosure import Disclosure, Document


@dataclass(frozen=True, slots=True)
class Read:
    """One document, read and understood."""

    name: str
    """Its path within the corpus."""
    format: str
    disclosure: Disclosure | None
    reason: str
    """Why it is no disclosure, or could not be read."""
    reading_seconds: float
    understanding_seconds: float


def disclosures(corpus: Path, files: tuple[Path, ...], knowledge: Knowledge) -> Iterator[Read]:
    """Yield the documents in their order; those that are no disclosures with the reason."""
    for path in files:
        name = path.relative_to(corpus).as_posix()
        gc.collect()  # or one document pays for what those before it left behind
        begin = time.process_time()
        try:
            reading = read_file(path, Limits())
        except UnreadableDocument as error:
            yield Read(name, "", None, str(error), time.process_time() - begin, 0.0)
            continue
        between = time.process_time()
        disclosure, reason = None, ""
        try:
            disclosure = understand(reading, Document(path.name, "", reading.format, None), knowledge)
        except (NotADisclosure, UnreadableDocument) as error:
            reason = str(error)
        yield Read(name, reading.format, disclosure, reason, between - begin, time.process_time() - between)
