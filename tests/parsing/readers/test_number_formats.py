from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.readers.excel.number_formats import number_in_format, stored_number

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("stored", "code", "printed"),
    [
        ("18949.219999999998", "General", "18949.22"),
        ("18949.219999999998", "0.00", "18949.22"),
        ("1.005", "0.00", "1.01"),
        ("2010101", "General", "2010101"),
        ("2010101.0", "@", "2010101"),
        ("201", "0000000", "0000201"),
        ("18949.2", "#,##0.00", "18,949.20"),
        ("1234567", "#,##0", "1,234,567"),
        ("1234567", "#,##0,", "1,235"),
        ("0", "#,###", ""),
        ("1.5", "0.##", "1.5"),
        ("5", "0.##", "5"),
        ("123", "?0.00", "123.00"),
        ("0.1191", "0.00%", "11.91%"),
        ("-5", "0.00;[Red]0.00", "-5.00"),
        ("-1234.5", "#,##0.00;(#,##0.00)", "-1,234.50"),
        ("-12", "#,##0.00_);\\-#,##0.00", "-12.00"),
        ("-0.004", "0.00", "0.00"),
        ("1234567.891", ACCOUNTING, "1,234,567.89"),
        ("-1234567.891", ACCOUNTING, "-1,234,567.89"),
        ("0", ACCOUNTING, "-"),
        ("0", "0.00;-0.00;;", ""),
        ("0", '[=0]"";0.00', ""),
        ("3", '[=0]"";0.00', "3.00"),
        ("12", '0.00"万元"', "12.00万元"),
        ("12.5", "[$¥-804]#,##0.00", "¥12.50"),
        ("2023", 'General"年"', "2023年"),
        ("2023", "G/通用格式", "2023"),
        ("5.5", "# ?/?", "5.5"),
        ("12345", "0.00E+00", "12345"),
        ("1.5E-7", "General", "0.00000015"),
        ("1E+15", "General", "1000000000000000"),
        ("44927", 'yyyy"年"m"月"d"日"', "2023年1月1日"),
        ("44927.5", "yyyy/m/d h:mm", "2023/1/1 12:00"),
        ("44927.75", "h:mm AM/PM", "6:00 PM"),
        ("99999999", "yyyy/m/d", "99999999"),
    ],
)
def test_numbers_are_printed_as_their_cells_show_them(stored: str, code: str, printed: str) -> None:
    assert stored_number(stored, code, from_1904=False, shows_zeros=True) == printed


def test_days_may_be_counted_from_1904() -> None:
    assert stored_number("0", "yyyy/m/d", from_1904=True, shows_zeros=True) == "1904/1/1"


def test_a_sheet_may_hide_its_zeros() -> None:
    assert stored_number("0", "0.00", from_1904=False, shows_zeros=False) == ""


@pytest.mark.parametrize("stored", ["abc", "NaN", "1E+999999", "9" * 400, "--1"])
def test_what_is_no_number_of_a_spreadsheet_is_left_as_it_stands(stored: str) -> None:
    assert stored_number(stored, "0.00", from_1904=False, shows_zeros=True) == stored


@given(st.integers(-(10**13), 10**13), st.sampled_from(["General", "0.00", "#,##0.00", ACCOUNTING]))
def test_no_amount_of_money_changes_in_print(fen: int, code: str) -> None:
    amount = Decimal(fen) / 100
    printed = number_in_format(amount, code)
    assert Decimal(printed.replace(",", "") if printed != "-" else "0") == amount


@given(st.text(max_size=12), st.decimals(-(10**9), 10**9, places=3))
def test_any_format_prints_something_or_nothing(code: str, value: Decimal) -> None:
    assert isinstance(number_in_format(value, code), str)
