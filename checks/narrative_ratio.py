"""占比与金额不符。

## 检查什么
文字写“B 万元，占 A 的 38.2%”时，用印出的 B 与 A 重算一遍。写明占什么的，与文字和表中的那个数比；没有写明的，
与同一节里的各数和各表总额比，与其中任何一个相符即为相符；都不相符时，只有相邻的占比能说明整体是哪个数，才作判断。授予中小企业、小微企业合同金额的占比，与同一节中所称的总额比。
“占76.23”后面缺“%”的也报。

## 为什么重要
占比由印出的两个数算出，合不上说明三个数中至少有一个写错。

## 示例
> 文字所称“项目支出”为 603.14 万元（第 18 页），文字所称“本年支出合计”为 2,940.05 万元（第 18 页），
> 603.14÷2,940.05＝20.51%，文中写占 25.10%，相差 4.59 个百分点。

## 不适用
整体是哪个数不能确定的；完成率（由 TXT007 检查）；百分比按印出的小数位截去尾数而不是四舍五入的；
为凑足 100% 而在末位调整的。

## 依据
算术。容差由印出的小数位推得，且不小于 minimum_points。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.nested_claims import StatedShare, shares_in_sections
from checks.percentages import Recomputed
from checks.quoted import Quoted
from checks.said import said_at
from checks.share_phrases import load_share_phrases
from checks.wholes import Share, shares_of
from checks.wording import place
from records.claim import Claim
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, Subject, subject_of
from records.surroundings import Surroundings

_WITHOUT_SIGN = re.compile(
    r"[^，。；;\n]{0,30}占(?:比|[^，,。；;\d地]{0,12}的)?(?:为|约)?\d{1,2}(?:\.\d+)?(?=[，,；;。])"
)


class Options(CheckOptions):
    """How far a share may be off."""

    minimum_points: Decimal = Field(
        Decimal("0.02"), ge=0, description="Shares off by less than this many percentage points are never reported."
    )


@check(
    "TXT003",
    "narrative-ratio",
    cases={"different": Severity.WARNING, "no-sign": Severity.WARNING},
    options=Options,
)
def narrative_ratio(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the shares that the amounts they were worked out from contradict."""
    shares = shares_of(disclosure)
    wrong: dict[tuple[str, Evidence], str] = {}
    for index, share in enumerate(shares):
        if not any(_fitting(share, (*share.named, *share.others), options)):
            whole = _whole_meant(shares, index, options)
            if whole:
                finding = _finding(_subject(disclosure, share.claim), share.part, *whole)
                # Shares of one whole, given together, were reckoned together.
                first = wrong.setdefault((share.claim.evidence.caption, whole[0].evidence), finding.fingerprint)
                yield replace(finding, caused_by=first if first != finding.fingerprint else None)
    awarded = list(shares_in_sections(disclosure, load_share_phrases()))
    yield from _wrongly_awarded(disclosure, awarded, options)
    unsigned = list(_without_sign(disclosure))
    yield from unsigned
    if not shares and not awarded and not unsigned:
        raise Skipped("the narrative gives no share of anything")


def _fitting(share: Share, wholes: Sequence[Quoted], options: Options) -> Iterator[Quoted]:
    """Yield the wholes of which the stated share is right."""
    for whole in wholes:
        recomputed = share.of(whole)
        if recomputed and recomputed.fits(options.minimum_points):
            yield whole


def _whole_meant(shares: Sequence[Share], index: int, options: Options) -> tuple[Quoted, Recomputed] | None:
    """Return what a wrong share is a share of: the whole it names, or that of the share beside it."""
    share = shares[index]
    nearest = (next((one for one in side if _same_list(share, one)), None) for side in _sides(shares, index))
    beside = [one for one in nearest if one]
    wholes = share.named or tuple(whole for other in beside for whole in _fitting(other, other.others, options))
    found = [(whole, recomputed) for whole in wholes if (recomputed := share.of(whole))]
    return min(found, key=lambda pair: abs(pair[1].off), default=None)


def _sides(shares: Sequence[Share], index: int) -> tuple[Sequence[Share], Sequence[Share]]:
    return shares[:index][::-1], shares[index + 1 :]


def _same_list(share: Share, other: Share) -> bool:
    """Whether a share stands beside another in the section and shows what both are shares of."""
    shows = other.claim.share is not None and 0 < other.claim.share.value < 100
    return shows and other is not share and other.claim.evidence.caption == share.claim.evidence.caption


def _wrongly_awarded(disclosure: Disclosure, awarded: Sequence[StatedShare], options: Options) -> Iterator[Finding]:
    """Yield what went to smaller firms, where the share of the whole it names is another."""
    for share in awarded:
        if share.whole.amount.yuan <= 0:
            continue
        recomputed = Recomputed(share.part.amount, share.whole.amount, share.stated)
        if not recomputed.fits(options.minimum_points):
            subject = subject_of(disclosure, place=share.heading, item=share.part.words, measure="share")
            yield _finding(subject, share.part, share.whole, recomputed)


def _subject(disclosure: Disclosure, claim: Claim) -> Subject:
    return subject_of(disclosure, place=claim.place, item=claim.subject, measure=f"share:{claim.share_of or ''}")


def _finding(subject: Subject, part: Quoted, whole: Quoted, recomputed: Recomputed) -> Finding:
    return Finding(
        code=narrative_ratio.code,
        case="different",
        subject=subject,
        severity=narrative_ratio.cases["different"],
        message=(
            f"{part.text}，{whole.text}，{recomputed.quotient}，"
            f"文中写占 {recomputed.stated.value}%，相差 {abs(recomputed.off):.2f} 个百分点。"
        ),
        evidence=tuple(dict.fromkeys((part.evidence, whole.evidence))),
        expected=recomputed.percent.quantize(Decimal("0.01")),
        actual=recomputed.stated.value,
        unit="%",
    )


def _without_sign(disclosure: Disclosure) -> Iterator[Finding]:
    for section in disclosure.sections:
        for match in _WITHOUT_SIGN.finditer(section.text):
            evidence = said_at(section, match.start(), match.end())
            yield Finding(
                code=narrative_ratio.code,
                case="no-sign",
                subject=subject_of(disclosure, place=section.heading, measure="sign"),
                severity=narrative_ratio.cases["no-sign"],
                message=f"文字写“{evidence.text}”{place(evidence)}，占比后面缺“%”。",
                evidence=(evidence,),
            )
