"""Alters the running text of a document and reads its claims and sections again: one figure, one word or one year."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.misprints import OPPOSITES
from parsing.knowledge_files import Knowledge
from parsing.narrative.claims import claims_of
from parsing.narrative.sections import passages_of, sections_of
from parsing.pages import TextLine
from records.claim import Claim
from records.disclosure import Disclosure

_DIRECTION = "|".join(OPPOSITES)
_AMOUNT = r"\d[\d,，]*(?:\.\d+)?(?=\s*(?:万元|元))"
PATTERNS = {
    "amount": re.compile(_AMOUNT),
    "unit": re.compile(r"(?<=\d)(?:万元|元)"),
    "change": re.compile(rf"(?:(?<=增加)|(?<=减少)|(?<=增长)|(?<=下降))(?:{_AMOUNT}|\d+(?:\.\d+)?(?=\s*[%％]))"),
    "direction": re.compile(rf"(?:{_DIRECTION})(?=\s*\d)"),
}
"""What of a line can be altered; the fiscal year is looked for besides."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure or word in one line of the running text."""

    line: int
    start: int
    end: int
    text: str


def spots_of(lines: Sequence[TextLine], pattern: re.Pattern[str]) -> Iterator[Spot]:
    """Yield every place of the running text that the pattern matches."""
    for index, line in enumerate(lines):
        yield from (Spot(index, *found.span(), found.group()) for found in pattern.finditer(line.text))


def year_pattern(fiscal_year: int) -> re.Pattern[str]:
    """Return the pattern of the fiscal year, where it is said to be a year."""
    return re.compile(rf"{fiscal_year}(?=\s*年)")


def with_text(lines: Sequence[TextLine], spot: Spot, text: str) -> tuple[TextLine, ...]:
    """Return the lines with another text in one place."""
    line = lines[spot.line]
    altered = replace(line, text=line.text[: spot.start] + text + line.text[spot.end :])
    return (*lines[: spot.line], altered, *lines[spot.line + 1 :])


def told_by(disclosure: Disclosure, lines: Sequence[TextLine], knowledge: Knowledge) -> Disclosure:
    """Return the disclosure with the claims and sections of other lines."""
    passages = passages_of(lines, knowledge.sections)
    body, year, kind = disclosure.body.name, disclosure.fiscal_year, disclosure.kind
    claims = claims_of(passages, body, year, kind, knowledge.phrases)
    return replace(disclosure, claims=claims, sections=sections_of(passages))


def changed_claims(before: Disclosure, after: Disclosure) -> tuple[list[Claim], list[Claim]]:
    """Return the claims that only the one or only the other makes, wording and precision left aside."""
    said, says = Counter(map(_figures, before.claims)), Counter(map(_figures, after.claims))
    lost, made = said - says, says - said
    return (
        [claim for claim in before.claims if _figures(claim) in lost],
        [claim for claim in after.claims if _figures(claim) in made],
    )


def _figures(claim: Claim) -> tuple[object, ...]:
    amounts = (claim.amount, claim.prior, claim.change)
    return (
        *(claim.subject, claim.place, claim.stage, claim.year, claim.base_year, claim.direction),
        *(amount and amount.yuan for amount in amounts),
        *(one and one.value for one in (claim.percent, claim.share, claim.completion)),
    )
