"""What the doctor says of each part."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.doctor.account import look_at_account
from monitor.doctor.clock import look_at_clock
from monitor.doctor.diagnosis import Health
from monitor.doctor.filesystems import free_bytes, nearest, on_network, writable
from monitor.doctor.folders import look_at_folders
from monitor.doctor.mail import look_at_mail
from monitor.doctor.space import GIGABYTE, judge_space
from monitor.doctor.store import last_record, look_at_store
from monitor.intake.scan import LAST_SCAN
from monitor.settings import DigestSettings, MailSettings, Settings, StoreSettings, WatchSettings
from monitor.store.engine import open_store
from monitor.store.moments import set_moment
from notifications.smtp import Security
from tests.builders.mail_servers import PASSWORD, USERNAME, Script, Serve, a_certificate, free_port

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
MOUNTS = """
/dev/sda1 / ext4 rw 0 0
//server/budget /srv/share\\040one cifs rw 0 0
tmpfs /srv/share\\040one/local tmpfs rw 0 0
"""


def a_store(folder: Path) -> StoreSettings:
    return StoreSettings(url=f"sqlite:///{folder / 'store.sqlite3'}", kept=folder / "kept")


def by_smtp(port: int, **more: object) -> MailSettings:
    settings = {"host": "127.0.0.1", "port": port, "tls": Security.NONE, "sender": "a@example.org", **more}
    return MailSettings.model_validate(settings)


def test_a_database_in_use_is_found_well_and_its_last_scan_known(tmp_path: Path) -> None:
    settings = a_store(tmp_path)
    store = open_store(settings.url)
    with store.write() as session:
        set_moment(session, LAST_SCAN, NOW)
    store.close()
    assert look_at_store(settings).health is Health.OK
    assert last_record(settings) == NOW


def test_a_database_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    settings = a_store(tmp_path)
    assert look_at_store(settings).health is Health.OK
    assert last_record(settings) is None
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_broken(tmp_path: Path) -> None:
    settings = a_store(tmp_path)
    assert settings.database_file
    settings.database_file.write_text("预算" * 1000, encoding="utf-8")
    assert look_at_store(settings).health is Health.ERROR


def test_a_database_of_a_later_version_is_broken_and_of_an_earlier_one_will_be_upgraded(tmp_path: Path) -> None:
    settings = a_store(tmp_path)
    open_store(settings.url).close()
    for revision, health in (("9999", Health.ERROR), ("0001", Health.WARNING)):
        with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as database, database:
            database.execute("UPDATE alembic_version SET version_num = ?", [revision])
        assert look_at_store(settings).health is health


def test_the_store_of_a_server_that_is_away_is_broken() -> None:
    diagnosis = look_at_store(StoreSettings(url=f"postgresql://watch:secret@127.0.0.1:{free_port()}/none"))
    assert diagnosis.health is Health.ERROR
    assert "secret" not in diagnosis.message


def test_a_folder_that_is_configured_must_be_there(tmp_path: Path) -> None:
    (diagnosis,) = look_at_folders(Settings(watch=WatchSettings(roots=(tmp_path / "share",))))
    assert (diagnosis.health, str(tmp_path / "share") in diagnosis.message) == (Health.ERROR, True)


def test_what_we_write_must_not_be_within_a_watched_folder(tmp_path: Path) -> None:
    settings = Settings(watch=WatchSettings(roots=(tmp_path,)), store=a_store(tmp_path))
    assert [each.health for each in look_at_folders(settings)] == [Health.OK, Health.ERROR]


@pytest.mark.parametrize(
    ("path", "remote"),
    [("/srv/share one/2025", True), ("/srv/share one/local/x", False), ("/srv/share", False), ("/", False)],
)
def test_the_nearest_mount_decides_whether_a_path_is_on_the_network(path: str, remote: bool) -> None:
    assert on_network(Path(path), MOUNTS) is remote


def test_a_folder_that_is_not_there_is_judged_by_the_nearest_above_it(tmp_path: Path) -> None:
    assert nearest(tmp_path / "a" / "b") == tmp_path
    assert writable(tmp_path / "a" / "b")
    assert free_bytes(tmp_path / "a" / "b") > 0
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not writable(tmp_path / "file" / "b")


@pytest.mark.parametrize(
    ("free", "health"),
    [
        (GIGABYTE // 4 - 1, Health.ERROR),
        (GIGABYTE // 4, Health.WARNING),
        (4 * GIGABYTE - 1, Health.WARNING),
        (4 * GIGABYTE, Health.OK),
    ],
)
def test_the_room_that_is_left_decides(free: int, health: Health) -> None:
    assert judge_space("留存副本", Path("kept"), free).health is health


@pytest.mark.parametrize(
    ("last", "health"),
    [
        (None, Health.OK),
        (NOW - timedelta(days=1), Health.OK),
        (NOW + timedelta(minutes=5), Health.OK),
        (NOW + timedelta(minutes=6), Health.ERROR),
    ],
)
def test_a_clock_that_went_back_is_broken(last: datetime | None, health: Health) -> None:
    diagnosis = look_at_clock(DigestSettings(), NOW, last)
    assert diagnosis.health is health
    assert "2026-11-21 16:00（Asia/Shanghai）" in diagnosis.message


def test_root_is_told_that_it_may_do_everything() -> None:
    assert look_at_account(0).health is Health.WARNING
    assert look_at_account(65_533).health is Health.OK


def test_a_server_that_takes_our_sender_is_well_and_gets_no_mail(serve: Serve) -> None:
    script = Script()
    assert look_at_mail(by_smtp(serve(script))).health is Health.OK
    assert not script.received


def test_without_a_server_nothing_is_reached() -> None:
    assert look_at_mail(MailSettings()).health is Health.OK


def test_what_the_mail_server_refuses_is_named(serve: Serve, tmp_path: Path) -> None:
    certificate = a_certificate(tmp_path)
    (tmp_path / "password").write_text("wrong\n", encoding="utf-8")
    login = {"username": USERNAME, "password_file": tmp_path / "password", "tls": Security.REQUIRED}
    secure = serve(Script(tls_context=certificate.context, auth_required=True))
    refused = {
        "连接不上": by_smtp(free_port()),
        "加密连接不能建立": by_smtp(serve(Script()), tls=Security.REQUIRED),
        "登录被拒绝": by_smtp(secure, **login, authorities=Path(certificate.authorities)),
        "发件人被拒绝": by_smtp(serve(Script(sender_reply="550 no such sender"))),
        "口令读不到": by_smtp(1, username="watch", password_file=tmp_path / "gone"),
    }
    for words, settings in refused.items():
        diagnosis = look_at_mail(settings)
        assert (diagnosis.health, words in diagnosis.message) == (Health.ERROR, True), diagnosis.message
    (tmp_path / "password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    assert look_at_mail(by_smtp(secure, **login, authorities=Path(certificate.authorities))).health is Health.OK
