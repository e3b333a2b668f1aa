"""What careful reading found in two published disclosures, against what we read of them."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from parsing.knowledge_files import load_knowledge
from parsing.limits import Limits
from parsing.reader import read_file
from parsing.understanding import understand
from records.disclosure import Disclosure, Document, Kind
from records.table import FactKey, Measure, TableKind, facts_by_key

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


@pytest.fixture(scope="module")
def facts(corpus: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((corpus.parent / "truth" / "facts.json").read_text("utf-8"))
    return known


def read(corpus: Path, pattern: str) -> Disclosure:
    (path,) = corpus.glob(pattern)
    return understand(read_file(path, Limits()), Document(path.name, "0" * 64, path.suffix[1:], None), load_knowledge())


def wan(known: float) -> Decimal:
    return Decimal(str(known)) * 10_000


@pytest.mark.parametrize("pattern", ["seeds/000_*.txt", "typeset/000.pdf"])
def test_the_key_figures_of_a_budget_are_read_from_its_tables(
    corpus: Path, facts: dict[str, Any], pattern: str
) -> None:
    found = facts_by_key(read(corpus, pattern).tables)
    known = facts["000"]["key"]
    assert {name: found[key].amount.yuan for name, key in TABLE_FACTS.items()} == {
        name: wan(known[name]) for name in TABLE_FACTS
    }


@pytest.mark.parametrize("pattern", ["seeds/000_*.txt", "typeset/000.pdf"])
def test_the_key_figures_of_a_budget_are_read_from_its_sentences(
    corpus: Path, facts: dict[str, Any], pattern: str
) -> None:
    disclosure = read(corpus, pattern)
    known = facts["000"]["key"]
    for name, subject in CLAIM_FACTS.items():
        amounts = {claim.amount.yuan for claim in disclosure.claims_about(subject) if claim.amount}
        assert wan(known[name]) in amounts, name
    (whole,) = [claim for claim in disclosure.claims_about("total") if claim.change]
    assert whole.change
    assert whole.change.yuan == -wan(known["yoy_delta"])
    assert (whole.base_year, whole.reason is not None) == (2022, True)


def test_a_budget_says_whose_it_is_and_for_which_year(corpus: Path, facts: dict[str, Any]) -> None:
    disclosure, known = read(corpus, "seeds/000_*.txt"), facts["000"]
    body = disclosure.body
    assert (body.name, body.code, body.region) == (known["entity"], known["entity_code"], known["region"])
    assert (disclosure.fiscal_year, disclosure.kind, disclosure.draft) == (known["fiscal_year"], Kind.BUDGET, False)
    assert disclosure.scope == "department"


def test_the_procurement_and_the_assets_of_a_budget_are_complete(corpus: Path, facts: dict[str, Any]) -> None:
    disclosure, known = read(corpus, "seeds/000_*.txt"), facts["000"]["key"]
    by_row = {row: [one for one in disclosure.purchases if one.row == row] for row in ("item", "subtotal", "total")}
    assert {row: len(found) for row, found in by_row.items()} == {"item": 66, "subtotal": 2, "total": 1}
    subtotals = {one.body: one.amount.yuan for one in by_row["subtotal"] if one.amount}
    assert subtotals == {body: wan(amount) for body, amount in known["procurement_unit"].items()}
    assets = {asset.item: asset for asset in disclosure.assets}
    values = {item: asset.value.yuan for item, asset in assets.items() if asset.value}
    assert values == {
        "total": wan(known["assets_total"]),
        "buildings": wan(known["buildings"]),
        "office-buildings": wan(known["office_buildings"]),
        "vehicles": wan(known["vehicles"]),
        "equipment": wan(known["equip_over20"]),
        "other": wan(known["other_assets"]),
    }
    assert assets["vehicles"].quantity
    assert assets["vehicles"].quantity.value == known["vehicles_n"]


def test_a_draft_performance_text_in_yuan_is_read_whole(corpus: Path, facts: dict[str, Any]) -> None:
    disclosure, known = read(corpus, "seeds/003_*.txt"), facts["003"]
    assert (disclosure.body.name, disclosure.fiscal_year) == (known["entity"], known["fiscal_year"])
    assert (disclosure.kind, disclosure.draft) == (Kind.PERFORMANCE, known["draft"])
    budgets = [project.budget.yuan for project in disclosure.projects if project.budget]
    assert (len(budgets), sum(budgets)) == (known["perf_tables"], Decimal(str(known["key"]["project_budget_sum_yuan"])))
    assert sum(len(project.indicators) for project in disclosure.projects) == known["perf_indicator_rows"]
