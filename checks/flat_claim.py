"""“持平”“无变化”不实。

## 检查什么
文字称某数与上年“持平”“无增减”“零增长”时，与上年数比较。上年数取自同一句话、文中另一处说明、表中的上年数栏和库内的上年文件；
表中有几个口径时，与其中任何一个相等即为相符。“三公”经费或公务用车合计称持平的，再看所属各项写明的增减额之和是否为零。

## 为什么重要
写“持平”就不再说明原因。实际有增减而称持平，变动就没有得到解释。

## 示例
> “公务接待费”本年 8.00 万元，文中称与上年持平（第 14 页），上年公开的“三公”经费支出表“公务接待费”合计为
> 10.00 万元（《2022年部门预算.pdf》第 9 页），相差 2.00 万元。

## 不适用
没有上年数的；写“基本持平”的；与执行数、调整预算数相比而只有年初预算数的；决算与本年预算相比的“持平”由 TXT004 检查。

## 依据
两数相等与否。容差由两数印出的小数位推得。
"""

from collections.abc import Iterator
from decimal import Decimal

from checks.check import CheckOptions, Skipped, check
from checks.last_year import last_year_of
from checks.quoted import Quoted, said
from checks.stated import signed_change
from checks.wording import difference, money, moved, place
from records.amount import Amount
from records.claim import Claim, Direction
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.tolerance import Agreement, agreement, tolerance

_PARTS = {"sangong": ("abroad", "vehicle", "reception"), "vehicle": ("vehicle-purchase", "vehicle-running")}


@check(
    "YOY003",
    "flat-claim",
    cases={"moved": Severity.ERROR, "parts": Severity.ERROR, "rounding": Severity.INFO},
)
def flat_claim(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the claims that call a figure unchanged although last year's was another."""
    last_year = last_year_of(disclosure, surroundings)
    tested = 0
    for claim in disclosure.claims:
        if claim.direction is not Direction.FLAT or claim.amount is None:
            continue
        stated, printed = list(last_year.stated(claim)), list(last_year.printed(claim))
        parts = _parts_of(claim, disclosure)
        tested += bool(stated or printed or parts)
        found = _against(disclosure, claim, stated, printed) or _against_parts(disclosure, claim, parts)
        if found:
            yield found
    if not tested:
        raise Skipped("no figure that is called unchanged and whose figure of last year is known")


def _against(disclosure: Disclosure, claim: Claim, stated: list[Quoted], printed: list[Quoted]) -> Finding | None:
    """Return the finding that a stated figure, or the nearest of the printed ones, is another than this year's."""
    nearest = sorted(printed, key=lambda other: abs(_difference(claim, other)))[:1]
    for other in (*stated, *nearest):
        verdict = agreement(_difference(claim, other), tolerance([_amount(claim).quantum, other.amount.quantum]))
        if verdict is not Agreement.EQUAL:
            case = "moved" if verdict is Agreement.DIFFERENT else "rounding"
            message = (
                f"“{claim.name}”本年 {said(claim, _amount(claim))}，文中称与上年持平{place(claim.evidence)}，"
                f"{other.text}，相差 {difference(_difference(claim, other))}。"
            )
            evidence = tuple(dict.fromkeys((claim.evidence, other.evidence)))
            return _finding(disclosure, claim, case, message, evidence, other.amount.yuan)
    return None


def _parts_of(claim: Claim, disclosure: Disclosure) -> list[tuple[Claim, Amount]]:
    """Return the parts of the claim's figure with the changes the text gives them, if it gives all of them."""
    found = []
    for subject in _PARTS.get(claim.subject, ()):
        comparable = (one for one in disclosure.claims_about(subject) if _compares_alike(one, claim))
        part = next(((one, change) for one in comparable if (change := signed_change(one))), None)
        if part is None:
            return []
        found.append(part)
    return found


def _compares_alike(one: Claim, other: Claim) -> bool:
    return (one.year, one.stage, one.base, one.base_year) == (other.year, other.stage, other.base, other.base_year)


def _against_parts(disclosure: Disclosure, claim: Claim, parts: list[tuple[Claim, Amount]]) -> Finding | None:
    total = sum((change.yuan for _, change in parts), Decimal(0))
    if agreement(total, tolerance(change.quantum for _, change in parts)) is not Agreement.DIFFERENT:
        return None
    listed = "、".join(f"“{part.name}”{moved(change.yuan)}{place(part.evidence)}" for part, change in parts)
    message = (
        f"“{claim.name}”{money(_amount(claim))}，文中称与上年持平{place(claim.evidence)}，"
        f"所属各项却是 {listed}，合计变动 {money(total)}。"
    )
    evidence = tuple(dict.fromkeys((claim.evidence, *(part.evidence for part, _ in parts))))
    return _finding(disclosure, claim, "parts", message, evidence, _amount(claim).yuan - total)


def _amount(claim: Claim) -> Amount:
    return claim.amount or Amount(Decimal(0), Decimal(0))


def _difference(claim: Claim, other: Quoted) -> Decimal:
    return _amount(claim).yuan - other.amount.yuan


def _finding(
    disclosure: Disclosure, claim: Claim, case: str, message: str, evidence: tuple[Evidence, ...], prior: Decimal
) -> Finding:
    return Finding(
        code=flat_claim.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="flat"),
        severity=flat_claim.cases[case],
        message=message,
        evidence=evidence,
        expected=prior,
        actual=_amount(claim).yuan,
    )
