"""Performance targets (绩效目标): projects and their indicators."""

from dataclasses import dataclass

from records.amount import Amount, Quantity
from records.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Target:
    """The value an indicator is to reach (指标值), taken apart as far as it can be."""

    text: str
    """As printed, line breaks of the cell removed."""
    operator: str | None = None
    """≥ ≤ > < = ≈, or None where none is printed."""
    value: Quantity | None = None
    """The number with its unit; 百分率 and 百分比 are %."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a performance table."""

    level1: str
    level2: str
    level3: str
    description: str
    target: Target
    basis: str
    evidence: Evidence
    achieved: Target | None = None
    """What was reached (实际完成值), in an evaluation; None where no column is printed for it."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """How much of the money is to be spent by the end of a month (资金支出计划), cumulated."""

    month: int
    percent: Quantity | None
    """None where the cell is empty, or where the reading cannot tell which month a printed figure belongs to."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """One project with its performance table (项目绩效目标表), or the whole body with its own (整体绩效目标表)."""

    number: int | None
    """The number printed before its name."""
    name: str
    evidence: Evidence
    """Where its caption stands."""
    code: str | None = None
    body: str = ""
    """The unit it belongs to, as printed above the table."""
    budget: Amount | None = None
    fiscal_funding: Amount | None = None
    """其中：财政资金."""
    other_funding: Amount | None = None
    """其他资金."""
    purpose: str = ""
    """资金用途."""
    plan: tuple[PlanStep, ...] = ()
    plan_doubtful: bool = False
    """True when the plan's months and figures do not line up as read, so that no month may be relied on."""
    goals: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
