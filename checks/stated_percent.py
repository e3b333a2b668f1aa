"""Works out again the percentage by which a claim says a figure moved."""

from dataclasses import replace
from decimal import Decimal

from checks.stated import signed_change, stated_prior
from checks.wording import earlier_figure, joined, money, moved
from records.amount import Amount
from records.claim import Claim, Direction


def expected_percent(claim: Claim) -> Decimal | None:
    """Return what percentage the amounts of a claim make; None where they do not tell, or last year was nothing."""
    prior, change = stated_prior(claim), _movement(claim)
    return abs(change.yuan) / prior.yuan * 100 if prior and change and prior.yuan > 0 else None


def percent_fits(claim: Claim, minimum_points: Decimal) -> bool:
    """Whether the stated percentage is right as far as the printed precision can tell."""
    expected, prior, change = expected_percent(claim), stated_prior(claim), _movement(claim)
    if expected is None or prior is None or change is None or claim.percent is None:
        return False
    allowed = max(claim.percent.quantum + _spread(change, prior), minimum_points)
    return abs(abs(claim.percent.value) - expected) <= allowed


def turned(claim: Claim) -> Claim:
    """Return a claim as it would be with the opposite word for the direction."""
    direction = Direction.DECREASE if claim.direction is Direction.INCREASE else Direction.INCREASE
    return replace(claim, direction=direction)


def figures_shown(claim: Claim) -> str:
    """Return the two amounts that the sentence prints: 本年 9,729.43 万元，比上年增加 115.04 万元."""
    earlier, change = earlier_figure(claim), signed_change(claim)
    if claim.prior and claim.change and change:
        return f"{earlier} {money(claim.prior)}，{moved(change.yuan)}"
    if claim.prior and claim.amount:
        return f"本年 {money(claim.amount)}，{earlier} {money(claim.prior)}"
    if claim.amount and claim.change and change:
        return f"本年 {money(claim.amount)}，{joined('比', earlier)}{moved(change.yuan)}"
    return ""


def quotient(claim: Claim) -> str:
    """Return how the percentage is reckoned from those amounts: 115.04÷（9,729.43－115.04）＝1.20%."""
    change, expected = signed_change(claim), expected_percent(claim)
    if claim.prior and claim.change:
        parts = f"{_bare(claim.change)}÷{_bare(claim.prior)}"
    elif claim.prior and claim.amount:
        low, high = sorted((claim.prior, claim.amount), key=lambda amount: amount.yuan)
        parts = f"（{_bare(high)}－{_bare(low)}）÷{_bare(claim.prior)}"
    elif claim.amount and claim.change and change:
        sign = "－" if change.yuan > 0 else "＋"
        parts = f"{_bare(claim.change)}÷（{_bare(claim.amount)}{sign}{_bare(claim.change)}）"
    else:
        parts = ""
    return f"{parts}＝{expected:.2f}%"


def _movement(claim: Claim) -> Amount | None:
    if claim.change is not None:
        return signed_change(claim)
    if claim.amount is None or claim.prior is None:
        return None
    return Amount(claim.amount.yuan - claim.prior.yuan, max(claim.amount.quantum, claim.prior.quantum))


def _spread(change: Amount, prior: Amount) -> Decimal:
    """Return how many points the printed precision of the two amounts leaves open."""
    relative = change.quantum / prior.yuan + abs(change.yuan) / prior.yuan * prior.quantum / prior.yuan
    return relative * 100


def _bare(amount: Amount) -> str:
    return money(amount, with_unit=False)
