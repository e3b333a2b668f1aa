from monitor.store.engine import Store
from monitor.store.ledger import record_scan
from monitor.store.news import DigestMaterial, digest_material
from monitor.store.notices import Notice, pass_over, pending_notices, set_recipients
from monitor.store.states import Change, State
from monitor.store.work import record_failure, retry
from records.finding import Outcome, Severity
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import HEADLINE, SHARE, a_finding, came_out, check, found, minutes, publish, receive

OFFICER = "officer@example.org"
AUDITOR = "auditor@example.org"
BUDGET = a_disclosure(2023)
WRONG_SUM = a_finding(BUDGET, "204")
WRONG_TOO = a_finding(BUDGET, "208", severity=Severity.WARNING)


def pending(store: Store, recipient: str = OFFICER) -> tuple[Notice, ...]:
    with store.read() as session:
        return pending_notices(session, recipient)


def material(store: Store, recipient: str = OFFICER) -> DigestMaterial:
    with store.read() as session:
        return digest_material(session, pending_notices(session, recipient))


def settle_all(store: Store, recipient: str = OFFICER) -> None:
    with store.write() as session:
        pass_over(session, recipient, [notice.id for notice in pending_notices(session, recipient)])


def fail(store: Store, document: int) -> None:
    with store.write() as session:
        record_failure(session, document, State.UNREADABLE, "encrypted", "文件已加密", minutes(0))


def test_a_checked_disclosure_is_told_with_all_that_is_known_of_it(store: Store) -> None:
    document = publish(store, "2023/部门预算.pdf", BUDGET)
    check(store, document, found(WRONG_TOO, WRONG_SUM), came_out(Outcome.SKIPPED, "YOY001"), at=7)
    (news,) = material(store).disclosures
    assert (news.file_name, news.root, news.path) == ("部门预算.pdf", SHARE, "2023/部门预算.pdf")
    assert (news.body, news.kind, news.fiscal_year, news.scope) == (
        BUDGET.body,
        BUDGET.kind,
        BUDGET.fiscal_year,
        BUDGET.scope,
    )
    assert (news.headline, news.checked_at, news.replaces) == (HEADLINE, minutes(7), None)
    assert [(run.code, run.outcome, run.findings) for run in news.runs] == [
        ("SUM001", Outcome.FOUND, ()),
        ("YOY001", Outcome.SKIPPED, ()),
    ]
    assert [(one.finding, one.change) for one in news.findings] == [(WRONG_SUM, Change.NEW), (WRONG_TOO, Change.NEW)]


def test_what_came_and_went_between_two_digests_is_left_out(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found())
    settle_all(store)
    check(store, document, found(WRONG_SUM), at=1)
    check(store, document, found(), at=2)
    assert len(pending(store)) == 2
    assert material(store) == DigestMaterial((), ())


def test_a_finding_resolved_and_reopened_unchanged_between_two_digests_is_left_out(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    settle_all(store)
    check(store, document, found(), at=1)
    check(store, document, found(WRONG_SUM), at=2)
    assert material(store) == DigestMaterial((), ())


def test_several_changes_of_an_amount_are_told_against_what_was_mailed(store: Store) -> None:
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found(WRONG_SUM))
    settle_all(store)
    check(store, document, found(a_finding(BUDGET, actual="200")), at=1)
    check(store, document, found(), at=2)
    check(store, document, found(a_finding(BUDGET, actual="300")), at=3)
    (news,) = material(store).disclosures
    (one,) = news.findings
    assert (one.change, one.previous, str(one.finding.actual)) == (Change.AMOUNT_CHANGED, WRONG_SUM, "300")


def test_a_version_replaced_before_the_digest_is_told_by_its_successor_only(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET, "第一版"), found(WRONG_SUM, WRONG_TOO))
    second = publish(store, "2023.pdf", BUDGET, "第二版", at=1)
    assert [news.document_id for news in material(store).disclosures] != [second]
    check(store, second, found(WRONG_SUM), at=2)
    (news,) = material(store).disclosures
    assert news.document_id == second
    assert [(one.finding.subject.item, one.change) for one in news.findings] == [("204", Change.NEW)]


def test_a_failure_is_told_until_it_is_mended_or_taken_away(store: Store) -> None:
    encrypted, gone = receive(store, "a.pdf"), receive(store, "b.pdf")
    fail(store, encrypted)
    fail(store, gone)
    assert [(one.file_name, one.state, one.reason_chinese) for one in material(store).failures] == [
        ("a.pdf", State.UNREADABLE, "文件已加密"),
        ("b.pdf", State.UNREADABLE, "文件已加密"),
    ]
    with store.write() as session:
        record_scan(session, SHARE, (), minutes(1))
        retry(session, encrypted, minutes(1))
    assert material(store) == DigestMaterial((), ())


def test_each_recipient_is_told_apart(store: Store) -> None:
    check(store, publish(store, "2023.pdf", BUDGET), found(WRONG_SUM))
    for _ in range(2):
        settle_all(store)
    assert pending(store) == ()
    assert len(pending(store, AUDITOR)) == 1


def test_a_new_recipient_gets_the_news_from_then_on(store: Store) -> None:
    check(store, publish(store, "2022.pdf", a_disclosure(2022)), found())
    for recipients in ([OFFICER], [OFFICER], [OFFICER, AUDITOR]):
        with store.write() as session:
            set_recipients(session, recipients, minutes(0))
    document = publish(store, "2023.pdf", BUDGET)
    check(store, document, found())
    assert len(pending(store, OFFICER)) == 2
    assert [notice.document_id for notice in pending(store, AUDITOR)] == [document]


def test_a_recipient_who_was_away_does_not_get_what_was_news_meanwhile(store: Store) -> None:
    for recipients in ([OFFICER, AUDITOR], [AUDITOR]):
        with store.write() as session:
            set_recipients(session, recipients, minutes(0))
    check(store, publish(store, "2023.pdf", BUDGET), found())
    with store.write() as session:
        set_recipients(session, [OFFICER, AUDITOR], minutes(1))
    assert pending(store, OFFICER) == ()
    assert len(pending(store, AUDITOR)) == 1
