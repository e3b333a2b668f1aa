from dataclasses import replace

import pytest

from checks.check import Skipped, Unresolved
from checks.narrative_no_figures import Options, narrative_no_figures
from records.claim import Claim
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure

TOTALS = "二、部门预算安排的总体情况"
PHRASES = "按照预算管理有关规定，部门预算的编制实行综合预算管理，即全部收入和支出都反映在预算中。"


def telling(*claims: Claim, **texts: str) -> Disclosure:
    """A narrative of stock phrases whose other sections say something."""
    headed = {TOTALS: PHRASES} | {f"三、{heading}": text for heading, text in texts.items()}
    sections = tuple(Section(heading, 2, text, (12,), Evidence(page=12)) for heading, text in headed.items())
    return replace(a_disclosure(claims=claims), sections=sections)


def findings(disclosure: Disclosure, options: Options | None = None) -> list[Finding]:
    return list(narrative_no_figures.function(disclosure, Surroundings(), options or Options()))


def test_a_narrative_of_nothing_but_phrases_is_an_error() -> None:
    (finding,) = findings(telling(机关运行经费="安排116.01万元，办公费14.75万元。"))
    assert finding.message == f"“{TOTALS}”（第 12 页）没有写出任何收入、支出的金额。"
    assert finding.evidence[0].absent


def test_a_claim_about_the_total_is_a_figure() -> None:
    assert not findings(telling(a_claim("expenditure-total", amount="900.00")))


def test_an_amount_of_the_sangong_is_not() -> None:
    assert findings(telling(a_claim("sangong", amount="14.16")))


def test_amounts_in_another_section_about_the_money_are_enough() -> None:
    assert not findings(telling(财政拨款支出主要内容="用于办案 5 万元。"))


def test_as_many_amounts_as_are_wanted_pass_and_one_fewer_does_not() -> None:
    disclosure = telling(支出情况="甲 5 万元，乙 6 万元。")
    assert not findings(disclosure, Options(min_amounts=2))
    assert findings(disclosure, Options(min_amounts=3))


def test_amounts_that_may_stand_on_an_unread_page_are_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(replace(telling(), unread_pages=(13,)))


def test_tables_alone_and_performance_targets_have_no_narrative() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure())
    with pytest.raises(Skipped):
        findings(replace(telling(), kind=Kind.PERFORMANCE))
