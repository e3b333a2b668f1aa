"""budgetwatch digest: the digest as it would be sent now, or sent at once."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from monitor.commands.output import print_text
from monitor.commands.starting import BAD_USAGE, ConfigOption, configured, opened, refuse
from monitor.delivery import deliver_mails
from monitor.digests import Digests, make_digest, preview, recipients_of
from monitor.logs import configure_logs
from monitor.service import utc_now
from monitor.settings import DigestSettings
from monitor.single_instance import running


def digest(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it; send and record nothing.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Show it in a browser; implies --dry-run.")] = False,
    at: Annotated[
        str | None, typer.Option("--at", metavar="TIME", help="As of 2026-11-21T08:00; implies --dry-run.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Show or send what waits to be mailed."""
    configuration = configured(config)
    settings = configuration.settings
    configure_logs(settings.log)
    moment = _moment(at, settings.digest) if at else utc_now()
    store = opened(settings.store)
    digests = Digests(store, settings, {one.check.code: one.check for one in configuration.checks})
    if dry_run or open_it or at:
        _show(digests, moment, in_browser=open_it)
    else:
        _send(digests)
    store.close()


def _moment(text: str, settings: DigestSettings) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        refuse(f"--at {text}: 不是时间，写法如 2026-11-21T08:00 (not a time)", BAD_USAGE)
    return moment if moment.tzinfo else moment.replace(tzinfo=settings.zone)


def _show(digests: Digests, moment: datetime, *, in_browser: bool) -> None:
    for recipient in recipients_of(digests.settings):
        rendered = preview(digests, recipient, moment)
        print_text(f"收件人：{recipient}\n主题：{rendered.subject}\n\n{rendered.text}")
        if in_browser:
            with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8", delete=False) as page:
                page.write(rendered.html)
            typer.launch(Path(page.name).as_uri())


def _send(digests: Digests) -> None:
    made = sum(make_digest(digests, recipient, utc_now()) for recipient in recipients_of(digests.settings))
    if not made:
        print_text("没有等待发送的内容 (nothing waits to be mailed)。")
    elif running(digests.settings.store):
        print_text(f"已生成 {made} 封，由正在运行的服务发送 (queued for the running service)。")
    else:
        delivered = deliver_mails(digests.store, digests.settings.mail, utc_now)
        print_text(f"已生成 {made} 封，送达 {delivered} 封 (delivered)。")
