"""What the administrator may set in monitor.toml: each section a frozen value, each key with its default."""

from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from notifications.addresses import mail_address
from notifications.smtp import Security
from records.finding import Severity

MailAddress = Annotated[str, AfterValidator(mail_address)]


class Section(BaseModel):
    """One table of monitor.toml; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AtOnce(StrEnum):
    """Which news is mailed without waiting for the daily digest."""

    NEVER = "never"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    EVERYTHING = "everything"
    """Also a document without findings, and one that could not be read."""

    @property
    def severity(self) -> Severity | None:
        """The least severe finding that is mailed at once; None where severity does not decide."""
        return Severity(self.value) if self.value in list(Severity) else None


class WatchSettings(Section):
    """Which folders are watched, and when a file counts as complete."""

    roots: tuple[Path, ...] = Field(default=(Path("var/inbox"),), min_length=1)
    interval_seconds: float = Field(default=2, gt=0)
    stable_for_seconds: float = Field(default=3, ge=0)
    ignore: tuple[str, ...] = (".*", "~$*", "*.tmp", "*.part", "*.partial", "*.crdownload", "Thumbs.db", "desktop.ini")
    """Patterns of names, of files and folders, compared without regard to case."""


class StoreSettings(Section):
    """Where what was read is kept."""

    url: str = Field(default="sqlite:///var/budgetwatch.sqlite3", min_length=1)
    kept: Path = Path("var/kept")
    """The folder that keeps a copy of every file taken in, named by its SHA-256."""

    @property
    def database_file(self) -> Path | None:
        """The file of an SQLite database; None where the database is a server."""
        scheme, _, path = self.url.partition(":///")
        return Path(path) if scheme.startswith("sqlite") and path else None


class ReaderSettings(Section):
    """With what knowledge a file is read, and what it may cost before its reading is stopped."""

    timeout_seconds: float = Field(default=120, gt=0)
    memory_megabytes: int = Field(default=1536, ge=256)
    workers: int = Field(default=1, ge=1)
    retry_seconds: float = Field(default=30, ge=0)
    """How long after a file broke its reader it is read again."""
    knowledge: Path | None = None
    """The folder of files that extend what is known of captions, headings, bodies; `knowledge` beside monitor.toml."""


class OcrSettings(Section):
    """What pages that are pictures may cost; one process of its own reads them, one file at a time."""

    seconds_a_page: float = Field(default=15, gt=0)
    """Added to the reader's `timeout_seconds` for every page of the file."""
    memory_megabytes: int = Field(default=3072, ge=1024)


class DigestSettings(Section):
    """When digests are made, and for whom."""

    daily_at: time = time(8, 0)
    at_once: AtOnce = AtOnce.EVERYTHING
    quiet_seconds: float = Field(default=5, ge=0)
    """How long nothing new must have happened before a digest is made at once, so that one delivery is one mail."""
    max_wait_seconds: float = Field(default=300, ge=0)
    """After this long a digest is made at once even if files keep coming."""
    recipients: tuple[MailAddress, ...] = ()
    timezone: str = "Asia/Shanghai"

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise ValueError(f"is not a time zone of this machine: {name!r}; for example Asia/Shanghai") from unknown
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of `daily_at` and of every time shown to a reader."""
        return ZoneInfo(self.timezone)


class MailSettings(Section):
    """How mail leaves; without a host it is written to a folder instead."""

    host: str | None = None
    port: int = Field(default=587, ge=1, le=65535)
    tls: Security = Security.REQUIRED
    authorities: Path | None = None
    """A file of certificates to trust besides those of the system."""
    sender: MailAddress = "budgetwatch@localhost.localdomain"
    username: str | None = None
    password_file: Path | None = None
    credential: str | None = None
    """The name of a systemd credential that holds the password."""
    timeout_seconds: float = Field(default=60, gt=0)
    folder: Path = Path("var/mail")
    retry_seconds: float = Field(default=1800, gt=0)
    """How long after a failed delivery the next is tried; each later wait is twice as long, at most six hours."""
    give_up_after_days: float = Field(default=5, gt=0)

    @model_validator(mode="after")
    def _one_password(self) -> Self:
        sources = [source for source in (self.password_file, self.credential) if source]
        if len(sources) > 1:
            raise ValueError("password_file and credential exclude each other")
        if self.username and not sources:
            raise ValueError("username needs password_file or credential")
        if sources and not self.username:
            raise ValueError("password_file and credential need username")
        return self


class LogFormat(StrEnum):
    """How a log line is written."""

    KEY_VALUE = "key-value"
    JSON = "json"


class LogLevel(StrEnum):
    """The least important line that is written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogSettings(Section):
    """What is logged to standard error."""

    level: LogLevel = LogLevel.INFO
    format: LogFormat = LogFormat.KEY_VALUE


class Settings(Section):
    """The whole of monitor.toml; without the file, everything has its default."""

    watch: WatchSettings = WatchSettings()
    store: StoreSettings = StoreSettings()
    reader: ReaderSettings = ReaderSettings()
    ocr: OcrSettings = OcrSettings()
    digest: DigestSettings = DigestSettings()
    mail: MailSettings = MailSettings()
    log: LogSettings = LogSettings()

    @model_validator(mode="after")
    def _deliverable(self) -> Self:
        if self.mail.host and not self.digest.recipients:
            raise ValueError("digest.recipients: must name somebody when mail.host is set")
        if self.mail.host and "sender" not in self.mail.model_fields_set:
            raise ValueError("mail.sender: must be set when mail.host is set")
        return self
