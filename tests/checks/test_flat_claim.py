import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import CheckOptions, Skipped
from checks.flat_claim import flat_claim
from records.claim import Claim, Direction, Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding
from records.surroundings import surroundings_among
from records.table import Measure, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def flat(subject: str, amount: str, *, prior: str | None = None) -> Claim:
    return a_claim(subject, amount=amount, prior=prior, direction=Direction.FLAT, year=2018, base_year=2017)


def sangong(item: str, amount: str, prior: str | None = None) -> Table:
    columns = {Measure.TOTAL: amount} | ({Measure.PRIOR: prior} if prior else {})
    return a_table(TableKind.SANGONG, [a_row(item, columns)])


def findings(disclosure: Disclosure, *others: Disclosure) -> list[Finding]:
    return list(flat_claim.function(disclosure, surroundings_among(disclosure, others), CheckOptions()))


def test_a_figure_called_unchanged_that_last_years_document_prints_otherwise_is_found() -> None:
    this = a_disclosure(2018, claims=[flat("abroad", "100")], tables=[sangong("abroad", "100.00")])
    last = a_disclosure(2017, tables=[sangong("abroad", "110.00")])
    (finding,) = findings(this, last)
    assert finding.case == "moved"
    assert "本年 100.00 万元" in finding.message
    assert "为 110.00 万元（《2017年部门预算.pdf》第 3 页），相差 10.00 万元" in finding.message


def test_an_empty_cell_does_not_keep_a_zero_from_being_compared() -> None:
    this = a_disclosure(2018, claims=[flat("abroad", "0")], tables=[sangong("sangong", "8.00")])
    assert findings(this, a_disclosure(2017, tables=[sangong("abroad", "5.00")]))


def test_last_years_column_of_the_same_table_contradicts_too() -> None:
    claims = [flat("reception", "8.00")]
    (finding,) = findings(a_disclosure(2018, claims=claims, tables=[sangong("reception", "8.00", "6.00")]))
    assert "相差 2.00 万元" in finding.message


def test_the_sentence_itself_may_print_another_figure_of_last_year() -> None:
    (finding,) = findings(a_disclosure(2018, claims=[flat("reception", "8.00", prior="9.00")]))
    assert "文中上年数为 9.00 万元" in finding.message


def test_two_sentences_about_one_figure_cannot_both_be_right() -> None:
    moved = a_claim(
        "reception", amount="8.00", change="1.00", direction=Direction.INCREASE, year=2018, base_year=2017, page=9
    )
    (finding,) = findings(a_disclosure(2018, claims=[flat("reception", "8.00"), moved]))
    assert "7.00 万元（第 9 页）" in finding.message


def test_one_of_the_figures_it_may_mean_is_enough() -> None:
    tables = [
        a_table(TableKind.SUMMARY, [a_row("expenditure-total", {Measure.TOTAL: "900.00"})]),
        a_table(TableKind.EXPENDITURE, [a_row("total", {Measure.TOTAL: "900.00"})]),
    ]
    last = [
        a_table(TableKind.SUMMARY, [a_row("expenditure-total", {Measure.TOTAL: "950.00"})]),
        a_table(TableKind.EXPENDITURE, [a_row("total", {Measure.TOTAL: "900.00"})]),
    ]
    this = a_disclosure(2018, claims=[flat("expenditure-total", "900.00")], tables=tables)
    assert not findings(this, a_disclosure(2017, tables=last))


def test_a_figure_that_agrees_with_no_number_of_its_own_tables_is_not_compared_through_them() -> None:
    this = a_disclosure(2018, claims=[flat("abroad", "100")], tables=[sangong("abroad", "90.00")])
    with pytest.raises(Skipped):
        findings(this, a_disclosure(2017, tables=[sangong("abroad", "110.00")]))


def test_a_whole_called_unchanged_whose_parts_moved_is_found() -> None:
    claims = [
        flat("sangong", "20.00"),
        flat("abroad", "0"),
        flat("reception", "8.00"),
        a_claim("vehicle", amount="12.00", change="2.00", direction=Direction.DECREASE, year=2018, base_year=2017),
    ]
    (finding,) = findings(a_disclosure(2018, claims=claims))
    assert finding.case == "parts"
    assert "“vehicle”减少 2.00 万元（第 6 页）" in finding.message
    assert "合计变动 -2.00 万元" in finding.message


def test_parts_that_cancel_leave_the_whole_unchanged() -> None:
    claims = [
        flat("vehicle", "12.00"),
        a_claim("vehicle-purchase", amount="4", change="2", direction=Direction.DECREASE, year=2018, base_year=2017),
        a_claim("vehicle-running", amount="8", change="2", direction=Direction.INCREASE, year=2018, base_year=2017),
    ]
    assert not findings(a_disclosure(2018, claims=claims))


def test_a_difference_as_large_as_rounding_passes_and_twice_that_is_a_rounding() -> None:
    at = a_disclosure(2018, claims=[flat("reception", "8.00", prior="8.01")])
    assert not findings(at)
    (finding,) = findings(a_disclosure(2018, claims=[flat("reception", "8.00", prior="8.02")]))
    assert finding.case == "rounding"
    (finding,) = findings(a_disclosure(2018, claims=[flat("reception", "8.00", prior="8.03")]))
    assert finding.case == "moved"


def test_a_final_figure_compared_with_its_own_budget_is_left_to_another_check() -> None:
    claim = a_claim(
        "reception", amount="8.00", direction=Direction.FLAT, year=2018, stage=Stage.FINAL, base=Stage.BUDGET
    )
    this = a_disclosure(2018, claims=[claim], tables=[sangong("reception", "8.00")], kind=Kind.FINAL_ACCOUNTS)
    last = a_disclosure(2017, tables=[sangong("reception", "6.00")], kind=Kind.FINAL_ACCOUNTS)
    with pytest.raises(Skipped):
        findings(this, last)


def test_without_last_year_there_is_nothing_to_compare() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure(2018, claims=[flat("reception", "8.00")]))


@given(st.integers(1, 10**9), st.integers(-1, 1))
def test_a_figure_that_moved_by_no_more_than_the_last_digit_is_never_reported(fen: int, moved: int) -> None:
    prior = f"{(fen + moved) / 100:.2f}"
    assert not findings(a_disclosure(2018, claims=[flat("reception", f"{fen / 100:.2f}", prior=prior)]))
