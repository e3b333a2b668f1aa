"""Says in plain Chinese lines how the service stands."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from monitor.digest_news import STATES
from monitor.digests import DIGEST_DUE, LAST_DIGEST
from monitor.file_names import readable
from monitor.intake.listing import RootUnavailable
from monitor.intake.scan import LAST_SCAN
from monitor.settings import Settings
from monitor.store.states import MailState, State
from monitor.store.status import Status
from notifications.wording import SEVERITIES

COUNTED: Mapping[State, str] = {
    State.SEEN: "等待写完",
    State.RECEIVED: "等待读取",
    State.SCANNED: "等待文字识别",
    State.READ: "等待检查",
    State.CHECKED: "已检查",
    State.UNPACKED: "已解压的压缩包",
    State.UNREADABLE: STATES[State.UNREADABLE],
    State.NOT_A_DISCLOSURE: STATES[State.NOT_A_DISCLOSURE],
    State.QUARANTINED: STATES[State.QUARANTINED],
    State.WITHDRAWN: "已撤下",
}
MAILS: Mapping[MailState, str] = {
    MailState.QUEUED: "等待发送",
    MailState.IN_DOUBT: "是否送达不明",
    MailState.HELD: "因邮件设置暂停",
    MailState.FAILED: "被拒收",
    MailState.SENT: "已发送",
}


def status_lines(
    known: Status, troubles: Iterable[RootUnavailable], settings: Settings, *, running: bool, now: datetime
) -> Iterator[str]:
    """Yield how the service stands, what waits, and what failed with its reason."""
    yield f"服务：{'运行中 (running)' if running else '未运行 (stopped)'}　{_time(now, settings)}"
    yield from _roots(troubles, settings)
    yield "文本：" + "，".join(f"{words} {known.counts.get(state, 0)}" for state, words in COUNTED.items())
    if known.oldest_waiting:
        yield f"  最早等待的文本自 {_time(known.oldest_waiting, settings)} 起"
    yield "未消除的发现：" + "，".join(
        f"{words} {known.open_findings.get(severity, 0)}" for severity, words in SEVERITIES.items()
    )
    yield "邮件：" + "，".join(f"{words} {known.mails.get(state, 0)}" for state, words in MAILS.items())
    yield "最近扫描：" + _moment(known, LAST_SCAN, settings)
    yield "最近摘要：" + _moment(known, LAST_DIGEST, settings)
    yield "下次每日摘要：" + _moment(known, DIGEST_DUE, settings)
    yield from _failures(known, settings)


def _roots(troubles: Iterable[RootUnavailable], settings: Settings) -> Iterator[str]:
    unavailable = {trouble.root: trouble.reason for trouble in troubles}
    for root in settings.watch.roots:
        yield f"目录：{root}" + (f"　不可用 (unavailable)：{unavailable[root]}" if root in unavailable else "")


def _failures(known: Status, settings: Settings) -> Iterator[str]:
    if known.failures:
        yield "未能检查（不能视为无异常）："
    for failure in known.failures:
        since = _time(failure.since, settings)
        yield f"  {readable(failure.path)}　{STATES[failure.state]}（{since}）：{failure.reason_chinese}"
        yield f"    {failure.reason}"
    if known.undelivered:
        yield "未送达的邮件："
    for mail in known.undelivered:
        yield f"  {mail.recipient}　{MAILS[mail.state]}，已尝试 {mail.attempts} 次：{mail.reason}　“{mail.subject}”"


def _moment(known: Status, name: str, settings: Settings) -> str:
    at = known.moments.get(name)
    return _time(at, settings) if at else "无 (none yet)"


def _time(at: datetime, settings: Settings) -> str:
    return f"{at.astimezone(settings.digest.zone):%Y-%m-%d %H:%M:%S}"
