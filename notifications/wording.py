"""Says in plain Chinese what a disclosure is, what moved in it, and how its checks came out."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from notifications.digest import CheckCounts, DisclosureNews, FindingLine, News
from notifications.figures import exact, figure, pages, percent, signed_wan, wan
from records.body import Scope
from records.disclosure import Kind
from records.finding import Finding, Severity
from records.headline import Headline, Movement, PriorFrom, Verdict

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
NEWS = {News.NEW: "新发现", News.CHANGED: "数额有变", News.RESOLVED: "已消除", News.OPEN: "此前已报"}
KINDS = {Kind.BUDGET: "预算", Kind.FINAL_ACCOUNTS: "决算", Kind.PERFORMANCE: "绩效文本", Kind.GOVERNMENT: "政府预决算"}
SCOPES = {Scope.DEPARTMENT: "部门", Scope.UNIT: "单位", None: ""}

_OWN_WORDS = {PriorFrom.PRINTED: "为本文所列", PriorFrom.STATED: "按本文所述推算"}
"""Where last year's figure comes from that the document itself gives."""


def title(news: DisclosureNews) -> str:
    """Name a disclosure apart from its body: 2023 年部门预算（草案）."""
    draft = "（草案）" if news.draft else ""
    return f"{news.fiscal_year} 年{SCOPES[news.scope]}{KINDS[news.kind]}{draft}"


def movement_sentence(movement: Movement, unchanged: str = "与上年分文不差") -> str:
    """Say what a figure is and how it moved, without a full stop."""
    if movement.current is None:
        return f"{movement.name}未见数字"
    amount = f"{movement.name} {wan(movement.current.yuan)}"
    if movement.prior is None:
        return f"{amount}，没有上年数可比"
    if not movement.change:
        return f"{amount}，{unchanged}"
    share = f"（{percent(movement.percent)}）" if movement.percent is not None else "（上年为零）"
    return f"{amount}，比上年的 {wan(movement.prior.yuan)}{_moved(movement.change)}{share}"


def total_sentence(headline: Headline) -> str:
    """Say how the total moved."""
    return f"{movement_sentence(headline.total, '与上年持平')}。"


def basis_sentence(headline: Headline) -> str:
    """Say where the earlier figures come from; empty where there are none."""
    movements = (headline.total, headline.sangong, *headline.sangong_items)
    names: dict[PriorFrom, list[str]] = {}
    for movement in movements:
        if movement.prior_from:
            names.setdefault(movement.prior_from, []).append(movement.name)
    stored = names.pop(PriorFrom.STORED, [])
    if not names:
        return "上年数取自上年文件。" if stored else ""
    alone = len(names) == 1 and not stored
    own = "，".join(
        f"{'' if alone else '、'.join(names[origin]) + '的'}上年数{words}"
        for origin, words in _OWN_WORDS.items()
        if origin in names
    )
    return f"{'上年数取自上年文件；' if stored else ''}{own}，未与上年文件核对。"


def verdict(movement: Movement) -> str:
    """Say whether the text is right about a movement: 属实, 不符 with both figures, 未述.

    Where last year is known from the text alone, the text can agree with itself but not be confirmed.
    """
    stated = movement.stated_change.yuan if movement.stated_change else None
    match movement.verdict:
        case Verdict.NOT_STATED:
            return "未述"
        case Verdict.CONFIRMED:
            word = "属实" if movement.prior_from is PriorFrom.STORED else "与本文一致"
            return word if stated in (None, movement.change) else f"{word}（文中 {signed_wan(stated)}）"
        case Verdict.CONTRADICTED:
            return f"不符：文中称{_moved(stated)}，实为{_moved(movement.change)}"


def _moved(yuan: Decimal | None) -> str:
    if yuan is None:
        return "不明"
    return f"{'增加' if yuan > 0 else '减少'} {wan(abs(yuan))}" if yuan else "持平"


