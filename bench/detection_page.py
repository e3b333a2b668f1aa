"""Writes docs/detection.md: what the checks find of the misprints put into clean documents, and what they cannot."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.alterations import NARRATIVE
from bench.altered_tables import NINE
from bench.detection import Judged, Verdict, figures_of

PAGE = Path(__file__).parents[1] / "docs" / "detection.md"
BLIND_SPOTS = Path(__file__).with_name("blind_spots.toml")
_INTRODUCTION = """# What the checks see, and what they cannot

Clean documents are altered, one misprint at a time, and checked again. `make bench-detect` does so with 500 alterations
of each document of `bench/clean_set.toml`, drawn by a fixed seed, and writes this page; why something is a blind spot
is said in `bench/blind_spots.toml`. It takes some ten minutes on two cores and needs the published corpus
(`BUDGETWATCH_CORPUS`).

An alteration is made in the disclosure as it was read; fifty of each document are made in the reading as well, and all
is understood anew. It is **found** when an error or a warning appears that was not there before and names the altered
number, or one that it is tied to. A finding of severity **info** alone is not enough: it counts as missed. What is
**within** the tolerance of every relation cannot be found, since rounding explains it. **Blind** is what nothing in the
document contradicts: the number is in no sum, and no other table and no sentence repeats it. Whether a number is tied
is reckoned apart from the checks (`bench/reach.py`). The share is found ÷ (found + info + missed).
"""
_MISSES = 4
"""How many misses of each kind are shown."""


def write_page(everything: Sequence[Judged], goals: Mapping[str, float]) -> None:
    """Write the page."""
    PAGE.write_text("\n".join(page(everything, goals)) + "\n", encoding="utf-8")


def page(everything: Sequence[Judged], goals: Mapping[str, float]) -> Iterator[str]:
    """Yield the page line by line."""
    direct = [one for one in everything if not one.reread]
    yield _INTRODUCTION
    yield from _goals(direct, goals)
    yield "\n## By kind of misprint\n"
    yield from _table("misprint", _by(direct, lambda one: (one.kind, _place(one))))
    yield "\n## A digit changed, by table\n"
    yield from _table("table", _by(_digits(direct), lambda one: (one.where, "")))
    yield "\n## The same in the reading, understood anew\n"
    yield from _table("misprint", _by([one for one in everything if one.reread], lambda one: (one.kind, _place(one))))
    yield "\n## What is missed\n"
    yield from _missed(direct)
    yield "\n## Blind spots\n"
    yield from _blind(direct)


def _digits(everything: Iterable[Judged]) -> list[Judged]:
    return [one for one in everything if one.kind == "digit changed"]


def _goals(direct: Sequence[Judged], goals: Mapping[str, float]) -> Iterator[str]:
    digits = _digits(direct)
    shares = {
        "nine_tables": figures_of([one for one in digits if one.where in NINE])["share"],
        "narrative": figures_of([one for one in digits if one.where == NARRATIVE])["share"],
    }
    names = {"nine_tables": "in the nine tables", "narrative": "in amounts of the narrative that have a counterpart"}
    yield "| a single digit changed, beyond tolerance | found | goal |\n|---|---|---|"
    yield from (f"| {names[key]} | **{share:.1%}** | {goals[key]:.0%} |" for key, share in shares.items())


def _place(one: Judged) -> str:
    if one.where == NARRATIVE:
        return NARRATIVE
    return "nine tables" if one.where in NINE else "other tables"


def _by(group: Iterable[Judged], key: Callable[[Judged], tuple[str, str]]) -> Mapping[tuple[str, str], list[Judged]]:
    found: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in group:
        found[key(one)].append(one)
    return dict(sorted(found.items()))


def _table(first: str, groups: Mapping[tuple[str, str], Sequence[Judged]]) -> Iterator[str]:
    yield f"| {first} | made | " + " | ".join(Verdict) + " | share |"
    yield "|---|" + "---|" * (len(Verdict) + 2)
    for (name, place), group in groups.items():
        counts = Counter(one.verdict for one in group)
        label = f"{name}, {place}" if place else name
        share = f"{figures_of(group)['share']:.1%}" if sum(counts[one] for one in _SHOWN) else "–"
        yield f"| {label} | {len(group)} | " + " | ".join(str(counts[one]) for one in Verdict) + f" | {share} |"


_SHOWN = (Verdict.FOUND, Verdict.INFO, Verdict.MISSED)


def _missed(direct: Sequence[Judged]) -> Iterator[str]:
    missed = _by((one for one in direct if one.verdict is Verdict.MISSED), lambda one: (one.kind, one.where))
    for (kind, where), group in missed.items():
        yield f"- {kind}, {where} ({len(group)})"
        yield from (f"  - {one.what}" for one in group[:_MISSES])


def _blind(direct: Sequence[Judged]) -> Iterator[str]:
    whys = tomllib.loads(BLIND_SPOTS.read_text(encoding="utf-8"))["why"]
    groups = _by((one for one in direct if one.verdict is Verdict.BLIND), lambda one: _sort(one, whys))
    yield "| what is altered | made | an example | why nothing shows it |\n|---|---|---|---|"
    for (place, about), group in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        example = group[0].what.replace("|", "\\|")
        yield f"| {place}: {about} | {len(group)} | {example} | {whys.get(f'{place}: {about}', '')} |"


def _sort(one: Judged, whys: Mapping[str, str]) -> tuple[str, str]:
    """Return the sort of blind spot: the narrowest that is explained."""
    place = NARRATIVE if one.where == NARRATIVE else "table"
    for about in (f"{one.kind}, {one.about}", one.kind, one.about, one.about.partition(" of ")[0]):
        if f"{place}: {about}" in whys:
            return place, about
    return place, one.about
