from dataclasses import replace
from decimal import Decimal

import pytest

from records.body import Body, Scope
from records.evidence import Evidence
from records.finding import Finding, Severity, Subject, subject_of
from tests.builders.disclosures import BUREAU, a_disclosure

SUBJECT = subject_of(a_disclosure(2023), table="expenditure", place="支出总表", item="204", measure="total")
FINDING = Finding(
    "SUM001", "different", SUBJECT, Severity.ERROR, "相差 10.00 万元。", (Evidence(page=7),), Decimal(1), Decimal(3)
)


def test_a_finding_needs_evidence() -> None:
    with pytest.raises(ValueError, match="SUM001"):
        replace(FINDING, evidence=())


def test_the_difference_is_the_actual_less_the_expected() -> None:
    assert FINDING.difference == 2
    assert replace(FINDING, actual=None).difference is None


def test_a_fingerprint_does_not_change_from_release_to_release() -> None:
    assert FINDING.fingerprint == "v1:93ec8401359efe6dc9c8"


@pytest.mark.parametrize(
    "reworded",
    [
        replace(FINDING, message="别的话。"),
        replace(FINDING, severity=Severity.INFO, case="rounding"),
        replace(FINDING, expected=Decimal(5), actual=Decimal(9)),
        replace(FINDING, evidence=(Evidence(page=9, text="1.00"),)),
        replace(FINDING, caused_by="v1:0"),
        replace(FINDING, subject=replace(SUBJECT, body=replace(BUREAU, code=None, region="别处"))),
        replace(FINDING, subject=replace(SUBJECT, body=Body("石家庄市 司法局"))),
    ],
)
def test_amounts_wording_and_severity_are_not_part_of_the_fingerprint(reworded: Finding) -> None:
    assert reworded.fingerprint == FINDING.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        replace(SUBJECT, fiscal_year=2024),
        replace(SUBJECT, scope=Scope.UNIT),
        replace(SUBJECT, table="general"),
        replace(SUBJECT, place="支出总表#2"),
        replace(SUBJECT, item="205"),
        replace(SUBJECT, measure="basic"),
        replace(SUBJECT, body=Body("石家庄市财政局")),
    ],
)
def test_every_field_of_the_subject_is_part_of_the_fingerprint(other: Subject) -> None:
    assert replace(FINDING, subject=other).fingerprint != FINDING.fingerprint


def test_the_code_is_part_of_the_fingerprint() -> None:
    assert replace(FINDING, code="SUM002").fingerprint != FINDING.fingerprint


def test_a_severity_ranks_before_what_is_milder() -> None:
    assert Severity.ERROR.rank < Severity.WARNING.rank < Severity.INFO.rank
