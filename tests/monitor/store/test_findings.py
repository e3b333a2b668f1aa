from dataclasses import replace

import pytest

from monitor.store.engine import Store
from monitor.store.findings import Versions, check_again_with, open_findings
from monitor.store.ledger import record_scan
from monitor.store.lifecycle import change_of
from monitor.store.news import DigestMaterial, digest_material
from monitor.store.notices import Notice, pending_notices
from monitor.store.readings import record_reading
from monitor.store.rows import row_of
from monitor.store.schema import DocumentRow
from monitor.store.states import Cause, Change, NoticeKind, State
from monitor.store.status import status
from records.finding import Mode, Outcome, Severity
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import (
    SHARE,
    VERSIONS,
    a_finding,
    came_out,
    check,
    found,
    minutes,
    publish,
    receive,
    reworded,
)

OFFICER = "officer@example.org"
BUDGET = a_disclosure(2023)
WRONG_SUM = a_finding(BUDGET, "204")
WRONG_TOO = a_finding(BUDGET, "208", severity=Severity.WARNING)


def notices(store: Store) -> tuple[Notice, ...]:
    with store.read() as session:
        return pending_notices(session, OFFICER)


def news_since(store: Store, told: int) -> DigestMaterial:
    """Return what a digest would say of the notices after the first so many."""
    with store.read() as session:
        return digest_material(session, pending_notices(session, OFFICER)[told:])


def changes(material: DigestMaterial) -> list[tuple[str, Change | None]]:
    return [(one.finding.subject.item, one.change) for news in material.disclosures for one in news.findings]


def standing(store: Store) -> list[str]:
    with store.read() as session:
        return [one.finding.subject.item for one in open_findings(session)]


def test_a_finding_comes_back_with_its_place_on_the_page(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET), found(WRONG_SUM))
    with store.read() as session:
        (standing,) = open_findings(session)
    assert standing.finding == WRONG_SUM
    assert standing.finding.evidence[0].bbox


@pytest.mark.parametrize(
    ("told", "stood", "actual", "change"),
    [
        (False, False, None, Change.NEW),
        (False, True, "100", Change.NEW),
        (True, True, "100", None),
        (True, True, "100.00", None),
        (True, True, "101", Change.AMOUNT_CHANGED),
        (True, False, "100", Change.REOPENED),
    ],
)
def test_what_is_news_depends_on_what_was_told_what_stood_and_the_amounts(
    told: bool, stood: bool, actual: str | None, change: Change | None
) -> None:
    previous = a_finding(BUDGET, actual=actual) if actual else None
    assert change_of(told=told, stood=stood, previous=previous, finding=WRONG_SUM) is change


def test_the_first_check_gives_one_notice_with_the_most_severe_finding(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_TOO, WRONG_SUM))
    (notice,) = notices(store)
    assert (notice.kind, notice.document_id, notice.severity, notice.cause) == (
        NoticeKind.DISCLOSURE,
        document,
        Severity.ERROR,
        Cause.PUBLISHED,
    )
    with store.read() as session:
        assert status(session).counts == {State.CHECKED: 1}


def test_a_clean_disclosure_is_news_too(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET), found())
    (notice,) = notices(store)
    assert (notice.kind, notice.severity) == (NoticeKind.DISCLOSURE, None)


def test_the_same_outcome_again_is_no_news_in_whatever_words(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    check(store, document, found(WRONG_SUM), at=1)
    check(store, document, found(reworded(WRONG_SUM)), at=2)
    assert len(notices(store)) == 1
    assert standing(store) == ["204"]


def test_another_amount_is_news_with_what_was_said_before(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM, WRONG_TOO))
    check(store, document, found(replace(WRONG_SUM, actual=WRONG_SUM.actual and WRONG_SUM.actual + 1), WRONG_TOO), at=1)
    material = news_since(store, 1)
    assert changes(material) == [("204", Change.AMOUNT_CHANGED), ("208", None)]
    assert material.disclosures[0].findings[0].previous == WRONG_SUM


