"""Sets up logging: one line an event on standard error, as key=value or JSON."""

import logging
import sys

import structlog
from structlog.typing import Processor

from monitor.settings import LogFormat, LogSettings


def configure_logs(settings: LogSettings) -> None:
    """Send our events, and the warnings of the libraries we use, to standard error."""
    line: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.format is LogFormat.JSON
        else structlog.processors.LogfmtRenderer(
            key_order=["timestamp", "level", "event"], drop_missing=True, bool_as_flag=False
        )
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.UnicodeDecoder(),
            line,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(settings.level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="level=%(levelname)s event=%(message)r")
    # It warns of every tick that comes while a mail is still on its way, which is how we want it.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
