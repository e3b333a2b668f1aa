"""budgetwatch correct: say what a document's text does not tell, or tells wrongly."""

import getpass
from typing import Annotated

import typer

from monitor.commands.output import print_text
from monitor.commands.starting import BAD_USAGE, NOTHING_DONE, ConfigOption, configured, opened, refuse
from monitor.file_names import readable
from monitor.service import utc_now
from monitor.store.corrections import NamedDocument, documents_named, leave_to_the_text
from monitor.store.corrections import correct as keep
from monitor.store.engine import Session
from records.body import Scope
from records.correction import Correction
from records.disclosure import Kind


def correct(
    document: Annotated[str, typer.Argument(help="Its file name, its path on the share, or the start of its SHA-256.")],
    body: Annotated[str | None, typer.Option("--body", help="The name of the body.")] = None,
    year: Annotated[int | None, typer.Option("--year", min=1990, max=2100, help="The fiscal year.")] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="What it is.")] = None,
    scope: Annotated[Scope | None, typer.Option("--scope", help="A department with its units, or a unit.")] = None,
    because: Annotated[str, typer.Option("--because", help="Why, for those who come after.")] = "",
    author: Annotated[str | None, typer.Option("--author", help="Who says so [default: the user].")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Leave the document to its text again.")] = False,
    config: ConfigOption = None,
) -> None:
    """Say of which body, year, kind or scope a document is; it is read again, and stays corrected when read anew."""
    said = any((body, year, kind, scope))
    if said == undo:
        refuse(
            "请用 --body、--year、--kind、--scope 说明更正内容，或用 --undo 撤销更正。(say what, or --undo)", BAD_USAGE
        )
    store = opened(configured(config).settings.store)
    with store.write() as session:
        found = _the_one(session, document)
        if undo:
            done = leave_to_the_text(session, found.document_id, utc_now())
        else:
            correction = Correction(author or getpass.getuser(), body, year, kind, scope)
            keep(session, found.document_id, correction, because, utc_now())
            done = True
    store.close()
    name = readable(found.name)
    print_text(f"{name}：{'已撤销更正' if undo else '已更正'}，将重新读取。" if done else f"{name}：没有可撤销的更正。")


def _the_one(session: Session, document: str) -> NamedDocument:
    found = documents_named(session, document)
    if not found:
        refuse(
            f"没有找到文件 {document}。(no such document; `budgetwatch status` and `bodies` name them)", NOTHING_DONE
        )
    if len(found) > 1:
        lines = (f"  {one.sha256[:12]}  {readable(one.name)}" for one in found)
        refuse("\n".join((f"“{document}”对应 {len(found)} 个文件，请用 SHA-256 开头几位指明：", *lines)), NOTHING_DONE)
    return found[0]
