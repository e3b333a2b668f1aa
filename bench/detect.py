"""Measures how many misprints the checks find: 500 alterations of each document of a clean set, one at a time.

Each is made in the disclosure as it was read; 50 of them are made in the reading as well, and all is understood anew.
An alteration is found when an error or a warning appears that names the altered number, or one that it is tied to.
"""

import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from random import Random

from bench.alterations import NARRATIVE, Alteration, Original, alterations_of
from bench.altered_tables import NINE
from bench.corpus import WORKERS, corpus_folder
from bench.detection import Judged, Known, figures_of, findings_of, judged, known
from bench.detection_page import PAGE, write_page
from bench.rereading import REREAD_KINDS, altered_reading
from bench.results import record
from checks.registry import ALL
from checks.settings import CheckSettings, default_settings
from parsing.failures import NotADisclosure, UnreadableDocument
from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.limits import Limits
from parsing.pages import Reading
from parsing.reader import read_file
from parsing.tables.gathering import printed_tables
from parsing.understanding import understand
from records.disclosure import Disclosure, Document
from records.finding import Severity

SET = Path(__file__).with_name("clean_set.toml")
SEED = 20_230_205
REREAD = 50
GOALS = {"nine_tables": 0.97, "narrative": 0.95}


def main() -> None:
    """Measure, write docs/detection.md and record the figures."""
    corpus = corpus_folder()
    files = [corpus / name for name in tomllib.loads(SET.read_text(encoding="utf-8"))["documents"]]
    files.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ProcessPoolExecutor(WORKERS, get_context("forkserver")) as pool:
        everything = [one for document in pool.map(_measured, files) for one in document]
    write_page(everything, GOALS)
    direct = [one for one in everything if not one.reread]
    single = [one for one in direct if one.kind == "digit changed"]
    record(
        "detection",
        {
            "documents": len(files),
            "alterations": len(direct),
            "understood_anew": len(everything) - len(direct),
            "nine_tables": figures_of([one for one in single if one.where in NINE]),
            "narrative": figures_of([one for one in single if one.where == NARRATIVE]),
            "goals": GOALS,
        },
    )
    print(f"written to {PAGE}")


def _measured(file: Path) -> list[Judged]:
    """Return every alteration of one document with its verdict."""
    knowledge, settings = load_knowledge(), default_settings(ALL)
    reading = read_file(file, Limits())
    disclosure = understand(reading, Document(file.name, "", reading.format, None), knowledge)
    random = Random(f"{SEED} {file.name}")
    original = Original(disclosure, printed_tables(reading.pages, knowledge).lines, knowledge)
    findings = findings_of(disclosure, settings)
    if any(finding.severity is Severity.ERROR for finding in findings):
        print(f"{file.name} is not clean any more: take it off the list")
    before = known(findings)
    drawn = list(alterations_of(original, random))
    verdicts = [judged(one, findings_of(one.altered, settings), before) for one in drawn]
    again = _understood_anew(reading, disclosure, drawn, knowledge, random)
    return [
        *(replace(one, what=f"{file.name}: {one.what}") for one in verdicts),
        *(_judged_anew(alteration, altered, settings, before, file.name) for alteration, altered in again),
    ]


def _understood_anew(
    reading: Reading, disclosure: Disclosure, drawn: Sequence[Alteration], knowledge: Knowledge, random: Random
) -> Iterator[tuple[Alteration, Disclosure | None]]:
    """Yield 50 alterations with what is understood after them, None where it is no disclosure any more."""
    count = 0
    for alteration in random.sample(drawn, len(drawn)):
        altered = altered_reading(reading, alteration) if alteration.kind in REREAD_KINDS else None
        if altered is None or count == REREAD:
            continue
        count += 1
        try:
            yield alteration, understand(altered, disclosure.documents[0], knowledge)
        except (NotADisclosure, UnreadableDocument):
            yield alteration, None


def _judged_anew(
    alteration: Alteration, altered: Disclosure | None, settings: Sequence[CheckSettings], before: Known, name: str
) -> Judged:
    findings = findings_of(altered, settings) if altered else []
    one = judged(alteration, findings, before)
    return replace(one, what=f"{name}: {one.what}", reread=True)


if __name__ == "__main__":
    main()
