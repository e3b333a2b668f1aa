"""Understands procurement tables (政府采购预算表): what is bought, with subtotals and total."""

from parsing.knowledge_files import Knowledge
from parsing.printed import PrintedTable
from parsing.property.property_terms import PurchaseColumn, PurchaseTerms
from parsing.property.purchase_lines import PurchaseLine, layout_of, lists_purchases, purchase_lines
from parsing.words.wrapping import folded
from records.property import Purchase, PurchaseRow


def purchases_of(printed: PrintedTable, knowledge: Knowledge) -> tuple[Purchase, ...]:
    """Return the rows of a procurement table; none where its headings do not say what is bought and for how much.

    A sum that does not call itself 小计 or 合计 is left out: whether it sums an office, a kind of goods or a fund, and
    whether other sums contain it, cannot be told.
    """
    terms = knowledge.purchases
    if not lists_purchases(printed, terms):
        return ()
    layout = layout_of(printed.headings, terms)
    purchases: list[Purchase] = []
    body = name = ""
    for line in purchase_lines(printed, layout, terms, knowledge.units):
        subtotal_of = _subtotal_of(line, terms)
        if folded(line.label) in terms.totals:
            purchases.append(_sum(printed, line, PurchaseRow.TOTAL, ""))
        elif subtotal_of is not None:
            body = subtotal_of
            purchases.append(_sum(printed, line, PurchaseRow.SUBTOTAL, body))
        else:
            name = line.text(PurchaseColumn.NAME) or (name if _shares_name(line) else "")
            purchases += [_item(printed, line, name, body)] if name else []
    return tuple(purchases)


def _subtotal_of(line: PurchaseLine, terms: PurchaseTerms) -> str | None:
    """Return the body whose subtotal the row is, None where it is none."""
    endings = (ending for ending in terms.subtotal_endings if line.label.endswith(ending))
    return next((line.label.removesuffix(ending).strip() for ending in endings), None)


def _sum(printed: PrintedTable, line: PurchaseLine, kind: PurchaseRow, body: str) -> Purchase:
    return Purchase(
        row=kind,
        evidence=printed.evidence(line.cells[PurchaseColumn.AMOUNT], row=line.label, column="采购金额"),
        body=body,
        amount=line.amounts.get(PurchaseColumn.AMOUNT),
        sources=line.sources,
        reserved_for_smaller_firms=line.reserved,
    )


def _shares_name(line: PurchaseLine) -> bool:
    """Return whether the name above reaches over the row: one thing bought in two ways."""
    return line.cells[PurchaseColumn.NAME].covered and PurchaseColumn.AMOUNT in line.amounts


def _item(printed: PrintedTable, line: PurchaseLine, name: str, body: str) -> Purchase:
    return Purchase(
        row=PurchaseRow.ITEM,
        evidence=printed.evidence(line.cells[PurchaseColumn.AMOUNT], row=name, column="采购金额"),
        body=line.text(PurchaseColumn.BODY) or body,
        project=line.text(PurchaseColumn.PROJECT),
        project_budget=line.amounts.get(PurchaseColumn.PROJECT_BUDGET),
        name=name,
        catalogue_code=line.text(PurchaseColumn.CATALOGUE_CODE),
        unit=line.text(PurchaseColumn.UNIT),
        quantity=line.quantity,
        unit_price=line.amounts.get(PurchaseColumn.UNIT_PRICE),
        amount=line.amounts.get(PurchaseColumn.AMOUNT),
        sources=line.sources,
        reserved_for_smaller_firms=line.reserved,
    )
