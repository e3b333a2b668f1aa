from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import CheckOptions, Skipped
from checks.narrative_internal_sum import narrative_internal_sum
from records.disclosure import Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure


def findings(text: str) -> list[Finding]:
    section = Section("政府采购情况", 1, text, (33,), Evidence(page=33, caption="政府采购情况"))
    disclosure = replace(a_disclosure(), sections=(section,))
    return list(narrative_internal_sum.function(disclosure, Surroundings(), CheckOptions()))


def test_parts_that_do_not_add_up_are_found() -> None:
    (finding,) = findings("政府采购预算251.25万元，其中：货物预算4.79万元、工程预算0万元、服务预算246.74万元。")
    assert finding.case == "different"
    assert finding.expected == Decimal("2515300.00")
    assert finding.message == (
        "文字称“政府采购预算”为 251.25万元（第 33 页），其中“货物预算”4.79万元、“工程预算”0万元、“服务预算”246.74万元，"
        "4.79＋0.00＋246.74＝251.53 万元，相差 0.28 万元。"
    )


def test_what_was_carried_out_may_stand_behind_the_list() -> None:
    text = "本年支出54.77万元，其中：基本支出0.00万元，项目支出{}万元，年末结转和结余3.75万元。"
    assert findings(text.format("54.77")) == []
    assert [one.case for one in findings(text.format("64.77"))] == ["different"]


def test_of_procurement_a_colon_opens_the_list() -> None:
    (finding,) = findings("政府采购预算总额251.25万元：政府采购货物预算4.79万元、工程预算0万元、服务预算246.74万元。")
    assert finding.case == "different"


def test_money_of_this_year_and_what_was_carried_in_are_all_there_is() -> None:
    (finding,) = findings("年初预算数为1018.40万元，其中当年财政拨款898.00万元、上年结转资金120.00万元。")
    assert finding.case == "different"


def said(*amounts: str, captions: tuple[str, ...] = ("六、基本支出",) * 3) -> list[Finding]:
    subjects = ("basic", "personnel", "public")
    claims = [
        a_claim(subject, amount=amount, caption=caption)
        for subject, amount, caption in zip(subjects, amounts, captions, strict=True)
    ]
    return list(narrative_internal_sum.function(a_disclosure(claims=claims), Surroundings(), CheckOptions()))


def test_basic_expenditure_is_personnel_and_public_expenditure_of_its_section() -> None:
    (finding,) = said("105.58", "85.36", "10.23")
    assert finding.message == (
        "文字称“basic”为 105.58 万元（第 6 页），“personnel”85.36 万元（第 6 页），“public”10.23 万元（第 6 页），"
        "85.36＋10.23＝95.59 万元，相差 9.99 万元。"
    )
    assert not said("105.58", "95.36", "10.23"), "a rounding"
    assert [one.case for one in said("105.58", "95.36", "10.25")] == ["rounding"]
    with pytest.raises(Skipped):
        said("105.58", "85.36", "10.23", captions=("六、基本支出", "七、机关运行经费", "七、机关运行经费"))


def test_what_one_sentence_says_of_basic_expenditure_is_read_as_a_list_only() -> None:
    claims = [
        a_claim(subject, amount=amount, text="同一句话")
        for subject, amount in (("basic", "9.00"), ("personnel", "5.00"), ("public", "3.00"))
    ]
    with pytest.raises(Skipped):
        list(narrative_internal_sum.function(a_disclosure(claims=claims), Surroundings(), CheckOptions()))


@pytest.mark.parametrize(
    "text",
    [
        "政府采购预算251.25万元，其中：货物预算4.79万元、工程预算0万元、服务预算246.46万元。",
        "共有车辆343辆，其中：机要通信用车53辆、应急保障用车4辆，执法执勤用车277辆，其他用车9辆；单价100万元（含）以上设备5台（套）。",
        "收入预算10,806万元，其中：财政拨款收入9,378万元，比2025年预算增加2,642万元；事业收入11万元；其他收入1,417万元。",
        "人员编制125人，其中行政编制111人，事业编制14人；实有人员119人，其中行政108人，事业11人。",
        "支出预算100万元，其中基本支出60万元，包括人员经费50万元，公用经费10万元；项目支出40万元。",
        "大厅运行603.84万元，主要包括：保安服务328.69万元；运维155.15万元，包括设备维修等；律师服务120万元（含结转6.9万元）。",
        "收入203.91万元，其中一般公共预算收入203.91万元，收入较上年增加69.01万元；支出203.91万元，其中基本支出203.91万元。",
        "资产200,000.00元，其中流动资产10.00万元，其他资产10.00万元。",
    ],
)
def test_parts_that_add_up_pass(text: str) -> None:
    assert not findings(text)


