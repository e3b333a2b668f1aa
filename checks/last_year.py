"""Last year's figures that a claim may be compared with: in the text, in the tables, in last year's document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.quoted import Quoted, quoted_cell, said_unit
from checks.slots import SLOTS, candidates
from checks.stated import compares_with_last_year, stated_prior
from checks.wording import labelled
from records.amount import Amount
from records.claim import Claim, Direction
from records.disclosure import Disclosure, Kind
from records.surroundings import Snapshot, Surroundings
from records.table import Fact, FactKey, Measure, facts_by_key
from records.tolerance import Agreement, agreement, tolerance

_OTHER_STAGES: Mapping[Kind, tuple[str, ...]] = {
    Kind.BUDGET: ("执行", "决算", "完成"),
    Kind.FINAL_ACCOUNTS: ("预算",),
}
"""A column of last year with one of these in its heading prints another stage than this year's."""


@dataclass(frozen=True, slots=True)
class LastYear:
    """Where a disclosure and what is stored of its body say what last year's figures were."""

    disclosure: Disclosure
    facts: Mapping[FactKey, Fact]
    stored: Snapshot | None

    def stated(self, claim: Claim) -> Iterator[Quoted]:
        """Yield last year's figure as the sentence itself prints it, or as another one about the same figure does."""
        if claim.prior:
            yield Quoted("文中上年数", claim.prior, said_unit(claim, claim.prior), claim.evidence)
        for other in self.disclosure.claims_about(claim.subject):
            prior = stated_prior(other) if other.direction is not Direction.FLAT else None
            if prior and other is not claim and _same_figure(claim, other):
                yield Quoted(f"另一处文字所述“{other.name}”上年数", prior, "万元", other.evidence)

    def printed(self, claim: Claim) -> Iterator[Quoted]:
        """Yield last year's figure from a column of a table, and from last year's own document."""
        if not compares_with_last_year(claim, self.disclosure):
            return
        for key in self._keys(claim):
            beside = printed_beside(self.facts, key, self.disclosure.kind)
            if beside:
                yield quoted_cell(beside)
            fact = self.stored.fact(key) if self.stored else None
            if fact:
                yield quoted_cell(fact, f"上年公开的{fact.evidence.caption}{labelled(fact)}")

    def _keys(self, claim: Claim) -> Iterator[FactKey]:
        """Yield where this year's tables print the claim's figure: only there last year's is the same figure."""
        meant = candidates(claim, self.disclosure)
        yield from (key for key, fact in self.facts.items() if fact in meant and _agree(claim.amount, fact.amount))
        slots = () if claim.path else SLOTS.get(claim.subject, ())
        if len(slots) == 1 and slots[0] not in self.facts:  # an empty cell: the only place it can stand in is known
            yield slots[0]


def last_year_of(disclosure: Disclosure, surroundings: Surroundings) -> LastYear:
    """Return what is known of last year's figures of a disclosure."""
    return LastYear(disclosure, facts_by_key(disclosure.tables), surroundings.prior_year(disclosure))


def printed_beside(facts: Mapping[FactKey, Fact], key: FactKey, kind: Kind) -> Fact | None:
    """Return last year's number of the same stage that a table prints in a column beside this year's."""
    fact = facts.get(key._replace(measure=Measure.PRIOR)) if key.measure is Measure.TOTAL else None
    other_stage = fact and any(word in fact.evidence.column for word in _OTHER_STAGES.get(kind, ()))
    return None if other_stage else fact


def _same_figure(claim: Claim, other: Claim) -> bool:
    same = (claim.place, claim.year, claim.stage, claim.base, claim.base_year)
    return same == (other.place, other.year, other.stage, other.base, other.base_year) and _agree(
        claim.amount, other.amount
    )


def _agree(one: Amount | None, other: Amount | None) -> bool:
    if one is None or other is None:
        return False
    return agreement(one.yuan - other.yuan, tolerance([one.quantum, other.quantum])) is Agreement.EQUAL
