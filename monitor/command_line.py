"""The command budgetwatch: its subcommands, each in a file of monitor/commands/."""

import typer

from monitor.commands.bodies import bodies
from monitor.commands.check import check
from monitor.commands.config import app as config
from monitor.commands.correct import correct
from monitor.commands.digest import digest
from monitor.commands.doctor import doctor
from monitor.commands.explain import explain
from monitor.commands.read import read
from monitor.commands.run import run
from monitor.commands.status import status
from monitor.commands.verify import verify


def application() -> typer.Typer:
    """Return the application with every subcommand."""
    app = typer.Typer(
        name="budgetwatch",
        help="预决算公开监测: reads the budgets public bodies publish, checks them, mails what does not add up.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,  # plain text, for pipes and logs
        pretty_exceptions_show_locals=False,  # they hold what documents say, and passwords
    )
    for command in (run, check, read, digest, status, doctor, explain, bodies, correct, verify):
        app.command()(command)
    app.add_typer(config, name="config")
    return app


def main() -> None:
    """Run the command line."""
    application()()


if __name__ == "__main__":
    main()
