import pytest

from checks.check import CheckOptions, Skipped
from checks.zero_base_percent import zero_base_percent
from records.claim import Claim, Direction
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure


def findings(*claims: Claim) -> list[Finding]:
    return list(zero_base_percent.function(a_disclosure(claims=claims), Surroundings(), CheckOptions()))


def test_a_percentage_of_a_printed_zero_is_found() -> None:
    (finding,) = findings(
        a_claim("function-item", amount="25.00", prior="0.00", percent="100", direction=Direction.INCREASE)
    )
    assert "净增 25.00 万元" in finding.message


def test_a_percentage_is_found_where_the_whole_amount_is_the_increase() -> None:
    assert findings(a_claim("total", amount="10.23", change="10.23", percent="100", direction=Direction.INCREASE))


def test_a_text_that_knows_no_earlier_figure_is_told_of_once() -> None:
    new = [
        a_claim(subject, amount="10.23", change="10.23", percent="100", direction=Direction.INCREASE)
        for subject in ("total", "reception")
    ]
    first, second = findings(*new)
    assert (first.caused_by, second.caused_by) == (None, first.fingerprint)
    other = a_claim("abroad", amount="8.00", prior="10.00", direction=Direction.DECREASE)
    assert [finding.caused_by for finding in findings(*new, other)] == [None, None]


def test_a_fall_to_zero_of_a_hundred_percent_is_right() -> None:
    assert not findings(a_claim("total", amount="0.00", prior="25.00", percent="100", direction=Direction.DECREASE))


def test_a_percentage_of_a_small_base_passes() -> None:
    assert not findings(a_claim("total", amount="0.02", prior="0.01", percent="100", direction=Direction.INCREASE))


def test_nothing_moving_at_zero_percent_passes() -> None:
    assert not findings(a_claim("abroad", amount="0.00", prior="0.00", percent="0", direction=Direction.FLAT))


def test_without_percentages_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("total", amount="10.23"))
