import re
from pathlib import Path

import pytest

from checks.check import Check
from checks.registry import ALL
from records.finding import Severity

ROOT = Path(__file__).parents[2]
SECTIONS = ["检查什么", "为什么重要", "示例", "不适用", "依据"]
CATALOGUE = {
    "CMP001": "table-missing",
    "CMP002": "table-row-missing",
    "CMP003": "empty-table-unexplained",
    "CMP004": "section-missing",
    "CMP005": "narrative-no-figures",
    "CMP006": "toc-body-mismatch",
    "CMP007": "project-perf-missing",
    "SUM001": "sum-hierarchy",
    "SUM002": "sum-row-split",
    "SUM003": "sum-section",
    "SUM004": "balance-total",
    "SUM005": "sangong-sum",
    "SUM006": "cell-invalid",
    "SUM007": "code-name-mismatch",
    "SUM008": "part-exceeds-whole",
    "TAB001": "cross-table-equality",
    "TAB002": "basic-expenditure-tie",
    "TAB003": "sangong-vs-economic",
    "TAB004": "function-vs-economic",
    "TAB005": "unit-vs-department",
    "TAB006": "prior-document-bridge",
    "TAB007": "project-sum-vs-table",
    "TXT001": "narrative-amount",
    "TXT002": "narrative-internal-sum",
    "TXT003": "narrative-ratio",
    "TXT004": "direction-word",
    "TXT005": "same-metric-two-values",
    "TXT006": "project-list-narrative",
    "TXT007": "completion-rate",
    "TXT008": "purpose-mismatch",
    "YOY001": "yoy-arith",
    "YOY002": "yoy-vs-prior-doc",
    "YOY003": "flat-claim",
    "YOY004": "zero-base-percent",
    "YOY005": "wrong-base-year",
    "YOY006": "yoy-reason",
    "YOY007": "yoy-absent",
    "YOY008": "yoy-large-swing",
    "SGE001": "sangong-limit",
    "SGE002": "sangong-vehicle",
    "SGE003": "sangong-detail",
    "SGE004": "sangong-unit-cost",
    "SGE005": "sangong-unchanged",
    "PUR001": "qty-price",
    "PUR002": "procurement-sum",
    "PUR003": "procurement-over-project",
    "PUR004": "procurement-unit-invalid",
    "PUR005": "procurement-project-unmatched",
    "PUR006": "procurement-sme-share",
    "AST001": "asset-sum",
    "AST002": "asset-plan-vs-procurement",
    "AST003": "asset-date",
    "PRF001": "cost-direction",
    "PRF002": "cost-not-money",
    "PRF003": "indicator-unit-mismatch",
    "PRF004": "indicator-unit-missing",
    "PRF005": "quantity-not-quantified",
    "PRF006": "indicator-category-misplaced",
    "PRF007": "same-indicator-everywhere",
    "PRF008": "category-as-name",
    "PRF009": "goals-duplicated",
    "PRF010": "basis-self-referential",
    "PRF011": "target-unquantified",
    "PRF012": "threshold-implausible",
    "PRF013": "irrelevant-indicator",
    "PRF014": "placeholder-text",
    "PRF015": "clone-tables",
    "PRF016": "satisfaction-object",
    "PRF017": "goal-number-unsupported",
    "PRF018": "adverse-direction",
    "PRB001": "perf-cost-vs-budget",
    "PRB002": "spend-plan",
    "PRB003": "deadline-contradiction",
    "PRB004": "headcount-contradiction",
    "PRB005": "unit-cost-times-qty",
    "PRB006": "goal-vs-project-number",
    "PRB007": "perf-qty-vs-procurement",
    "PRB008": "duplicate-project",
    "PRB009": "name-vs-purpose",
    "PRB010": "peer-unit-cost",
    "DUE001": "disclosure-missing",
    "DUE002": "disclosure-late",
    "DUE003": "disclosure-removed",
    "DUE004": "draft-published",
    "IDF001": "identity-defect",
    "IDF002": "leftover-year",
    "IDF003": "leftover-region",
    "IDF004": "unit-conflict",
    "IDF005": "text-defect",
    "IDF006": "paragraph-duplicate",
    "IDF007": "extraction-garbage",
    "IDF008": "obsolete-name",
    "IDF009": "template-residue",
    "PEE001": "peer-ratio",
    "PEE002": "peer-text-clone",
    "REV001": "revision-amount",
    "REV002": "revision-content",
}
"""Every code with its name. Both are stable for ever: settings, silences and stored findings carry them."""


EACH = [pytest.param(check, id=check.code) for check in ALL]


def test_no_two_checks_share_a_code_or_a_name() -> None:
    assert len({check.code for check in ALL}) == len({check.name for check in ALL}) == len(ALL)


def test_checks_stand_in_the_order_of_the_catalogue() -> None:
    codes = list(CATALOGUE)
    assert [check.code for check in ALL] == sorted((check.code for check in ALL), key=codes.index)


@pytest.mark.parametrize("check", EACH)
def test_code_and_name_are_those_of_the_catalogue(check: Check) -> None:
    assert CATALOGUE[check.code] == check.name


@pytest.mark.parametrize("check", EACH)
def test_the_file_and_the_function_have_the_name_of_the_check(check: Check) -> None:
    name = check.name.replace("-", "_")
    assert (check.function.__module__, check.function.__name__) == (f"checks.{name}", name)


@pytest.mark.parametrize("check", EACH)
def test_a_test_file_stands_beside_each_check(check: Check) -> None:
    assert (ROOT / "tests" / "checks" / f"test_{check.name.replace('-', '_')}.py").exists()


@pytest.mark.parametrize("check", EACH)
def test_the_page_has_a_title_and_every_section_with_something_in_it(check: Check) -> None:
    title, *sections = re.split(r"^## (.+)\n", check.page.strip(), flags=re.MULTILINE)
    assert title.strip().endswith("。")
    assert sections[::2] == SECTIONS
    assert all(body.strip() for body in sections[1::2])


@pytest.mark.parametrize("check", EACH)
def test_every_option_is_described_and_has_a_default(check: Check) -> None:
    assert all(field.description for field in check.options.model_fields.values())
    assert check.options()


@pytest.mark.parametrize("check", EACH)
def test_every_case_has_a_name_and_a_severity(check: Check) -> None:
    assert check.cases
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", case) for case in check.cases)
    assert set(check.cases.values()) <= set(Severity)
