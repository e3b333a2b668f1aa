"""budgetwatch read: what was understood of one file, and pictures of its pages."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from monitor.commands.output import print_text
from monitor.commands.picture_file import box_of, hand_out
from monitor.commands.starting import BAD_USAGE, NOTHING_DONE, ConfigOption, configured, refuse
from monitor.contract.document import archive_json
from monitor.contract.understood import read_json
from monitor.examination import Examined, read_all
from monitor.pictures import Picture, evidence_picture, page_picture
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.report import read_lines
from records.disclosure import Disclosure
from records.evidence import BoundingBox


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON document.")] = False,
    page: Annotated[
        int | None, typer.Option("--page", min=1, help="Show only what stands on that page, and draw it.")
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option("--picture", metavar="PNG", help="Where the page is drawn [default: a new temporary file]."),
    ] = None,
    box: Annotated[
        str | None, typer.Option("--box", metavar="X0,TOP,X1,BOTTOM", help="Draw only around a bbox of the JSON.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Show what is understood of one file, or of those in an archive; with --page, draw what was found on the page."""
    asked = bool(picture or box)
    if asked and page is None:
        refuse("--picture 和 --box 须与 --page 同用 (need --page)", BAD_USAGE)
    place = box_of(box) if box else None
    settings = configured(config).settings
    with ReaderProcess(settings.reader) as reader, recogniser(settings) as recognising:
        examined = read_all([file], reader, recognising)
        drawn = None
        if page is not None and (asked or not as_json):
            drawn = _place_on(examined, file, page, place, reader) if place else page_picture(recognising, file, page)
    _show(file, examined, page, as_json=as_json)
    shown = hand_out(drawn, page, picture) if drawn is not None and page is not None else True
    raise typer.Exit(0 if any(one.disclosure for one in examined) and (shown or not asked) else NOTHING_DONE)


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


def _place_on(
    examined: Sequence[Examined], file: Path, page: int, place: BoundingBox, reader: ReaderProcess
) -> Picture:
    recognised = any(one.disclosure and page in one.disclosure.ocr_pages for one in examined)
    return evidence_picture(reader, file, page, place, recognised=recognised)


def _show(file: Path, examined: Sequence[Examined], page: int | None, *, as_json: bool) -> None:
    """Print the one file, or all files of an archive."""
    parts = [_part(one, page) for one in examined]
    if as_json:
        documents = [read_json(part) for part in parts]
        printed = documents[0] if examined[0].path == file else archive_json(file, documents)
        print_text(json.dumps(printed, ensure_ascii=False, indent=1))
    else:
        print_text("\n".join(line for part in parts for line in read_lines(part, whole=page is not None)))


def _part(examined: Examined, page: int | None) -> Examined:
    if examined.disclosure is None or page is None:
        return examined
    return replace(examined, disclosure=on_page(examined.disclosure, page))
