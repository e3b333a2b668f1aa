from notifications.digest import DisclosureNews, FailureLine, News
from notifications.subject import subject_line
from records.body import Body
from records.finding import Severity
from tests.builders.digests import (
    STREET,
    a_digest,
    a_finding,
    a_line,
    shijiazhuang_headline,
    some_news,
    wanli_headline,
)
from tests.builders.disclosures import BUREAU

SCAN = FailureLine("扫描件.pdf", "无法读取", "各页均为图像。")


def said(*disclosures: DisclosureNews, failures: tuple[FailureLine, ...] = ()) -> str:
    return subject_line(a_digest(*disclosures, failures=failures)).removeprefix("预决算监测 11-21：")


def test_the_subject_says_what_moved_and_how_much_is_wrong() -> None:
    errors = [a_line(a_finding(item=str(n))) for n in range(3)]
    news = some_news(*errors, headline=shijiazhuang_headline())
    assert said(news) == "石家庄市司法局 2023 预算减少 7,442.01 万元；3 处错误"


def test_the_worst_disclosure_leads_and_the_others_are_counted() -> None:
    street = some_news(body=STREET, fiscal_year=2025, headline=wanli_headline())
    news = some_news(a_line(a_finding(severity=Severity.WARNING)), headline=shijiazhuang_headline())
    assert said(street, news) == "石家庄市司法局 2023 预算减少 7,442.01 万元；共 2 份文本；1 处警告"


def test_clean_disclosures_are_said_to_be_clean() -> None:
    assert said(some_news(), some_news(body=STREET)) == "2 份文本通过检查；无发现"


def test_nothing_found_in_a_part_is_not_nothing_found() -> None:
    assert said(some_news(unread_pages=(5,))) == "石家庄市司法局 2023 预算；已检查的部分无发现"


def test_failures_alone_never_say_that_nothing_was_found() -> None:
    assert said(failures=(SCAN,)) == "1 份未能检查"


def test_failures_are_named_beside_findings() -> None:
    assert said(some_news(a_line()), failures=(SCAN,)).endswith("；1 处错误；1 份未能检查")


def test_resolved_findings_alone_are_news() -> None:
    assert said(some_news(a_line(news=News.RESOLVED))).endswith("；1 处已消除")


def test_a_name_from_a_document_cannot_break_the_line_or_fill_it() -> None:
    name = "局\r\nBcc: someone@example.org " + "长" * 80
    subject = said(some_news(body=Body(name)))
    assert "\n" not in subject
    assert "\r" not in subject
    assert len(subject) < 60


def test_an_empty_digest_says_so() -> None:
    assert said() == "没有新文本"
    assert BUREAU.name not in said()
