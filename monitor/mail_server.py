"""Returns the mail server that is configured, with its password."""

from monitor.password import mail_password
from monitor.settings import MailSettings
from notifications.smtp import MailServer


def mail_server(settings: MailSettings) -> MailServer | None:
    """Return the server, or None where mail is written to a folder. Raises PasswordMissing."""
    if settings.host is None:
        return None
    return MailServer(
        host=settings.host,
        port=settings.port,
        security=settings.tls,
        username=settings.username,
        password=mail_password(settings),
        authorities=str(settings.authorities) if settings.authorities else None,
        timeout_seconds=settings.timeout_seconds,
    )
