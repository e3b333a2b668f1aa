from dataclasses import replace

import pytest

from checks.check import CheckOptions, Skipped, Unresolved
from checks.revision_amount import revision_amount
from records.body import Scope
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import surroundings_among
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table

M = Measure


def published(total: str = "100.00", police: str = "60.00", justice: str = "40.00") -> Disclosure:
    amounts = {"total": total, "204": police, "205": justice}
    rows = [a_row(item, {M.TOTAL: text}, page=7) for item, text in amounts.items()]
    return a_disclosure(2024, tables=[a_table(TableKind.EXPENDITURE, rows, caption="支出总表")])


def findings(*versions: Disclosure) -> list[Finding]:
    """Check the last of several versions, in the order of publication."""
    surroundings = surroundings_among(versions[-1], versions)
    return list(revision_amount.function(versions[-1], surroundings, CheckOptions()))


def test_a_total_that_was_changed_is_an_error_with_both_numbers() -> None:
    (finding,) = findings(published(), published("110.00", "70.00"))
    assert finding.case == "total"
    assert finding.message == (
        "支出总表有 2 个数与原先公布的不同：“total”total由 100.00 万元（《2024年部门预算.pdf》第 7 页）改为 "
        "110.00 万元（第 7 页），增加 10.00 万元；“204”total由 60.00 万元（《2024年部门预算.pdf》第 7 页）改为 "
        "70.00 万元（第 7 页），增加 10.00 万元。"
    )
    assert finding.difference == 100_000


def test_numbers_moved_between_items_are_a_warning() -> None:
    (finding,) = findings(published(), published("100.00", "50.00", "50.00"))
    assert finding.case == "other"


def test_the_newest_version_is_the_one_compared_with() -> None:
    assert not findings(published("90.00", "50.00"), published(), published())


def test_a_change_that_rounding_explains_passes() -> None:
    assert not findings(published(), published("100.02", "60.02"))
    assert findings(published(), published("100.03", "60.03"))


def test_a_correction_that_is_announced_is_information() -> None:
    section = Section("更正说明", 1, "现将原公开的支出总表更正如下。", (1,), Evidence(page=1))
    (finding,) = findings(published(), replace(published("110.00", "70.00"), sections=(section,)))
    assert finding.case == "announced"


def test_a_draft_and_another_scope_are_no_versions() -> None:
    for other in (replace(published(), draft=True), replace(published(), scope=Scope.UNIT)):
        with pytest.raises(Skipped):
            findings(other, published("110.00", "70.00"))


def test_what_was_published_later_is_no_earlier_version() -> None:
    first, second = published(), published("110.00", "70.00")
    with pytest.raises(Skipped):
        list(revision_amount.function(first, surroundings_among(first, [first, second]), CheckOptions()))


def many(amount: str, changed: int) -> Disclosure:
    """A table of twelve items, the first of which have another amount."""
    texts = [amount if number < changed else "5.00" for number in range(12)]
    rows = [a_row(f"2{number:02}", {M.TOTAL: text}) for number, text in enumerate(texts)]
    return a_disclosure(2024, tables=[a_table(TableKind.EXPENDITURE, rows)])


def test_a_text_most_of_whose_numbers_differ_is_hardly_a_revision() -> None:
    assert findings(many("5.00", 0), many("9.00", 6))
    with pytest.raises(Unresolved):
        findings(many("5.00", 0), many("9.00", 7))
