"""The JSON document that `read --json` prints: everything that was understood of one file."""

from monitor.contract.document import heading_json, table_json
from monitor.contract.values import Json, decimal_text, evidence_json, quantity_json, yuan
from monitor.examination import Examined
from records.claim import Claim
from records.disclosure import ContentsEntry, Section
from records.performance import Indicator, Project, Target
from records.property import Asset, Purchase
from records.table import Row, Table


def read_json(examined: Examined) -> Json:
    """Return the document that `read --json` prints: everything that was understood."""
    disclosure = examined.disclosure
    if disclosure is None:
        return heading_json(examined)
    return {
        **heading_json(examined),
        "tables": [_whole_table_json(table) for table in disclosure.tables],
        "claims": [_claim_json(claim) for claim in disclosure.claims],
        "projects": [_project_json(project) for project in disclosure.projects],
        "overall": [_project_json(project) for project in disclosure.overall],
        "evaluations": [_project_json(project) for project in disclosure.evaluations],
        "purchases": [_purchase_json(purchase) for purchase in disclosure.purchases],
        "assets": [_asset_json(asset) for asset in disclosure.assets],
        "sections": [_section_json(section) for section in disclosure.sections],
        "contents": [_contents_entry_json(entry) for entry in disclosure.contents],
    }


def _whole_table_json(table: Table) -> Json:
    return {
        **table_json(table),
        "columns": [column.heading for column in table.columns],
        "measures": [column.measure for column in table.columns],
        "grid": [list(row) for row in table.grid],
        "rows": [_row_json(row) for row in table.rows],
        "printed_rows": table.printed_rows,
        "note": table.note,
    }


def _row_json(row: Row) -> Json:
    return {
        "code": row.code,
        "item": row.item,
        "label": row.label,
        "level": row.level,
        "side": row.side,
        "amounts": {fact.measure: yuan(fact.amount) for fact in row.facts},
    }


def _claim_json(claim: Claim) -> Json:
    return {
        "subject": claim.subject,
        "name": claim.name,
        "path": list(claim.path),
        "code": claim.code,
        "source": claim.source,
        "year": claim.year,
        "stage": claim.stage,
        "amount": yuan(claim.amount),
        "prior": yuan(claim.prior),
        "change": yuan(claim.change),
        "percent": decimal_text(claim.percent.value) if claim.percent else None,
        "direction": claim.direction,
        "base_year": claim.base_year,
        "base": claim.base,
        "share": decimal_text(claim.share.value) if claim.share else None,
        "share_of": claim.share_of,
        "completion": decimal_text(claim.completion.value) if claim.completion else None,
        "completed": claim.completed,
        "reason": claim.reason,
        "evidence": evidence_json(claim.evidence),
    }


def _project_json(project: Project) -> Json:
    return {
        "number": project.number,
        "name": project.name,
        "code": project.code,
        "body": project.body,
        "budget": yuan(project.budget),
        "fiscal_funding": yuan(project.fiscal_funding),
        "other_funding": yuan(project.other_funding),
        "purpose": project.purpose,
        "plan": [
            {
                "month": step.month,
                "percent": decimal_text(step.percent.value) if step.percent else None,
                "text": step.text,
            }
            for step in project.plan
        ],
        "plan_doubtful": project.plan_doubtful,
        "goals": list(project.goals),
        "indicators": [_indicator_json(indicator) for indicator in project.indicators],
        "evidence": evidence_json(project.evidence),
    }


def _indicator_json(indicator: Indicator) -> Json:
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "level3": indicator.level3,
        "description": indicator.description,
        "target": _target_json(indicator.target),
        "achieved": _target_json(indicator.achieved) if indicator.achieved else None,
        "basis": indicator.basis,
        "evidence": evidence_json(indicator.evidence),
    }


def _target_json(target: Target) -> Json:
    return {
        "text": target.text,
        "operator": target.operator,
        "value": decimal_text(target.value.value) if target.value else None,
        "unit": target.value.unit if target.value else None,
    }


def _purchase_json(purchase: Purchase) -> Json:
    return {
        "row": purchase.row,
        "body": purchase.body,
        "project": purchase.project,
        "project_budget": yuan(purchase.project_budget),
        "name": purchase.name,
        "catalogue_code": purchase.catalogue_code,
        "unit": purchase.unit,
        "quantity": quantity_json(purchase.quantity),
        "unit_price": yuan(purchase.unit_price),
        "amount": yuan(purchase.amount),
        "sources": {measure: yuan(amount) for measure, amount in purchase.sources},
        "reserved_for_smaller_firms": yuan(purchase.reserved_for_smaller_firms),
        "evidence": evidence_json(purchase.evidence),
    }


def _asset_json(asset: Asset) -> Json:
    return {
        "item": asset.item,
        "label": asset.label,
        "quantity": quantity_json(asset.quantity),
        "value": yuan(asset.value),
        "as_of": asset.as_of.isoformat() if asset.as_of else None,
        "of_which": asset.of_which,
        "evidence": evidence_json(asset.evidence),
    }


def _section_json(section: Section) -> Json:
    return {
        "heading": section.heading,
        "level": section.level,
        "text": section.text,
        "pages": list(section.pages),
        "evidence": evidence_json(section.evidence),
    }


def _contents_entry_json(entry: ContentsEntry) -> Json:
    return {
        "numbering": entry.numbering,
        "ordinal": entry.ordinal,
        "title": entry.title,
        "level": entry.level,
        "page": entry.page,
        "table": entry.table,
        "evidence": evidence_json(entry.evidence),
    }
