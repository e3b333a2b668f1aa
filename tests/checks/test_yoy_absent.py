from dataclasses import replace

import pytest

from checks.check import CheckOptions, Skipped, Unresolved
from checks.yoy_absent import yoy_absent
from records.claim import Claim, Direction, Stage
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table

TOTAL = a_claim("total", amount="900.00", change="10.00", direction=Direction.INCREASE, base_year=2022)
SANGONG = a_claim("sangong", amount="14.16", caption="四、“三公”经费", page=12)


def saying(*texts: str, claims: list[Claim], heading: str = "四、“三公”经费", prior: bool = False) -> Disclosure:
    """A budget of 2023 that spends 14.16 on the 三公, with one section."""
    columns = {Measure.TOTAL: "14.16"} | ({Measure.PRIOR: "14.16"} if prior else {})
    table = a_table(TableKind.SANGONG, [a_row("sangong", columns)], caption="三公表")
    section = Section(heading, 2, "".join(texts), (12,), Evidence(page=12, text=heading, caption=heading))
    return replace(a_disclosure(tables=[table], claims=claims), sections=(section,))


def findings(disclosure: Disclosure) -> list[Finding]:
    return list(yoy_absent.function(disclosure, Surroundings(), CheckOptions()))


def test_a_comparison_that_gives_no_figure_is_vague() -> None:
    (finding,) = findings(saying("预算安排14.16万元。", "与2022年相比无增加。", claims=[TOTAL, SANGONG]))
    assert finding.case == "vague"
    assert "与上年的比较只写“与2022年相比无增加”（第 12 页），没有上年数和增减额" in finding.message


def test_a_total_that_is_only_said_to_have_hardly_changed_is_vague() -> None:
    total, reception = a_claim("total", amount="900.00"), replace(TOTAL, subject="reception")
    said = "收支预算900万元，与上年相比变化不大。"
    (finding,) = findings(saying(said, claims=[total, reception], heading="二、总体情况"))
    assert (finding.case, finding.subject.item) == ("vague", "total")
    assert "“二、总体情况”与上年的比较只写“收支预算900万元，与上年相比变化不大”（第 12 页）" in finding.message
    definite = "收支预算900万元，比上年增加1.20万元，与上年基本持平。"
    assert not findings(saying(said, definite, claims=[total, reception], heading="二、总体情况"))


def test_no_comparison_at_all_is_found_beside_the_figure() -> None:
    (finding,) = findings(saying("预算安排14.16万元。", claims=[TOTAL, SANGONG]))
    assert finding.case == "absent-sangong"
    assert finding.message == "三公表“sangong”为 14.16 万元（第 3 页），文字没有写明与上年相比的增减（第 12 页）。"
    assert finding.evidence[0].absent


def test_an_item_that_is_compared_is_a_comparison() -> None:
    reception = a_claim("reception", amount="0.64", direction=Direction.FLAT, base_year=2022)
    assert not findings(saying("预算安排14.16万元。", claims=[TOTAL, SANGONG, reception]))


def test_a_comparison_we_could_not_read_is_not_called_absent() -> None:
    assert not findings(saying("“三公”经费比上年减少一成。", claims=[TOTAL, SANGONG]))


def test_last_years_column_in_the_table_is_a_comparison() -> None:
    assert not findings(saying("预算安排14.16万元。", claims=[TOTAL, SANGONG], prior=True))


def test_a_total_that_is_compared_with_nothing_is_found() -> None:
    total = a_claim("total", amount="900.00", caption="二、总体情况")
    reception = a_claim("reception", amount="0.64", direction=Direction.FLAT, base_year=2022)
    disclosure = saying("收支预算900万元。", claims=[total, reception], heading="二、总体情况")
    (finding,) = findings(disclosure)
    assert finding.case == "absent-total"
    assert finding.message == "“二、总体情况”（第 6 页）没有写明收支与上年相比的增减。"


def test_a_final_account_may_compare_the_sangong_with_its_budget() -> None:
    against = a_claim("sangong", amount="14.16", stage=Stage.FINAL, completion="60.46")
    disclosure = replace(saying("决算14.16万元。", claims=[TOTAL, against]), kind=Kind.FINAL_ACCOUNTS)
    assert not findings(disclosure)


def test_nothing_spent_needs_no_comparison() -> None:
    table = a_table(TableKind.SANGONG, [a_row("sangong", {Measure.TOTAL: "0.00"})])
    disclosure = replace(
        saying("没有安排“三公”经费。", claims=[TOTAL, a_claim("sangong", amount="0")]), tables=(table,)
    )
    assert not findings(disclosure)


def test_a_new_body_has_no_last_year() -> None:
    with pytest.raises(Skipped):
        findings(saying("本单位为新成立单位。", claims=[a_claim("total", amount="900.00")]))


def test_without_figures_in_the_text_there_is_nothing_to_compare() -> None:
    with pytest.raises(Skipped):
        findings(saying("收支总体情况见表。", claims=[]))


def test_what_may_stand_on_an_unread_page_is_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(replace(saying("预算安排14.16万元。", claims=[TOTAL, SANGONG]), unread_pages=(13,)))


def test_a_section_that_gives_the_reasons_of_a_movement_compares() -> None:
    total = a_claim("total", amount="900.00", caption="一、收支情况", page=9)
    heading = "六、经费收支增加的原因"

    assert not findings(saying("人员增加。", claims=[total], heading=heading))


def test_the_budget_column_in_the_table_of_final_accounts_is_a_comparison() -> None:
    spent = a_table(TableKind.SANGONG, [a_row("sangong", {Measure.TOTAL: "7.80", Measure.BUDGET: "66.01"})])
    section = Section("四、“三公”经费", 2, "“三公”经费支出7.80万元。", (12,), Evidence(page=12))
    accounts = a_disclosure(tables=[spent], claims=[TOTAL, SANGONG], kind=Kind.FINAL_ACCOUNTS)

    assert not findings(replace(accounts, sections=(section,)))
