"""A number with the words a finding names it by, wherever it is printed."""

from dataclasses import dataclass

from checks.wording import labelled, money, place
from records.amount import Amount
from records.claim import Claim
from records.evidence import Evidence
from records.table import Fact, Table


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


def quoted_claim(claim: Claim, amount: Amount) -> Quoted:
    """Return a number of the narrative with the name it has there."""
    return Quoted(f"文字所称“{claim.name}”", amount, "万元", claim.evidence)
