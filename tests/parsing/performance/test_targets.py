"""The values indicators are to reach."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.performance.performance_terms import TargetTerms, load_performance_terms
from parsing.performance.targets import target_of
from records.amount import Quantity


@pytest.fixture(scope="module")
def terms() -> TargetTerms:
    return load_performance_terms().targets


@pytest.mark.parametrize(
    ("printed", "operator", "number", "unit"),
    [
        ("≥7000 次", "≥", "7000", "次"),
        ("≧50", "≥", "50", ""),
        (">=100\n百分比", "≥", "100", "%"),
        ("＞95％", ">", "95", "%"),
        ("不少于5次", "≥", "5", "次"),
        ("不超过100万元", "≤", "100", "万元"),
        ("约100人", "≈", "100", "人"),
        ("＝100%", "=", "100", "%"),
        ("90%以上", "≥", "90", "%"),
        ("3个月内", "≤", "3", "个月"),
        ("100%", None, "100", "%"),
        ("0.5 百分 率", None, "0.5", "%"),
        ("≥3700 平 方米", "≥", "3700", "平方米"),
        ("≥60㎡", "≥", "60", "平方米"),
        ("≤22.5 万 元", "≤", "22.5", "万元"),
        ("≥1次/月", "≥", "1", "次/月"),
        ("≤5900元/人/年", "≤", "5900", "元/人/年"),
        ("≥10亿条", "≥", "10", "亿条"),
        ("≤7日", "≤", "7", "日"),
        ("1年", None, "1", "年"),
        ("≥2000", "≥", "2000", ""),
        ("≥1,200.50元", "≥", "1200.50", "元"),
        ("≥3排", "≥", "3", "排"),
    ],
)
def test_a_target_is_sign_number_and_unit(
    terms: TargetTerms, printed: str, operator: str | None, number: str, unit: str
) -> None:
    target = target_of(printed, terms)

    assert target.operator == operator
    assert target.value is not None
    assert (str(target.value.value), target.value.unit) == (number, unit)


@pytest.mark.parametrize(
    "printed",
    [
        "2023 年度全年执行",
        "2023年",
        "2000",
        "每年5月、10月",
        "12 月 31 日 前",
        "12月",
        "每月20日前",
        "较上年提升",
        "较上年增加 ≥15%",
        "3-5次",
        "100%支持",
        "项目立项数量≥400个；项目终验数量≥400个。",
        "超过预算",
        "",
    ],
)
def test_a_year_a_date_a_range_and_a_sentence_have_no_value(terms: TargetTerms, printed: str) -> None:
    target = target_of(printed, terms)

    assert target.value is None
    assert target.operator is None


def test_a_sign_is_kept_where_more_than_a_unit_follows_the_number(terms: TargetTerms) -> None:
    target = target_of("≥15%的参训人员", terms)

    assert (target.operator, target.value) == ("≥", None)


def test_signs_that_contradict_each_other_give_no_value(terms: TargetTerms) -> None:
    assert target_of("≤5%以上", terms).value is None


def test_the_text_of_a_target_has_no_breaks_of_the_cell(terms: TargetTerms) -> None:
    assert target_of("2025 年 12\n月 31 日前\n完成", terms).text == "2025年12月31日前完成"


def test_wan_means_money_only_where_money_is_counted(terms: TargetTerms) -> None:
    assert target_of("40万", terms, money=True).value == Quantity(Decimal(40), "万元", Decimal(1))
    assert target_of("≥40万", terms).value == Quantity(Decimal(40), "万", Decimal(1))
    assert target_of("≥40万人次", terms, money=True).value == Quantity(Decimal(40), "万人次", Decimal(1))


@given(
    number=st.decimals(min_value=0, max_value=10**6, places=2),
    sign=st.sampled_from(["≥", "≤", ">", "<", "="]),
    unit=st.sampled_from(["%", "次", "万元", "平方米", "次/月"]),
    blank=st.sampled_from(["", " ", "\n", "　"]),
)
def test_every_printed_number_comes_back_with_its_precision(number: Decimal, sign: str, unit: str, blank: str) -> None:
    target = target_of(f"{sign}{blank}{number}{blank}{unit}", load_performance_terms().targets)

    assert target.operator == sign
    assert target.value == Quantity(number, unit, Decimal("0.01"))
