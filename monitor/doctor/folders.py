"""Looks at the watched folders, as a scan would."""

from collections.abc import Iterator
from pathlib import Path

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.filesystems import on_network
from monitor.intake.listing import RootUnavailable, list_root
from monitor.settings import Settings, WatchSettings

PART, TITLE = "watched-folders", "监视目录"
SETTLED_ON_SHARE_SECONDS = 60
"""Copies onto a share pause for longer than local ones, and its times are those of another clock."""


def look_at_folders(settings: Settings) -> Iterator[Diagnosis]:
    """Yield whether each watched folder can be listed, and whether anything of ours stands within it."""
    for root in settings.watch.roots:
        yield _look_at_root(root, settings.watch)
        yield from (
            _diagnosis(Health.ERROR, f"{ours} 在 {root} 之内，程序自己写的文件会被当成公开文本", "移到监视目录之外")
            for ours in (settings.store.kept, settings.mail.folder)
            if ours.absolute().is_relative_to(root.absolute())
        )


def _look_at_root(root: Path, watch: WatchSettings) -> Diagnosis:
    if not root.exists() and "roots" not in watch.model_fields_set:
        return _diagnosis(Health.OK, f"{root} 尚未建立，服务首次启动时建立")
    try:
        listing = list_root(root, watch.ignore)
    except RootUnavailable as unavailable:
        return _diagnosis(
            Health.ERROR,
            f"{root} 不可用：{unavailable.reason}",
            "检查共享盘是否挂载、服务的用户有无读取权限；目录须事先建好",
        )
    if listing.unlisted:
        unlisted = "、".join(listing.unlisted[:3])
        return _diagnosis(
            Health.WARNING,
            f"{root} 之内有 {len(listing.unlisted)} 个目录读不了：{unlisted}",
            "给服务的用户读取和进入这些目录的权限",
        )
    if on_network(root) and watch.stable_for_seconds < SETTLED_ON_SHARE_SECONDS:
        return _diagnosis(
            Health.WARNING,
            f"{root} 是网络共享盘，而 watch.stable_for_seconds 只有 {watch.stable_for_seconds:g} 秒",
            f"改为 {SETTLED_ON_SHARE_SECONDS} 以上，以免读到没有复制完的文件",
        )
    return _diagnosis(Health.OK, f"{root} 可以读取，有文件 {len(listing.files)} 个")


def _diagnosis(health: Health, message: str, remedy: str = "") -> Diagnosis:
    return Diagnosis(PART, TITLE, health, message, remedy)
