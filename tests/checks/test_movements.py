from decimal import Decimal

import pytest

from checks.movements import movement_of
from records.claim import Claim, Direction, Stage
from records.disclosure import Disclosure
from records.headline import Movement, PriorFrom, Verdict
from records.surroundings import surroundings_among
from records.table import Measure, Side, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def total(disclosure: Disclosure, *others: Disclosure) -> Movement:
    return movement_of(disclosure, surroundings_among(disclosure, others), "total")


def budget(year: int, amount: str, prior: str | None = None, claims: tuple[Claim, ...] = ()) -> Disclosure:
    amounts = {Measure.TOTAL: amount, **({Measure.PRIOR: prior} if prior else {})}
    row = a_row("expenditure-total", amounts, side=Side.EXPENDITURE)
    return a_disclosure(year, tables=[a_table(TableKind.SUMMARY, [row])], claims=claims)


def said(
    *,
    amount: str | None = "90.00",
    change: str | None = "10.00",
    prior: str | None = None,
    percent: str | None = None,
) -> Claim:
    return a_claim(
        "total",
        amount=amount,
        percent=percent,
        change=change,
        prior=prior,
        direction=Direction.DECREASE,
        base_year=2022,
        base=Stage.BUDGET,
    )


def test_last_years_own_disclosure_goes_before_what_this_one_says_of_it() -> None:
    movement = total(budget(2023, "90.00", "101.00", (said(),)), budget(2022, "100.00"))
    assert (movement.prior_from, movement.change) == (PriorFrom.STORED, Decimal(-100_000))


def test_a_figure_of_last_year_in_a_column_beside_is_printed() -> None:
    movement = total(budget(2023, "90.00", "100.00", (said(),)))
    assert (movement.prior_from, movement.verdict) == (PriorFrom.PRINTED, Verdict.CONFIRMED)


def test_a_figure_of_last_year_in_the_text_is_printed() -> None:
    assert total(budget(2023, "90.00", claims=(said(change=None, prior="100.00"),))).prior_from is PriorFrom.PRINTED


def test_a_figure_of_last_year_that_only_the_change_tells_is_reckoned() -> None:
    assert total(budget(2023, "90.00", claims=(said(),))).prior_from is PriorFrom.STATED


def test_a_sentence_of_the_change_alone_is_about_the_figure_its_percentage_fits() -> None:
    movement = total(budget(2023, "90.00", claims=(said(amount=None, percent="10"),)))
    assert (movement.prior_from, movement.change) == (PriorFrom.STATED, Decimal(-100_000))


@pytest.mark.parametrize("percent", [None, "12"])
def test_a_change_alone_whose_percentage_does_not_prove_it_tells_nothing_of_last_year(percent: str | None) -> None:
    assert total(budget(2023, "90.00", claims=(said(amount=None, percent=percent),))).prior is None
