"""What moved against last year, from the stored document of that year or from what this document says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from checks.last_year import printed_beside
from checks.slots import SLOTS
from checks.stated import compares_with_last_year, signed_change, stated_prior
from checks.stated_percent import percent_fits
from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.headline import Movement, PriorFrom, Verdict
from records.surroundings import Surroundings
from records.table import Fact, FactKey, Measure, TableKind, facts_by_key
from records.tolerance import Agreement, agreement, tolerance

_NAMES = {
    "total": "总额",
    "sangong": "“三公”经费",
    "abroad": "因公出国（境）费",
    "vehicle": "公务用车购置及运行费",
    "vehicle-purchase": "公务用车购置费",
    "vehicle-running": "公务用车运行费",
    "reception": "公务接待费",
}
_SUBJECTS = {
    "total": ("total", "expenditure-total", "income-total", "fiscal-total", "fiscal-expenditure", "income:fiscal")
}
_WHOLES = {
    "abroad": ("sangong", ("abroad", "vehicle", "reception")),
    "vehicle": ("sangong", ("abroad", "vehicle", "reception")),
    "reception": ("sangong", ("abroad", "vehicle", "reception")),
    "vehicle-purchase": ("vehicle", ("vehicle-purchase", "vehicle-running")),
    "vehicle-running": ("vehicle", ("vehicle-purchase", "vehicle-running")),
}


def movement_of(disclosure: Disclosure, surroundings: Surroundings, item: str) -> Movement:
    """Return how the total, the 三公 or one of its items moved; what is not known stays None."""
    facts = facts_by_key(disclosure.tables)
    key, fact = _printed(facts, item)
    claims = _comparing_claims(disclosure, item)
    current = fact.amount if fact else next((claim.amount for claim in claims if claim.amount), None)
    if current is None:
        return Movement(_NAMES[item], item)
    claim = next((one for one in claims if stated_prior(one) and _same_figure(one, current)), None) or next(
        (whole for one in claims if (whole := _with_figure(one, current))), None
    )
    stored = _stored(surroundings, disclosure, key, item)
    beside = printed_beside(facts, key, disclosure.kind) if key else None
    earlier = stored or beside
    prior = earlier.amount if earlier else (stated_prior(claim) if claim else None)
    printed = beside or (claim and claim.prior)
    return _judged(
        Movement(
            _NAMES[item],
            item,
            current,
            prior,
            (PriorFrom.STORED if stored else PriorFrom.PRINTED if printed else PriorFrom.STATED) if prior else None,
            signed_change(claim) if claim else None,
            evidence=tuple(one.evidence for one in (fact, claim, earlier) if one),
        )
    )


def sangong_movement(disclosure: Disclosure, surroundings: Surroundings) -> Movement:
    """Return how the 三公 total moved; where only its items are compared with last year, as the sum of theirs."""
    movement = movement_of(disclosure, surroundings, "sangong")
    if movement.current is None or movement.prior is not None:
        return movement
    abroad, reception = (movement_of(disclosure, surroundings, item) for item in ("abroad", "reception"))
    return _of_parts(movement, (abroad, _vehicles(disclosure, surroundings), reception))


def _vehicles(disclosure: Disclosure, surroundings: Surroundings) -> Movement:
    """Return how 公务用车购置及运行费 moved; where only its halves are compared with last year, as their sum."""
    movement = movement_of(disclosure, surroundings, "vehicle")
    if movement.current is None or movement.prior is not None:
        return movement
    halves = [movement_of(disclosure, surroundings, half) for half in ("vehicle-purchase", "vehicle-running")]
    return _of_parts(movement, halves)


def _of_parts(movement: Movement, parts: Sequence[Movement]) -> Movement:
    """Return a movement with last year's figure as the sum of its parts', where the text gives all of them."""
    priors = [part.prior for part in parts if part.prior]
    changes = [part.stated_change for part in parts if part.stated_change]
    if len(priors) < len(parts) or len(changes) < len(parts):
        return movement
    return _judged(
        replace(
            movement,
            prior=_sum(priors),
            prior_from=PriorFrom.STATED,
            stated_change=_sum(changes),
            evidence=(*movement.evidence, *(evidence for part in parts for evidence in part.evidence)),
        )
    )


def sangong_items(disclosure: Disclosure, surroundings: Surroundings) -> tuple[Movement, ...]:
    """Return how each item of the 三公 moved; vehicles by purchase and running where last year is known of both."""
    items = ("abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception")
    by_item = {item: movement_of(disclosure, surroundings, item) for item in items}
    halves = {"vehicle-purchase", "vehicle-running"}
    left_out = {"vehicle"} if all(by_item[half].prior for half in halves) else halves
    return tuple(move for item, move in by_item.items() if item not in left_out and move.current is not None)


def years_unchanged(movement: Movement, disclosure: Disclosure, surroundings: Surroundings) -> int:
    """Return since how many years in a row, last year included, an amount is what it was the year before."""
    if movement.current is None or movement.change != 0:
        return 0
    years = 1
    while earlier := surroundings.disclosed(disclosure, disclosure.kind, disclosure.fiscal_year - years - 1):
        fact = _printed(earlier.facts, movement.item)[1]
        if fact is None or fact.amount.yuan != movement.current.yuan:
            break
        years += 1
    return years


def _comparing_claims(disclosure: Disclosure, item: str) -> list[Claim]:
    about = disclosure.claims_about(*_SUBJECTS.get(item, (item,)))
    return [claim for claim in about if compares_with_last_year(claim, disclosure)]


def _printed(facts: Mapping[FactKey, Fact], item: str) -> tuple[FactKey | None, Fact | None]:
    for key in SLOTS[item]:
        if key in facts:
            return key, facts[key]
    return _left_blank(facts, item)


def _left_blank(facts: Mapping[FactKey, Fact], item: str) -> tuple[FactKey | None, Fact | None]:
    """Read an empty cell as zero, where the printed parts already make up the whole."""
    if item not in _WHOLES:
        return None, None
    whole_item, part_items = _WHOLES[item]
    whole = facts.get(_sangong_key(whole_item))
    parts = [fact for fact in (facts.get(_sangong_key(part)) for part in part_items) if fact]
    if whole is None or whole.amount.yuan != sum((part.amount.yuan for part in parts), Decimal(0)):
        return None, None
    zero = replace(whole, item=item, amount=Amount(Decimal(0), whole.amount.quantum))
    return _sangong_key(item), zero


def _sangong_key(item: str) -> FactKey:
    return FactKey(TableKind.SANGONG, item, Measure.TOTAL)


def _stored(surroundings: Surroundings, disclosure: Disclosure, key: FactKey | None, item: str) -> Fact | None:
    """Return last year's number from the same table as this year's, so that like is compared with like."""
    prior = surroundings.prior_year(disclosure)
    if prior is None:
        return None
    fact = _printed(prior.facts, item)[1] if key is None or item in _WHOLES else prior.facts.get(key)
    return replace(fact, evidence=replace(fact.evidence, document=prior.source)) if fact else None


def _judged(movement: Movement) -> Movement:
    """Say whether the stated change is the change.

    Where last year is known from the document alone, this says no more than that it agrees with itself; `prior_from`
    tells.
    """
    if movement.stated_change is None or movement.change is None or not movement.current or not movement.prior:
        return movement
    allowed = tolerance([movement.current.quantum, movement.prior.quantum, movement.stated_change.quantum])
    difference = movement.change - movement.stated_change.yuan
    right = agreement(difference, allowed) is not Agreement.DIFFERENT
    return replace(movement, verdict=Verdict.CONFIRMED if right else Verdict.CONTRADICTED)


def _same_figure(claim: Claim, current: Amount) -> bool:
    if claim.amount is None:
        return True
    allowed = tolerance([claim.amount.quantum, current.quantum])
    return agreement(claim.amount.yuan - current.yuan, allowed) is not Agreement.DIFFERENT


def _with_figure(claim: Claim, current: Amount) -> Claim | None:
    """Return a claim that tells only how a figure moved with that figure, where its percentage bears out that it is."""
    if claim.amount or claim.prior or claim.percent is None:
        return None
    whole = replace(claim, amount=current)
    return whole if percent_fits(whole, Decimal(0)) else None


def _sum(amounts: Sequence[Amount]) -> Amount:
    return Amount(sum((amount.yuan for amount in amounts), Decimal(0)), max(amount.quantum for amount in amounts))
