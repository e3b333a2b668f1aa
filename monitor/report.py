"""Says in plain Chinese lines what check and read found, for a terminal or a pipe."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from checks.check import Check
from monitor.digest_news import STATES
from monitor.examination import Examined
from monitor.file_names import readable
from notifications.figures import pages, shortened, wan
from notifications.wording import KINDS, SCOPES, SEVERITIES, basis_sentence, sangong_sentence, total_sentence, verdict
from records.disclosure import Disclosure
from records.finding import CheckRun, Finding, Mode, Outcome, Severity
from records.headline import Headline
from records.table import Table

"""Performance texts print no totals, so that they are not there is nothing to tell."""
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PASSED: "通过",
    Outcome.FOUND: "有发现",
    Outcome.SKIPPED: "缺少数据未做",
    Outcome.UNRESOLVED: "读取存疑未决",
    Outcome.ERRORED: "检查自身出错",
}


def check_lines(examined: Iterable[Examined], checks: Iterable[Check], *, shadow: bool) -> Iterator[str]:
    """Yield what was found in each file, and a summary."""
    by_code = {check.code: check for check in checks}
    documents = tuple(examined)
    for one in documents:
        yield from _heading(one)
        if one.disclosure:
            if one.headline and one.disclosure.kind.has_totals:
                yield from _headline(one.headline)
            yield f"  {_counts(one.runs)}"
        for finding in sorted(one.findings(with_shadow=shadow), key=lambda finding: finding.severity.rank):
            yield from _finding(finding, by_code[finding.code])
        yield ""
    yield _summary(documents, shadow=shadow)


def read_lines(examined: Examined, *, whole: bool) -> Iterator[str]:
    """Yield what was understood of one file; with `whole` also every cell of its tables."""
    yield from _heading(examined)
    disclosure = examined.disclosure
    if disclosure is None:
        return
    for table in disclosure.tables:
        yield from _table(table, whole=whole)
    yield from _counted(disclosure)
    for claim in disclosure.claims:
        amount = wan(claim.amount.yuan) if claim.amount else "无金额"
        yield f"  叙述 {claim.subject} {shortened(claim.name, 30)}：{amount}　“{shortened(claim.evidence.text, 60)}”"
    for project in disclosure.projects:
        budget = wan(project.budget.yuan) if project.budget else "无金额"
        yield f"  项目 {shortened(project.name, 50)}：{budget}，指标 {len(project.indicators)} 条"


def _heading(examined: Examined) -> Iterator[str]:
    yield readable(str(examined.path))
    disclosure = examined.disclosure
    if disclosure is None:
        yield f"  {STATES[examined.state]}（不能视为无异常）：{examined.chinese or examined.reason}"
        return
    draft = "（草案）" if disclosure.draft else ""
    kind = f"{SCOPES[disclosure.scope]}{KINDS[disclosure.kind]}"
    yield f"  {disclosure.body.name} {disclosure.fiscal_year} 年{kind}{draft}"
    if disclosure.unread_pages:
        yield f"  {pages(disclosure.unread_pages)}未能读取，仅部分检查"
    if disclosure.ocr_pages:
        yield f"  {pages(disclosure.ocr_pages)}由文字识别读出，数字请与原件核对"


def _headline(headline: Headline) -> Iterator[str]:
    yield f"  {total_sentence(headline)}文中所述：{verdict(headline.total)}。"
    yield f"  {sangong_sentence(headline)}文中所述：{verdict(headline.sangong)}。"
    if basis := basis_sentence(headline):
        yield f"  {basis}"


def _counts(runs: Iterable[CheckRun]) -> str:
    outcomes = Counter(run.outcome for run in runs if run.mode is Mode.ON)
    said = "，".join(f"{words} {outcomes[outcome]}" for outcome, words in OUTCOMES.items() if outcomes[outcome])
    return f"检查 {outcomes.total()} 项：{said or '无'}"


def _finding(finding: Finding, check: Check) -> Iterator[str]:
    yield f"  [{SEVERITIES[finding.severity]}] {finding.code} {check.title}"
    yield f"    {finding.message}"


def _summary(documents: tuple[Examined, ...], *, shadow: bool) -> str:
    severities = [finding.severity for one in documents for finding in one.findings(with_shadow=shadow)]
    found = "，".join(f"{SEVERITIES[severity]} {severities.count(severity)}" for severity in Severity)
    unread = sum(one.disclosure is None for one in documents)
    return f"共 {len(documents)} 份文件，未能检查 {unread} 份；{found}"


def _table(table: Table, *, whole: bool) -> Iterator[str]:
    where = pages(table.pages) if table.pages else f"第 {table.evidence.line} 行" if table.evidence.line else ""
    quality = table.quality
    yield (
        f"  表 {table.kind} “{shortened(table.caption, 50)}” {where}，单位 {table.unit or '未印出'}，"
        f"{table.printed_rows} 行 × {len(table.columns)} 列，勾稽 {quality.hold}/{quality.relations}"
    )
    if whole:
        for row in table.grid:
            yield "    " + "\t".join(shortened(cell, 40) for cell in row)


def _counted(disclosure: Disclosure) -> Iterator[str]:
    indicators = sum(len(project.indicators) for project in disclosure.projects)
    yield (
        f"  共 {len(disclosure.tables)} 张表，{len(disclosure.claims)} 条叙述，{len(disclosure.projects)} 个项目"
        f"（{indicators} 条指标），采购 {len(disclosure.purchases)} 行，资产 {len(disclosure.assets)} 行，"
        f"章节 {len(disclosure.sections)} 个"
    )
