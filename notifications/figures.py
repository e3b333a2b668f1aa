"""Puts numbers and places into Chinese text: 18,949.22 万元, -28.2%, 第 5–6、9 页."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from records.evidence import Evidence

YUAN_PER_WAN = Decimal(10_000)
_FEN = Decimal("0.01")


def figure(yuan: Decimal) -> str:
    """Return a sum in 万元 without its unit, rounded as disclosures print it: 18,949.22."""
    return f"{(yuan / YUAN_PER_WAN).quantize(_FEN, ROUND_HALF_UP):,}"


def wan(yuan: Decimal) -> str:
    """Return a sum in 万元; one too small to show there is given in 元, so that it is never taken for nothing."""
    if yuan and abs(yuan) < YUAN_PER_WAN * _FEN / 2:
        return f"{yuan:,.2f} 元"
    return f"{figure(yuan)} 万元"


def signed_wan(yuan: Decimal) -> str:
    """Return a change in 万元 with its sign: +3,355.64 万元."""
    return f"+{wan(yuan)}" if yuan > 0 else wan(yuan)


def exact(value: Decimal, unit: str) -> str:
    """Return a number of a finding without rounding it: whole 百元 in 万元, other sums in 元, the rest as it is."""
    if unit != "元":
        text = f"{value.normalize():,f}"
        return f"{text}%" if unit == "%" else f"{text} {unit}"
    return wan(value) if value % 100 == 0 else f"{value:,.2f} 元"


def percent(value: Decimal) -> str:
    """Return a percentage with its sign and one decimal, or two where one would show nothing: -28.2%, +0.04%."""
    text = f"{value:+,.1f}" if abs(value) >= _FEN * 5 or not value else f"{value:+,.2f}"
    return f"{text}%"


def pages(numbers: Iterable[int]) -> str:
    """Return pages with runs joined: 第 5–6、9 页."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return f"第 {'、'.join(str(first) if first == last else f'{first}–{last}' for first, last in runs)} 页"


def shortened(text: str, length: int = 80) -> str:
    """Return a quotation on one line, its end replaced by … where it is long."""
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def place(evidence: Evidence) -> str:
    """Return where evidence stands: 第 7 页 · 支出总表 · 204 公共安全支出 · 合计; another document is named first."""
    if evidence.cell:
        position = evidence.cell
    elif evidence.page is not None:
        position = f"第 {evidence.page} 页"
    else:
        position = f"第 {evidence.line} 行" if evidence.line is not None else ""
    parts = (evidence.document, position, evidence.caption, evidence.row, evidence.column)
    return " · ".join(shortened(part, 40) for part in parts if part)
