"""What a check has to say: findings, and how each check came out."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from records.body import Body, Scope
from records.disclosure import Disclosure, Kind
from records.evidence import Evidence


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """Two printed things cannot both be true, or mandatory content is missing."""
    WARNING = "warning"
    """Very likely wrong, or must be explained."""
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return _RANKS[self]


_RANKS = MappingProxyType({severity: rank for rank, severity in enumerate(Severity)})


class Mode(StrEnum):
    """Whether a check runs, and whether its findings are mailed."""

    OFF = "off"
    SHADOW = "shadow"
    """Computed and stored, not mailed."""
    ON = "on"


class Outcome(StrEnum):
    """How a check came out on one disclosure."""

    PASSED = "passed"
    FOUND = "found"
    SKIPPED = "skipped"
    """Nothing to test: the facts it needs are not there."""
    UNRESOLVED = "unresolved"
    """The facts contradict each other in the reading, so nothing may be said."""
    ERRORED = "errored"
    """The check itself broke."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about; together with the check's code it is the finding's identity."""

    body: Body
    fiscal_year: int
    kind: Kind
    scope: Scope | None = None
    table: str = ""
    place: str = ""
    """Tells apart same-named tables, projects, indicators, claims."""
    item: str = ""
    measure: str = ""


def subject_of(
    disclosure: Disclosure, *, table: str = "", place: str = "", item: str = "", measure: str = ""
) -> Subject:
    """Return a subject within a disclosure."""
    return Subject(
        disclosure.body, disclosure.fiscal_year, disclosure.kind, disclosure.scope, table, place, item, measure
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not add up."""

    code: str
    case: str
    """Which of the check's named severity cases it is."""
    subject: Subject
    severity: Severity
    message: str
    """One Chinese sentence with both numbers, their difference and their pages."""
    evidence: tuple[Evidence, ...]
    expected: Decimal | None = None
    actual: Decimal | None = None
    unit: str = "元"
    """The unit of `expected` and `actual`."""
    caused_by: str | None = None
    """The fingerprint of the finding this one follows from."""

    def __post_init__(self) -> None:
        """Refuse a finding nobody could look up."""
        if not self.evidence:
            raise ValueError(f"{self.code}: a finding without evidence cannot be found on the page")

    @property
    def difference(self) -> Decimal | None:
        """Actual less expected."""
        return None if self.expected is None or self.actual is None else self.actual - self.expected

    @property
    def fingerprint(self) -> str:
        """The identity by which a finding is known again: its code and subject, never its amounts or its wording."""
        subject = self.subject
        parts = (
            self.code,
            subject.body.key,
            str(subject.fiscal_year),
            subject.kind,
            subject.scope or "",
            subject.table,
            subject.place,
            subject.item,
            subject.measure,
        )
        return "v1:" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class CheckRun:
    """How one check came out on one disclosure."""

    code: str
    mode: Mode
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reason: str | None = None
    """Why it was skipped, unresolved or errored."""
