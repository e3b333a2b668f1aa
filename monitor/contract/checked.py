"""The JSON document that `check --json` prints (the contract of the design's command line)."""

from collections.abc import Iterable, Mapping

from checks.check import Check
from monitor.contract.document import heading_json, table_json
from monitor.contract.values import Json, decimal_text, evidence_json, yuan
from monitor.examination import Examined
from records.finding import CheckRun, Finding
from records.headline import Headline, Movement

SCHEMA = 1


def check_json(examined: Iterable[Examined], checks: Iterable[Check], *, shadow: bool) -> Json:
    """Return the document that `check --json` prints; findings of shadow checks only where asked for."""
    by_code = {check.code: check for check in checks}
    return {
        "schema": SCHEMA,
        "documents": [_checked_json(one, by_code, shadow=shadow) for one in examined],
        "findings": [],
    }


def _checked_json(examined: Examined, checks: Mapping[str, Check], *, shadow: bool) -> Json:
    disclosure = examined.disclosure
    return {
        **heading_json(examined),
        "headline": _headline_json(examined.headline) if examined.headline else None,
        "tables": [table_json(table) for table in disclosure.tables] if disclosure else [],
        "runs": [_run_json(run) for run in examined.runs],
        "findings": [_finding_json(finding, checks[finding.code]) for finding in examined.findings(with_shadow=shadow)],
    }


def _headline_json(headline: Headline) -> Json:
    return {
        "total": _movement_json(headline.total),
        "sangong": _movement_json(headline.sangong),
        "sangong_items": [
            {"item": item.item, "name": item.name, **_movement_json(item)} for item in headline.sangong_items
        ],
    }


def _movement_json(movement: Movement) -> Json:
    percent = movement.percent
    return {
        "current": yuan(movement.current),
        "prior": yuan(movement.prior),
        "prior_from": movement.prior_from,
        "change": decimal_text(movement.change),
        "percent": decimal_text(round(percent, 4)) if percent is not None else None,
        "stated_change": yuan(movement.stated_change),
        "verdict": movement.verdict,
    }


def _run_json(run: CheckRun) -> Json:
    return {"code": run.code, "mode": run.mode, "outcome": run.outcome, "reason": run.reason}


def _finding_json(finding: Finding, check: Check) -> Json:
    subject = finding.subject
    return {
        "code": finding.code,
        "name": check.name,
        "case": finding.case,
        "title": check.title,
        "severity": finding.severity,
        "subject": {
            "table": subject.table,
            "place": subject.place,
            "item": subject.item,
            "measure": subject.measure,
        },
        "message": finding.message,
        "expected": decimal_text(finding.expected),
        "actual": decimal_text(finding.actual),
        "difference": decimal_text(finding.difference),
        "unit": finding.unit,
        "evidence": [evidence_json(evidence) for evidence in finding.evidence],
        "caused_by": finding.caused_by,
        "fingerprint": finding.fingerprint,
    }
