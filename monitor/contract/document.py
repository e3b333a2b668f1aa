"""What the JSON says of every document: the file, how its reading ended, whose disclosure it is, its tables."""

from collections.abc import Sequence
from pathlib import Path

from monitor.contract.values import Json
from monitor.examination import Examined
from monitor.store.states import State
from parsing.formats import ZIP
from records.disclosure import Disclosure
from records.table import Table


def heading_json(examined: Examined) -> Json:
    """Return what the file is and how its reading ended."""
    disclosure = examined.disclosure
    return {
        "path": str(examined.path),
        "sha256": examined.sha256,
        "format": examined.format,
        "pages": examined.pages,
        "state": examined.state,
        "reason": examined.reason,
        "unread_pages": list(disclosure.unread_pages) if disclosure else [],
        "ocr_pages": list(disclosure.ocr_pages) if disclosure else [],
        **_identity_json(disclosure),
    }


def archive_json(path: Path, documents: Sequence[Json]) -> Json:
    """Return what an archive is: its files, each a document whose path begins with the archive's."""
    return {"path": str(path), "format": ZIP, "state": State.UNPACKED, "documents": list(documents)}


def _identity_json(disclosure: Disclosure | None) -> Json:
    if disclosure is None:
        return {"body": None, "scope": None, "kind": None, "fiscal_year": None, "draft": None}
    body = disclosure.body
    return {
        "body": {"name": body.name, "code": body.code, "region": body.region},
        "scope": disclosure.scope,
        "kind": disclosure.kind,
        "fiscal_year": disclosure.fiscal_year,
        "draft": disclosure.draft,
    }


def table_json(table: Table) -> Json:
    """Return a table without its content."""
    quality = table.quality
    return {
        "kind": table.kind,
        "caption": table.caption,
        "unit": table.unit,
        "pages": list(table.pages),
        "rows": table.printed_rows,
        "quality": {
            "relations": quality.relations,
            "hold": quality.hold,
            "fail": quality.fail,
            "unresolved": quality.doubtful,
        },
    }
