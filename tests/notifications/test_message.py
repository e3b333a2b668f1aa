from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from notifications.addresses import InvalidAddress, mail_address
from notifications.message import build_message
from notifications.rendering import render
from records.body import Body
from tests.builders.digests import MORNING, a_digest, a_line, some_news

MESSAGE_ID = "digest.2026-11-21.6f1c2b3a4d5e6f70@finance.example.org"


def a_message(body: str = "石家庄市司法局", *, findings: bool = True) -> EmailMessage:
    news = some_news(*([a_line()] if findings else []), body=Body(body))
    return build_message(
        render(a_digest(news)),
        sender="watch@finance.example.org",
        recipients=("audit@example.org", "council@example.org"),
        message_id=MESSAGE_ID,
        date=MORNING,
    )


def test_a_mail_holds_text_and_html_and_the_list() -> None:
    message = message_from_bytes(bytes(a_message()), _class=EmailMessage, policy=SMTP)
    assert message.get_content_type() == "multipart/mixed"
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/csv",
    ]
    (attachment,) = message.iter_attachments()
    assert attachment.get_filename() == "findings-2026-11-21.csv"
    assert attachment.get_content().startswith("\ufeff公开主体")


def test_a_mail_without_findings_has_no_attachment() -> None:
    assert list(a_message(findings=False).iter_attachments()) == []


def test_the_headers_say_that_no_person_wrote_it_and_how_to_leave() -> None:
    message = message_from_bytes(bytes(a_message()), _class=EmailMessage, policy=SMTP)
    assert message["Message-ID"] == f"<{MESSAGE_ID}>"
    assert message["Date"] == "Sat, 21 Nov 2026 08:00:00 +0800"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Id"] == "<digest.budgetwatch.finance.example.org>"
    assert message["List-Unsubscribe"] == "<mailto:watch@finance.example.org?subject=unsubscribe>"
    assert message["To"] == "audit@example.org, council@example.org"
    assert message["Subject"].startswith("预决算监测 11-21：石家庄市司法局 2023 预算")


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert bytes(a_message()) == bytes(a_message())


def test_the_bytes_pass_every_server() -> None:
    lines = bytes(a_message()).split(b"\r\n")
    assert all(line.isascii() for line in lines)
    assert max(map(len, lines)) <= 78
    assert not any(b"\n" in line for line in lines)


def test_a_name_from_a_document_adds_no_header() -> None:
    message = message_from_bytes(bytes(a_message("局\r\nBcc: thief@example.org")), _class=EmailMessage, policy=SMTP)
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    "text", ["审计@example.org", "audit", "audit@", "a@b.org\r\nBcc: c@d.org", "a@example.org,b@c.org"]
)
def test_addresses_no_mail_can_be_sent_to_are_refused(text: str) -> None:
    with pytest.raises(InvalidAddress):
        mail_address(text)


def test_a_chinese_domain_is_written_as_servers_know_it() -> None:
    assert mail_address("watch@财政.中国") == "watch@xn--5bvu10g.xn--fiqs8s"
