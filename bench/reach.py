"""What a printed number is tied to: sums it is in, other printings of it, claims of the narrative.

This is reckoned apart from the checks, so that a number nothing is compared with shows as a blind spot.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from checks.slots import candidates
from checks.yoy_arith import Options
from records.amount import Amount
from records.claim import Claim, Direction
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.relations import relations_of
from records.table import Fact
from records.tolerance import Agreement, tolerance

Place = tuple[object, ...]
"""What tells one place of a document from another."""
_WHOLES = frozenset({"total", "income-total", "expenditure-total", "income-year", "expenditure-year"})


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation that a number is in."""

    allowed: Decimal
    """By how much the number may be wrong before the relation shows it."""
    places: frozenset[Place]
    """Where the numbers of the relation stand."""


Ties = Mapping[int, list[Tie]]
"""The relations of each fact, by its identity as an object: two cells may hold equal facts."""


def place_of(evidence: Evidence) -> Place:
    """Return the place of an evidence."""
    return evidence.page, evidence.line, evidence.cell, evidence.bbox


def ties_of(disclosure: Disclosure) -> Ties:
    """Return what every number of the tables is tied to."""
    ties: dict[int, list[Tie]] = defaultdict(list)
    for facts, allowed, claims in (*_sums(disclosure), *_printed_twice(disclosure), *_told(disclosure)):
        places = frozenset(map(place_of, (*(fact.evidence for fact in facts), *(claim.evidence for claim in claims))))
        for fact in facts:
            ties[id(fact)].append(Tie(allowed, places))
    return ties


_Found = tuple[tuple[Fact, ...], Decimal, tuple[Claim, ...]]


def _sums(disclosure: Disclosure) -> Iterator[_Found]:
    for table in disclosure.tables:
        for relation in relations_of(table):
            if relation.agreement is Agreement.EQUAL:
                yield (relation.whole, *relation.parts, *relation.less), relation.allowed, ()


def _printed_twice(disclosure: Disclosure) -> Iterator[_Found]:
    """Yield the numbers of one item that two tables print alike; a zero says nothing."""
    printed: dict[tuple[str, Decimal], list[tuple[int, Fact]]] = defaultdict(list)
    for index, table in enumerate(disclosure.tables):
        for row in table.rows:
            item = "whole" if row.item in _WHOLES else row.item
            for fact in row.facts:
                if fact.amount.yuan:
                    printed[item, fact.amount.yuan].append((index, fact))
    for group in printed.values():
        for (table_index, fact), (other_index, other) in combinations(group, 2):
            if table_index != other_index:
                yield (fact, other), tolerance([fact.amount.quantum, other.amount.quantum]), ()


def _told(disclosure: Disclosure) -> Iterator[_Found]:
    for claim in disclosure.claims:
        for fact, allowed in _counterparts(claim, disclosure):
            yield (fact,), allowed, (claim,)


def _counterparts(claim: Claim, disclosure: Disclosure) -> Iterator[tuple[Fact, Decimal]]:
    """Yield the numbers of the tables that a claim agrees with."""
    for fact in candidates(claim, disclosure) if claim.amount else ():
        allowed = _between(claim.amount, fact.amount)
        if allowed is not None:
            yield fact, allowed


def _between(one: Amount | None, other: Amount | None) -> Decimal | None:
    """Return how far two printings of one number may differ, None where they are not the same number."""
    if one is None or other is None:
        return None
    allowed = tolerance([one.quantum, other.quantum])
    return allowed if abs(one.yuan - other.yuan) <= allowed else None


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether what a claim became can be told from the rest of the document."""

    tied: bool
    """Whether the claim was in any relation."""
    broken: bool
    """Whether any relation no longer holds."""
    places: frozenset[Place]


def shown_by_claim(before: Claim, after: Claim, disclosure: Disclosure) -> Shown:
    """Return whether another number contradicts what a claim became."""
    facts = list(_counterparts(before, disclosure))
    others = list(_same_claims(before, disclosure.claims))
    allowed = [*(one for _, one in facts), *(one for _, one in others)]
    moved = abs(after.amount.yuan - before.amount.yuan) if before.amount and after.amount else Decimal(0)
    evidence = [before.evidence, *(fact.evidence for fact, _ in facts), *(claim.evidence for claim, _ in others)]
    arithmetic = _has_arithmetic(before)
    return Shown(
        tied=(bool(allowed) and before.amount != after.amount) or arithmetic,
        broken=any(moved > one for one in allowed) or (arithmetic and not stands_together(after)),
        places=frozenset(map(place_of, evidence)),
    )


def _same_claims(claim: Claim, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Decimal]]:
    about = (claim.subject, claim.place, claim.year, claim.stage)
    for other in claims:
        if other is not claim and (other.subject, other.place, other.year, other.stage) == about:
            allowed = _between(claim.amount, other.amount)
            if allowed is not None:
                yield other, allowed


def _has_arithmetic(claim: Claim) -> bool:
    figures = [claim.amount, claim.prior, claim.change, claim.percent]
    return sum(one is not None for one in figures) >= 3 and stands_together(claim)


def stands_together(claim: Claim) -> bool:
    """Return whether amount, prior, change, percent and direction of a claim can all be true."""
    sign = -1 if claim.direction is Direction.DECREASE else 1
    amount, prior, change = claim.amount, claim.prior, claim.change
    if amount and prior and change:
        allowed = tolerance([amount.quantum, prior.quantum, change.quantum])
        if abs(amount.yuan - prior.yuan - sign * change.yuan) > allowed:
            return False
    if claim.percent is None:
        return True
    moves = _moves(amount, prior, change, sign)
    return all(_within(move, base, slack, claim, sign) for move, base, slack in moves)


def _moves(
    amount: Amount | None, prior: Amount | None, change: Amount | None, sign: int
) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """Yield movement, base and the rounding in them, for every pair of amounts that gives a percentage."""
    if amount and prior:
        yield amount.yuan - prior.yuan, prior.yuan, tolerance([amount.quantum, prior.quantum])
    if amount and change:
        yield sign * change.yuan, amount.yuan - sign * change.yuan, tolerance([amount.quantum, change.quantum])
    if prior and change:
        yield sign * change.yuan, prior.yuan, tolerance([prior.quantum, change.quantum])


def _within(move: Decimal, base: Decimal, slack: Decimal, claim: Claim, sign: int) -> bool:
    if claim.percent is None or base <= 0:
        return True
    allowed = claim.percent.quantum + 2 * slack / base * 100
    off = abs(move / base * 100 - sign * claim.percent.value)
    return off <= max(allowed, Options().minimum_points)  # texts cut percentages off as often as they round them