def test_a_finding_is_resolved_and_reopened_once_each(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    for at in (1, 2):
        check(store, document, found(), at=at)
    assert standing(store) == []
    assert changes(news_since(store, 1)) == [("204", Change.RESOLVED)]
    for at in (3, 4):
        check(store, document, found(WRONG_SUM), at=at)
    assert changes(news_since(store, 2)) == [("204", Change.REOPENED)]
    assert len(notices(store)) == 3


@pytest.mark.parametrize("outcome", [Outcome.SKIPPED, Outcome.UNRESOLVED, Outcome.ERRORED])
def test_a_check_that_could_not_conclude_resolves_nothing(store: Store, outcome: Outcome) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    check(store, document, came_out(outcome), at=1)
    assert standing(store) == ["204"]
    assert len(notices(store)) == 1


def test_a_check_that_stopped_half_way_resolves_nothing_but_adds_what_it_found(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    check(store, document, found(WRONG_TOO, reason="收支总表 may be misread"), at=1)
    assert standing(store) == ["204", "208"]
    assert changes(news_since(store, 1)) == [("204", None), ("208", Change.NEW)]


def test_a_finding_in_shadow_is_kept_and_told_when_the_check_is_switched_on(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    for at in (0, 1):
        check(store, document, found(WRONG_SUM, mode=Mode.SHADOW), at=at)
    assert standing(store) == ["204"]
    assert changes(news_since(store, 0)) == []
    check(store, document, found(WRONG_SUM), at=2)
    assert changes(news_since(store, 1)) == [("204", Change.NEW)]
    with store.read() as session:
        assert status(session).open_findings == {Severity.ERROR: 1}


def test_a_finding_of_a_check_switched_off_is_no_longer_counted_nor_told_again(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    check(store, document, at=1)
    with store.read() as session:
        assert status(session).open_findings == {}
    check(store, document, found(WRONG_SUM), at=2)
    assert len(notices(store)) == 1


def test_a_change_that_we_caused_is_known_as_ours(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found())
    check(store, document, found(WRONG_SUM), at=1)
    check(store, document, found(), at=2, versions=Versions("c2", "k1"))
    with store.write() as session:
        record_reading(session, document, BUDGET, "r2", minutes(3))
    check(store, document, found(WRONG_SUM), at=4, versions=Versions("c2", "k1"))
    assert [notice.cause for notice in notices(store)] == [
        Cause.PUBLISHED,
        Cause.SURROUNDINGS,
        Cause.OURS,
        Cause.OURS,
    ]


def test_what_other_checks_or_other_settings_checked_is_checked_again(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found())
    with store.write() as session:
        assert check_again_with(session, VERSIONS, minutes(1)) == 0
        assert check_again_with(session, replace(VERSIONS, config="c2"), minutes(1)) == 1
        assert row_of(session, DocumentRow, document).state is State.READ
    check(store, document, found(), at=2, versions=replace(VERSIONS, config="c2"))
    with store.write() as session:
        assert check_again_with(session, replace(VERSIONS, config="c2", checks="k2"), minutes(3)) == 1


def test_a_replaced_version_is_not_checked_again_with_other_checks(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET, "一")
    check(store, document, found())
    publish(store, "2023.pdf", BUDGET, "二", at=1)
    with store.write() as session:
        assert check_again_with(session, replace(VERSIONS, checks="k2"), minutes(2)) == 0


def test_a_new_version_carries_findings_over_and_resolves_what_it_mended(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET, "第一版"), found(WRONG_SUM, WRONG_TOO))
    second = publish(store, "2023.pdf", BUDGET, "第二版", at=1)
    check(store, second, found(WRONG_TOO), at=1)
    assert standing(store) == ["208"]
    material = news_since(store, 1)
    assert changes(material) == [("208", None), ("204", Change.RESOLVED)]
    assert (material.disclosures[0].first, material.disclosures[0].replaces) == (True, "2023.pdf")


def test_the_first_version_coming_back_brings_its_findings_back(store: Store) -> None:
    first = publish(store, "2023.pdf", BUDGET, "第一版")
    check(store, first, found(WRONG_SUM))
    check(store, publish(store, "2023.pdf", BUDGET, "第二版", at=1), found(), at=1)
    assert receive(store, "2023.pdf", "第一版", at=2) == first
    check(store, first, found(WRONG_SUM), at=3)
    assert standing(store) == ["204"]
    assert changes(news_since(store, 2)) == [("204", Change.REOPENED)]


def test_two_files_of_one_publication_do_not_resolve_each_others_findings(store: Store) -> None:
    tables = publish(store, "报表.pdf", BUDGET)
    narrative = publish(store, "说明.pdf", BUDGET)
    for at in range(3):
        check(store, tables, found(WRONG_SUM), at=at)
        check(store, narrative, found(), at=at)
    assert standing(store) == ["204"]
    assert [notice.kind for notice in notices(store)] == [NoticeKind.DISCLOSURE, NoticeKind.DISCLOSURE]


def test_a_finding_of_two_files_stands_once_and_until_both_have_mended_it(store: Store) -> None:
    one, other = publish(store, "a.pdf", BUDGET), publish(store, "b.pdf", BUDGET)
    check(store, one, found(WRONG_SUM))
    check(store, other, found(WRONG_SUM))
    assert standing(store) == ["204"]
    assert changes(news_since(store, 0)) == [("204", Change.NEW)]
    check(store, one, found(), at=1)
    assert standing(store) == ["204"]
    check(store, other, found(), at=2)
    assert standing(store) == []


def test_a_file_republished_under_another_name_replaces_the_one_taken_away(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET), found(WRONG_SUM))
    with store.write() as session:
        record_scan(session, SHARE, (), minutes(1))
    assert standing(store) == ["204"]
    check(store, publish(store, "2023修订.pdf", BUDGET, at=2), found(), at=2)
    assert standing(store) == []
    assert changes(news_since(store, 1)) == [("204", Change.RESOLVED)]


def test_a_copy_gives_no_second_finding(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET, "内容"), found(WRONG_SUM))
    for number in range(10):
        receive(store, f"copy/{number}.pdf", "内容", at=1)
    with store.read() as session:
        assert status(session).counts == {State.CHECKED: 1}
    assert len(notices(store)) == 1


def test_findings_are_listed_by_body_and_by_check(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET), found(WRONG_SUM))
    with store.read() as session:
        assert len(open_findings(session, body=BUDGET.body.key, code="SUM001")) == 1
        assert open_findings(session, body="石家庄市民政局") == ()
        assert open_findings(session, code="SUM002") == ()
