"""Measures how many misprints the checks find: 500 alterations of each document of a clean set, one at a time.

Each is made in the disclosure as it was read; 50 of them are made in the reading as well, and all is understood anew.
An alteration is found when an error or a warning appears that names the altered number, or one that it is tied to.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from random import Random

from bench.alterations import NARRATIVE, Alteration, Original, alterations_of
from bench.altered_tables import NINE
from bench.corpus import WORKERS, corpus_folder
from bench.detection import Judged, Known, Verdict, findings_of, judged, known
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
_SHOWN_MISSES = 6
"""How many misses of each kind are printed."""


def main() -> None:
    """Measure, print and record."""
    corpus = corpus_folder()
    files = [corpus / name for name in tomllib.loads(SET.read_text(encoding="utf-8"))["documents"]]
    files.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ProcessPoolExecutor(WORKERS, get_context("forkserver")) as pool:
        everything = [one for document in pool.map(_measured, files) for one in document]
    direct = [one for one in everything if not one.reread]
    print("\n".join(_shares("alterations of the disclosure", direct)))
    print("\n".join(_shares("alterations of the reading, understood anew", [one for one in everything if one.reread])))
    print("\n".join(_examples(direct, Verdict.MISSED)))
    print("\n".join(_blind_spots(direct)))
    single = [one for one in direct if one.kind == "digit changed"]
    record(
        "detection",
        {
            "documents": len(files),
            "alterations": len(direct),
            "understood_anew": len(everything) - len(direct),
            "nine_tables": _figures([one for one in single if one.where in NINE]),
            "narrative": _figures([one for one in single if one.where == NARRATIVE]),
            "goals": GOALS,
        },
    )


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


def _shares(title: str, everything: Sequence[Judged]) -> Iterator[str]:
    """Yield a line for each kind of alteration and of table."""
    yield f"{title}:"
    yield f"  {'kind':24}{'where':22}{'made':>7}" + "".join(f"{verdict:>8}" for verdict in Verdict) + f"{'share':>9}"
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in everything:
        groups[one.kind, one.where].append(one)
        groups[one.kind, " all"].append(one)
    for (kind, where), group in sorted(groups.items()):
        counts = Counter(one.verdict for one in group)
        cells = "".join(f"{counts[verdict]:>8}" for verdict in Verdict)
        yield f"  {kind:24}{where.strip():22}{len(group):>7}{cells}{_share(group):>9.1%}"


def _share(group: Iterable[Judged]) -> float:
    """Return the share found of what must show: what only rounding can explain, or nothing is tied to, is apart."""
    counts = Counter(one.verdict for one in group)
    return _part(counts[Verdict.FOUND], counts[Verdict.MISSED])


def _figures(group: Sequence[Judged]) -> dict[str, float]:
    counts = Counter(one.verdict for one in group)
    found, missed = counts[Verdict.FOUND], counts[Verdict.MISSED]
    return {
        **{verdict.value: counts[verdict] for verdict in Verdict},
        "share": _part(found, missed),
        "share_if_info_is_missed": _part(found, missed + counts[Verdict.INFO]),
        "share_if_blind_spots_are_missed": _part(found, missed + counts[Verdict.BLIND]),
    }


def _part(found: int, missed: int) -> float:
    return round(found / (found + missed), 4) if found + missed else 0.0


def _examples(everything: Sequence[Judged], verdict: Verdict) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in everything:
        if one.verdict is verdict:
            groups[one.kind, one.where].append(one.what)
    for (kind, where), group in sorted(groups.items()):
        yield f"{verdict}: {kind}, {where} ({len(group)})"
        yield from (f"    {what}" for what in group[:_SHOWN_MISSES])


def _blind_spots(everything: Sequence[Judged]) -> Iterator[str]:
    yield from _examples([one for one in everything if one.kind == "digit changed"], Verdict.BLIND)


if __name__ == "__main__":
    main()
