"""Runs the checks of arithmetic on published disclosures whose numbers were verified to add up."""

from pathlib import Path

import pytest

from checks.registry import ALL
from checks.runner import run_checks
from checks.settings import default_settings
from parsing.knowledge_files import load_knowledge
from parsing.limits import Limits
from parsing.reader import read_file
from parsing.understanding import understand
from records.disclosure import Disclosure, Document
from records.finding import CheckRun, Finding, Outcome, Severity
from records.relations import relations_of
from records.surroundings import Surroundings

CODES = ("CMP001", "SUM001", "SUM002", "SUM003", "SUM004", "SUM005", "TAB001", "TAB002", "TAB003")
ARITHMETIC = tuple(check for check in ALL if check.code in CODES)


def read(path: Path) -> Disclosure:
    return understand(read_file(path, Limits()), Document(path.name, "0" * 64, path.suffix[1:], None), load_knowledge())


def runs(disclosure: Disclosure) -> tuple[CheckRun, ...]:
    return run_checks(disclosure, Surroundings(), default_settings(ARITHMETIC))


def grave(disclosure: Disclosure) -> list[Finding]:
    return [one for run in runs(disclosure) for one in run.findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("seed", ["000", "004"])
def test_a_budget_verified_to_add_up_passes_every_check(corpus: Path, seed: str) -> None:
    (path,) = (corpus / "seeds").glob(f"{seed}_*.txt")
    disclosure = read(path)
    assert {run.code: run.outcome for run in runs(disclosure)} == {check.code: Outcome.PASSED for check in ARITHMETIC}
    assert all(relation.difference == 0 for table in disclosure.tables for relation in relations_of(table))


def test_a_missing_table_is_found_where_it_should_stand(corpus: Path) -> None:
    (path,) = (corpus / "real" / "shpt").glob("7709dd*.pdf")
    (finding,) = grave(read(path))
    assert (finding.code, finding.subject.table, finding.evidence[0].page) == ("CMP001", "expenditure", 10)


@pytest.mark.parametrize("file", ["690679", "9eef7b", "d8d612", "f45a18"])
def test_real_disclosures_that_add_up_have_no_grave_finding(corpus: Path, file: str) -> None:
    (path,) = (corpus / "real" / "shpt").glob(f"{file}*.pdf")
    assert not grave(read(path))


def test_a_class_that_is_not_in_the_total_is_found(corpus: Path) -> None:
    (path,) = (corpus / "real" / "006_苏州").glob("*本级*.pdf")
    first, second = grave(read(path))
    assert (first.code, first.subject.table, first.evidence[0].page) == ("SUM001", "general", 20)
    assert second.caused_by == first.fingerprint
