"""budgetwatch check: examine files and folders, record nothing."""

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from checks.registry import ALL
from checks.settings import CheckSettings
from monitor.commands.output import print_text
from monitor.commands.starting import BAD_USAGE, NOTHING_DONE, ConfigOption, configured, opened, refuse
from monitor.contract.checked import check_json
from monitor.examination import Examined, check_all, files_of, read_all
from monitor.intake.listing import RootUnavailable
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.report import check_lines
from monitor.settings import Settings, StoreSettings
from records.finding import Severity

FOUND = 3
"""The exit status that --fail-on asks for."""


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", exists=True, help="Files and folders.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    alone: Annotated[bool, typer.Option("--alone", help="Do not compare the files with one another.")] = False,
    store: Annotated[str | None, typer.Option("--store", metavar="URL", help="Compare with what is stored.")] = None,
    config: ConfigOption = None,
    shadow: Annotated[bool, typer.Option("--shadow", help="Show the findings of shadow checks too.")] = False,
    fail_on: Annotated[
        Severity | None, typer.Option("--fail-on", help="Exit with 3 where a finding is that severe.")
    ] = None,
) -> None:
    """Check disclosures; exit with 0 whatever was found, with 1 if nothing could be read."""
    configuration = configured(config)
    try:
        files = files_of(paths, configuration.settings.watch.ignore)
    except RootUnavailable as unavailable:
        refuse(str(unavailable), BAD_USAGE)
    examined = _examine(files, configuration.settings, configuration.checks, alone=alone, url=store)
    if as_json:
        print_text(json.dumps(check_json(examined, ALL, shadow=shadow), ensure_ascii=False, indent=1))
    else:
        print_text("\n".join(check_lines(examined, ALL, shadow=shadow)))
    raise typer.Exit(_exit_status(examined, fail_on, shadow=shadow))


def _examine(
    files: Iterable[Path], settings: Settings, checks: Sequence[CheckSettings], *, alone: bool, url: str | None
) -> tuple[Examined, ...]:
    with ExitStack() as stack:
        store = None
        if url is not None:
            store = opened(StoreSettings(url=url))
            stack.callback(store.close)
        reader, recognising = map(stack.enter_context, (ReaderProcess(settings.reader), recogniser(settings)))
        read = read_all(files, reader, recognising)
        return check_all(read, checks, alone=alone, store=store)


def _exit_status(examined: Iterable[Examined], fail_on: Severity | None, *, shadow: bool) -> int:
    documents = tuple(examined)
    if not any(one.disclosure for one in documents):
        return NOTHING_DONE
    found = (finding for one in documents for finding in one.findings(with_shadow=shadow))
    return FOUND if fail_on and any(finding.severity.rank <= fail_on.rank for finding in found) else 0
