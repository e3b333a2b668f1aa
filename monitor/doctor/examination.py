"""Looks at the whole installation, part by part."""

from collections.abc import Iterator
from datetime import datetime

from monitor.doctor.account import look_at_account
from monitor.doctor.clock import look_at_clock
from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.folders import look_at_folders
from monitor.doctor.mail import look_at_mail
from monitor.doctor.office import look_at_office
from monitor.doctor.reading import look_at_reading
from monitor.doctor.recognition import look_at_recognition
from monitor.doctor.space import look_at_space
from monitor.doctor.store import last_record, look_at_store
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.settings import Settings
from monitor.settings_file import Configuration, InvalidConfiguration
from parsing.readers.office.program import OfficeProgram


def examine(configuration: Configuration, now: datetime, user_id: int, office: OfficeProgram) -> Iterator[Diagnosis]:
    """Yield what each part came to, quick parts first; nothing is changed and no mail is sent."""
    settings = configuration.settings
    source = configuration.directory or "内置默认值"
    yield Diagnosis("config", "配置", Health.OK, f"{source}，检查 {len(configuration.checks)} 项")
    yield look_at_account(user_id)
    store = look_at_store(settings.store)
    yield store
    yield from look_at_folders(settings)
    yield from look_at_space(settings)
    reached = store.health is Health.OK
    yield look_at_clock(settings.digest, now, last_record(settings.store) if reached else None)
    yield look_at_mail(settings.mail)
    yield from _look_at_readers(settings, office)


def refused(invalid: InvalidConfiguration) -> Iterator[Diagnosis]:
    """Yield what is wrong with the configuration; without one, there is nothing else to look at."""
    for error in invalid.errors:
        yield Diagnosis("config", "配置", Health.ERROR, error, "改正后再运行；写法见 config/ 中的样本")


def _look_at_readers(settings: Settings, office: OfficeProgram) -> Iterator[Diagnosis]:
    with ReaderProcess(settings.reader) as reader:
        yield from look_at_reading(reader)
        yield look_at_office(reader, office)
    with recogniser(settings) as recognising:
        yield look_at_recognition(recognising)
