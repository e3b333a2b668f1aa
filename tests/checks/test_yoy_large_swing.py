import pytest

from checks.check import Skipped
from checks.yoy_large_swing import Options, yoy_large_swing
from records.claim import Direction, Stage
from records.disclosure import Disclosure
from records.finding import Finding
from records.surroundings import surroundings_among
from records.table import Measure, Side, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def budget(year: int, total: str, **rows: str) -> Disclosure:
    summary = a_table(TableKind.SUMMARY, [a_row("expenditure-total", {Measure.TOTAL: total}, side=Side.EXPENDITURE)])
    coded = [a_row("total", {Measure.TOTAL: total})]
    coded += [a_row(code.lstrip("c"), {Measure.TOTAL: amount}, label="城乡社区支出") for code, amount in rows.items()]
    return a_disclosure(year, tables=[summary, a_table(TableKind.EXPENDITURE, coded)])


def findings(disclosure: Disclosure, *others: Disclosure) -> list[Finding]:
    return list(yoy_large_swing.function(disclosure, surroundings_among(disclosure, others), Options()))


def test_a_total_that_fell_by_more_than_a_fifth_is_found_from_what_the_text_itself_says() -> None:
    claim = a_claim(
        "total",
        amount="18949.22",
        change="7442.01",
        direction=Direction.DECREASE,
        base_year=2022,
        base=Stage.BUDGET,
        reason="监所改建项目缺口资金减少",
    )
    (finding,) = findings(a_disclosure(2023, claims=[claim]))
    assert finding.case == "total"
    assert finding.message.startswith(
        "总额由 26,391.23 万元（按第 6 页所述推算）变为 18,949.22 万元（第 6 页），减少 7,442.01 万元（-28.20%）。"
    )
    assert "监所改建项目缺口资金减少" in finding.message


def test_an_item_that_swung_names_its_class_as_the_cause() -> None:
    last = budget(2024, "1922.02", c212="1922.02", c2120101="1000.00", c2129999="922.02")
    this = budget(2025, "6234.89", c212="6234.89", c2120101="1000.00", c2129999="5234.89")
    whole, top, leaf = findings(this, last)
    assert (whole.case, top.case, leaf.case) == ("total", "class", "item")
    assert leaf.caused_by == top.fingerprint


def test_the_only_item_of_a_class_is_not_reported_beside_it() -> None:
    last = budget(2024, "1922.02", c212="1922.02", c21299="1922.02")
    this = budget(2025, "6234.89", c212="6234.89", c21299="6234.89")
    assert [finding.case for finding in findings(this, last)] == ["total", "class"]


def test_a_movement_exactly_at_the_threshold_is_reported_and_one_below_is_not() -> None:
    last = budget(2024, "1000.00")
    assert findings(budget(2025, "1200.00"), last)
    assert not findings(budget(2025, "1199.99"), last)


def test_a_large_share_of_a_small_figure_is_ignored() -> None:
    assert not findings(budget(2025, "149.99"), budget(2024, "100.00"))


def test_without_last_year_there_is_nothing_to_compare() -> None:
    with pytest.raises(Skipped):
        findings(budget(2025, "1200.00"))


def test_where_only_the_parts_have_reasons_their_place_is_told() -> None:
    whole = a_claim("sangong", amount="469.17", change="86.53", direction=Direction.INCREASE, base_year=2022)
    part = a_claim("vehicle-purchase", amount="60.03", reason="报废旧车7辆", page=41)
    (finding,) = (one for one in findings(a_disclosure(claims=[whole, part])) if one.case == "sangong")

    assert finding.message.endswith("合计未写原因，分项写有原因（第 41 页）。")
