"""budgetwatch explain: a check's page."""

from typing import Annotated

import typer

from checks.documentation import page_of
from checks.registry import ALL
from monitor.commands.output import print_text
from monitor.commands.starting import BAD_USAGE, refuse


def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="SUM001, or its name sum-hierarchy.")]) -> None:
    """Show what a check tests, why, when it says nothing, and how its cases are graded."""
    wanted = code.casefold()
    found = next((check for check in ALL if wanted in (check.code.casefold(), check.name)), None)
    if found is None:
        known = "\n".join(f"{check.code}  {check.name}  {check.title}" for check in ALL)
        refuse(f"没有检查 {code} (unknown check)。现有检查：\n{known}", BAD_USAGE)
    print_text(page_of(found).strip())
