"""What status says."""

from pathlib import Path

from monitor.intake.listing import RootUnavailable
from monitor.settings import Settings, WatchSettings
from monitor.status_report import status_lines
from monitor.store.engine import open_store
from monitor.store.moments import set_moment
from monitor.store.states import State
from monitor.store.status import status
from monitor.store.work import record_failure
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import a_finding, check, found, minutes, publish, receive


def test_status_names_what_waits_what_failed_and_what_comes_next(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    disclosure = a_disclosure()
    check(store, publish(store, "预算.pdf", disclosure), found(a_finding(disclosure)))
    receive(store, "次年/预算.pdf", at=1)
    encrypted = receive(store, "加密.pdf", at=2)
    with store.write() as session:
        reason = "文件设置了打开密码，无法读取，请提供未加密的文件。"
        record_failure(session, encrypted, State.UNREADABLE, "encrypted: the PDF needs a password", reason, minutes(3))
        set_moment(session, "last-scan", minutes(4))
    with store.read() as session:
        known = status(session)
    store.close()
    share = Path("/srv/share")
    settings = Settings(watch=WatchSettings(roots=(share,)))
    troubles = [RootUnavailable(share, "No such file or directory")]
    lines = list(status_lines(known, troubles, settings, running=False, now=minutes(5)))
    assert lines[:3] == [
        "服务：未运行 (stopped)　2024-03-01 20:05:00",
        "目录：/srv/share　不可用 (unavailable)：No such file or directory",
        "文本：等待写完 0，等待读取 1，等待文字识别 0，等待检查 0，"
        "已检查 1，已解压的压缩包 0，无法读取 1，不是预决算文本 0，已隔离 0，已撤下 0",
    ]
    assert "  最早等待的文本自 2024-03-01 20:01:00 起" in lines
    assert "未消除的发现：错误 1，警告 0，提示 0" in lines
    assert "最近扫描：2024-03-01 20:04:00" in lines
    assert lines[-2:] == [
        "  加密.pdf　无法读取（2024-03-01 20:03:00）：文件设置了打开密码，无法读取，请提供未加密的文件。",
        "    encrypted: the PDF needs a password",
    ]
