from notifications.digest import CheckCounts, FindingLine, News
from notifications.grouping import Limits, arrange, by_importance, folded, is_clean, section_of
from records.body import Body
from records.finding import Severity
from tests.builders.digests import STREET, a_digest, a_finding, a_line, some_news, wanli_headline
from tests.builders.disclosures import BUREAU

WARNING = Severity.WARNING


def chain(length: int) -> list[FindingLine]:
    """Return findings of which each follows from the one before."""
    lines: list[FindingLine] = []
    for number in range(length):
        cause = lines[-1].finding.fingerprint if lines else None
        lines.append(a_line(a_finding(item=str(number), caused_by=cause)))
    return lines


def test_what_follows_from_a_finding_is_folded_under_the_first_cause() -> None:
    first, second, third = chain(3)
    (fold,) = folded([third, first, second])
    assert fold.line is first
    assert set(fold.follows) == {second, third}


def test_a_finding_whose_cause_is_not_in_the_mail_stands_alone() -> None:
    _, second = chain(2)
    assert [fold.line for fold in folded([second])] == [second]


def test_findings_that_name_each_other_as_cause_are_both_shown() -> None:
    one, other = a_finding(item="1"), a_finding(item="2")
    lines = [
        a_line(a_finding(item="1", caused_by=other.fingerprint)),
        a_line(a_finding(item="2", caused_by=one.fingerprint)),
    ]
    assert [fold.line for fold in folded(lines)] == lines


def test_the_most_severe_comes_first_and_the_unseen_before_the_known() -> None:
    known = a_line(a_finding(item="1"), news=News.OPEN)
    warning = a_line(a_finding(item="2", severity=WARNING))
    error = a_line(a_finding(item="3"))
    section = section_of(some_news(warning, known, error))
    assert [fold.line for fold in section.folds] == [error, known, warning]


def test_roundings_and_resolved_findings_are_set_apart() -> None:
    rounding = a_line(a_finding(item="1", case="rounding", severity=Severity.INFO))
    gone = a_line(a_finding(item="2"), news=News.RESOLVED)
    section = section_of(some_news(a_line(), rounding, gone))
    assert len(section.folds) == 1
    assert section.roundings == (rounding,)
    assert section.resolved == (gone,)


def test_bodies_come_by_their_worst_disclosure_and_years_latest_first() -> None:
    street = some_news(a_line(a_finding(severity=WARNING)), body=STREET)
    old = some_news(a_line(), fiscal_year=2022)
    new = some_news(a_line(a_finding(severity=WARNING)), fiscal_year=2023)
    bodies = arrange(a_digest(street, old, new), Limits()).bodies
    assert [body.body for body in bodies] == [BUREAU, STREET]
    assert [section.news.fiscal_year for section in bodies[0].sections] == [2023, 2022]


def test_bodies_of_one_name_in_two_regions_stay_apart() -> None:
    news = [some_news(a_line(), body=Body("财政局", region=region)) for region in ("长安区", "桥西区")]
    assert len(arrange(a_digest(*news), Limits()).bodies) == 2


def test_among_equals_the_larger_movement_comes_first() -> None:
    moved = some_news(headline=wanli_headline())
    assert by_importance([some_news(), moved])[0] is moved


def test_the_limit_keeps_the_most_severe_of_all_disclosures() -> None:
    warnings = some_news(*(a_line(a_finding(item=str(n), severity=WARNING)) for n in range(60)))
    error = some_news(a_line(a_finding(item="e", body=STREET)), body=STREET)
    arrangement = arrange(a_digest(warnings, error), Limits(findings=50))
    shown = {body.body: body.sections[0] for body in arrangement.bodies}
    assert len(shown[STREET].folds) == 1
    assert len(shown[BUREAU].folds) == 49
    assert shown[BUREAU].hidden == arrangement.hidden == 11


def test_what_follows_counts_towards_the_limit_and_is_counted_with_its_cause_where_hidden() -> None:
    arrangement = arrange(a_digest(some_news(*chain(9))), Limits(follows=5))
    (fold,) = arrangement.bodies[0].sections[0].folds
    assert (len(fold.follows), fold.more) == (5, 3)
    assert arrangement.hidden == 0


def test_every_disclosure_shows_its_first_error_before_any_shows_its_second() -> None:
    bureau = some_news(*(a_line(a_finding(item=f"2040{n}")) for n in range(5)))
    street = some_news(*(a_line(a_finding(item=f"2050{n}")) for n in range(2)), body=STREET)
    bodies = arrange(a_digest(bureau, street), Limits(findings=2)).bodies
    assert [len(body.sections[0].folds) for body in bodies] == [1, 1]


def test_disclosures_beyond_the_limit_are_kept_in_brief() -> None:
    news = [some_news(a_line(), body=Body(f"第{n}中学")) for n in range(25)]
    arrangement = arrange(a_digest(*news), Limits(sections=20))
    assert len(arrangement.bodies) == 20
    assert len(arrangement.brief) == 5
    assert arrangement.hidden == 5


def test_only_a_disclosure_read_whole_and_judged_without_doubt_is_clean() -> None:
    assert is_clean(some_news(checks=CheckCounts(passed=14, skipped=2)))
    assert not is_clean(some_news(unread_pages=(5,)))
    assert not is_clean(some_news(checks=CheckCounts(passed=14, unresolved=1)))
    assert not is_clean(some_news(checks=CheckCounts(passed=14, errored=1)))
    assert not is_clean(some_news(checks=CheckCounts(skipped=16)))
    assert not is_clean(some_news(a_line()))
