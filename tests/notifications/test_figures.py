from decimal import Decimal

import pytest

from notifications.figures import exact, pages, percent, place, shortened, signed_wan, wan
from records.evidence import Evidence


@pytest.mark.parametrize(
    ("yuan", "said"),
    [
        ("189492200", "18,949.22 万元"),
        ("-74420100", "-7,442.01 万元"),
        ("12345678.12", "1,234.57 万元"),
        ("20", "20.00 元"),
        ("0", "0.00 万元"),
    ],
)
def test_sums_are_given_in_wan_unless_that_would_show_nothing(yuan: str, said: str) -> None:
    assert wan(Decimal(yuan)) == said


def test_a_rise_carries_its_sign() -> None:
    assert signed_wan(Decimal("33556400")) == "+3,355.64 万元"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("189492200", "元", "18,949.22 万元"),
        ("12345678.12", "元", "12,345,678.12 元"),
        ("1.190", "%", "1.19%"),
        ("12", "辆", "12 辆"),
        ("1000", "人次", "1,000 人次"),
    ],
)
def test_numbers_of_a_finding_are_never_rounded(value: str, unit: str, said: str) -> None:
    assert exact(Decimal(value), unit) == said


@pytest.mark.parametrize(
    ("value", "said"), [("-28.1988", "-28.2%"), ("0.04", "+0.04%"), ("0", "+0.0%"), ("1234.5", "+1,234.5%")]
)
def test_percentages_have_one_decimal_unless_that_shows_nothing(value: str, said: str) -> None:
    assert percent(Decimal(value)) == said


def test_runs_of_pages_are_joined() -> None:
    assert pages([9, 5, 6, 7]) == "第 5–7、9 页"


def test_a_long_quotation_ends_in_an_ellipsis_on_one_line() -> None:
    assert shortened("其中：\n\u200b公务 接待费" + "很" * 90, 12) == "其中： 公务 接待费很…"


def test_a_place_names_what_is_known_of_it() -> None:
    assert place(Evidence(page=7, caption="支出总表", row="204", column="合计")) == "第 7 页 · 支出总表 · 204 · 合计"
    assert place(Evidence(line=105, caption="支出总表")) == "第 105 行 · 支出总表"
    assert place(Evidence(cell="收支总表!B7")) == "收支总表!B7"


def test_a_place_in_another_document_names_it() -> None:
    assert place(Evidence(page=6, document="2024年部门预算.pdf")) == "2024年部门预算.pdf · 第 6 页"
