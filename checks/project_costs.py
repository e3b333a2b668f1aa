"""What each project costs, as its performance table gives it."""

import re
from decimal import Decimal

from checks.quoted import Quoted
from records.amount import Amount
from records.performance import Indicator, Project

_YUAN = {"元": Decimal(1), "万": Decimal(10_000), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_COST = "成本"
_AT_LEAST = ("≥", ">")
_SUMMARY = re.compile("总体|整体")
"""A table of the whole of some money repeats what its projects' own tables give."""
_ENDING = re.compile(r"(?:专项)?(?:经费|资金|费用|项目|费|支出)+$")


def project_cost(project: Project) -> Quoted | None:
    """Return a project's budget or, where none is printed, the one amount among its cost indicators."""
    if _SUMMARY.search(project.evidence.caption):
        return None
    words = f"项目“{project.name}”"
    if project.budget:
        return Quoted(words, project.budget, "万元", project.evidence)
    costs = [indicator for indicator in project.indicators if _amount(indicator)]
    amount = _amount(costs[0]) if len(costs) == 1 else None
    return Quoted(words, amount, "万元", costs[0].evidence) if amount else None


def core_name(name: str) -> str:
    """Return what a project is for: 法律职业资格考试经费 is for 法律职业资格考试."""
    return _ENDING.sub("", name)


def _amount(indicator: Indicator) -> Amount | None:
    value = indicator.target.value
    if _COST not in indicator.level2 or value is None or value.unit not in _YUAN:
        return None
    if indicator.target.operator in _AT_LEAST:
        return None
    yuan = _YUAN[value.unit]
    return Amount(value.value * yuan, value.quantum * yuan)
