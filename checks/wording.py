"""How numbers and places are put into the Chinese sentence of a finding."""

import re
from decimal import Decimal

from records.amount import Amount
from records.claim import Claim, Stage
from records.evidence import Evidence
from records.relation import Relation
from records.table import Fact

STAGES = {Stage.BUDGET: "预算", Stage.ADJUSTED: "全年预算", Stage.EXECUTION: "执行数", Stage.FINAL: "决算"}
_SINGLE = str.maketrans("“”", "‘’")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_YUAN_PER_UNIT = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


def money(amount: Amount | Decimal, unit: str | None = "万元", *, with_unit: bool = True) -> str:
    """Return an amount in the unit the document prints it in: 18,949.22 万元. Unknown units are written as 元."""
    name = unit if unit in _YUAN_PER_UNIT else "元"
    yuan = amount.yuan if isinstance(amount, Amount) else amount
    value = yuan / _YUAN_PER_UNIT[name]
    decimals = max(0 if name == "元" else 2, _decimals(value))
    text = f"{value:,.{decimals}f}"
    return f"{text} {name}" if with_unit else text


def difference(yuan: Decimal) -> str:
    """Return how far two numbers are apart, exactly: 2.32 万元, 62.47 元."""
    size = abs(yuan)
    return money(size, "万元" if _decimals(size / _YUAN_PER_UNIT["万元"]) <= 2 else "元")


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def percent(value: Decimal) -> str:
    """Return a percentage with its sign: +1.19%."""
    return f"{value:+.2f}%"


def addends(relation: Relation, unit: str | None, most: int = 12, *, with_columns: bool = False) -> str:
    """Return the sum with its addends: 5,155.65＋7,372.91＝12,528.56 万元; a long sum shows its first addends."""
    columns = [f"{part.evidence.column} " if with_columns else "" for part in relation.parts]
    amounts = (money(part.amount, unit, with_unit=False) for part in relation.parts)
    parts = [f"{column}{amount}" for column, amount in zip(columns, amounts, strict=True)]
    shown = "＋".join(parts[:most]) + (f"＋…（共 {len(parts)} 项）" if len(parts) > most else "")
    shown += "".join(f"－{money(part.amount, unit, with_unit=False)}" for part in relation.less)
    total = money(relation.expected, unit)
    return f"{shown}＝{total}" if len(parts) > 1 or relation.less else total


def cell_unit(fact: Fact) -> str:
    """Return the unit that a cell is printed in, by its number; 万元 where that does not tell."""
    printed = fact.evidence.text.replace(",", "").strip()
    if not _NUMBER.fullmatch(printed):
        return "万元"
    factors = (unit for unit, yuan in _YUAN_PER_UNIT.items() if Decimal(printed) * yuan == fact.amount.yuan != 0)
    return next(factors, "万元")


def labelled(fact: Fact) -> str:
    """Return row and column as printed: “204 公共安全支出”合计; the item's key where the row has no name."""
    code = fact.item if fact.item.isdigit() and not fact.evidence.row.startswith(fact.item) else ""
    name = f"{code} {fact.evidence.row}".strip() or fact.item
    return f"{quoted(name)}{fact.evidence.column}"


def quoted(text: str) -> str:
    """Return a text in quotation marks, those within it made single: “‘三公’经费”."""
    return f"“{text.translate(_SINGLE)}”"


def place(evidence: Evidence) -> str:
    """Return where it stands, in brackets: （第 7 页）, （《2024年预算.pdf》第 7 页）; empty when unknown."""
    document = f"《{evidence.document}》" if evidence.document else ""
    if evidence.cell:
        where = evidence.cell
    elif evidence.page is not None:
        where = f"第 {evidence.page} 页"
    else:
        where = f"第 {evidence.line} 行" if evidence.line is not None else ""
    return f"（{document}{where}）" if document or where else ""


def wan(yuan: Decimal) -> str:
    """Return an amount in 万元 with two decimals: 18,949.22 万元."""
    return f"{yuan / 10_000:,.2f} 万元"


def moved(change: Decimal) -> str:
    """Return a movement with its word: 增加 115.04 万元, 减少 24.50 万元, 持平."""
    if not change:
        return "持平"
    return f"{'增加' if change > 0 else '减少'} {money(abs(change))}"


def figure_of(year: int, stage: Stage | None) -> str:
    """Return which of a year's figures is meant: 2023 年执行数; 2023 年 where the text does not say which."""
    return f"{year} 年{STAGES[stage] if stage else ''}"


def earlier_figure(claim: Claim) -> str:
    """Return what a claim compares with: 2023 年执行数; 上年 where it names no year."""
    return figure_of(claim.base_year, claim.base) if claim.base_year else "上年"


def joined(word: str, phrase: str) -> str:
    """Return a word and what follows it, with a space before a number: 比上年, 比 2023 年执行数."""
    return f"{word} {phrase}" if phrase[:1].isdigit() else f"{word}{phrase}"
