"""budgetwatch bodies: which public bodies are known, and what they disclosed."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from monitor.commands.output import print_text
from monitor.commands.starting import ConfigOption, configured, opened
from monitor.file_names import readable
from monitor.store.bodies import Disclosed, KnownBody, known_bodies
from notifications.wording import KINDS, SCOPES


def bodies(
    name: Annotated[str, typer.Argument(help="Only bodies whose name contains this.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    config: ConfigOption = None,
) -> None:
    """Show the bodies that disclosed anything, under the names they are known by."""
    store = opened(configured(config).settings.store)
    with store.read() as session:
        known = known_bodies(session, name)
    store.close()
    if as_json:
        print_text(json.dumps({"schema": 1, "bodies": [asdict(body) for body in known]}, ensure_ascii=False, indent=1))
    else:
        print_text("\n".join(line for body in known for line in _lines(body)) or "尚未读到任何公开主体。")


def _lines(body: KnownBody) -> Iterator[str]:
    others = [name for name in body.names if name != body.key]
    printed = f"（文中亦称 {'、'.join(others)}）" if others else ""
    codes = f" [{'、'.join(body.codes)}]" if body.codes else ""
    yield f"{body.key}{printed}{codes}  {body.region or '地区不明'}"
    yield from (f"  {_disclosed(one)}" for one in body.disclosed)


def _disclosed(one: Disclosed) -> str:
    return f"{one.fiscal_year} 年{SCOPES[one.scope]}{KINDS[one.kind]}  {readable(one.file)}"
