"""Reads the mail password from where it is kept; never from the settings or the environment."""

import os
from collections.abc import Mapping
from pathlib import Path

from monitor.settings import MailSettings


class PasswordMissing(Exception):
    """The password cannot be read: carries where it was looked for, and why."""


def mail_password(settings: MailSettings, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the password, or None where the server wants no login.

    Raises PasswordMissing.
    """
    if settings.password_file:
        return _first_line(settings.password_file)
    if not settings.credential:
        return None
    folder = environment.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise PasswordMissing(f"mail.credential: systemd hands over no credential {settings.credential!r}")
    return _first_line(Path(folder, settings.credential))


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        raise PasswordMissing(f"{path}: {error}") from error
