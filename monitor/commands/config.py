"""budgetwatch config: the configuration itself."""

from collections import Counter

import typer

from monitor.commands.output import print_text
from monitor.commands.starting import ConfigOption, configured

app = typer.Typer(no_args_is_help=True, help="The configuration itself.")


@app.command()
def check(config: ConfigOption = None) -> None:
    """Validate monitor.toml and checks.toml; tell every error with its file, line and key."""
    configuration = configured(config)
    modes = Counter(one.mode.value for one in configuration.checks)
    source = configuration.directory or "内置默认值 (embedded defaults)"
    counted = "，".join(f"{mode} {count}" for mode, count in sorted(modes.items()))
    print_text(f"配置正确 (valid): {source}；检查 {len(configuration.checks)} 项（{counted}）")
