"""Numbers of the narrative that are parts of another one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from checks.nested import Nested
from checks.quoted import Quoted, quoted_claim
from checks.said import said_at
from checks.share_phrases import SharePhrases
from records.amount import Amount, Quantity
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Section
from records.performance import Project
from records.property import Purchase

ByMeaning = Mapping[tuple[str, Stage | None], Sequence[Claim]]
"""The claims of this year by what they speak of."""

_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "total": ("basic", "project"),
        "expenditure-total": ("basic", "project"),
        "expenditure-year": ("basic", "project"),
        "basic": ("personnel", "public"),
        "fiscal-total": ("expenditure:general", "expenditure:fund", "expenditure:state-capital"),
        "fiscal-expenditure": ("expenditure:general", "expenditure:fund", "expenditure:state-capital"),
        "sangong": ("abroad", "vehicle", "reception"),
        "vehicle": ("vehicle-purchase", "vehicle-running"),
        "procurement": ("procurement:goods", "procurement:works", "procurement:services"),
    }
)
"""Subjects of claims that lie side by side within another."""
_SHARE = re.compile(r"[，,（(]占(?P<whole>[^，,。；;\d%％]{2,24}?)的?(?P<percent>\d+(?:\.\d+)?)\s*[%％]")
_AMOUNT = r"[^。；;，,\d]{0,6}?([\d,]+(?:\.\d+)?)\s*(亿元|万元|元)"
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class StatedShare:
    """An amount that a section says is so many percent of another one."""

    heading: str
    part: Quoted
    whole: Quoted
    stated: Quantity


def nested_in_claims(disclosure: Disclosure) -> Iterator[Nested]:
    """Yield the subjects with the subjects that lie within them, as the narrative gives both for this year.

    Where the text gives a subject several amounts, the smallest part is set against the largest whole.
    """
    claims = _by_meaning(disclosure)
    for (subject, stage), wholes in claims.items():
        found = [claims[part, stage] for part in _PARTS.get(subject, ()) if (part, stage) in claims]
        whole, parts = _quoted(wholes, largest=True), [_quoted(part, largest=False) for part in found]
        for part, (claim, *_) in zip(parts, found, strict=True):
            yield _nested(whole, [part], subject, claim.subject)
        if len(parts) > 1 and all(part.amount.yuan <= whole.amount.yuan for part in parts):
            yield _nested(whole, parts, subject, "together")


def nested_in_sections(disclosure: Disclosure, phrases: Sequence[SharePhrases]) -> Iterator[Nested]:
    """Yield the shares that a section names by one of the phrases."""
    for section in disclosure.sections:
        for share in phrases:
            whole = _said_once(section, share.whole)
            parts = [one[0] for part in share.parts if (one := _said_once(section, part))] if whole else []
            if whole and len(parts) == len(share.parts):
                yield _nested(whole[0], parts, share.key, "together")


def shares_in_sections(disclosure: Disclosure, phrases: Sequence[SharePhrases]) -> Iterator[StatedShare]:
    """Yield the percentages that stand behind an amount named by one of the phrases, and name another: 占总额的50%."""
    patterns = dict.fromkeys(pattern for share in phrases for pattern in (share.whole, *share.parts))
    for section in (one for one in disclosure.sections if _SHARE.search(one.text)):
        said = {one[1]: one[0] for pattern in patterns if (one := _said_once(section, pattern))}
        for end, part in said.items():
            share = _SHARE.match(section.text, end)
            others = (one for one in said.values() if one is not part)
            whole = next((one for one in others if share and share["whole"] in one.words), None)
            if share and whole:
                digits = share["percent"]
                stated = Quantity(Decimal(digits), "%", Decimal(1).scaleb(-len(digits.partition(".")[2])))
                yield StatedShare(section.heading, part, whole, stated)


def nested_in_projects(projects: Sequence[Project]) -> Iterator[Nested]:
    """Yield the fiscal money of every project with its budget."""
    for project in projects:
        if project.budget and project.fiscal_funding:
            whole = Quoted(f"项目“{project.name}”预算数", project.budget, "万元", project.evidence)
            part = Quoted("其中财政资金", project.fiscal_funding, "万元", project.evidence)
            yield Nested("table", whole, (part,), "project-performance", project.name, "budget", "fiscal")


def nested_in_purchases(purchases: Sequence[Purchase]) -> Iterator[Nested]:
    """Yield what is reserved for smaller firms with the amount of the purchase."""
    for purchase in purchases:
        if purchase.amount and purchase.reserved_for_smaller_firms:
            name = purchase.name or purchase.body or "合计"
            whole = Quoted(f"政府采购表“{name}”金额", purchase.amount, "万元", purchase.evidence)
            part = Quoted("预留中小微企业份额", purchase.reserved_for_smaller_firms, "万元", purchase.evidence)
            place = f"{purchase.body}/{purchase.project}"
            yield Nested("table", whole, (part,), "procurement", place, purchase.name, "reserved")


def _by_meaning(disclosure: Disclosure) -> ByMeaning:
    found: dict[tuple[str, Stage | None], list[Claim]] = defaultdict(list)
    for claim in disclosure.claims:
        if claim.amount and claim.year in (disclosure.fiscal_year, None) and not claim.path:
            found[claim.subject, claim.stage].append(claim)
    return found


def _quoted(claims: Sequence[Claim], *, largest: bool) -> Quoted:
    pairs = [(claim, claim.amount) for claim in claims if claim.amount]
    claim, amount = (max if largest else min)(pairs, key=lambda pair: pair[1].yuan)
    return quoted_claim(claim, amount)


def _said_once(section: Section, pattern: str) -> tuple[Quoted, int] | None:
    """Return the amount behind a phrase that the section has just once, and where it ends."""
    matches = list(_before_amount(pattern).finditer(section.text))
    if len(matches) != 1:
        return None
    words, number, unit = matches[0].group(1), *matches[0].groups()[-2:]
    amount = _amount(number.replace(",", ""), unit)
    evidence = said_at(section, matches[0].start(), matches[0].end())
    return Quoted(f"文字所称“{words.rstrip('为')}”", amount, unit, evidence), matches[0].end()


@cache
def _before_amount(pattern: str) -> re.Pattern[str]:
    return re.compile(f"({pattern}){_AMOUNT}")


def _amount(number: str, unit: str) -> Amount:
    decimals = len(number.partition(".")[2])
    return Amount(Decimal(number) * _YUAN[unit], _YUAN[unit].scaleb(-decimals))


def _nested(whole: Quoted, parts: Sequence[Quoted], item: str, measure: str) -> Nested:
    return Nested("narrative", whole, tuple(parts), "", "", item, measure)
