"""What a digest says before it is put into words: the news of each disclosure, and what could not be read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from records.body import Body, Scope
from records.disclosure import Kind
from records.finding import CheckRun, Finding, Mode, Outcome, Severity
from records.headline import Headline


class News(StrEnum):
    """Why a finding is in this mail."""

    NEW = "new"
    CHANGED = "changed"
    """Mailed before; its numbers are others now."""
    RESOLVED = "resolved"
    """Mailed before; the present version of the disclosure no longer has it."""
    OPEN = "open"
    """Mailed before and still so; repeated for completeness."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as the digest reports it."""

    finding: Finding
    title: str
    """The check's Chinese title: 类款项逐级汇总不符."""
    name: str
    """The check's name: sum-hierarchy."""
    news: News = News.NEW
    previous: Finding | None = None
    """The finding as it was last mailed, where it is CHANGED."""


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """How many checks came out which way on one disclosure."""

    passed: int = 0
    found: int = 0
    skipped: int = 0
    unresolved: int = 0
    errored: int = 0


@dataclass(frozen=True, slots=True)
class DisclosureNews:
    """What there is to say of one disclosure."""

    body: Body
    fiscal_year: int
    kind: Kind
    scope: Scope | None = None
    draft: bool = False
    documents: tuple[str, ...] = ()
    """The names of the files it was read from."""
    headline: Headline | None = None
    """None where the mail is about findings only, as when nothing of this disclosure was read anew."""
    findings: tuple[FindingLine, ...] = ()
    checks: CheckCounts = CheckCounts()
    unread_pages: tuple[int, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    ours: bool = False
    """True where nothing was published: our own reader, checks or settings changed."""
    replaces: str | None = None
    """The name of the file this publication replaces."""

    @property
    def entries(self) -> tuple[FindingLine, ...]:
        """The findings that count: they stand, and do not follow from another one that is told here."""
        standing = [line for line in self.findings if line.news is not News.RESOLVED]
        told = {line.finding.fingerprint for line in standing}
        return tuple(line for line in standing if line.finding.caused_by not in told)


@dataclass(frozen=True, slots=True)
class FailureLine:
    """One file that was not checked, and why; in words for oversight staff."""

    name: str
    """The name of the file."""
    state: str
    """无法读取, 已隔离, 不是预决算文本."""
    reason: str


@dataclass(frozen=True, slots=True)
class DigestCounts:
    """What a digest covers, in numbers."""

    disclosures: int
    findings: int
    """New, changed and open ones of every severity; neither resolved ones nor what follows from another one."""
    errors: int
    warnings: int
    resolved: int
    failures: int


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything one mail has to say."""

    made_at: datetime
    """When it was made, with the time zone of its readers."""
    since: datetime | None = None
    """The end of the time the previous digest covered; None for the first digest."""
    disclosures: tuple[DisclosureNews, ...] = ()
    failures: tuple[FailureLine, ...] = ()

    @property
    def counts(self) -> DigestCounts:
        """Count what the digest covers."""
        lines = [line for news in self.disclosures for line in news.findings]
        standing = [line.finding.severity for news in self.disclosures for line in news.entries]
        return DigestCounts(
            disclosures=len(self.disclosures),
            findings=len(standing),
            errors=standing.count(Severity.ERROR),
            warnings=standing.count(Severity.WARNING),
            resolved=sum(line.news is News.RESOLVED for line in lines),
            failures=len(self.failures),
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.disclosures and not self.failures


def count_runs(runs: Iterable[CheckRun]) -> CheckCounts:
    """Count how the checks came out that are on; shadow runs are nobody's news."""
    outcomes = Counter(run.outcome for run in runs if run.mode is Mode.ON)
    return CheckCounts(
        passed=outcomes[Outcome.PASSED],
        found=outcomes[Outcome.FOUND],
        skipped=outcomes[Outcome.SKIPPED],
        unresolved=outcomes[Outcome.UNRESOLVED],
        errored=outcomes[Outcome.ERRORED],
    )
