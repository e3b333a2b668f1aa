"""Builds digests from what the published disclosures of two bodies say."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

from notifications.digest import CheckCounts, Digest, DisclosureNews, FailureLine, FindingLine, News
from records.amount import Amount
from records.body import Body, Scope
from records.disclosure import Kind
from records.evidence import Evidence
from records.finding import Finding, Severity, Subject
from records.headline import Headline, Movement, PriorFrom, Verdict
from tests.builders.disclosures import BUREAU, wan

STREET = Body("上海市普陀区万里街道办事处", region="上海市普陀区")
MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=timezone(timedelta(hours=8)))


def a_movement(
    name: str,
    current: str | None,
    prior: str | None,
    *,
    prior_from: PriorFrom = PriorFrom.STORED,
    stated_change: str | None = None,
    verdict: Verdict = Verdict.NOT_STATED,
) -> Movement:
    """Return a movement with amounts in 万元."""
    return Movement(
        name=name,
        item=name,
        current=_wan(current),
        prior=_wan(prior),
        prior_from=prior_from if prior else None,
        stated_change=_wan(stated_change),
        verdict=verdict,
    )


def _wan(text: str | None) -> Amount | None:
    return None if text is None else wan(text)


def shijiazhuang_headline() -> Headline:
    """Return what moved in the 2023 budget of 石家庄市司法局: the total, and nothing of the 三公."""
    stated, confirmed = PriorFrom.STATED, Verdict.CONFIRMED
    return Headline(
        total=a_movement(
            "总额", "18949.22", "26391.23", prior_from=stated, stated_change="-7442.01", verdict=confirmed
        ),
        sangong=a_movement("“三公”经费", "112.40", "112.40", prior_from=stated, stated_change="0", verdict=confirmed),
        sangong_items=(
            a_movement("因公出国（境）费", "0", "0", prior_from=stated),
            a_movement("公务用车购置费", "0", "0", prior_from=stated),
            a_movement("公务用车运行维护费", "104.40", "104.40", prior_from=stated),
            a_movement("公务接待费", "8.00", "8.00", prior_from=stated),
        ),
    )


def wanli_headline() -> Headline:
    """Return what moved in the 2025 budget of 万里街道: the total within rounding of what is stated, and 购置."""
    confirmed = Verdict.CONFIRMED
    return Headline(
        total=a_movement("总额", "18976.76", "15621.12", stated_change="3355.65", verdict=confirmed),
        sangong=a_movement("“三公”经费", "37.91", "47.91", stated_change="-10", verdict=confirmed),
        sangong_items=(
            a_movement("因公出国（境）费", "0", "0"),
            a_movement("公务用车购置费", "15.00", "25.00", stated_change="-10", verdict=confirmed),
            a_movement("公务用车运行维护费", "21.56", "21.56"),
            a_movement("公务接待费", "1.35", "1.35"),
        ),
    )


def a_finding(
    code: str = "SUM001",
    *,
    item: str = "204",
    case: str = "different",
    severity: Severity = Severity.ERROR,
    message: str = "支出总表“204 公共安全支出”合计为 12,528.56 万元，2 个分项之和为 12,518.56 万元，相差 10.00 万元。",
    expected: str | None = "125185600",
    actual: str | None = "125285600",
    unit: str = "元",
    text: str = "12528.56",
    caused_by: str | None = None,
    body: Body = BUREAU,
    fiscal_year: int = 2023,
) -> Finding:
    """Return a finding on page 7 of a budget."""
    return Finding(
        code=code,
        case=case,
        subject=Subject(body, fiscal_year, Kind.BUDGET, Scope.DEPARTMENT, "expenditure", "支出总表", item, "total"),
        severity=severity,
        message=message,
        evidence=(Evidence(page=7, caption="支出总表", row="204 公共安全支出", column="合计", text=text),),
        expected=None if expected is None else Decimal(expected),
        actual=None if actual is None else Decimal(actual),
        unit=unit,
        caused_by=caused_by,
    )


def a_line(
    finding: Finding | None = None,
    *,
    title: str = "类款项逐级汇总不符",
    name: str = "sum-hierarchy",
    news: News = News.NEW,
    previous: Finding | None = None,
) -> FindingLine:
    """Return a finding as a digest reports it."""
    return FindingLine(finding or a_finding(), title, name, news, previous)


def some_news(
    *findings: FindingLine,
    body: Body = BUREAU,
    fiscal_year: int = 2023,
    headline: Headline | None = None,
    checks: CheckCounts | None = None,
    unread_pages: tuple[int, ...] = (),
) -> DisclosureNews:
    """Return the news of one department budget."""
    return DisclosureNews(
        body=body,
        fiscal_year=fiscal_year,
        kind=Kind.BUDGET,
        scope=Scope.DEPARTMENT,
        documents=(f"{fiscal_year}年部门预算.pdf",),
        headline=headline,
        findings=findings,
        checks=checks or CheckCounts(passed=16),
        unread_pages=unread_pages,
    )


def a_digest(*disclosures: DisclosureNews, failures: tuple[FailureLine, ...] = ()) -> Digest:
    """Return the digest of one morning."""
    return Digest(MORNING, MORNING - timedelta(days=1), disclosures, failures)
