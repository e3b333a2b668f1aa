"""Delivers mail into a folder, for installations without a mail server and for looking at it."""

import os
import re
import tempfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parsedate_to_datetime
from pathlib import Path


def deliver_to_folder(content: bytes, folder: Path) -> Path:
    """Write a mail as .eml, and beside it as .html for a browser; return the path of the .eml.

    The names come from the mail's date and Message-ID, so that a repetition replaces the same files, and each file
    appears whole or not at all.
    """
    message = message_from_bytes(content, _class=EmailMessage, policy=SMTP)
    folder.mkdir(parents=True, exist_ok=True)
    html = message.get_body(preferencelist=("html",))
    target = folder / f"{_stem(message)}.eml"
    if html is not None:
        _write_whole(target.with_suffix(".html"), html.get_content().encode())
    _write_whole(target, content)
    return target


def _stem(message: EmailMessage) -> str:
    date = parsedate_to_datetime(message["Date"])
    token = re.sub(r"[^A-Za-z0-9]+", "-", message["Message-ID"].partition("@")[0]).strip("-")
    return f"{date:%Y-%m-%d-%H%M%S}-{token[:64]}"


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and put it in place: a reader never sees half a mail, nor does a restart leave one."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
