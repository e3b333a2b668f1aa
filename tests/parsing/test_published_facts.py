"""What careful reading found in two published disclosures, against what we read of them in every format."""

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from parsing.knowledge_files import load_knowledge
from parsing.pages import Reading
from parsing.understanding import understand
from records.claim import Direction
from records.disclosure import Disclosure, Document, Kind
from records.performance import Project
from records.table import FactKey, Measure, Table, TableKind, facts_by_key

TOTAL = Measure.TOTAL
TABLE_FACTS = {
    "total": FactKey(TableKind.SUMMARY, "expenditure-total", TOTAL),
    "general_budget_income": FactKey(TableKind.SUMMARY, "income:general", TOTAL),
    "carry_over": FactKey(TableKind.SUMMARY, "carried-in", TOTAL),
    "basic": FactKey(TableKind.EXPENDITURE, "total", Measure.BASIC),
    "project": FactKey(TableKind.EXPENDITURE, "total", Measure.PROJECT),
    "personnel": FactKey(TableKind.BASIC, "total", Measure.PERSONNEL),
    "public": FactKey(TableKind.BASIC, "total", Measure.PUBLIC),
    "class_204": FactKey(TableKind.SUMMARY, "204", TOTAL),
    "class_208": FactKey(TableKind.GENERAL, "208", TOTAL),
    "class_210": FactKey(TableKind.INCOME, "210", TOTAL),
    "class_221": FactKey(TableKind.FISCAL, "221", TOTAL),
    "c20406": FactKey(TableKind.EXPENDITURE, "20406", TOTAL),
    "c20408": FactKey(TableKind.GENERAL, "20408", TOTAL),
    "sangong": FactKey(TableKind.SANGONG, "sangong", TOTAL),
    "sangong_vehicle_run": FactKey(TableKind.SANGONG, "vehicle-running", TOTAL),
    "sangong_reception": FactKey(TableKind.SANGONG, "reception", TOTAL),
    "econ_301": FactKey(TableKind.BASIC, "301", TOTAL),
    "econ_302": FactKey(TableKind.BASIC, "302", TOTAL),
    "econ_303": FactKey(TableKind.BASIC, "303", TOTAL),
}
CLAIM_FACTS = {
    "gov_fund": "income:fund",
    "op_cost_narrative": "operating-cost",
    "sangong_abroad": "abroad",
    "procurement": "procurement",
    "assets_total": "assets",
    "planned_purchase": "planned-purchase",
}
ROWS_OF_LEVEL = {"total_row": 0, "level3": 1, "level5": 2, "level7": 3}
"""What the facts call rows by the digits of their codes, and our levels."""


