"""budgetwatch run: the service."""

import signal

import typer

from monitor.commands.starting import NOTHING_DONE, ConfigOption, configured, opened, refuse
from monitor.heap import look_for_cycles_seldom, share_one_heap
from monitor.logs import configure_logs
from monitor.password import PasswordMissing, mail_password
from monitor.service import Service
from monitor.settings import Settings
from monitor.single_instance import AlreadyRunning, hold, lock_of


def run(config: ConfigOption = None) -> None:
    """Watch the folders and mail what does not add up, until stopped with Ctrl-C or SIGTERM."""
    share_one_heap()
    look_for_cycles_seldom()
    configuration = configured(config)
    settings = configuration.settings
    configure_logs(settings.log)
    _make_folders(settings)
    try:
        mail_password(settings.mail)
        lock = hold(lock_of(settings.store))
    except PasswordMissing as missing:
        refuse(str(missing), NOTHING_DONE)
    except AlreadyRunning as held:
        refuse(f"已有一个服务在运行（{held}）。(already running)", NOTHING_DONE)
    with lock:
        store = opened(settings.store, create=True)
        service = Service(configuration, store)
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, lambda *_: service.stop())
        service.run(ready=lambda: typer.echo(ready_line(settings)))
        store.close()


def ready_line(settings: Settings) -> str:
    """Return the line that says the service is ready, and what to do next."""
    roots = "、".join(map(str, settings.watch.roots))
    mail = settings.mail
    target = (
        f"通过 {mail.host} 发送 (mail goes out by SMTP)" if mail.host else f"写入 {mail.folder} (mail appears there)"
    )
    return (
        f"budgetwatch 已就绪 (ready): 把预决算文本放入 {roots} (drop files there)，"
        f"摘要邮件{target}；查看状态 (status): budgetwatch status"
    )


def _make_folders(settings: Settings) -> None:
    """Make our own folders. A root that was configured is not made: it may be a share that is not mounted."""
    settings.store.kept.mkdir(parents=True, exist_ok=True)
    if "roots" not in settings.watch.model_fields_set:
        for root in settings.watch.roots:
            root.mkdir(parents=True, exist_ok=True)
