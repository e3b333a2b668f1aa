"""A number with the words a finding names it by, wherever it is printed."""

import re
from dataclasses import dataclass

from checks.running_text import folded
from checks.wording import cell_unit, labelled, money, place
from records.amount import Amount
from records.claim import Claim
from records.evidence import Evidence
from records.table import Fact, Table

_OTHER_UNITS = re.compile(r"[\d\s]元|亿")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A printed number with its name."""

    words: str
    amount: Amount
    unit: str | None
    """The unit a finding gives it in."""
    evidence: Evidence

    @property
    def text(self) -> str:
        """The number as a finding words it: 支出总表“204”合计为 12.00 万元（第 7 页）."""
        return f"{self.words}为 {money(self.amount, self.unit)}{place(self.evidence)}"


def quoted_fact(table: Table, fact: Fact) -> Quoted:
    """Return a number of a table with its caption, row and column."""
    return Quoted(f"{table.caption}{labelled(fact)}", fact.amount, table.unit, fact.evidence)


def quoted_cell(fact: Fact, words: str | None = None) -> Quoted:
    """Return a number of a table, of this document or another, in the unit its cell is printed in."""
    name = words or f"{fact.evidence.caption}{labelled(fact)}"
    return Quoted(name, fact.amount, cell_unit(fact), fact.evidence)


def quoted_claim(claim: Claim, amount: Amount) -> Quoted:
    """Return a number of the narrative with the name it has there."""
    return Quoted(f"文字所称“{claim.name}”", amount, said_unit(claim, amount), claim.evidence)


def said(claim: Claim, amount: Amount) -> str:
    """Return an amount of a sentence in the unit it has there: 18,949.22 万元."""
    return money(amount, said_unit(claim, amount))


def said_unit(claim: Claim, amount: Amount) -> str:
    """Return the unit in which the sentence prints an amount; 万元 for one that it only implies."""
    if not _OTHER_UNITS.search(claim.evidence.text):
        return "万元"
    text = folded(claim.evidence.text).replace(",", "")
    texts = {unit: money(amount, unit, with_unit=False).replace(",", "") for unit in ("万元", "亿元", "元")}
    printed = (unit for unit, number in texts.items() if re.search(rf"(?<![\d.]){re.escape(number)}{unit}", text))
    return next(printed, "万元")
