"""Statements of the narrative that carry figures."""

from dataclasses import dataclass
from enum import StrEnum

from records.amount import Amount, Quantity
from records.evidence import Evidence
from records.table import Measure


class Stage(StrEnum):
    """Which of a year's figures is meant."""

    BUDGET = "budget"
    """年初预算, 预算数."""
    ADJUSTED = "adjusted"
    """调整预算, 全年预算."""
    EXECUTION = "execution"
    """执行数."""
    FINAL = "final"
    """决算数."""


class Direction(StrEnum):
    """Which way a statement says a figure moved."""

    INCREASE = "increase"
    DECREASE = "decrease"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one subject; whatever the sentence does not say is None."""

    subject: str
    """The key of what it speaks of: docs/glossary.md, 'subjects of claims'; function-item where `path` names it."""
    name: str
    """The subject as printed."""
    evidence: Evidence
    """The sentence: its text is the quotation."""
    path: tuple[str, ...] = ()
    """Class, section and item (类款项) as printed, for a claim about a functional classification item.

    For an economic classification item its one name.
    """
    code: str | None = None
    """The classification code, where it is printed."""
    source: Measure | None = None
    """Out of whose money: FISCAL 财政拨款, GENERAL 一般公共预算, FUND 政府性基金, STATE_CAPITAL 国有资本经营.

    None where the text names none, and for a subject that is named by its source (income:general).
    """
    year: int | None = None
    stage: Stage | None = None
    amount: Amount | None = None
    prior: Amount | None = None
    """The earlier figure the sentence prints."""
    change: Amount | None = None
    """The size of the movement as printed, without sign; `direction` carries the sign."""
    percent: Quantity | None = None
    direction: Direction | None = None
    base_year: int | None = None
    """The year compared with; for 上年 the year before `year`."""
    base: Stage | None = None
    """Which figure of that year: 比2023年预算, 比上年执行数."""
    share: Quantity | None = None
    """How much of a whole it is: 占 38.2%."""
    share_of: str | None = None
    """The subject of that whole, where it is named: 占总支出的 38.2%."""
    completion: Quantity | None = None
    """How much of a budget was carried out: 完成年初预算的 98.69%."""
    completed: Stage | None = None
    """Which budget the completion is measured against: BUDGET or ADJUSTED. Its amount is a claim of that stage."""
    reason: str | None = None

    @property
    def place(self) -> str:
        """What tells it from other claims about its subject: the item and the source of money it is about."""
        return "/".join(part for part in (*self.path, self.code, self.source) if part)
