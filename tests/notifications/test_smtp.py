from dataclasses import replace

import pytest

from notifications.delivery import Delivery, Phase, RecipientDelivery
from notifications.message import build_message
from notifications.rendering import render
from notifications.smtp import MailServer, Security, send
from tests.builders.digests import MORNING, a_digest, a_line, some_news
from tests.builders.mail_servers import PASSWORD, USERNAME, Certificate, Script, Serve, free_port

AUDIT, COUNCIL, BUREAU = "audit@example.org", "council@example.org", "bureau@example.org"


def in_clear(port: int) -> MailServer:
    return MailServer("127.0.0.1", port, Security.NONE, timeout_seconds=5, content_timeout_seconds=5)


def outcomes(
    server: MailServer, *recipients: str, content: bytes = b"Subject: x\r\n\r\nx\r\n"
) -> list[RecipientDelivery]:
    return list(send(content, sender="watch@example.org", recipients=recipients or (AUDIT,), server=server))


def test_a_digest_reaches_every_recipient_byte_for_byte(serve: Serve) -> None:
    script = Script()
    rendered = render(a_digest(some_news(a_line())))
    content = bytes(
        build_message(
            rendered, sender="watch@example.org", recipients=[AUDIT, COUNCIL], message_id="1@example.org", date=MORNING
        )
    )
    sent = outcomes(in_clear(serve(script)), AUDIT, COUNCIL, content=content)
    assert [(one.recipient, one.delivery, one.code) for one in sent] == [
        (AUDIT, Delivery.ACCEPTED, 250),
        (COUNCIL, Delivery.ACCEPTED, 250),
    ]
    assert script.received == [([AUDIT, COUNCIL], content)]


def test_one_refused_and_one_deferred_recipient_do_not_keep_the_mail_from_the_third(serve: Serve) -> None:
    script = Script(recipient_replies={AUDIT: "550 no such user", COUNCIL: "451 greylisted, try later"})
    refused, deferred, accepted = outcomes(in_clear(serve(script)), AUDIT, COUNCIL, BUREAU)
    assert refused == RecipientDelivery(AUDIT, Delivery.REFUSED, Phase.RECIPIENT, 550, "no such user")
    assert deferred == RecipientDelivery(COUNCIL, Delivery.DEFERRED, Phase.RECIPIENT, 451, "greylisted, try later")
    assert accepted.delivery is Delivery.ACCEPTED
    assert [recipients for recipients, _ in script.received] == [[BUREAU]]


def test_where_nobody_is_taken_nothing_is_sent(serve: Serve) -> None:
    script = Script(recipient_replies={AUDIT: "550 no such user"})
    assert [one.delivery for one in outcomes(in_clear(serve(script)))] == [Delivery.REFUSED]
    assert script.received == []


@pytest.mark.parametrize(
    ("reply", "delivery"), [("451 local error", Delivery.DEFERRED), ("554 rejected as spam", Delivery.REFUSED)]
)
def test_a_mail_not_taken_at_the_end_is_judged_by_its_reply(serve: Serve, reply: str, delivery: Delivery) -> None:
    (one,) = outcomes(in_clear(serve(Script(data_reply=reply))))
    assert (one.delivery, one.phase, one.code) == (delivery, Phase.CONTENT, int(reply[:3]))


def test_a_connection_lost_after_the_mail_leaves_doubt(serve: Serve) -> None:
    script = Script(drop_after_data=True, recipient_replies={AUDIT: "550 no such user"})
    refused, doubtful = outcomes(in_clear(serve(script)), AUDIT, COUNCIL)
    assert refused.delivery is Delivery.REFUSED
    assert (doubtful.delivery, doubtful.phase, doubtful.code) == (Delivery.IN_DOUBT, Phase.CONTENT, None)


def test_a_server_silent_after_the_mail_leaves_doubt(serve: Serve) -> None:
    server = replace(in_clear(serve(Script(silent_seconds=2))), content_timeout_seconds=0.3)
    (one,) = outcomes(server)
    assert (one.delivery, one.phase) == (Delivery.IN_DOUBT, Phase.CONTENT)


def test_a_connection_lost_before_the_mail_leaves_no_doubt(serve: Serve) -> None:
    sent = outcomes(in_clear(serve(Script(drop_at_recipient=COUNCIL))), AUDIT, COUNCIL, BUREAU)
    assert [(one.delivery, one.phase) for one in sent] == [(Delivery.DEFERRED, Phase.RECIPIENT)] * 3


def test_a_sender_the_server_will_not_take_holds_the_mail(serve: Serve) -> None:
    (one,) = outcomes(in_clear(serve(Script(sender_reply="550 sender not allowed"))))
    assert (one.delivery, one.phase, one.code) == (Delivery.HELD, Phase.SENDER, 550)


def test_a_server_that_is_not_there_defers_the_mail() -> None:
    (one,) = outcomes(in_clear(free_port()))
    assert (one.delivery, one.phase) == (Delivery.DEFERRED, Phase.CONNECT)
    assert one.text


def test_without_starttls_nothing_is_sent_in_clear(serve: Serve) -> None:
    script = Script()
    (one,) = outcomes(replace(in_clear(serve(script)), security=Security.REQUIRED))
    assert (one.delivery, one.phase) == (Delivery.HELD, Phase.TLS)
    assert "STARTTLS" in one.text
    assert script.received == []


def test_a_certificate_nobody_trusts_holds_the_mail(serve: Serve, certificate: Certificate) -> None:
    port = serve(Script(tls_context=certificate.context))
    (one,) = outcomes(replace(in_clear(port), security=Security.REQUIRED))
    assert (one.delivery, one.phase) == (Delivery.HELD, Phase.TLS)
    assert "certificate" in one.text


def test_with_starttls_and_credentials_the_mail_is_taken(serve: Serve, certificate: Certificate) -> None:
    script = Script(tls_context=certificate.context, auth_required=True)
    port = serve(script)
    server = replace(
        in_clear(port),
        security=Security.REQUIRED,
        authorities=certificate.authorities,
        username=USERNAME,
        password=PASSWORD,
    )
    assert [one.delivery for one in outcomes(server)] == [Delivery.ACCEPTED]
    assert len(script.received) == 1


def test_wrong_credentials_hold_the_mail(serve: Serve, certificate: Certificate) -> None:
    port = serve(Script(tls_context=certificate.context, auth_required=True))
    server = replace(
        in_clear(port),
        security=Security.REQUIRED,
        authorities=certificate.authorities,
        username=USERNAME,
        password="wrong",
    )
    (one,) = outcomes(server)
    assert (one.delivery, one.phase, one.code) == (Delivery.HELD, Phase.LOGIN, 535)


def test_a_server_that_takes_no_login_holds_the_mail(serve: Serve) -> None:
    (one,) = outcomes(replace(in_clear(serve(Script())), username=USERNAME, password=PASSWORD))
    assert (one.delivery, one.phase) == (Delivery.HELD, Phase.LOGIN)


def test_tls_from_the_first_byte_to_a_server_in_clear_holds_the_mail(serve: Serve) -> None:
    (one,) = outcomes(replace(in_clear(serve(Script())), security=Security.IMPLICIT))
    assert (one.delivery, one.phase) == (Delivery.HELD, Phase.CONNECT)


def test_a_missing_file_of_authorities_holds_the_mail(serve: Serve) -> None:
    (one,) = outcomes(replace(in_clear(serve(Script())), authorities="/nonexistent/ca.pem"))
    assert (one.delivery, one.phase) == (Delivery.HELD, Phase.TLS)
