import pytest

from checks.check import Skipped
from checks.sangong_unchanged import Options, sangong_unchanged
from records.claim import Direction
from records.disclosure import Disclosure
from records.finding import Finding
from records.surroundings import surroundings_among
from records.table import Measure, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def sangong(**items: str) -> Table:
    rows = [a_row(item.replace("_", "-"), {Measure.TOTAL: text}) for item, text in items.items()]
    return a_table(TableKind.SANGONG, rows)


def findings(disclosure: Disclosure, *others: Disclosure) -> list[Finding]:
    surroundings = surroundings_among(disclosure, others)
    return list(sangong_unchanged.function(disclosure, surroundings, Options()))


def test_every_item_stated_as_unchanged_is_one_warning() -> None:
    table = sangong(sangong="112.40", vehicle="104.40", vehicle_running="104.40", reception="8.00")
    claims = [
        a_claim(item, amount=amount, direction=Direction.FLAT, base_year=2022)
        for item, amount in (("abroad", "0"), ("vehicle", "104.40"), ("reception", "8.00"))
    ]
    (finding,) = findings(a_disclosure(2023, tables=[table], claims=claims))
    assert finding.case == "every-item"
    assert "104.40 万元" in finding.message
    assert "8.00 万元" in finding.message


def test_items_that_stayed_while_another_moved_are_information_from_the_stored_year() -> None:
    last = sangong(
        sangong="47.91", abroad="0", reception="1.35", vehicle="46.56", vehicle_purchase="25", vehicle_running="21.56"
    )
    this = sangong(
        sangong="37.91", abroad="0", reception="1.35", vehicle="36.56", vehicle_purchase="15", vehicle_running="21.56"
    )
    (finding,) = findings(a_disclosure(2025, tables=[this]), a_disclosure(2024, tables=[last]))
    assert finding.case == "some-items"
    assert finding.message == (
        "“三公”经费中，公务用车运行费 21.56 万元（第 3 页）、公务接待费 1.35 万元（第 3 页）与上年分文不差；"
        "上年数见《2024年部门预算.pdf》第 3 页。"
    )


def test_a_total_that_is_one_item_names_it_once() -> None:
    claim = a_claim("reception", amount="1.50", direction=Direction.FLAT, base_year=2022)
    total = a_claim("sangong", amount="1.50", direction=Direction.FLAT, base_year=2022)
    table = sangong(sangong="1.50", abroad="0", vehicle="0", reception="1.50")
    (finding,) = findings(a_disclosure(2023, tables=[table], claims=[total, claim]))
    assert finding.message == (
        "“三公”经费 1.50 万元（第 3 页）与上年分文不差，全部是公务接待费；上年数按第 6 页所述推算。"
    )


def test_every_item_unchanged_for_three_years_is_a_case_of_its_own() -> None:
    table = sangong(sangong="112.40", vehicle="104.40", reception="8.00")
    years = [a_disclosure(year, tables=[table]) for year in (2026, 2025, 2024, 2023)]
    (finding,) = findings(*years)
    assert finding.case == "every-item-for-years"
    assert "112.40 万元（第 3 页）已连续 3 年分文不差" in finding.message


def test_years_are_counted_back_to_the_last_change_only() -> None:
    table = sangong(sangong="112.40", vehicle="104.40", reception="8.00")
    other = sangong(sangong="100.00", vehicle="92.00", reception="8.00")
    years = [
        a_disclosure(year, tables=[each]) for year, each in ((2026, table), (2025, table), (2024, other), (2023, table))
    ]
    (finding,) = findings(*years)
    assert finding.case == "every-item"
    assert "112.40 万元（第 3 页）与上年分文不差" in finding.message


def test_an_item_unchanged_for_years_says_since_when() -> None:
    years = [
        a_disclosure(year, tables=[sangong(sangong=total, vehicle=vehicle, reception="8.00")])
        for year, total, vehicle in ((2026, "58.00", "50.00"), (2025, "48.00", "40.00"), (2024, "38.00", "30.00"))
    ]
    (finding,) = findings(*years)
    assert finding.case == "some-items"
    assert "公务接待费 8.00 万元（第 3 页，已连续 2 年）与上年分文不差" in finding.message


def test_unchanged_for_fewer_years_than_asked_is_nothing_to_report() -> None:
    table = sangong(sangong="112.40", vehicle="104.40", reception="8.00")
    this, last = (a_disclosure(year, tables=[table]) for year in (2026, 2025))
    surroundings = surroundings_among(this, [last])
    assert not list(sangong_unchanged.function(this, surroundings, Options(min_years=2)))


def test_a_blank_cell_is_zero_where_the_other_items_make_up_the_total() -> None:
    last = sangong(sangong="8.00", reception="8.00")
    (finding,) = findings(a_disclosure(2025, tables=[last]), a_disclosure(2024, tables=[last]))
    assert finding.case == "every-item"


def test_an_unchanged_item_below_the_floor_is_not_mentioned() -> None:
    last = sangong(sangong="10.09", vehicle="10.00", reception="0.09")
    this = sangong(sangong="20.09", vehicle="20.00", reception="0.09")
    assert not findings(a_disclosure(2025, tables=[this]), a_disclosure(2024, tables=[last]))


def test_a_total_of_zero_is_nothing_to_report() -> None:
    none = sangong(sangong="0.00", reception="0.00")
    with pytest.raises(Skipped):
        findings(a_disclosure(2025, tables=[none]), a_disclosure(2024, tables=[none]))


def test_without_last_year_there_is_nothing_to_compare() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure(2025, tables=[sangong(sangong="8.00", reception="8.00")]))


def test_an_item_that_is_not_compared_is_level_too_where_the_others_make_up_the_whole() -> None:
    table = sangong(sangong="24.02", vehicle="18.00", reception="6.02")
    claims = [
        a_claim(item, amount=amount, direction=Direction.FLAT, base_year=2022)
        for item, amount in (("sangong", "24.02"), ("vehicle", "18.00"), ("reception", "6.02"))
    ]
    (finding,) = findings(a_disclosure(2023, tables=[table], claims=claims))
    assert finding.case == "every-item"


def test_the_whole_is_known_where_purchase_and_running_are_compared_and_vehicles_are_not() -> None:
    table = sangong(
        sangong="5.00", abroad="0", reception="5.00", vehicle="0", vehicle_purchase="0", vehicle_running="0"
    )
    claims = [
        a_claim(item, amount=amount, direction=Direction.FLAT, base_year=2022)
        for item, amount in (
            ("abroad", "0"),
            ("reception", "5.00"),
            ("vehicle-purchase", "0"),
            ("vehicle-running", "0"),
        )
    ]
    (finding,) = findings(a_disclosure(2023, tables=[table], claims=claims))
    assert finding.case == "every-item"
    assert "公务接待费" in finding.message
