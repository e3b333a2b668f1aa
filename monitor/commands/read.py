"""budgetwatch read: what was understood of one file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from monitor.commands.output import print_text
from monitor.commands.starting import NOTHING_DONE, ConfigOption, configured
from monitor.contract.understood import read_json
from monitor.examination import read_all
from monitor.reader_process import ReaderProcess
from monitor.report import read_lines
from records.disclosure import Disclosure


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON document.")] = False,
    page: Annotated[int | None, typer.Option("--page", min=1, help="Show only what stands on that page.")] = None,
    config: ConfigOption = None,
) -> None:
    """Show what is understood of one file."""
    settings = configured(config).settings
    with ReaderProcess(settings.reader) as reader:
        (examined,) = read_all([file], reader)
    if examined.disclosure and page is not None:
        examined = replace(examined, disclosure=on_page(examined.disclosure, page))
    if as_json:
        print_text(json.dumps(read_json(examined), ensure_ascii=False, indent=1))
    else:
        print_text("\n".join(read_lines(examined, whole=page is not None)))
    raise typer.Exit(0 if examined.disclosure else NOTHING_DONE)


def on_page(disclosure: Disclosure, page: int) -> Disclosure:
    """Return what of a disclosure stands on one page; tables that reach over it are kept whole."""
    return replace(
        disclosure,
        tables=tuple(table for table in disclosure.tables if page in table.pages),
        claims=tuple(claim for claim in disclosure.claims if claim.evidence.page == page),
        projects=tuple(project for project in disclosure.projects if project.evidence.page == page),
        purchases=tuple(purchase for purchase in disclosure.purchases if purchase.evidence.page == page),
        assets=tuple(asset for asset in disclosure.assets if asset.evidence.page == page),
        sections=tuple(section for section in disclosure.sections if page in section.pages),
    )
