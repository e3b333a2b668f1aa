"""What a check may know besides the disclosure it checks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from records.body import Body, Scope
from records.companions import are_companions
from records.disclosure import Disclosure, Kind
from records.table import Fact, FactKey, facts_by_key
from records.units import is_unit_of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The numbers of another disclosure, without its text."""

    body: Body
    kind: Kind
    fiscal_year: int
    scope: Scope | None
    source: str
    """The name of the file it was read from, as quoted to the reader of a finding."""
    facts: Mapping[FactKey, Fact]

    def fact(self, key: FactKey) -> Fact | None:
        """Return one number, its evidence naming the file it stands in."""
        fact = self.facts.get(key)
        return replace(fact, evidence=replace(fact.evidence, document=self.source)) if fact else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The other disclosures a disclosure is compared with."""

    history: tuple[Snapshot, ...] = ()
    """Disclosures of the same body, any year and kind, the disclosure itself left out; of years before the last it may
    hold no more than the 三公."""
    related: tuple[Snapshot, ...] = ()
    """The units of a department, or the department of a unit, in the same year."""
    peers: tuple[Snapshot, ...] = ()
    """Bodies of the same level and trade in the same year."""
    versions: tuple[Disclosure, ...] = ()
    """What was published before in the place of the disclosure, or of its other file; the newest first."""

    def prior_year(self, disclosure: Disclosure) -> Snapshot | None:
        """Return last year's disclosure of the same kind and scope, if it is known."""
        return self.disclosed(disclosure, disclosure.kind, disclosure.fiscal_year - 1)

    def disclosed(self, disclosure: Disclosure, kind: Kind, fiscal_year: int) -> Snapshot | None:
        """Return what the same body disclosed of a kind and a year in the same scope, if it is known."""
        return next(
            (
                snapshot
                for snapshot in self.history
                if snapshot.fiscal_year == fiscal_year
                and snapshot.kind is kind
                and (snapshot.scope is disclosure.scope or None in (snapshot.scope, disclosure.scope))
            ),
            None,
        )


def snapshot_of(disclosure: Disclosure) -> Snapshot:
    """Return the numbers of a disclosure, as another disclosure's surroundings carry them."""
    return Snapshot(
        body=disclosure.body,
        kind=disclosure.kind,
        fiscal_year=disclosure.fiscal_year,
        scope=disclosure.scope,
        source=disclosure.documents[0].name if disclosure.documents else "",
        facts=facts_by_key(disclosure.tables),
    )


def surroundings_among(disclosure: Disclosure, others: Iterable[Disclosure]) -> Surroundings:
    """Return what a disclosure may be compared with among others that were read in the same call, in this order."""
    read = list(others)
    others = [one for one in read if one is not disclosure]
    own = (snapshot_of(one) for one in others if one.body.key == disclosure.body.key)
    related = (snapshot_of(one) for one in others if is_unit_of(one, disclosure) or is_unit_of(disclosure, one))
    before = takewhile(lambda one: one is not disclosure, read)
    return Surroundings(
        history=tuple(snapshot for snapshot in own if snapshot.facts),
        related=tuple(snapshot for snapshot in related if snapshot.facts),
        versions=versions_of(disclosure, before),
    )


def versions_of(disclosure: Disclosure, before: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """Return the versions of a disclosure among those that were published before it, in the order of publication."""
    return tuple(reversed([one for one in before if _is_version(one, disclosure)]))


def _is_version(one: Disclosure, other: Disclosure) -> bool:
    """Whether one was published in the place of the other; a narrative and its tables are not versions."""
    publications = [(each.body.key, each.kind, each.fiscal_year, each.scope, each.draft) for each in (one, other)]
    return publications[0] == publications[1] and not are_companions(one, other)
