"""Draws findings of the published documents to be judged on the page, and writes docs/precision.md with the verdicts.

The verdicts stand in precision.toml by fingerprint. Every finding has its own place in the draw, told by the seed and
its fingerprint, so that after a check was mended the others are drawn again and keep their verdicts.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import check_documents, corpus_folder
from bench.results import record
from notifications.figures import place, shortened
from records.evidence import Evidence
from records.finding import Finding, Severity

SEED = 20_230_205
DRAWN = 100
GOAL = 0.95
VERDICTS = Path(__file__).with_name("precision.toml")
PAGE = Path(__file__).parent.parent / "docs" / "precision.md"
_SEVERE = (Severity.ERROR, Severity.WARNING)
_INTRODUCTION = """# How many findings are true

Every finding below is of severity error or warning, and comes from a check that is on. They were drawn by a fixed seed
out of all that is found in the published documents, at least one of every check that found anything, and each was
looked up on the page of the document. `make bench-precision` draws again and writes this page; the verdicts stand in
`bench/precision.toml`. A finding is true when the page says what the finding quotes, and the rule it names is broken;
whether the body has an explanation is for the officer to ask.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody saw on the page."""

    true: bool
    why: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One finding to be judged."""

    file: str
    finding: Finding

    @property
    def key(self) -> str:
        """What its verdict is known by: another version of a document may have the finding by right or wrong."""
        return f"{self.file} {self.finding.fingerprint}"

    @property
    def rank(self) -> str:
        """Its place in the draw."""
        return hashlib.sha256(f"{SEED} {self.key}".encode()).hexdigest()


def main() -> None:
    """Draw, print for who judges, and write the page."""
    real = corpus_folder() / "real"
    files = [path for path in sorted(real.rglob("*")) if path.is_file() and path.suffix != ".tsv"]
    found = [
        Drawn(one.path.relative_to(real).as_posix(), finding)
        for one in check_documents(files)
        for finding in one.findings()
        if finding.severity in _SEVERE
    ]
    chosen, verdicts = draw(found), verdicts_of(VERDICTS)
    print("\n".join(line for number, one in enumerate(chosen, 1) for line in _to_judge(number, one, verdicts)))
    PAGE.write_text("\n".join(_page(chosen, len(found), verdicts)) + "\n", encoding="utf-8")
    judged = [verdicts[one.key] for one in chosen if one.key in verdicts]
    right = sum(verdict.true for verdict in judged)
    figures = {"found": len(found), "drawn": len(chosen), "judged": len(judged), "true": right, "goal": GOAL}
    record("precision", figures)


def draw(found: Iterable[Drawn]) -> list[Drawn]:
    """Return the findings to be judged: the first of every check, then the next of all."""
    ranked = sorted(found, key=lambda one: one.rank)
    firsts = list({one.finding.code: one for one in reversed(ranked)}.values())
    rest = [one for one in ranked if one not in firsts]
    return sorted((*firsts, *rest[: max(0, DRAWN - len(firsts))]), key=lambda one: (one.finding.code, one.rank))


def verdicts_of(file: Path) -> dict[str, Verdict]:
    """Return the verdicts by file and fingerprint."""
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("verdict", [])
    return {f"{one['file']} {one['fingerprint']}": Verdict(one["true"], one["why"]) for one in entries}


def _to_judge(number: int, drawn: Drawn, verdicts: dict[str, Verdict]) -> Iterator[str]:
    """Yield what is needed to judge a finding: its sentence, every place and quote, and its entry to be filled in."""
    finding, verdict = drawn.finding, verdicts.get(drawn.key)
    yield f"{number}. {drawn.file}"
    folded = f" (folded into {finding.caused_by})" if finding.caused_by else ""
    yield f"   {finding.code} {finding.case} {finding.severity}{folded}: {finding.message}"
    yield from (f"   - {place(evidence)}：“{shortened(evidence.text, 300)}”" for evidence in finding.evidence)
    if verdict:
        yield f"   judged {'true' if verdict.true else 'false'}: {verdict.why}"
    else:
        yield f'   [[verdict]]\n   file = "{drawn.file}"\n   fingerprint = "{finding.fingerprint}"'
        yield '   true = \n   why = ""'


def _page(chosen: Sequence[Drawn], found: int, verdicts: dict[str, Verdict]) -> Iterator[str]:
    judged = [verdicts[one.key] for one in chosen if one.key in verdicts]
    right = sum(verdict.true for verdict in judged)
    yield _INTRODUCTION
    yield f"Found {found}, drawn {len(chosen)}, judged {len(judged)}: **{right} true, {len(judged) - right} false**.\n"
    yield "| | file | page | check | finding | verdict | why |"
    yield "|---|---|---|---|---|---|---|"
    for number, one in enumerate(chosen, 1):
        verdict = verdicts.get(one.key)
        said = ("true" if verdict.true else "**false**") if verdict else "not judged"
        code = f"{one.finding.code} {one.finding.severity}"
        cells = (
            one.file,
            _pages(one.finding.evidence),
            code,
            one.finding.message,
            said,
            verdict.why if verdict else "",
        )
        yield f"| {number} | " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _pages(evidence: Iterable[Evidence]) -> str:
    return ", ".join(dict.fromkeys(str(one.page) for one in evidence if one.page is not None and not one.document))


if __name__ == "__main__":
    main()
