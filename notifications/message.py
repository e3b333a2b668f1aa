"""Puts a rendered digest into a mail whose bytes depend on nothing but the arguments."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from notifications.addresses import mail_address
from notifications.rendering import RenderedDigest

SENDER_NAME = "预决算公开监测"


def build_message(
    rendered: RenderedDigest, *, sender: str, recipients: Sequence[str], message_id: str, date: datetime
) -> EmailMessage:
    """Return the mail of a digest; the same arguments give the same bytes, so that a repetition is known as one.

    `message_id` is the bare id, without angle brackets, made when the mail is put into the outbox; `date` has a zone.

    Raises InvalidAddress.
    """
    sender_address = mail_address(sender)
    message = EmailMessage(policy=SMTP)
    message["Date"] = format_datetime(date)
    message["From"] = Address(SENDER_NAME, addr_spec=sender_address)
    message["To"] = [Address(addr_spec=mail_address(recipient)) for recipient in recipients]
    message["Subject"] = _one_line(rendered.subject)
    message["Message-ID"] = f"<{message_id}>"
    message["Auto-Submitted"] = "auto-generated"
    message["List-Id"] = f"<digest.budgetwatch.{sender_address.partition('@')[2]}>"
    message["List-Unsubscribe"] = f"<mailto:{sender_address}?subject=unsubscribe>"
    message.set_content(rendered.text)
    message.add_alternative(rendered.html, subtype="html")
    message.make_mixed()
    if rendered.csv is not None:
        name = f"findings-{date:%Y-%m-%d}.csv"
        message.add_attachment(rendered.csv, maintype="text", subtype="csv", params={"charset": "utf-8"}, filename=name)
    _fix_boundaries(message, message_id)
    return message


def _one_line(text: str) -> str:
    """Names of bodies come from documents; a line break in a header would be a header of theirs."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _fix_boundaries(message: EmailMessage, message_id: str) -> None:
    """Replace what the library would draw at random."""
    multiparts = (part for part in message.walk() if part.is_multipart())
    for number, part in enumerate(multiparts):
        digest = hashlib.sha256(f"{message_id}/{number}".encode()).hexdigest()
        part.set_boundary(f"=_{digest[:32]}")