@pytest.fixture(scope="module")
def facts(corpus: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((corpus.parent / "truth" / "facts.json").read_text("utf-8"))
    return known


@pytest.fixture(scope="module", params=("txt", "pdf", "docx", "doc"))
def understood(request: pytest.FixtureRequest, published: Callable[[str, str], Reading]) -> dict[str, Disclosure]:
    """Return both disclosures in one of their formats."""
    form, knowledge = str(request.param), load_knowledge()
    document = Document(form, "0" * 64, form, None)
    return {name: understand(published(name, form), document, knowledge) for name in ("000", "003")}


def wan(known: float) -> Decimal:
    return Decimal(str(known)) * 10_000


def only(disclosure: Disclosure, kind: TableKind) -> Table:
    (table,) = disclosure.of_kind(kind)
    return table


def test_a_budget_says_whose_it_is_and_for_which_year(understood: dict[str, Disclosure], facts: dict[str, Any]) -> None:
    disclosure, known = understood["000"], facts["000"]
    body = disclosure.body
    assert (body.name, body.code) == (known["entity"], known["entity_code"])
    assert (body.region, body.level) == (known["region"], known["level"])
    assert (disclosure.fiscal_year, disclosure.kind, disclosure.draft) == (known["fiscal_year"], Kind.BUDGET, False)
    assert disclosure.scope == "department"


def test_a_budget_has_every_table_with_every_row_and_every_chapter(
    understood: dict[str, Disclosure], facts: dict[str, Any]
) -> None:
    disclosure, known = understood["000"], facts["000"]
    rows = {table.caption: table.printed_rows for table in disclosure.tables}
    assert len(rows) == len(known["tables"])
    counted = {table["title"]: table["rows"] for table in known["tables"] if "rows" in table}
    assert {caption: rows[caption] for caption in counted} == counted
    for kind, levels in ((TableKind.GENERAL, "functional_rows"), (TableKind.BASIC, "economic_rows")):
        found = Counter(row.level for row in only(disclosure, kind).rows)
        assert found == {ROWS_OF_LEVEL[level]: count for level, count in known[levels].items()}
    headings = {section.heading for section in disclosure.sections}
    assert {chapter.partition("(")[0] for chapter in known["sections"]} <= headings


def test_the_key_figures_of_a_budget_are_read_from_its_tables(
    understood: dict[str, Disclosure], facts: dict[str, Any]
) -> None:
    found = facts_by_key(understood["000"].tables)
    known = facts["000"]["key"]
    assert {name: found[key].amount.yuan for name, key in TABLE_FACTS.items()} == {
        name: wan(known[name]) for name in TABLE_FACTS
    }


def test_the_key_figures_of_a_budget_are_read_from_its_sentences(
    understood: dict[str, Disclosure], facts: dict[str, Any]
) -> None:
    disclosure, known = understood["000"], facts["000"]["key"]
    for name, subject in CLAIM_FACTS.items():
        amounts = {claim.amount.yuan for claim in disclosure.claims_about(subject) if claim.amount}
        assert wan(known[name]) in amounts, name
    (whole,) = [claim for claim in disclosure.claims_about("total") if claim.change]
    assert whole.amount
    assert whole.change
    assert whole.change.yuan == -wan(known["yoy_delta"])
    assert whole.amount.yuan + whole.change.yuan == wan(known["implied_prior"])
    assert (whole.base_year, whole.reason is not None) == (2022, True)
    flat = [claim.direction for claim in disclosure.claims_about("abroad", "vehicle", "reception")]
    assert flat == [Direction.FLAT] * 3  # 三项均持平


def test_the_procurement_of_a_budget_is_complete(understood: dict[str, Disclosure], facts: dict[str, Any]) -> None:
    purchases, known = understood["000"].purchases, facts["000"]["key"]
    by_row = {row: [one for one in purchases if one.row == row] for row in ("item", "subtotal", "total")}
    assert {row: len(found) for row, found in by_row.items()} == {"item": 66, "subtotal": 2, "total": 1}
    subtotals = {one.body: one.amount.yuan for one in by_row["subtotal"] if one.amount}
    assert subtotals == {body: wan(amount) for body, amount in known["procurement_unit"].items()}
    (total,) = by_row["total"]
    sources = {measure: amount.yuan for measure, amount in total.sources}
    assert sources == {
        Measure.GENERAL: wan(known["procurement_general"]),
        Measure.CARRIED_IN: wan(known["procurement_carry"]),
    }
    assert total.reserved_for_smaller_firms
    assert total.reserved_for_smaller_firms.yuan == wan(known["sme"])


def test_the_assets_of_a_budget_are_complete(understood: dict[str, Disclosure], facts: dict[str, Any]) -> None:
    assets, known = understood["000"].assets, facts["000"]["key"]
    assert {asset.item: asset.value.yuan for asset in assets if asset.value} == {
        "total": wan(known["assets_total"]),
        "buildings": wan(known["buildings"]),
        "office-buildings": wan(known["office_buildings"]),
        "vehicles": wan(known["vehicles"]),
        "equipment": wan(known["equip_over20"]),
        "other": wan(known["other_assets"]),
    }
    assert {asset.item: asset.quantity.value for asset in assets if asset.quantity} == {
        "buildings": Decimal(str(known["buildings_m2"])),
        "office-buildings": Decimal(str(known["office_m2"])),
        "vehicles": known["vehicles_n"],
        "equipment": known["equip_n"],
        "other": known["other_n"],
    }


def test_a_draft_performance_text_in_yuan_is_read_whole(
    understood: dict[str, Disclosure], facts: dict[str, Any]
) -> None:
    disclosure, known = understood["003"], facts["003"]
    assert (disclosure.body.name, disclosure.fiscal_year) == (known["entity"], known["fiscal_year"])
    assert (disclosure.kind, disclosure.draft) == (Kind.PERFORMANCE, known["draft"])
    budgets = [project.budget.yuan for project in disclosure.projects if project.budget]
    assert (len(budgets), sum(budgets)) == (known["perf_tables"], Decimal(str(known["key"]["project_budget_sum_yuan"])))
    assert sum(len(project.indicators) for project in disclosure.projects) == known["perf_indicator_rows"]
    assert [of_forms_with_money(project) for project in disclosure.projects] == [
        {key: each[key] for key in of_forms_with_money(disclosure.projects[0])} for each in known["perf"]
    ]


@pytest.mark.parametrize("name", ["000", "003"])
def test_every_project_has_the_name_indicators_costs_and_goals_that_were_counted(
    understood: dict[str, Disclosure], facts: dict[str, Any], name: str
) -> None:
    projects = understood[name].projects
    assert [of_every_form(project) for project in projects] == [
        {key: each[key] for key in of_every_form(projects[0])} for each in facts[name]["perf"]
    ]


def of_every_form(project: Project) -> dict[str, object]:
    """Return the facts that are known of every project, under their names there."""
    return {
        "no": project.number,
        "name": project.name,
        "indicator_rows": len(project.indicators),
        "cost_indicator": [each.target.text for each in project.indicators if each.level2 == "成本指标"],
        "goals": len(project.goals),
    }


def of_forms_with_money(project: Project) -> dict[str, object]:
    """Return the facts that are known of the projects whose forms print money, code, body and plan."""
    return {
        "budget": str(project.budget and project.budget.yuan),
        "fiscal": str(project.fiscal_funding and project.fiscal_funding.yuan),
        "project_code": project.code,
        "unit": project.body,
        "spend_plan": [step.percent.value for step in project.plan if step.percent],
    }
