"""Finds where a project is looked back on: 全年预算数为120万元，执行数为108万元，完成预算的90%."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checks.percentages import Recomputed
from checks.said import said_at
from records.amount import Amount, Quantity
from records.disclosure import Disclosure, Section
from records.evidence import Evidence

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)\s*"
_EXECUTED = re.compile(
    rf"(?:全年)?预算数?为?\s*{_NUMBER}(万元|元)[，,、；;](?:全年|实际)*执行数为?\s*{_NUMBER}(万元|元)[，,、；;]"
    rf"(?:完成(?:全年)?预算的?|(?:预算)?(?:执行率|完成率)为?)\s*{_NUMBER}[%％]"
)
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000)}


@dataclass(frozen=True, slots=True)
class Execution:
    """What was spent of the budget of a project, with the rate the text gives."""

    section: Section
    rate: Recomputed
    evidence: Evidence


def executions_in(disclosure: Disclosure) -> Iterator[Execution]:
    """Yield the projects looked back on whose budget is not zero; what claims speak of is left to them."""
    claimed = {claim.evidence.caption for claim in disclosure.claims if claim.completion}
    for section in disclosure.sections:
        for match in _EXECUTED.finditer(section.text) if section.heading not in claimed else ():
            budget, executed = (_amount(*match.group(first, first + 1)) for first in (1, 3))
            if budget.yuan > 0:
                rate = Recomputed(executed, budget, Quantity(Decimal(match[5].replace(",", "")), "%", _step(match[5])))
                yield Execution(section, rate, said_at(section, match.start(), match.end()))


def _amount(number: str, unit: str) -> Amount:
    return Amount(Decimal(number.replace(",", "")) * _YUAN[unit], _step(number) * _YUAN[unit])


def _step(number: str) -> Decimal:
    return Decimal(1).scaleb(-len(number.partition(".")[2]))
