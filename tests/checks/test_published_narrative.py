"""Runs the checks of the narrative on published disclosures whose faults, and whose lack of them, are known."""

from pathlib import Path

import pytest

from checks.registry import ALL
from checks.runner import run_checks
from checks.settings import default_settings
from parsing.knowledge_files import load_knowledge
from parsing.limits import Limits
from parsing.reader import read_file
from parsing.understanding import understand
from records.disclosure import Document
from records.finding import Finding, Severity
from records.surroundings import Surroundings

NARRATIVE = tuple(check for check in ALL if check.code in ("TXT002", "TXT004", "TXT005", "TXT007", "TXT008"))


def grave(path: Path) -> list[Finding]:
    document = Document(path.name, "0" * 64, path.suffix[1:], None)
    disclosure = understand(read_file(path, Limits()), document, load_knowledge())
    runs = run_checks(disclosure, Surroundings(), default_settings(NARRATIVE))
    return [one for run in runs for one in run.findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("file", "known"),
    [
        ("690679", {("TXT007", "zero-base", 18), ("TXT008", "copied", 20)}),
        ("7709dd", {("TXT004", "contrary", 19), ("TXT004", "contrary", 20), ("TXT004", "not-equal", 21)}),
        (
            "f45a18",
            {
                ("TXT002", "different", 33),
                ("TXT004", "reason", 6),
                ("TXT005", "different", 9),
                ("TXT008", "copied-reason", 7),
                ("TXT008", "copied", 9),
            },
        ),
        ("9eef7b", set()),
    ],
)
def test_the_known_faults_of_a_published_narrative_are_found_and_no_others(
    corpus: Path, file: str, known: set[tuple[str, str, int]]
) -> None:
    (path,) = (corpus / "real" / "shpt").glob(f"{file}*.pdf")
    assert {(one.code, one.case, one.evidence[0].page) for one in grave(path)} == known


@pytest.mark.parametrize("seed", ["000", "004"])
def test_a_narrative_verified_to_agree_with_itself_has_no_grave_finding(corpus: Path, seed: str) -> None:
    (path,) = (corpus / "seeds").glob(f"{seed}_*.txt")
    assert not grave(path)
