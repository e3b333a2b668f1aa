"""Tells from the text, never from the file's name, whose disclosure it is, of what year, kind and scope.

Every place that names a body or a year casts a vote, the cover the most; the name or year with the most votes wins.
Without a clear winner nothing is decided.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from parsing.identity.identity_words import IdentityWords
from parsing.identity.naming import TITLE, body_of
from parsing.identity.regions import level_of, region_of
from parsing.identity.signals import Signals
from records.body import Body, Scope
from records.correction import Correction
from records.disclosure import Kind
from records.table import TableKind

_YEAR = re.compile(r"(20\d\d)年(?!\d{1,2}月)|(20\d\d)年度")
_TITLED_YEAR = re.compile(rf"(20\d\d)年度?[^,。;\d]{{0,30}}?{TITLE}")
_PROJECT_CODE = re.compile(r"(?<![0-9A-Z])[1-6]\d{5}(2\d)[0-9A-Z]{9,16}(?![0-9A-Z])")
_LEAST_CODES = 3
_LEAST_MENTIONS = 2
_MOST_VOTES = 5
"""How often one kind of place may vote for a year."""
_COVER_VOTE, _LABEL_VOTE, _CAPTION_VOTE, _TITLE_VOTE, _CLOSING_VOTE = 12, 4, 2, 1, 1
_LEAST_VOTES = 3
_PERFORMANCE_TABLES = frozenset({TableKind.PROJECT_PERFORMANCE, TableKind.OTHER})
_TITLE_LINES = 60
"""Without a cover, so many lines are asked what the document is."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose disclosure it is; what could not be told is None."""

    body: Body | None
    fiscal_year: int | None
    kind: Kind | None
    scope: Scope | None
    draft: bool
    blank: bool
    """True for a form that nobody has filled in."""


def identity_of(signals: Signals, words: IdentityWords) -> Identity:
    """Return whose disclosure it is, of what year, kind and scope."""
    body, marked = body_of(signals, words)
    return Identity(
        body=body,
        fiscal_year=_stated_year(signals, words) or _coded_year(signals) or _mentioned_year(signals),
        kind=_kind(signals, words),
        scope=marked or _scope(signals, words),
        draft=any(word in signals.title for word in words.draft),
        blank=any(word in signals.title for word in words.blank),
    )


def corrected(identity: Identity, correction: Correction, words: IdentityWords) -> Identity:
    """Return the identity with what a person said of it; a form that a person vouches for is not blank."""
    body = identity.body
    if correction.body:
        level = level_of(correction.body, "", words)
        body = Body(correction.body, region=region_of(correction.body, words.provinces), level=level)
    return replace(
        identity,
        body=body,
        fiscal_year=correction.fiscal_year or identity.fiscal_year,
        kind=correction.kind or identity.kind,
        scope=correction.scope or identity.scope,
        blank=False,
    )


def _stated_year(signals: Signals, words: IdentityWords) -> int | None:
    """Return the fiscal year the text states most, if it states one more than any other."""
    labelled = re.compile(rf"(?:{'|'.join(words.year_labels)}):?(20\d\d)|^\((20\d\d)年度?\)$")
    closing = re.compile(rf"(?:{'|'.join(words.closing_labels)}):?(20\d\d)-?年?12")
    counts: Counter[tuple[int, int]] = Counter()
    for found in _YEAR.finditer(signals.title):
        counts[(_COVER_VOTE, int(found[1] or found[2]))] += 1
        break
    for caption in signals.captions:
        counts.update((_CAPTION_VOTE, int(found[1] or found[2])) for found in _YEAR.finditer(caption))
    for line in signals.lines:
        counts.update((_LABEL_VOTE, int(found[1] or found[2])) for found in labelled.finditer(line))
        counts.update((_TITLE_VOTE, int(year)) for year in _TITLED_YEAR.findall(line))
        # Assets are counted at the end of the year before the budget.
        counts.update((_CLOSING_VOTE, int(year) + 1) for year in closing.findall(line))
    votes: Counter[int] = Counter()
    for (weight, year), count in counts.items():
        votes[year] += weight * min(count, _MOST_VOTES)
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _LEAST_VOTES or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _coded_year(signals: Signals) -> int | None:
    """Return the year that the project codes carry, where the text states none.

    A code begins with six digits for the region and two for the year the project was set up. Projects go on for
    years, so the latest year is the disclosure's, provided that several projects were set up in it.
    """
    years = Counter(2000 + int(year) for line in signals.lines for year in _PROJECT_CODE.findall(line))
    latest = max(years, default=0)
    return latest if years[latest] >= _LEAST_CODES else None


def _mentioned_year(signals: Signals) -> int | None:
    """Return the only fiscal year the text speaks of: performance tables have no title that prints one."""
    return signals.years[0] if len(signals.years) >= _LEAST_MENTIONS and len(set(signals.years)) == 1 else None


def _kind(signals: Signals, words: IdentityWords) -> Kind | None:
    """Return the kind the title names; without a title, the kind the captions and first lines name."""
    titled = next((kind for kind, names in words.kinds.items() if any(name in signals.title for name in names)), None)
    if titled:
        return titled
    if TableKind.PROJECT_PERFORMANCE in signals.table_kinds and signals.table_kinds <= _PERFORMANCE_TABLES:
        return Kind.PERFORMANCE
    text = "".join((*signals.captions, *signals.lines[:_TITLE_LINES]))
    named = {kind: sum(text.count(name) for name in words.kinds[kind]) for kind in (Kind.FINAL_ACCOUNTS, Kind.BUDGET)}
    return max(named, key=lambda kind: named[kind]) if any(named.values()) else None


def _scope(signals: Signals, words: IdentityWords) -> Scope | None:
    """Return the scope the title names; without one, the scope the captions and first lines name more often."""
    for text in (signals.title, "".join((*signals.captions, *signals.lines[:_TITLE_LINES]))):
        named = {scope: sum(text.count(name) for name in names) for scope, names in words.scopes.items()}
        if len(set(named.values())) > 1:
            return max(named, key=lambda scope: named[scope])
    return None
