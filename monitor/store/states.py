"""The words for where something stands on its way through the store."""

from enum import StrEnum


class State(StrEnum):
    """Where a file stands on its way; the way is drawn in the design under "The way of a document"."""

    SEEN = "seen"
    """On the share, not yet known to be complete."""
    RECEIVED = "received"
    """Hashed and kept, waiting to be read."""
    SCANNED = "scanned"
    """Has pages that are pictures, waiting for the process that reads these."""
    READ = "read"
    """Waiting to be checked."""
    CHECKED = "checked"
    UNPACKED = "unpacked"
    """An archive, each of whose files is a document of its own."""
    NOT_A_DISCLOSURE = "not-a-disclosure"
    UNREADABLE = "unreadable"
    """Tried again when the reader changes."""
    QUARANTINED = "quarantined"
    """The reader crashed or ran over its limits too often; tried again by hand only."""
    WITHDRAWN = "withdrawn"
    """Gone from its root; what was read stays."""


FAILED = (State.NOT_A_DISCLOSURE, State.UNREADABLE, State.QUARANTINED)
"""The states of documents that will not be checked."""


class Change(StrEnum):
    """What is news about a finding."""

    NEW = "new"
    AMOUNT_CHANGED = "amount-changed"
    """Found before, with other amounts."""
    REOPENED = "reopened"
    RESOLVED = "resolved"


class Cause(StrEnum):
    """Why a check came out as it did now and not before."""

    PUBLISHED = "published"
    """The document was checked for the first time."""
    SURROUNDINGS = "surroundings"
    """Another disclosure it is compared with arrived or changed."""
    OURS = "ours"
    """Our reader, checks or config changed; never to be mailed as the bureau's doing."""


class NoticeKind(StrEnum):
    """What a notice is about."""

    DISCLOSURE = "disclosure"
    """A document was checked for the first time, whatever was found."""
    FINDINGS = "findings"
    """Something changed in a document that was checked before."""
    FAILURE = "failure"
    """A document could not be read, or is none."""


class MailState(StrEnum):
    """Where a mail stands on its way to one recipient."""

    QUEUED = "queued"
    IN_DOUBT = "in-doubt"
    """Handed to the server, or about to be, and its answer is not known."""
    SENT = "sent"
    FAILED = "failed"
    """Refused for good."""
    HELD = "held"
    """The server cannot be used as configured (login, certificate); no fault of this mail."""


UNSENT = (MailState.QUEUED, MailState.IN_DOUBT, MailState.HELD)
"""The states of mails still to be delivered."""