def sangong_sentence(headline: Headline) -> str:
    """Say how the 三公 moved, and name the items that moved and those that did not, with their figures."""
    moved, unchanged, nothing, unknown = [], [], [], []
    for item in headline.sangong_items:
        if item.current is None or item.prior is None:
            unknown.append(item.name)
        elif item.change:
            moved.append(f"{item.name} {figure(item.prior.yuan)}→{figure(item.current.yuan)}")
        elif item.current.yuan:
            unchanged.append(f"{item.name} {figure(item.current.yuan)}")
        else:
            nothing.append(item.name)
    said = [
        "、".join(moved),
        _together(unchanged, "均未变", "未变"),
        _together(nothing, "两年均为零", "两年均为零"),
        _together(unknown, "未能与上年比较", "未能与上年比较"),
    ]
    total = movement_sentence(headline.sangong)
    details = "；".join(part for part in said if part)
    return f"{total}：{details}。" if details else f"{total}。"


def _together(names: list[str], several: str, one: str) -> str:
    if not names:
        return ""
    figures_end = names[-1][-1].isdigit()
    return f"{'、'.join(names)}{' ' if figures_end else ''}{several if len(names) > 1 else one}"


def severity_counts(lines: tuple[FindingLine, ...]) -> str:
    """Count findings by severity: 3 处错误、2 处警告."""
    severities = [line.finding.severity for line in lines if line.news is not News.RESOLVED]
    return "、".join(f"{severities.count(s)} 处{word}" for s, word in SEVERITIES.items() if s in severities)


def comparison(finding: Finding) -> str:
    """Give both numbers of a finding and their difference; empty where it has none."""
    if finding.expected is None or finding.actual is None or finding.difference is None:
        return ""
    both = f"对照 {exact(finding.expected, finding.unit)}，本文 {exact(finding.actual, finding.unit)}"
    if not finding.difference:
        return f"{both}，两数相同"
    unit = "个百分点" if finding.unit == "%" else finding.unit
    return f"{both}，相差 {'+' if finding.difference > 0 else ''}{exact(finding.difference, unit)}"


def roundings_sentence(lines: Sequence[FindingLine]) -> str:
    """Count the findings that differ by no more than a second rounding, table by table."""
    counts = Counter(_table_of(line.finding) for line in lines)
    tables = "、".join(f"{table} {count} 处" for table, count in counts.items())
    return f"另有 {len(lines)} 处尾差（{tables}），不超过四舍五入误差的两倍，明细见附件。"


def _table_of(finding: Finding) -> str:
    """Return the caption of the table a finding rests on; 文字 where it is about the narrative alone."""
    cells = (place for place in finding.evidence if place.row or place.column)
    return next((place.caption for place in cells if place.caption), "文字")


def clean_sentence(news: DisclosureNews) -> str:
    """Say that a disclosure was read whole and nothing was found."""
    return f"已读取并通过 {news.checks.passed} 项检查，无发现"


def checks_sentence(counts: CheckCounts) -> str:
    """Say which checks could not be made; empty where all could."""
    parts = (
        (counts.skipped, "项检查因缺少所需数据未做"),
        (counts.unresolved, "项因读取存疑未决"),
        (counts.errored, "项检查自身出错，未能完成"),
    )
    said = "，".join(f"{count} {words}" for count, words in parts if count)
    return f"另有 {said}。" if said else ""


def occasion_sentence(news: DisclosureNews) -> str:
    """Say why a disclosure is told of again; empty where it is told of because it was published."""
    ours = "以下变化由本系统的读取、检查或设置更新引起，并非公开内容有改动。" if news.ours else ""
    replaced = f"替换了此前公开的《{news.replaces}》。" if news.replaces else ""
    return ours + replaced


def reading_sentence(news: DisclosureNews) -> str:
    """Say which pages were not read or were read by OCR; empty where neither is so."""
    unread = f"{pages(news.unread_pages)}未能读取，仅部分检查。" if news.unread_pages else ""
    recognised = f"{pages(news.ocr_pages)}由文字识别读出，数字请与原件核对。" if news.ocr_pages else ""
    return unread + recognised
