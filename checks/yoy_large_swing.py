"""较上年大幅变动。

## 检查什么
支出总额、各类、款、项以及“三公”经费与上年相比的变动是否超过比例和金额两个门槛。上年数取自库内上年文件；
没有时，总额和“三公”按本文所述的增减推算，并注明。

## 为什么重要
大幅变动必须有说得过去的原因；报告把文中的原因引在旁边，由监督人员判断。

## 示例
> 总额由 26,391.23 万元（按第 4 页所述推算）变为 18,949.22 万元（第 7 页），减少 7,442.01 万元（-28.20%）。
> 文中原因：主要是因为……减少。

## 不适用
上年数不知或为零；变动金额小于 floor_yuan。款、项的变动归在其上级之下，不重复打扰。

## 依据
门槛为本系统自定：总额 20%、类 30%、款项 50%，且不少于 50 万元。
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.movement_words import current_figure, prior_figure
from checks.movements import movement_of, sangong_movement
from checks.wording import percent, place, wan
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.headline import Movement
from records.surroundings import Snapshot, Surroundings
from records.table import Fact, FactKey, Measure, Row, Table, TableKind

_REASON = 100
"""How many characters of a reason are quoted."""


class Options(CheckOptions):
    """From where on a movement is large."""

    total_ratio: Decimal = Field(Decimal("0.20"), gt=0, description="For the total and the 三公; 0.20 is 20 %.")
    class_ratio: Decimal = Field(Decimal("0.30"), gt=0, description="For a class (类).")
    item_ratio: Decimal = Field(Decimal("0.50"), gt=0, description="For a section or item (款、项).")
    floor_yuan: Decimal = Field(Decimal(500_000), ge=0, description="Smaller movements, in 元, are ignored.")


@check(
    "YOY008",
    "yoy-large-swing",
    cases={
        "total": Severity.WARNING,
        "sangong": Severity.WARNING,
        "class": Severity.WARNING,
        "item": Severity.INFO,
    },
    options=Options,
)
def yoy_large_swing(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the figures that moved by more than the thresholds."""
    wholes = {
        "total": movement_of(disclosure, surroundings, "total"),
        "sangong": sangong_movement(disclosure, surroundings),
    }
    prior = surroundings.prior_year(disclosure)
    table = next((t for kind in _ROW_TABLES for t in disclosure.of_kind(kind) if not t.quality.doubtful), None)
    if prior is None and all(movement.change is None for movement in wholes.values()):
        raise Skipped("no figures of last year, stored or stated")
    for case, movement in wholes.items():
        if _is_large(movement.prior.yuan if movement.prior else None, movement.change, options.total_ratio, options):
            yield _whole_finding(disclosure, case, movement)
    if prior is not None and table is not None:
        yield from _row_findings(disclosure, table, prior, options)


_WHOLES = {"total": ("total", "expenditure-total", "income-total", "income:fiscal"), "sangong": ("sangong",)}
_PARTS = {
    "total": ("total", "income", "expenditure", "fiscal", "general", "fund", "basic", "project", "function", "carried"),
    "sangong": ("abroad", "vehicle", "reception"),
}
"""What the subjects of claims about the parts of a whole begin with."""
_ROW_TABLES = (TableKind.EXPENDITURE, TableKind.GENERAL)


def _is_large(prior: Decimal | None, change: Decimal | None, ratio: Decimal, options: Options) -> bool:
    if not prior or change is None:
        return False
    return abs(change) >= options.floor_yuan and abs(change) >= abs(prior) * ratio


def _whole_finding(disclosure: Disclosure, case: str, movement: Movement) -> Finding:
    current = movement.current.yuan if movement.current else Decimal(0)
    prior = movement.prior.yuan if movement.prior else Decimal(0)
    return Finding(
        code=yoy_large_swing.code,
        case=case,
        subject=subject_of(disclosure, item=case),
        severity=yoy_large_swing.cases[case],
        message=(
            f"{movement.name}由 {prior_figure(movement)}变为 {current_figure(movement)}，{_moved(prior, current)}。"
            f"{_reason(disclosure, case)}"
        ),
        evidence=movement.evidence,
        expected=prior,
        actual=current,
    )


def _reason(disclosure: Disclosure, case: str) -> str:
    """Quote the reason the text gives; that there is none is said only where no part of the whole has one either."""
    stated = [claim.reason for claim in disclosure.claims_about(*_WHOLES[case]) if claim.reason]
    if stated:
        return f"文中原因：{_beginning(stated[0].rstrip('。'))}。"
    parts = (claim for claim in disclosure.claims if claim.subject.startswith(_PARTS[case]))
    of_parts = [claim for claim in parts if claim.reason]
    return f"合计未写原因，分项写有原因{place(of_parts[0].evidence)}。" if of_parts else "文中未见原因。"


def _beginning(reason: str) -> str:
    return reason if len(reason) <= _REASON else f"{reason[:_REASON]}……"


def _row_findings(disclosure: Disclosure, table: Table, prior: Snapshot, options: Options) -> Iterator[Finding]:
    """Yield classes first, then what lies below them, each naming the reported row above it as its cause.

    The only row below another repeats its numbers and is left out.
    """
    reported: dict[str, Finding] = {}
    for row in sorted((row for row in table.rows if row.code), key=lambda row: len(row.code or "")):
        fact = row.fact(Measure.TOTAL)
        before = prior.fact(FactKey(table.kind, row.item, Measure.TOTAL))
        if fact is None or before is None:
            continue
        old, new = before.amount.yuan, fact.amount.yuan
        case, ratio = ("class", options.class_ratio) if row.level == 1 else ("item", options.item_ratio)
        above = _nearest_above(row.item, reported)
        repeats = above is not None and (above.expected, above.actual) == (old, new)
        if _is_large(old, new - old, ratio, options) and not repeats:
            finding = _row_finding(disclosure, case, row, fact, before)
            reported[row.item] = replace(finding, caused_by=above.fingerprint if above else None)
            yield reported[row.item]


def _nearest_above(code: str, reported: Mapping[str, Finding]) -> Finding | None:
    above = [other for other in reported if code.startswith(other)]
    return reported[max(above, key=len)] if above else None


def _row_finding(disclosure: Disclosure, case: str, row: Row, fact: Fact, before: Fact) -> Finding:
    old, new = before.amount.yuan, fact.amount.yuan
    return Finding(
        code=yoy_large_swing.code,
        case=case,
        subject=subject_of(disclosure, table="expenditure", item=row.item, measure=Measure.TOTAL),
        severity=yoy_large_swing.cases[case],
        message=(
            f"“{row.code} {row.label}”由 {wan(old)}{place(before.evidence)}"
            f"变为 {wan(new)}{place(fact.evidence)}，{_moved(old, new)}。"
        ),
        evidence=(fact.evidence, before.evidence),
        expected=old,
        actual=new,
    )


def _moved(prior: Decimal, current: Decimal) -> str:
    change = current - prior
    verb = "增加" if change > 0 else "减少"
    return f"{verb} {wan(abs(change))}（{percent(change / prior * 100)}）"
