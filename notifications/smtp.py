"""Speaks SMTP, one step after the other, so that it is known how far a mail came and what became of it for whom."""

import asyncio
import contextlib
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from notifications.delivery import Delivery, Phase, RecipientDelivery, judge


class Security(StrEnum):
    """How the connection is encrypted."""

    REQUIRED = "required"
    """STARTTLS, and no mail where the server does not offer it."""
    IMPLICIT = "implicit"
    """TLS from the first byte, as on port 465."""
    NONE = "none"
    """In clear."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server mail is handed to."""

    host: str
    port: int = 587
    security: Security = Security.REQUIRED
    username: str | None = None
    password: str | None = None
    authorities: str | None = None
    """A file of certificates to trust besides those of the system."""
    timeout_seconds: float = 60
    """How long to wait for each reply."""
    content_timeout_seconds: float = 600
    """How long to wait for the reply to the mail itself: RFC 5321 4.5.3.2.6 asks for ten minutes, since to give up
    sooner is to be in doubt."""


class StepFailed(Exception):
    """Carries at which step a conversation with the server ended, and why (as its cause)."""

    def __init__(self, phase: Phase) -> None:
        self.phase = phase
        super().__init__(f"the conversation with the mail server failed at {phase}")


def send(
    content: bytes, *, sender: str, recipients: Sequence[str], server: MailServer
) -> tuple[RecipientDelivery, ...]:
    """Hand a mail to the server over a connection of its own; return what became of it for every recipient, in order.

    One recipient's refusal does not keep the mail from the others. Failures are returned and never raised.
    """
    return asyncio.run(_send(content, sender, recipients, server))


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Where a conversation with the server ended, and its last word."""

    phase: Phase
    code: int | None
    text: str


def try_out(server: MailServer, sender: str) -> Obstacle | None:
    """Connect, encrypt, log in and name the sender, and leave without a mail; return what failed, or None."""
    return asyncio.run(_try_out(server, sender))


async def _try_out(server: MailServer, sender: str) -> Obstacle | None:
    try:
        with _step(Phase.TLS):
            client = _client(server)
        try:
            await _introduce(client, server, sender)
            await _say_goodbye(client)
        finally:
            client.close()
    except StepFailed as failed:
        last = _failure("", failed)
        return Obstacle(last.phase, last.code, last.text)
    return None


async def _send(
    content: bytes, sender: str, recipients: Sequence[str], server: MailServer
) -> tuple[RecipientDelivery, ...]:
    try:
        with _step(Phase.TLS):
            client = _client(server)
        try:
            await _introduce(client, server, sender)
            answers = [await _offer(client, recipient) for recipient in recipients]
            return await _hand_over(client, server, content, answers)
        finally:
            client.close()
    except StepFailed as failed:
        return tuple(_failure(recipient, failed) for recipient in recipients)


def _client(server: MailServer) -> SMTP:
    # STARTTLS is a step of ours, so that its failure is known for what it is, and is never skipped by the library.
    return SMTP(
        hostname=server.host,
        port=server.port,
        timeout=server.timeout_seconds,
        use_tls=server.security is Security.IMPLICIT,
        start_tls=False,
        tls_context=ssl.create_default_context(cafile=server.authorities),
    )


async def _introduce(client: SMTP, server: MailServer, sender: str) -> None:
    """Connect, encrypt, log in and name the sender."""
    with _step(Phase.CONNECT):
        await client.connect()
    if server.security is Security.REQUIRED:
        with _step(Phase.TLS):
            await client.starttls()
    if server.username is not None:
        with _step(Phase.LOGIN):
            await client.login(server.username, server.password or "")
    with _step(Phase.SENDER):
        await client.mail(sender)


async def _offer(client: SMTP, recipient: str) -> RecipientDelivery:
    """Name one recipient; accepted means so far that the server will take a mail for it."""
    try:
        with _step(Phase.RECIPIENT):
            reply = await client.rcpt(recipient)
    except StepFailed as failed:
        return _failure(recipient, failed)
    return RecipientDelivery(recipient, Delivery.ACCEPTED, Phase.RECIPIENT, reply.code, reply.message)


async def _hand_over(
    client: SMTP, server: MailServer, content: bytes, answers: Sequence[RecipientDelivery]
) -> tuple[RecipientDelivery, ...]:
    """Send the mail itself for the recipients that were taken, and say goodbye."""
    if all(answer.delivery is not Delivery.ACCEPTED for answer in answers):
        await _say_goodbye(client)
        return tuple(answers)
    try:
        # A connection lost by now is no doubt: the server has not seen a byte of the mail.
        with _step(Phase.CONTENT if client.is_connected else Phase.RECIPIENT):
            reply = await client.data(content, timeout=server.content_timeout_seconds)
    except StepFailed as failed:
        return tuple(_failure(one.recipient, failed) if one.delivery is Delivery.ACCEPTED else one for one in answers)
    await _say_goodbye(client)
    return tuple(
        replace(one, phase=Phase.CONTENT, code=reply.code, text=reply.message)
        if one.delivery is Delivery.ACCEPTED
        else one
        for one in answers
    )


async def _say_goodbye(client: SMTP) -> None:
    """End politely; the mail's fate is decided, so nothing that fails here matters."""
    with contextlib.suppress(SMTPException, OSError):
        await client.quit()


@contextlib.contextmanager
def _step(phase: Phase) -> Iterator[None]:
    """Turn whatever fails inside into a StepFailed that knows the phase."""
    try:
        yield
    except (SMTPException, OSError, ValueError) as error:
        raise StepFailed(phase) from error


def _failure(recipient: str, failed: StepFailed) -> RecipientDelivery:
    error = failed.__cause__ or failed
    code = error.code if isinstance(error, SMTPResponseException) else None
    text = error.message if isinstance(error, SMTPException) else str(error)
    return RecipientDelivery(recipient, judge(failed.phase, code, error), failed.phase, code, text)
