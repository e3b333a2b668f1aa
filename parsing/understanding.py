"""Puts together what a file discloses: whose it is, its tables, projects, purchases, assets, sections and claims."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from parsing.failures import Cause, NotADisclosure, UnreadableDocument
from parsing.identity.identity import Identity, corrected, identity_of
from parsing.identity.signals import signals_of
from parsing.knowledge_files import Knowledge
from parsing.narrative.claims import claims_of
from parsing.narrative.contents import contents_of
from parsing.narrative.sections import passages_of, sections_of
from parsing.pages import Reading
from parsing.performance.projects import overall_of, projects_among
from parsing.printed import PrintedTable
from parsing.property.assets import assets_of
from parsing.property.purchases import purchases_of
from parsing.tables.gathering import printed_tables
from parsing.tables.tables import table_of
from records.body import Body
from records.correction import Correction
from records.disclosure import Disclosure, Document, Kind
from records.table import TableKind

Entry = TypeVar("Entry")


def understand(
    reading: Reading, document: Document, knowledge: Knowledge, correction: Correction | None = None
) -> Disclosure:
    """Return what the file discloses; a correction goes before what the text seems to say.

    Raises NotADisclosure where it is no disclosure or an empty form, and UnreadableDocument with the cause
    identity-unknown where its text does not tell whose it is or of what year.
    """
    gathered = printed_tables(reading.pages, knowledge)
    identity = identity_of(signals_of(reading, gathered.tables, knowledge.identity), knowledge.identity)
    if correction:
        identity = corrected(identity, correction, knowledge.identity)
    body, fiscal_year, kind = _told(identity)
    contents = contents_of(gathered.lines, knowledge)
    passages = passages_of(contents.rest, knowledge.sections)
    disclosure = Disclosure(
        body=knowledge.bodies.registered(body),
        kind=kind,
        fiscal_year=fiscal_year,
        scope=identity.scope,
        draft=identity.draft,
        tables=tuple(
            table_of(table, knowledge) for table in gathered.tables if table.kind is not TableKind.PROJECT_PERFORMANCE
        ),
        claims=claims_of(passages, body.name, fiscal_year, kind, knowledge.phrases),
        projects=projects_among(gathered.tables, knowledge),
        overall=_all_of(TableKind.OVERALL_PERFORMANCE, overall_of, gathered.tables, knowledge),
        evaluations=projects_among(gathered.tables, knowledge, TableKind.EVALUATION),
        purchases=_all_of(TableKind.PROCUREMENT, purchases_of, gathered.tables, knowledge),
        assets=_all_of(TableKind.ASSETS, assets_of, gathered.tables, knowledge),
        sections=sections_of(passages),
        contents=contents.entries,
        documents=(document,),
        unread_pages=tuple(page.number for page in reading.pages if page.unread and page.number is not None),
        ocr_pages=tuple(page.number for page in reading.pages if page.ocr and page.number is not None),
    )
    known = any(table.kind is not TableKind.OTHER for table in disclosure.tables)
    if not (known or disclosure.claims or disclosure.projects):
        raise NotADisclosure(
            "has neither tables nor figures of a budget", "文件中没有预决算表格或数据，不是预决算公开文本。"
        )
    return disclosure


def _told(identity: Identity) -> tuple[Body, int, Kind]:
    """Return body, year and kind. Raises where the text does not tell them."""
    if identity.blank:
        raise NotADisclosure(
            "an empty form: its title has placeholders", "文件是未填写的空白模板，不是预决算公开文本。"
        )
    if identity.kind is None:
        raise NotADisclosure("neither a budget nor final accounts", "文件不是预算、决算或绩效文本。")
    if identity.body is None or identity.fiscal_year is None:
        unknown = "body" if identity.body is None else "fiscal year"
        raise UnreadableDocument(Cause.IDENTITY_UNKNOWN, f"the text does not tell the {unknown}")
    return identity.body, identity.fiscal_year, identity.kind


def _all_of(
    kind: TableKind,
    entries_of: Callable[[PrintedTable, Knowledge], tuple[Entry, ...]],
    tables: Iterable[PrintedTable],
    knowledge: Knowledge,
) -> tuple[Entry, ...]:
    return tuple(entry for table in tables if table.kind is kind for entry in entries_of(table, knowledge))
