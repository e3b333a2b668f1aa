"""“三公”经费突破预算或只增不减。

## 检查什么
决算：“三公”经费合计及各项的决算数是否超过预算数（本表所列预算数、文字所述预算数，没有时取库内的年初预算）；未安排预算的因公出国（境）、
公务用车购置是否有支出。预算：“三公”经费合计是否比上年预算增加，增加的是哪几项。

## 为什么重要
“三公”经费预算只减不增、不得突破。超出的应有批准，增加的应有说明。

## 示例
> “公务接待费”决算 6.20 万元（第 15 页），预算 5.00 万元（第 15 页），超出 1.20 万元。

## 不适用
全年（调整）预算数未被突破的，不因超过年初预算而报；只有库内的年初预算可比的，预算可能已经调整，只报警告。增加全部来自因公出国（境）费的（按批次据实安排），只作提示；
没有预算数、上年数的，不判断。

## 依据
党政机关厉行节约反对浪费条例；国务院关于“三公”经费只减不增的要求（未核原文）。
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.movement_words import current_figure, prior_figure
from checks.movements import sangong_items, sangong_movement
from checks.planned import NAMES
from checks.quoted import Quoted, quoted_cell, quoted_claim
from checks.wording import labelled, money, place
from records.claim import Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity, subject_of
from records.headline import Movement
from records.surroundings import Surroundings
from records.table import FactKey, Measure, TableKind
from records.tolerance import Agreement, agreement, tolerance

_ITEMS = ("abroad", "vehicle-purchase", "vehicle-running", "vehicle", "reception", "sangong")
"""The parts before the sums they are in."""
_NEVER_UNPLANNED = ("abroad", "vehicle-purchase")
_BUDGETS = (Measure.ADJUSTED, Measure.BUDGET)


class Options(CheckOptions):
    """How small an increase is left alone."""

    minimum_yuan: Decimal = Field(
        Decimal(100), ge=0, description="Increases of a budget up to this many 元 are never reported."
    )


@check(
    "SGE001",
    "sangong-limit",
    cases={
        "over-budget": Severity.ERROR,
        "unplanned": Severity.ERROR,
        "over-first-budget": Severity.WARNING,
        "increase": Severity.WARNING,
        "increase-abroad": Severity.INFO,
    },
    options=Options,
)
def sangong_limit(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the items of the 三公 that were overspent, and a budget that grew."""
    if disclosure.kind is Kind.FINAL_ACCOUNTS:
        yield from _overspent(disclosure, surroundings)
    else:
        yield from _grown(disclosure, surroundings, options)


def _overspent(disclosure: Disclosure, surroundings: Surroundings) -> Iterator[Finding]:
    """Yield the items whose final figure exceeds every budget known; a sum that one part exceeds follows from it."""
    tested = 0
    found: list[Finding] = []
    for item in _ITEMS:
        spent = _final(disclosure, item)
        own = list(_own_budgets(disclosure, item))
        budgets = own or list(_first_budget(disclosure, surroundings, item))
        tested += bool(spent and budgets)
        largest = max(budgets, key=lambda budget: budget.amount.yuan, default=None)
        if spent and largest and _exceeds(spent, largest):
            over = _over(disclosure, item, spent, largest, stored=not own)
            cause = next((part.fingerprint for part in found if part.difference == over.difference), None)
            found.append(replace(over, caused_by=cause))
            yield found[-1]
    if not tested:
        raise Skipped("no item of the 三公 with its budget and its final figure")


def _final(disclosure: Disclosure, item: str) -> Quoted | None:
    """Return what was spent on an item, from the table or else from the text."""
    for table in disclosure.of_kind(TableKind.SANGONG):
        fact = table.fact(item, Measure.TOTAL)
        if fact and not table.quality.doubtful:
            return quoted_cell(fact, f"“{fact.evidence.row or fact.item}”决算")
    for claim in disclosure.claims_about(item):
        if claim.amount and claim.stage is Stage.FINAL and claim.year in (disclosure.fiscal_year, None):
            return replace(quoted_claim(claim, claim.amount), words=f"“{claim.name}”决算")
    return None


