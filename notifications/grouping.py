"""Arranges a digest for reading: by body and year, the most severe first, consequences folded under their cause."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from notifications.digest import Digest, DisclosureNews, FindingLine, News
from records.body import Body
from records.finding import Severity

ROUNDING = "rounding"
"""The case of findings that differ by no more than a second rounding; every check of sums names it so."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one mail shows; the attached list has everything."""

    findings: int = 50
    sections: int = 20
    """Disclosures shown in full."""
    follows: int = 3
    """Findings shown under the one they follow from."""
    lines: int = 100
    """Lines of each list: disclosures in brief, clean ones, resolved findings, files that failed."""

    def reduced(self) -> "Limits":
        """Return three quarters of everything, never less than one."""
        numbers = (self.findings, self.sections, self.follows, self.lines)
        return Limits(*(max(1, number * 3 // 4) for number in numbers))


@dataclass(frozen=True, slots=True)
class Fold:
    """A finding with those that follow from it."""

    line: FindingLine
    follows: tuple[FindingLine, ...] = ()
    more: int = 0
    """How many others follow that are in the attached list only."""

    @property
    def size(self) -> int:
        """How many findings it holds."""
        return 1 + len(self.follows)

    @property
    def rank(self) -> tuple[int, bool]:
        """What is read first: the more severe, then what was not mailed before."""
        severity = min(line.finding.severity.rank for line in (self.line, *self.follows))
        return severity, self.line.news is News.OPEN


@dataclass(frozen=True, slots=True)
class Section:
    """One disclosure as it is shown."""

    news: DisclosureNews
    folds: tuple[Fold, ...] = ()
    roundings: tuple[FindingLine, ...] = ()
    """Findings that differ by no more than a second rounding; told in one line."""
    resolved: tuple[FindingLine, ...] = ()
    hidden: int = 0
    """Findings, with what follows from them, that are in the attached list only."""

    @property
    def size(self) -> int:
        """How many findings have words of their own, what follows from one counted with it."""
        return len(self.folds) + len(self.resolved)


@dataclass(frozen=True, slots=True)
class BodySections:
    """The disclosures of one body, latest year first."""

    body: Body
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A digest in the order it is read, cut to the limits of a mail."""

    bodies: tuple[BodySections, ...]
    brief: tuple[DisclosureNews, ...]
    """Disclosures with findings for which there is only a line."""
    clean: tuple[DisclosureNews, ...]

    @property
    def hidden(self) -> int:
        """How many findings the mail does not show."""
        return sum(section.hidden for body in self.bodies for section in body.sections) + sum(
            len(news.entries) for news in self.brief
        )


def arrange(digest: Digest, limits: Limits) -> Arrangement:
    """Arrange a digest within the limits of one mail."""
    ordered = by_importance(digest.disclosures)
    telling = [news for news in ordered if not is_clean(news)]
    sections = _within([section_of(news) for news in telling[: limits.sections]], limits)
    return Arrangement(
        bodies=_by_body(sections),
        brief=tuple(telling[limits.sections :]),
        clean=tuple(news for news in ordered if is_clean(news)),
    )


def is_clean(news: DisclosureNews) -> bool:
    """Whether a disclosure was read whole, checked without doubt, and nothing was found."""
    doubt = news.unread_pages or news.checks.unresolved or news.checks.errored
    return news.checks.passed > 0 and not news.findings and not doubt


def by_importance(disclosures: Iterable[DisclosureNews]) -> list[DisclosureNews]:
    """Return disclosures by their most severe findings, then by how far their total moved."""
    return sorted(disclosures, key=_importance)


def _importance(news: DisclosureNews) -> tuple[list[int], Decimal, str, int, str, str]:
    standing = [line.finding.severity for line in news.entries]
    moved = news.headline.total.change if news.headline else None
    return (
        [-standing.count(severity) for severity in Severity],
        -abs(moved or Decimal(0)),
        news.body.key,
        -news.fiscal_year,
        news.kind,
        news.scope or "",
    )


def section_of(news: DisclosureNews) -> Section:
    """Arrange the findings of one disclosure, none left out."""
    standing = [line for line in news.findings if line.news is not News.RESOLVED]
    plain = [line for line in standing if line.finding.case != ROUNDING]
    return Section(
        news,
        folds=tuple(sorted(folded(plain), key=lambda fold: fold.rank)),
        roundings=tuple(line for line in standing if line.finding.case == ROUNDING),
        resolved=tuple(line for line in news.findings if line.news is News.RESOLVED),
    )


def folded(lines: Sequence[FindingLine]) -> list[Fold]:
    """Put every finding under the one it follows from in the end, where that one is among them."""
    by_fingerprint = {line.finding.fingerprint: line for line in lines}
    follows: dict[str, list[FindingLine]] = defaultdict(list)
    roots = []
    for line in lines:
        root = _root(line, by_fingerprint)
        if root is line:
            roots.append(line)
        else:
            follows[root.finding.fingerprint].append(line)
    return [Fold(line, tuple(follows[line.finding.fingerprint])) for line in roots]


def _root(line: FindingLine, by_fingerprint: Mapping[str, FindingLine]) -> FindingLine:
    """Follow the causes to the first; findings that name one another in a circle are each their own cause."""
    start, seen = line, {line.finding.fingerprint}
    while (cause := by_fingerprint.get(line.finding.caused_by or "")) is not None:
        if cause.finding.fingerprint in seen:
            return start
        seen.add(cause.finding.fingerprint)
        line = cause
    return line


def _within(sections: Sequence[Section], limits: Limits) -> list[Section]:
    """Keep the most severe folds of all sections until the number of findings is reached.

    Of equally severe ones every section shows its first before any shows its second.
    """
    ranked = sorted(
        (
            (fold.rank, turn, number, fold)
            for number, section in enumerate(sections)
            for turn, fold in enumerate(section.folds)
        ),
        key=lambda entry: entry[:3],
    )
    room = limits.findings
    kept: dict[int, list[Fold]] = defaultdict(list)
    for *_, number, fold in ranked:
        if room > 0:
            follows = fold.follows[: min(limits.follows, room - 1)]
            shown = Fold(fold.line, follows, len(fold.follows) - len(follows))
            kept[number].append(shown)
            room -= shown.size
    return [_showing(section, kept[number], limits.lines) for number, section in enumerate(sections)]


def _showing(section: Section, folds: Sequence[Fold], lines: int) -> Section:
    shown = replace(section, folds=tuple(folds), resolved=section.resolved[:lines])
    return replace(shown, hidden=section.size - shown.size)


def _by_body(sections: Iterable[Section]) -> tuple[BodySections, ...]:
    groups: dict[tuple[str | None, str], list[Section]] = defaultdict(list)
    for section in sections:
        groups[section.news.body.region, section.news.body.key].append(section)
    return tuple(
        BodySections(group[0].news.body, tuple(sorted(group, key=lambda section: -section.news.fiscal_year)))
        for group in groups.values()
    )
