"""Spending plans: figures and the months they belong to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.performance.plan import plan_of
from records.table import TableKind
from tests.builders.printed_tables import a_printed_table


def read(rows: str) -> tuple[list[tuple[int, str | None]], bool]:
    steps, doubtful = plan_of(a_printed_table(TableKind.PROJECT_PERFORMANCE, rows).body)
    return [(step.month, str(step.percent.value) if step.percent else None) for step in steps], doubtful


def test_a_figure_belongs_to_the_month_above_it() -> None:
    steps, doubtful = read(
        """
资金支出计 划（%）|3 月底||6 月底|10 月底|12 月底|
|25%||50%|75%|100.00%|
"""
    )

    assert steps == [(3, "25"), (6, "50"), (10, "75"), (12, "100.00")]
    assert not doubtful


def test_an_empty_month_has_no_figure_and_raises_no_doubt() -> None:
    steps, doubtful = read(
        """
资金支出计划（%）|3月底||6月底||10月底|12月底
|30%||70%||100%|
"""
    )

    assert steps == [(3, "30"), (6, "70"), (10, "100"), (12, None)]
    assert not doubtful


def test_a_month_that_slipped_into_the_next_row_keeps_the_figure_behind_it() -> None:
    steps, doubtful = read(
        """
资金支出计划（%）|3月底||6月底||10月底|
|25%||50%||83%|
12月底|100%|||||
"""
    )

    assert steps == [(3, "25"), (6, "50"), (10, "83"), (12, "100")]
    assert not doubtful


def test_a_month_and_its_figure_may_stand_over_merged_cells() -> None:
    steps, doubtful = read(
        """
资金支出计划（%）|3月底|<|6月底|<|12月底
<||25%|50%||100%
"""
    )

    assert steps == [(3, "25"), (6, "50"), (12, "100")]
    assert not doubtful


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("计划（%）|3月底||6月底||10月底|\n|50%||50%||100%|", id="december is lost"),
        pytest.param("计划（%）|3月底||6月底||10月底|12月底\n||25%||50%||75%", id="figures stand between the months"),
        pytest.param("计划（%）|3月底||6月底||10月底|\n||25%||50%||12 月底 100%", id="month and figure in one cell"),
        pytest.param("计划（%）|3月底|<|6月底|<|10月底|12月底\n||25%||50%||75%", id="figures slipped below the months"),
        pytest.param("计划（%）|3月底|6月底|12月底\n|前期|50%|100%", id="words instead of a figure"),
    ],
)
def test_no_figure_is_given_to_a_month_by_guessing(rows: str) -> None:
    steps, doubtful = read(rows)

    assert doubtful
    assert all(percent is None for _, percent in steps)


def test_a_table_without_a_plan_raises_no_doubt() -> None:
    assert plan_of(()) == ((), False)


@given(st.lists(st.integers(0, 99) | st.none(), min_size=3, max_size=3))
def test_the_figures_of_a_plan_that_comes_to_the_whole_come_back_whatever_months_are_empty(
    months: list[int | None],
) -> None:
    percents = [*months, 100]
    figures = "|".join("" if percent is None else f"{percent}%" for percent in percents)

    steps, doubtful = plan_of(
        a_printed_table(TableKind.PROJECT_PERFORMANCE, f"计划（%）|3月底|6月底|10月底|12月底\n|{figures}").body
    )

    assert [step.percent and step.percent.value for step in steps] == [
        None if percent is None else Decimal(percent) for percent in percents
    ]
    assert not doubtful