def test_rounded_parts_may_be_off_by_half_a_step_each_and_just_beyond_is_a_rounding() -> None:
    assert not findings("采购100.00万元，其中：货物30.01万元、工程30.00万元、服务40.01万元。")
    (finding,) = findings("采购100.00万元，其中：货物30.02万元、工程30.00万元、服务40.01万元。")
    assert finding.case == "rounding"
    (finding,) = findings("采购100.00万元，其中：货物30.02万元、工程30.02万元、服务40.01万元。")
    assert finding.case == "different"


def test_what_is_counted_is_never_rounded() -> None:
    (finding,) = findings("离退休人员78人，其中：离休3人，退休74人。")
    assert finding.difference == 1
    assert finding.unit == "人"


def test_a_list_that_may_not_name_every_part_is_an_information() -> None:
    (finding,) = findings("项目支出100万元，其中：信访业务20万元、来访接待30万元。")
    assert finding.case == "partial"
    (finding,) = findings("项目支出100万元，其中：信访业务20万元、其他30万元。")
    assert finding.case == "different"


def test_parts_that_exceed_their_whole_are_wrong_whether_all_are_named_or_not() -> None:
    (finding,) = findings("项目支出100万元，其中：信访业务80万元、来访接待30万元。")
    assert finding.case == "different"


def test_where_the_list_may_end_before_or_after_the_whole_is_reached_nothing_is_said() -> None:
    assert not findings("项目支出100万元，其中：信访业务80万元；基本支出90万元。")


def test_a_wrong_part_whose_own_parts_mend_the_outer_sum_is_its_cause() -> None:
    outer, inner = findings(
        "规划建筑面积约为13459平方米，其中地上建筑面积为8013平方米（其中计容面积7998平方米，不计容面积105平方米），"
        "地下建筑面积为5356平方米，建筑高度为29.8米。"
    )
    assert inner.caused_by is None
    assert outer.caused_by == inner.fingerprint


def test_two_nested_sums_that_are_off_by_different_amounts_stay_apart() -> None:
    outer, inner = findings(
        "规划建筑面积约为13459平方米，其中地上建筑面积为8013平方米（其中计容面积7998平方米，不计容面积115平方米），"
        "地下建筑面积为5356平方米，建筑高度为29.8米。"
    )
    assert (outer.caused_by, inner.caused_by) == (None, None)


def test_a_unit_mistaken_is_named() -> None:
    (finding,) = findings("支出1682.76元，其中基本支出1208.20万元，占71.80%；项目支出474.56万元，占28.20%。")
    assert "疑为单位之误" in finding.message


def test_a_numbered_list_that_goes_on_in_the_next_sentence_is_not_judged() -> None:
    with pytest.raises(Skipped):
        findings("项目支出90万元，包括：1.信访业务20万元，1.1来访接待30万元。2.来信办理40万元。")


def test_a_text_that_takes_nothing_apart_has_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings("政府采购预算251.25万元。")


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=3))
def test_parts_rounded_from_true_ones_are_never_reported(true: list[int]) -> None:
    goods, works, services = (f"{Decimal(part) / 1000:.2f}万元" for part in true)
    whole = f"{Decimal(sum(true)) / 1000:.2f}万元"
    assert not findings(f"采购{whole}，其中：货物{goods}、工程{works}、服务{services}。")


def test_a_movement_is_not_the_whole_of_what_is_listed_behind_it() -> None:
    text = "收入预算9000万元，较上年预算安排减少636.05万元，其中：一般公共预算收入8329.08万元，其他收入310.71万元。"
    with pytest.raises(Skipped):
        findings(text)
