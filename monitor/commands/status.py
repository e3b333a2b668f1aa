"""budgetwatch status: what is running, waiting, failed."""

from monitor.commands.output import print_text
from monitor.commands.starting import ConfigOption, configured, opened
from monitor.intake.scan import root_trouble
from monitor.service import utc_now
from monitor.single_instance import running
from monitor.status_report import status_lines
from monitor.store.status import status as status_of


def status(config: ConfigOption = None) -> None:
    """Show what is running, waiting and failed; also while the service is stopped."""
    settings = configured(config).settings
    store = opened(settings.store)
    with store.read() as session:
        now_known = status_of(session)
    troubles = [
        trouble for root in settings.watch.roots if (trouble := root_trouble(store, root, settings.watch.ignore))
    ]
    store.close()
    lines = status_lines(now_known, troubles, settings, running=running(settings.store), now=utc_now())
    print_text("\n".join(lines))
