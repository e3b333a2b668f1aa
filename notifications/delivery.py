"""What became of a mail: for each recipient, how far it came and what is to be done next."""

import ssl
from dataclasses import dataclass
from enum import StrEnum


class Delivery(StrEnum):
    """What became of a mail for one recipient."""

    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    """Not taken now: try again later."""
    REFUSED = "refused"
    """Not taken ever."""
    IN_DOUBT = "in-doubt"
    """The connection was lost when the server may have had it all: try again with the same bytes, and say that it may
    arrive twice."""
    HELD = "held"
    """Nothing can be sent this way until somebody mends the settings or the server: do not count it as an attempt."""


class Phase(StrEnum):
    """How far a conversation with the server had come."""

    CONNECT = "connect"
    TLS = "tls"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class RecipientDelivery:
    """What became of a mail for one recipient, and the server's last word on it."""

    recipient: str
    delivery: Delivery
    phase: Phase
    code: int | None = None
    """The server's reply code; None where there was no reply."""
    text: str = ""


def judge(phase: Phase, code: int | None, error: BaseException) -> Delivery:
    """Decide what a failure means, from how far the conversation had come and the server's reply, if there was one."""
    if code is not None and 400 <= code < 500:
        return Delivery.DEFERRED
    if code is not None and 500 <= code < 600:
        return Delivery.REFUSED if phase in (Phase.RECIPIENT, Phase.CONTENT) else Delivery.HELD
    if phase is Phase.CONTENT:
        return Delivery.IN_DOUBT
    untrusted = isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError)
    lost = isinstance(error, ConnectionError | TimeoutError)
    return Delivery.DEFERRED if lost and not untrusted else Delivery.HELD
