"""What a claim says of last year, in numbers."""

from decimal import Decimal

from records.amount import Amount
from records.claim import Claim, Direction, Stage
from records.disclosure import Disclosure, Kind

_SAME_FIGURE = {Kind.BUDGET: (Stage.BUDGET, None), Kind.FINAL_ACCOUNTS: (Stage.FINAL, None)}


def signed_change(claim: Claim) -> Amount | None:
    """Return the change a claim states, with its sign; zero for 持平; None where it states none."""
    if claim.direction is Direction.FLAT and claim.amount:
        return Amount(Decimal(0), claim.amount.quantum)
    if claim.change is None or claim.direction not in (Direction.INCREASE, Direction.DECREASE):
        return None
    sign = 1 if claim.direction is Direction.INCREASE else -1
    return Amount(sign * claim.change.yuan, claim.change.quantum)


def stated_prior(claim: Claim) -> Amount | None:
    """Return last year's figure as a claim prints it, or as its amount and change imply it."""
    if claim.prior is not None:
        return claim.prior
    change = signed_change(claim)
    if claim.amount is None or change is None:
        return None
    return Amount(claim.amount.yuan - change.yuan, max(claim.amount.quantum, change.quantum))


def compares_with_last_year(claim: Claim, disclosure: Disclosure) -> bool:
    """Whether a claim compares this year's figure with the same figure, budget or final, of last year."""
    return (
        claim.year in (disclosure.fiscal_year, None)
        and claim.base_year in (disclosure.fiscal_year - 1, None)
        and claim.base in _SAME_FIGURE.get(disclosure.kind, ())
    )


def verb_left_out(claim: Claim) -> bool:
    """Whether the figure after 上年 is the change and not the year: 比上年1.43万元，增长0.68%, its verb forgotten."""
    if claim.amount is None or claim.prior is None or claim.change is not None or claim.percent is None:
        return False
    sign = -1 if claim.direction is Direction.DECREASE else 1
    base = claim.amount.yuan - sign * claim.prior.yuan
    return base > 0 and abs(claim.prior.yuan / base * 100 - claim.percent.value) <= claim.percent.quantum
