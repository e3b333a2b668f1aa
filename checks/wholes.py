"""What a share of the narrative may be a share of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.percentages import Recomputed
from checks.quoted import Quoted, quoted_claim, quoted_fact
from checks.slots import SLOTS
from records.claim import Claim
from records.disclosure import Disclosure
from records.table import TOTAL_ITEM, FactKey, Measure, TableKind

_WHOLES = (
    *("total", "income-total", "expenditure-total", "fiscal-total", "income:fiscal"),
    *("expenditure:general", "basic", "sangong"),
)
"""Whole numbers of which a text may give shares without naming them."""
_SANGONG_WITH_MEETINGS = FactKey(TableKind.SANGONG, TOTAL_ITEM, Measure.TOTAL)


@dataclass(frozen=True, slots=True)
class Share:
    """A number that the text says is so many percent of another one, with every number that may be meant."""

    claim: Claim
    part: Quoted
    named: tuple[Quoted, ...]
    """Printings of the whole that the text names: 占“三公”经费的 26%."""
    others: tuple[Quoted, ...]
    """What it may be a share of besides: the numbers of its section, and the totals of the tables."""

    def of(self, whole: Quoted) -> Recomputed | None:
        """Return the share of one whole; None where that is nothing or there is no share."""
        if self.claim.share is None or whole.amount.yuan <= 0:
            return None
        return Recomputed(self.part.amount, whole.amount, self.claim.share)


def shares_of(disclosure: Disclosure) -> list[Share]:
    """Return every share that the narrative gives, in the order printed."""
    totals = tuple(fact for subject in _WHOLES for fact in _in_tables(disclosure, subject))
    return [
        Share(
            claim,
            quoted_claim(claim, claim.amount),
            tuple(_named(disclosure, claim)),
            (*_in_section(disclosure, claim), *totals),
        )
        for claim in disclosure.claims
        if claim.amount and claim.share
    ]


def _named(disclosure: Disclosure, claim: Claim) -> Iterator[Quoted]:
    if claim.share_of:
        yield from _quoted(disclosure.claims_about(claim.share_of), claim)
        yield from _in_tables(disclosure, claim.share_of)


def _in_section(disclosure: Disclosure, claim: Claim) -> Iterator[Quoted]:
    yield from _quoted((one for one in disclosure.claims if one.evidence.caption == claim.evidence.caption), claim)


def _quoted(claims: Iterator[Claim], part: Claim) -> Iterator[Quoted]:
    for claim in claims:
        same = (claim.year, claim.stage) == (part.year, part.stage)
        if same and claim is not part and claim.amount and part.amount and claim.amount.yuan >= part.amount.yuan:
            yield quoted_claim(claim, claim.amount)


def _in_tables(disclosure: Disclosure, subject: str) -> Iterator[Quoted]:
    keys: Sequence[FactKey] = SLOTS.get(subject, ())
    found = [printed for key in keys for printed in _printed(disclosure, key)]
    yield from found
    if subject == "sangong" and not found:
        yield from _printed(disclosure, _SANGONG_WITH_MEETINGS)


def _printed(disclosure: Disclosure, key: FactKey) -> Iterator[Quoted]:
    for table in disclosure.of_kind(key.table):
        fact = table.fact(key.item, key.measure)
        if fact and not table.quality.doubtful:
            yield quoted_fact(table, fact)
