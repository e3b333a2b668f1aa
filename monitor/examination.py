"""Examines files outside the service: reads them, checks each against the others, records nothing."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checks.settings import CheckSettings
from monitor.checking import checked
from monitor.intake.listing import list_root
from monitor.reader_process import Broken, ReaderProcess
from monitor.reading import KeptFile, Refused, Scanned, Understood, Unpacked
from monitor.store.engine import Store
from monitor.store.history import surroundings_for
from monitor.store.states import State
from records.companions import companion_among
from records.disclosure import Disclosure
from records.finding import CheckRun, Finding, Mode
from records.headline import Headline
from records.surroundings import Surroundings, surroundings_among


@dataclass(frozen=True, slots=True)
class Examined:
    """One file, what was understood of it, and how its checks came out."""

    path: Path
    sha256: str
    format: str
    state: State
    pages: int | None = None
    reason: str | None = None
    chinese: str | None = None
    """The reason for oversight staff."""
    disclosure: Disclosure | None = None
    headline: Headline | None = None
    runs: tuple[CheckRun, ...] = ()

    def findings(self, *, with_shadow: bool = False) -> Iterator[Finding]:
        """Yield the findings of the checks that are on, and of those in shadow mode where asked for."""
        for run in self.runs:
            if run.mode is Mode.ON or with_shadow:
                yield from run.findings


def files_of(paths: Iterable[Path], ignore: Sequence[str]) -> tuple[Path, ...]:
    """Return the files named, and those below the folders named; each once.

    Raises RootUnavailable where a folder cannot be listed.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(path / found.path for found in list_root(path, ignore).files)
        else:
            files.append(path)
    return tuple(dict.fromkeys(files))


def read_all(paths: Iterable[Path], reader: ReaderProcess, recogniser: ReaderProcess) -> tuple[Examined, ...]:
    """Read the files, as many at a time as the reader has workers; then those with pictures, one after the other.

    In the place of an archive come its files, each with a path that begins with the archive's.
    """
    answers = tuple(_answers([(path, _kept(path, path.name)) for path in paths], reader))
    return tuple(_examined(path, file, _recognised(answer, file, recogniser)) for path, file, answer in answers)


def check_all(
    examined: Sequence[Examined], settings: Sequence[CheckSettings], *, alone: bool = False, store: Store | None = None
) -> tuple[Examined, ...]:
    """Check every disclosure; they are each other's history unless alone, the store's disclosures come after them.

    Files that are one publication are checked as one.
    """
    others = () if alone else tuple(one.disclosure for one in examined if one.disclosure)
    return tuple(
        _checked(one, one.disclosure, others, _surroundings(one.disclosure, others, store), settings)
        if one.disclosure
        else one
        for one in examined
    )


def _kept(path: Path, name: str) -> KeptFile:
    with path.open("rb") as file:
        return KeptFile(path, name, hashlib.file_digest(file, "sha256").hexdigest())


def _answers(
    files: Sequence[tuple[Path, KeptFile]], reader: ReaderProcess
) -> Iterator[tuple[Path, KeptFile, Understood | Refused | Scanned | Broken]]:
    """Yield each file, and where it is shown to stand, with how its reading ended."""
    started = [(path, file, reader.start(file)) for path, file in files]
    for path, file, reading in started:
        answer = reading.answer()
        if isinstance(answer, Unpacked):
            packed = (
                (path / name, _kept(reading.folder / str(number), f"{file.name}/{name}"))
                for number, name in enumerate(answer.names)
            )
            yield from _answers(tuple(packed), reader)
        else:
            yield path, file, answer


def _recognised(
    answer: Understood | Refused | Scanned | Broken, file: KeptFile, recogniser: ReaderProcess
) -> Understood | Refused | Broken:
    if not isinstance(answer, Scanned):
        return answer
    recognised = recogniser.read(replace(file, pages=answer.pages))
    assert not isinstance(recognised, Scanned | Unpacked), "the recogniser leaves no pictures, and is given no archive"
    return recognised


def _examined(path: Path, file: KeptFile, answer: Understood | Refused | Broken) -> Examined:
    if isinstance(answer, Broken):
        return Examined(path, file.sha256, "unknown", State.QUARANTINED, reason=answer.reason, chinese=answer.chinese)
    known = Examined(path, file.sha256, answer.format, State.CHECKED, answer.pages)
    if isinstance(answer, Refused):
        return replace(known, state=answer.state, reason=answer.reason, chinese=answer.chinese)
    return replace(known, disclosure=answer.disclosure)


def _checked(
    examined: Examined,
    disclosure: Disclosure,
    others: Iterable[Disclosure],
    surroundings: Surroundings,
    settings: Sequence[CheckSettings],
) -> Examined:
    outcome = checked(disclosure, companion_among(disclosure, others), surroundings, settings)
    return replace(examined, headline=outcome.headline, runs=outcome.runs)


def _surroundings(disclosure: Disclosure, others: Iterable[Disclosure], store: Store | None) -> Surroundings:
    among = surroundings_among(disclosure, others)
    if store is None:
        return among
    with store.read() as session:
        stored = surroundings_for(session, disclosure)
    return replace(
        stored,
        history=among.history + stored.history,
        related=among.related + stored.related,
        versions=among.versions + stored.versions,
    )
