"""Builds small disclosures from real-looking values, so that a test shows only what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from records.amount import Amount, Quantity
from records.body import Body, Scope
from records.claim import Claim, Direction, Stage
from records.disclosure import Disclosure, Document, Kind
from records.evidence import Evidence
from records.relations import quality_of
from records.table import Column, Fact, Measure, Row, Side, Table, TableKind

BUREAU = Body("石家庄市司法局", code="315", region="河北省石家庄市")
YUAN_PER_WAN = Decimal(10_000)
CELL = (260.1, 144.0, 360.25, 168.0)
"""Where every number stands on its page."""


def wan(text: str, decimals: int = 2) -> Amount:
    """Return an amount printed in 万元."""
    return Amount(Decimal(text) * YUAN_PER_WAN, YUAN_PER_WAN.scaleb(-decimals))


def percentage(text: str) -> Quantity:
    """Return a percentage printed with two decimals."""
    return Quantity(Decimal(text), "%", Decimal("0.01"))


def a_row(
    item: str,
    amounts: Mapping[Measure, str],
    *,
    label: str = "",
    side: Side | None = None,
    of_which: bool = False,
    page: int = 3,
) -> Row:
    """Return a row; digits make a classification code, its level told by its length."""
    code = item if item.isdigit() else None
    label = label or item
    facts = tuple(
        Fact(item, measure, wan(text), Evidence(page=page, row=label, column=measure, text=text, bbox=CELL))
        for measure, text in amounts.items()
    )
    place = Evidence(page=page, row=label, bbox=CELL)
    return Row(
        item,
        label,
        code,
        level=(len(code) - 1) // 2 if code else None,
        side=side,
        of_which=of_which,
        facts=facts,
        code_evidence=replace(place, column="科目编码", text=code) if code else None,
        label_evidence=replace(place, column="科目名称", text=label) if code else None,
    )


def a_table(kind: TableKind, rows: Sequence[Row], *, caption: str = "", page: int = 3, note: str = "") -> Table:
    """Return a table in 万元 whose columns are the measures its rows carry."""
    measures = list(dict.fromkeys(fact.measure for row in rows for fact in row.facts))
    caption = caption or f"{kind}表"
    columns = tuple(Column(measure, measure) for measure in measures)
    place = Evidence(page=page, caption=caption, text=caption)
    remarks = (place.quoting(note),) if note else ()
    table = Table(kind, caption, "万元", columns, (), tuple(rows), len(rows), place, (page,), remarks)
    return replace(table, quality=quality_of(table))


def a_claim(
    subject: str,
    *,
    amount: str | None = None,
    prior: str | None = None,
    change: str | None = None,
    percent: str | None = None,
    direction: Direction | None = None,
    year: int | None = 2023,
    base_year: int | None = None,
    base: Stage | None = None,
    path: tuple[str, ...] = (),
    code: str | None = None,
    source: Measure | None = None,
    stage: Stage | None = None,
    share: str | None = None,
    share_of: str | None = None,
    completion: str | None = None,
    completed: Stage | None = None,
    reason: str | None = None,
    text: str = "",
    page: int = 6,
    caption: str = "",
) -> Claim:
    """Return a claim with amounts in 万元 of two decimals and percentages of two decimals."""
    return Claim(
        subject=subject,
        name=subject,
        evidence=Evidence(page=page, caption=caption, text=text or f"{subject} {amount}"),
        path=path,
        code=code,
        source=source,
        year=year,
        stage=stage,
        amount=wan(amount) if amount else None,
        prior=wan(prior) if prior else None,
        change=wan(change) if change else None,
        percent=percentage(percent) if percent else None,
        direction=direction,
        base_year=base_year,
        base=base,
        share=percentage(share) if share else None,
        share_of=share_of,
        completion=percentage(completion) if completion else None,
        completed=completed,
        reason=reason,
    )


def a_disclosure(
    fiscal_year: int = 2023,
    *,
    tables: Sequence[Table] = (),
    claims: Sequence[Claim] = (),
    kind: Kind = Kind.BUDGET,
    scope: Scope | None = Scope.DEPARTMENT,
    body: Body = BUREAU,
) -> Disclosure:
    """Return a disclosure of one body and year."""
    return Disclosure(
        body=body,
        kind=kind,
        fiscal_year=fiscal_year,
        scope=scope,
        tables=tuple(tables),
        claims=tuple(claims),
        documents=(Document(f"{fiscal_year}年部门预算.pdf", "0" * 64, "pdf", 39),),
    )
