"""Turns what the store says of a set of notices into what a digest says."""

from collections.abc import Mapping
from datetime import datetime

from checks.check import Check
from monitor.file_names import readable
from monitor.store import news as stored
from monitor.store.states import Cause, Change, State
from notifications.digest import Digest, DisclosureNews, FailureLine, FindingLine, News, count_runs

_NEWS: Mapping[Change | None, News] = {
    Change.NEW: News.NEW,
    Change.REOPENED: News.NEW,
    Change.AMOUNT_CHANGED: News.CHANGED,
    Change.RESOLVED: News.RESOLVED,
    None: News.OPEN,
}
STATES: Mapping[State, str] = {
    State.UNREADABLE: "无法读取",
    State.QUARANTINED: "已隔离",
    State.NOT_A_DISCLOSURE: "不是预决算文本",
}


def digest_of(
    material: stored.DigestMaterial, checks: Mapping[str, Check], *, made_at: datetime, since: datetime | None
) -> Digest:
    """Return the digest; `checks` gives each finding its title, and `made_at` has the readers' time zone."""
    return Digest(
        made_at=made_at,
        since=since.astimezone(made_at.tzinfo) if since else None,
        disclosures=tuple(_disclosure(news, checks) for news in material.disclosures),
        failures=tuple(_failure(failure) for failure in material.failures),
    )


def _disclosure(news: stored.DisclosureNews, checks: Mapping[str, Check]) -> DisclosureNews:
    return DisclosureNews(
        body=news.body,
        fiscal_year=news.fiscal_year,
        kind=news.kind,
        scope=news.scope,
        draft=news.draft,
        documents=(readable(news.file_name),),
        headline=news.headline if news.first and news.kind.has_totals else None,
        findings=tuple(_line(finding, checks) for finding in news.findings),
        checks=count_runs(news.runs),
        unread_pages=news.unread_pages,
        ocr_pages=news.ocr_pages,
        ours=news.cause is Cause.OURS,
        replaces=readable(news.replaces) if news.replaces else None,
    )


def _line(news: stored.FindingNews, checks: Mapping[str, Check]) -> FindingLine:
    check = checks.get(news.finding.code)
    return FindingLine(
        finding=news.finding,
        title=check.title if check else news.finding.code,  # a check may be gone whose finding is resolved by that
        name=check.name if check else "",
        news=_NEWS[news.change],
        previous=news.previous,
    )


def _failure(failure: stored.FailureNews) -> FailureLine:
    return FailureLine(readable(failure.file_name), STATES[failure.state], failure.reason_chinese)
