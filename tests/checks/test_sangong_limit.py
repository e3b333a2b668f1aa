import pytest

from checks.check import Skipped
from checks.sangong_limit import Options, sangong_limit
from records.claim import Direction, Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding
from records.surroundings import surroundings_among
from records.table import Measure, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def sangong(**items: str) -> Table:
    rows = [a_row(item.replace("_", "-"), {Measure.TOTAL: text}) for item, text in items.items()]
    return a_table(TableKind.SANGONG, rows)


def accounts(item: str, spent: str, **budgets: str) -> Disclosure:
    """A final account whose table prints the item with the budgets named, by measure."""
    columns = {Measure(measure): text for measure, text in budgets.items()} | {Measure.TOTAL: spent}
    table = a_table(TableKind.SANGONG, [a_row(item, columns)])
    return a_disclosure(2024, tables=[table], kind=Kind.FINAL_ACCOUNTS)


def findings(disclosure: Disclosure, *others: Disclosure) -> list[Finding]:
    return list(sangong_limit.function(disclosure, surroundings_among(disclosure, others), Options()))


def test_a_final_figure_above_its_budget_is_an_error() -> None:
    (finding,) = findings(accounts("reception", "6.20", budget="5.00"))
    assert finding.case == "over-budget"
    assert (
        "“reception”决算 6.20 万元（第 3 页），预算数（budget） 5.00 万元（第 3 页），超出 1.20 万元" in finding.message
    )


def test_a_vehicle_bought_without_a_budget_is_unplanned() -> None:
    (finding,) = findings(accounts("vehicle-purchase", "18.00", budget="0.00"))
    assert finding.case == "unplanned"


def test_a_sum_that_one_part_exceeds_follows_from_the_part() -> None:
    spent = {"reception": ("6.20", "5.00"), "sangong": ("11.20", "10.00")}
    rows = [a_row(item, {Measure.BUDGET: budget, Measure.TOTAL: final}) for item, (final, budget) in spent.items()]
    table = a_table(TableKind.SANGONG, rows)
    part, whole = findings(a_disclosure(2024, tables=[table], kind=Kind.FINAL_ACCOUNTS))
    assert part.caused_by is None
    assert whole.caused_by == part.fingerprint


def test_a_budget_adjusted_in_the_year_is_the_limit() -> None:
    assert not findings(accounts("reception", "6.20", budget="5.00", adjusted="7.00"))


def test_a_budget_the_text_gives_is_a_limit_too() -> None:
    claims = [a_claim("reception", amount="5.00", stage=Stage.BUDGET, year=2024, page=20)]
    table = sangong(reception="6.20")
    disclosure = a_disclosure(2024, tables=[table], claims=claims, kind=Kind.FINAL_ACCOUNTS)
    (finding,) = findings(disclosure)
    assert "年初预算 5.00 万元（第 20 页）" in finding.message


def test_the_stored_budget_is_a_warning_because_it_may_have_been_adjusted_since() -> None:
    budget = a_disclosure(2024, tables=[sangong(reception="5.00")])
    (finding,) = findings(accounts("reception", "6.20"), budget)
    assert finding.case == "over-first-budget"
    assert "《2024年部门预算.pdf》" in finding.message


def test_a_final_figure_above_its_budget_by_no_more_than_rounding_passes() -> None:
    assert not findings(accounts("reception", "5.01", budget="5.00"))
    assert not findings(accounts("reception", "5.02", budget="5.00"))
    assert findings(accounts("reception", "5.03", budget="5.00"))


def test_a_budget_that_grew_names_the_items_that_did() -> None:
    last = sangong(sangong="16.50", abroad="0", vehicle="14.00", reception="2.50")
    this = sangong(sangong="30.75", abroad="0", vehicle="28.25", reception="2.50")
    (finding,) = findings(a_disclosure(2026, tables=[this]), a_disclosure(2025, tables=[last]))
    assert finding.case == "increase"
    assert finding.message == (
        "“三公”经费预算 30.75 万元（第 3 页），上年 16.50 万元（《2025年部门预算.pdf》第 3 页），增加 14.25 万元，"
        "其中公务用车购置及运行费增加 14.25 万元。"
    )


def test_an_increase_that_is_all_for_going_abroad_is_information() -> None:
    last = sangong(sangong="10.00", abroad="2.00", vehicle="5.00", reception="3.00")
    this = sangong(sangong="14.00", abroad="8.00", vehicle="4.00", reception="2.00")
    (finding,) = findings(a_disclosure(2026, tables=[this]), a_disclosure(2025, tables=[last]))
    assert finding.case == "increase-abroad"


def test_last_years_column_of_the_table_itself_shows_an_increase() -> None:
    rows = [a_row("sangong", {Measure.PRIOR: "6.83", Measure.TOTAL: "34.30"})]
    (finding,) = findings(a_disclosure(2022, tables=[a_table(TableKind.SANGONG, rows)]))
    assert "增加 27.47 万元" in finding.message


def test_an_increase_exactly_at_the_smallest_that_is_reported_passes() -> None:
    for change, found in (("0.01", 0), ("0.02", 1)):
        claim = a_claim("sangong", amount="8.00", change=change, direction=Direction.INCREASE, year=2026)
        assert len(findings(a_disclosure(2026, claims=[claim], tables=[sangong(sangong="8.00")]))) == found


def test_a_budget_that_fell_passes() -> None:
    claim = a_claim("sangong", amount="8.00", change="1.00", direction=Direction.DECREASE, year=2026)
    assert not findings(a_disclosure(2026, claims=[claim], tables=[sangong(sangong="8.00")]))


def test_without_a_budget_or_a_prior_year_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(accounts("reception", "6.20"))
    with pytest.raises(Skipped):
        findings(a_disclosure(2026, tables=[sangong(sangong="8.00")]))
