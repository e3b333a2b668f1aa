"""“三公”经费与上年分文不差。

## 检查什么
“三公”经费合计及因公出国（境）、公务用车购置、公务用车运行、公务接待各项，本年与上年是否完全相同。
上年数取自库内的上年文件，没有时取本文“与上年持平”的陈述。库内有更早的文件时，写明已连续几年未变；
全部未变满 escalate_years 年的另列一种情形（every-item-for-years），可单独定级。

## 为什么重要
“三公”经费应按实际需要逐年编制，各项分文不差往往是照抄上年。事实由本系统核定，是否异常由监督人员判断。

## 示例
> “三公”经费 112.40 万元（第 9 页）与上年分文不差：公务用车购置及运行费 104.40 万元、公务接待费 8.00 万元均未变；
> 上年数按第 12 页所述推算。

## 不适用
合计为零；上年数不知；连续未变不满 min_years 年；只有个别项目相同且金额低于 floor_yuan。

## 依据
党政机关厉行节约反对浪费的有关规定（未核原文）。
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.movement_words import basis, current_figure
from checks.movements import sangong_items, sangong_movement, years_unchanged
from checks.wording import wan
from records.amount import Amount
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.headline import Movement
from records.surroundings import Surroundings
from records.table import TableKind


class Options(CheckOptions):
    """When an unchanged figure is worth a line."""

    floor_yuan: Decimal = Field(
        Decimal(1000), ge=0, description="Unchanged items smaller than this, in 元, are ignored."
    )
    min_years: int = Field(1, ge=1, description="Amounts unchanged for fewer years in a row are ignored.")
    escalate_years: int = Field(
        3, ge=2, description="From so many years in a row on, all items unchanged are `every-item-for-years`."
    )


@check(
    "SGE005",
    "sangong-unchanged",
    cases={
        "every-item-for-years": Severity.WARNING,
        "every-item": Severity.WARNING,
        "some-items": Severity.INFO,
    },
    options=Options,
)
def sangong_unchanged(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield one finding when the 三公, or items of it, are the same to the cent as last year."""
    whole = sangong_movement(disclosure, surroundings)
    if whole.current is None or whole.change is None:
        raise Skipped("no 三公 total of both years, stored or stated")
    if whole.current.yuan == 0:
        raise Skipped("the 三公 total is zero")
    items = sangong_items(disclosure, surroundings)
    years = {one.item: years_unchanged(one, disclosure, surroundings) for one in (whole, *items)}
    same = [
        item
        for item in items
        if years[item.item] >= options.min_years and item.current and item.current.yuan >= options.floor_yuan
    ]
    all_years = min(years[one.item] for one in (whole, *_compared(items, whole.current)))
    if all_years >= options.min_years:
        case = "every-item-for-years" if all_years >= options.escalate_years else "every-item"
        yield _finding(disclosure, case, _every_item(whole, same, all_years), whole, same)
    elif same:
        yield _finding(disclosure, "some-items", _some_items(same, years), whole, same)


def _compared(items: Sequence[Movement], whole: Amount) -> Sequence[Movement]:
    """Return the items; without those that are not compared where the others already make up the whole."""
    known = [item for item in items if item.change is not None]
    return known if _sum(item.current for item in known) == whole.yuan else items


def _finding(disclosure: Disclosure, case: str, message: str, whole: Movement, same: Sequence[Movement]) -> Finding:
    same = same or [whole]
    return Finding(
        code=sangong_unchanged.code,
        case=case,
        subject=subject_of(disclosure, table=TableKind.SANGONG, item="sangong"),
        severity=sangong_unchanged.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(one for item in (whole, *same) for one in item.evidence)),
        expected=_sum(item.prior for item in same),
        actual=_sum(item.current for item in same),
    )


def _every_item(whole: Movement, same: Sequence[Movement], years: int) -> str:
    amount = f"“三公”经费 {current_figure(whole)}{f'已连续 {years} 年' if years > 1 else '与上年'}分文不差"
    if len(same) == 1 and same[0].change == 0 and same[0].current == whole.current:
        return f"{amount}，全部是{same[0].name}；{basis([whole])}。"
    listed = "、".join(f"{item.name} {_amount(item)}" for item in same)
    return f"{amount}{f'：{listed}均未变' if listed else ''}；{basis([whole])}。"


def _some_items(same: Sequence[Movement], years: Mapping[str, int]) -> str:
    listed = "、".join(f"{item.name} {current_figure(item, since=_since(years[item.item]))}" for item in same)
    return f"“三公”经费中，{listed}与上年分文不差；{basis(same)}。"


def _since(years: int) -> str:
    return f"已连续 {years} 年" if years > 1 else ""


def _sum(amounts: Iterable[Amount | None]) -> Decimal:
    return sum((amount.yuan for amount in amounts if amount), Decimal(0))


def _amount(movement: Movement) -> str:
    return wan(movement.current.yuan) if movement.current else ""
