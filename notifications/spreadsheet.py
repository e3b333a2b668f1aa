"""Lists every finding of a digest for a spreadsheet, safely."""

import csv
import io
from decimal import Decimal

from notifications.digest import Digest, DisclosureNews, FindingLine
from notifications.figures import place
from notifications.grouping import by_importance
from notifications.wording import NEWS, SEVERITIES, title

HEADINGS = (
    *("公开主体", "地区", "文本", "状态", "级别", "检查代码", "检查", "检查名称", "说明"),
    *("对照", "本文", "差额", "单位", "位置", "原文", "指纹", "起因指纹", "文件"),
)
# A cell that begins with one of these is run as a formula; East Asian editions of Excel take the full-width ones too.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def findings_csv(digest: Digest) -> bytes:
    """Return every finding as CSV that Excel opens as it is: UTF-8 with a byte order mark, CRLF, no formulas."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(HEADINGS)
    for news in by_importance(digest.disclosures):
        for line in sorted(news.findings, key=lambda line: line.finding.severity.rank):
            rows.writerow(_row(news, line))
    return text.getvalue().encode("utf-8-sig")


def _row(news: DisclosureNews, line: FindingLine) -> list[str]:
    finding = line.finding
    return [
        *map(harmless, (news.body.name, news.body.region or "", title(news), NEWS[line.news])),
        *map(harmless, (SEVERITIES[finding.severity], finding.code, line.title, line.name, finding.message)),
        *map(_number, (finding.expected, finding.actual, finding.difference)),
        harmless(finding.unit),
        harmless("；".join(place(evidence) for evidence in finding.evidence)),
        harmless("；".join(evidence.text for evidence in finding.evidence if evidence.text)),
        *map(harmless, (finding.fingerprint, finding.caused_by or "", "；".join(news.documents))),
    ]


def harmless(text: str) -> str:
    """Return text on one line that no spreadsheet takes for a formula."""
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
