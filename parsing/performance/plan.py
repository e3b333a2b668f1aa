"""Reads the spending plan (资金支出计划) of a project."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsing.pages import GridCell
from parsing.performance.targets import quantity
from parsing.words.wrapping import folded
from records.performance import PlanStep

_MONTH = re.compile(r"(\d{1,2})月(?:底|末)?")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%?")
_LAST_MONTH = 12
_WHOLE = 100


def plan_of(rows: Sequence[Sequence[GridCell]]) -> tuple[tuple[PlanStep, ...], bool]:
    """Return the steps of a plan in the order of the months, and whether they are doubtful.

    A figure belongs to the month above it in the same position, or to the one right before it in its row. Where a
    figure stands under no month, or the plan does not reach December, a column was lost on the way here and the other
    figures may have slipped too: then no step has a figure. Nor has one where the plan skips a month and never comes to
    the whole: figures that lost their column end like that, each drawn under the next month.
    """
    plan = _Plan()
    for row in rows:
        plan.take(row)
    steps = tuple(_step(month, plan.months[month]) for month in sorted(plan.months))
    doubtful = plan.slipped or (bool(plan.months) and _LAST_MONTH not in plan.months) or _skips_and_falls_short(steps)
    return tuple(_step(step.month, "") for step in steps) if doubtful else steps, doubtful


def _skips_and_falls_short(steps: Sequence[PlanStep]) -> bool:
    """Return whether a month between two figures has none, and the last figure is below 100 %."""
    printed = [index for index, step in enumerate(steps) if step.percent]
    last = steps[printed[-1]].percent if printed else None
    return last is not None and last.value < _WHOLE and printed[-1] - printed[0] >= len(printed)


def _step(month: int, text: str) -> PlanStep:
    percent = _PERCENT.fullmatch(text)
    return PlanStep(month, quantity(percent[1], "%") if percent else None, text)


@dataclass(slots=True)
class _Plan:
    """A plan as far as its rows have been taken in."""

    months: dict[int, str] = field(default_factory=dict)
    """What is printed for each month, empty until something is."""
    columns: dict[int, int] = field(default_factory=dict)
    """The month that stands over each position."""
    slipped: bool = False
    """True when something printed belongs to no month."""

    def take(self, row: Sequence[GridCell]) -> None:
        """Take in one row: months, figures, or months with their figures behind them."""
        columns: dict[int, int] = {}
        beside: int | None = None
        for position, cell in enumerate(row):
            text = folded(cell.text)
            if named := _MONTH.fullmatch(text):
                beside = columns[position] = int(named[1])
                self.months.setdefault(beside, "")
            elif cell.covered and beside:
                columns[position] = beside
            elif text and (self.months or _PERCENT.fullmatch(text)):
                self._assign(beside or self.columns.get(position), text)
                beside = None
        self.columns = columns or self.columns

    def _assign(self, month: int | None, text: str) -> None:
        if month is None or self.months[month] or not _PERCENT.fullmatch(text):
            self.slipped = True
        else:
            self.months[month] = text
