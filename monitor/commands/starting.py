"""What commands do first: read the configuration, open the store; and how they refuse to go on."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from checks.registry import ALL
from monitor.settings import StoreSettings
from monitor.settings_file import Configuration, InvalidConfiguration, config_directory, load_configuration
from monitor.store.engine import Store, StoreUnavailable, open_store

NOTHING_DONE = 1
BAD_USAGE = 2

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="DIR",
        help="The folder with monitor.toml and checks.toml [default: $BUDGETWATCH_CONFIG, then ./config].",
    ),
]


def configured(option: Path | None) -> Configuration:
    """Return the configuration, or tell every error in it and exit."""
    try:
        return load_configuration(config_directory(option), ALL)
    except InvalidConfiguration as invalid:
        refuse("\n".join((f"配置有 {len(invalid.errors)} 处错误 (configuration errors):", *invalid.errors)), BAD_USAGE)


def opened(settings: StoreSettings, *, create: bool = False) -> Store:
    """Return the store, or tell why it cannot be opened and exit; an SQLite file is made only where asked for."""
    database = settings.database_file
    if database and create:
        database.parent.mkdir(parents=True, exist_ok=True)
    elif database and not database.is_file():
        refuse(f"没有数据库 {database}：服务尚未运行过。请先运行 budgetwatch run。(no database yet)", NOTHING_DONE)
    try:
        return open_store(settings.url)
    except StoreUnavailable as unavailable:
        refuse(str(unavailable), NOTHING_DONE)


def refuse(message: str, status: int) -> NoReturn:
    """Tell on standard error why the command does not go on, and exit."""
    typer.echo(message, err=True)
    raise typer.Exit(status)
