"""Finds where else a figure of a claim is printed, and as another number."""

from collections.abc import Iterator
from dataclasses import replace

from checks.last_year import last_year_of
from checks.quoted import Quoted, quoted_cell, quoted_claim
from checks.slots import candidates
from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.surroundings import Surroundings


def figures_elsewhere(
    claim: Claim, disclosure: Disclosure, surroundings: Surroundings
) -> Iterator[tuple[Quoted, Claim]]:
    """Yield every other printing of this year's or last year's figure, with the claim as it would be with that one."""
    for printing in _this_year(claim, disclosure):
        if _differs(printing.amount, claim.amount):
            yield printing, replace(claim, amount=printing.amount)
    for printing in last_year_of(disclosure, surroundings).printed(claim):
        if _differs(printing.amount, claim.prior):
            yield printing, replace(claim, prior=printing.amount)


def _this_year(claim: Claim, disclosure: Disclosure) -> Iterator[Quoted]:
    for other in disclosure.claims_about(claim.subject):
        same = (other.place, other.year, other.stage) == (claim.place, claim.year, claim.stage)
        if same and other is not claim and other.amount:
            yield quoted_claim(other, other.amount)
    if claim.year in (disclosure.fiscal_year, None):
        for fact in candidates(claim, disclosure):
            yield quoted_cell(fact)


def _differs(one: Amount, other: Amount | None) -> bool:
    return other is None or one.yuan != other.yuan