def _own_budgets(disclosure: Disclosure, item: str) -> Iterator[Quoted]:
    """Yield every budget of an item that the final account itself gives."""
    for table in disclosure.of_kind(TableKind.SANGONG):
        facts = (table.fact(item, measure) for measure in _BUDGETS)
        yield from (
            quoted_cell(fact, f"预算数（{fact.evidence.column}）")
            for fact in facts
            if fact and not table.quality.doubtful
        )
    for claim in disclosure.claims_about(item):
        name = NAMES.get(claim.stage) if claim.stage else None
        if claim.amount and name and claim.year in (disclosure.fiscal_year, None):
            yield replace(quoted_claim(claim, claim.amount), words=name)


def _first_budget(disclosure: Disclosure, surroundings: Surroundings, item: str) -> Iterator[Quoted]:
    budget = surroundings.disclosed(disclosure, Kind.BUDGET, disclosure.fiscal_year)
    fact = budget.fact(FactKey(TableKind.SANGONG, item, Measure.TOTAL)) if budget else None
    if fact:
        yield quoted_cell(fact, f"年初预算{labelled(fact)}")


def _exceeds(spent: Quoted, budget: Quoted) -> bool:
    excess = spent.amount.yuan - budget.amount.yuan
    return excess > 0 and agreement(excess, tolerance([spent.amount.quantum, budget.amount.quantum])) is (
        Agreement.DIFFERENT
    )


def _over(disclosure: Disclosure, item: str, spent: Quoted, budget: Quoted, *, stored: bool) -> Finding:
    unplanned = item in _NEVER_UNPLANNED and not budget.amount.yuan
    case = "over-first-budget" if stored else "unplanned" if unplanned else "over-budget"
    excess = spent.amount.yuan - budget.amount.yuan
    message = f"{_plain(spent)}，{_plain(budget)}，超出 {money(excess)}。"
    evidence = (spent.evidence, budget.evidence)
    return Finding(
        code=sangong_limit.code,
        case=case,
        subject=subject_of(disclosure, table=TableKind.SANGONG, item=item, measure="budget"),
        severity=sangong_limit.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
        expected=budget.amount.yuan,
        actual=spent.amount.yuan,
    )


def _plain(quoted: Quoted) -> str:
    return f"{quoted.words} {money(quoted.amount, quoted.unit)}{place(quoted.evidence)}"


def _grown(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    whole = sangong_movement(disclosure, surroundings)
    if whole.current is None or whole.prior is None or whole.change is None:
        raise Skipped("no 三公 total of both years, stored or stated")
    if whole.change <= max(options.minimum_yuan, tolerance([whole.current.quantum, whole.prior.quantum])):
        return
    yield _increase(disclosure, whole, sangong_items(disclosure, surroundings))


def _increase(disclosure: Disclosure, whole: Movement, items: Sequence[Movement]) -> Finding:
    change = whole.change or Decimal(0)
    abroad = sum((item.change or Decimal(0) for item in items if item.item == "abroad"), Decimal(0))
    case = "increase-abroad" if change <= abroad else "increase"
    listed = "、".join(f"{item.name}{_moved(item.change)}" for item in items if item.change)
    message = (
        f"“三公”经费预算 {current_figure(whole)}，上年 {prior_figure(whole)}，"
        f"增加 {money(change)}{'，其中' if listed else ''}{listed}。"
    )
    evidence = dict.fromkeys(one for movement in (whole, *items) if movement.change for one in movement.evidence)
    return Finding(
        code=sangong_limit.code,
        case=case,
        subject=subject_of(disclosure, table=TableKind.SANGONG, item="sangong", measure="increase"),
        severity=sangong_limit.cases[case],
        message=message,
        evidence=tuple(evidence),
        expected=whole.prior.yuan if whole.prior else None,
        actual=whole.current.yuan if whole.current else None,
    )


def _moved(change: Decimal) -> str:
    return f"{'增加' if change > 0 else '减少'} {money(abs(change))}"
