"""What a disclosure gives for each item of the 三公, from its table or else from its text."""

from dataclasses import replace
from decimal import Decimal

from checks.printings import sound
from checks.quoted import Quoted, quoted_cell, quoted_claim
from records.amount import Amount
from records.claim import Stage
from records.disclosure import Disclosure, Kind
from records.table import Measure, Table, TableKind

_STAGES = {Kind.BUDGET: (Stage.BUDGET, None), Kind.FINAL_ACCOUNTS: (Stage.FINAL,)}
_COLUMNS = (Measure.TOTAL, Measure.GENERAL)
"""Forms with a column for each budget leave out the sum: nearly all of it is general money."""


def sangong_figure(disclosure: Disclosure, item: str) -> Quoted | None:
    """Return this year's figure of an item; an empty cell of a table that prints others is zero."""
    for table in sound(disclosure, TableKind.SANGONG):
        found = _printed(table, item)
        if found:
            return found
    for claim in disclosure.claims_about(item):
        of_this_year = claim.year in (disclosure.fiscal_year, None) and claim.stage in _STAGES.get(disclosure.kind, ())
        if claim.amount and of_this_year:
            return quoted_claim(claim, claim.amount)
    return None


def _printed(table: Table, item: str) -> Quoted | None:
    row = table.row(item)
    facts = [fact for measure in _COLUMNS if row and (fact := row.fact(measure))]
    if facts:
        return quoted_cell(facts[0], f"{table.caption}“{facts[0].evidence.row or item}”")
    filled = any(fact.measure in _COLUMNS for other in table.rows for fact in other.facts)
    if row is None or row.facts or not filled:
        return None
    place = replace(table.evidence, row=row.label, text="")
    return Quoted(f"{table.caption}“{row.label}”未填，视", Amount(Decimal(0), Decimal(0)), "万元", place)
