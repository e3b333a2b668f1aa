"""Says the most important thing of a digest in one line."""

from notifications.digest import Digest, DisclosureNews
from notifications.figures import shortened, wan
from notifications.grouping import by_importance, is_clean
from notifications.wording import KINDS

NAME_LENGTH = 24


def subject_line(digest: Digest) -> str:
    """Return the subject: 预决算监测 11-21：石家庄市司法局 2023 预算减少 7,442.01 万元；3 处错误."""
    ordered = by_importance(digest.disclosures)
    parts = [part for part in (_lead(ordered), _found(digest), _failed(digest)) if part]
    return f"预决算监测 {digest.made_at:%m-%d}：{'；'.join(parts) or '没有新文本'}"


def _lead(ordered: list[DisclosureNews]) -> str:
    if not ordered:
        return ""
    first, others = ordered[0], len(ordered) - 1
    if others and all(map(is_clean, ordered)):
        return f"{len(ordered)} 份文本通过检查"
    name = shortened(first.body.name, NAME_LENGTH)
    return (
        f"{name} {first.fiscal_year} {KINDS[first.kind]}{_moved(first)}{f'；共 {others + 1} 份文本' if others else ''}"
    )


def _moved(news: DisclosureNews) -> str:
    yuan = news.headline.total.change if news.headline else None
    if yuan is None:
        return ""
    return f"{'增加' if yuan > 0 else '减少'} {wan(abs(yuan))}" if yuan else "与上年持平"


def _found(digest: Digest) -> str:
    counts = digest.counts
    if counts.errors:
        return f"{counts.errors} 处错误"
    if counts.warnings:
        return f"{counts.warnings} 处警告"
    if counts.findings:
        return f"{counts.findings} 处提示"
    if counts.resolved:
        return f"{counts.resolved} 处已消除"
    if not digest.disclosures:
        return ""
    return "无发现" if all(map(is_clean, digest.disclosures)) else "已检查的部分无发现"


def _failed(digest: Digest) -> str:
    return f"{len(digest.failures)} 份未能检查" if digest.failures else ""
