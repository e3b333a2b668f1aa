"""Looks at the database, changing nothing."""

from datetime import datetime

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.filesystems import on_network, writable
from monitor.intake.scan import LAST_SCAN
from monitor.settings import StoreSettings
from monitor.store.engine import NewerSchema, StoreUnavailable, is_up_to_date, open_store
from monitor.store.moments import moment

PART, TITLE = "store", "数据库"


def look_at_store(settings: StoreSettings) -> Diagnosis:
    """Return whether the database can be reached and has the schema this version works with."""
    file = settings.database_file
    if file and on_network(file):
        return _error(f"{file} 在网络共享盘上，SQLite 在那里会损坏数据", "把 store.url 改到本机磁盘，或改用 PostgreSQL")
    if file and not writable(file.parent):
        return _error(f"没有写入 {file.parent} 的权限", "以服务的用户运行本命令；若仍如此，把该目录的属主改为该用户")
    if file and not file.exists():
        return Diagnosis(PART, TITLE, Health.OK, f"尚未建立，服务首次启动时建立 {file}")
    try:
        current = is_up_to_date(settings.url)
    except NewerSchema as newer:
        return _error(f"由更新版本的程序写成 ({newer.revision})", "装回较新的版本，或恢复升级前的备份")
    except StoreUnavailable as unavailable:
        return _error(f"打不开：{unavailable}", "核对 store.url；数据库服务是否启动、账号能否登录")
    if not current:
        return Diagnosis(PART, TITLE, Health.WARNING, "结构是旧版的", "启动服务即自动升级（SQLite 会先留备份）")
    return Diagnosis(PART, TITLE, Health.OK, f"可以打开，结构为最新（{file or 'PostgreSQL'}）")


def last_record(settings: StoreSettings) -> datetime | None:
    """Return when the service last recorded a scan, in a database that `look_at_store` found well."""
    if settings.database_file and not settings.database_file.exists():
        return None
    store = open_store(settings.url)
    with store.read() as session:
        last = moment(session, LAST_SCAN)
    store.close()
    return last


def _error(message: str, remedy: str) -> Diagnosis:
    return Diagnosis(PART, TITLE, Health.ERROR, message, remedy)
