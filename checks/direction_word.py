"""方向词与数值矛盾。

## 检查什么
文字写“决算数大于（小于、等于）预算数”时，与同一节文字或表中的决算数、预算数比较；写“比上年增加（减少）”而同一句话又印出上年数时，
与两个数的大小比较；写“增加”而增加额比本年数还大的，上年数就成了负数；所写百分比只在方向相反时才算得通的，也是方向写反；
一处变动先写“增加”若干万元、紧接着又写“下降”百分之几的，两个词必有一个写反。
数字与方向词一致的，再看所写原因：写“减少”而原因只说“经费增加”（或反过来）的。原因可以另有所指，两数相等而写增减的可能只是
四舍五入所致，这两种只报警告。

## 为什么重要
方向写反，读者得到的结论正好相反；原因与方向相反，说明原因是照抄的，变动并未得到解释。

## 示例
> “行政运行”决算 1,511.89 万元（第 19 页），年初预算为 1,560.05 万元（第 19 页），决算小于预算，文中却写“大于”。

## 不适用
两数之差在印出精度以内的；写“基本持平”的；“与上年持平”是否属实由 YOY003 检查；没有印出预算数或上年数的；
原因提到上年、结转或其他来源资金的（这时方向可以相反）。

## 依据
两数大小的比较。
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checks.check import CheckOptions, Skipped, check
from checks.direction_words import DirectionWords, load_direction_words
from checks.joined_words import contrary_pairs
from checks.planned import FIRST_BUDGET, planned_for, stages_meant
from checks.quoted import Quoted
from checks.stated import verb_left_out
from checks.stated_percent import expected_percent, figures_shown, percent_fits, quotient, turned
from checks.wording import money, place
from records.amount import Amount
from records.claim import Claim, Direction, Stage
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.tolerance import tolerance

_POINTS = Decimal("0.05")
"""How many percentage points a percentage may be off besides what rounding leaves open."""
_COMPARED = {Direction.INCREASE: "大于", Direction.DECREASE: "小于", Direction.FLAT: "等于"}
_MOVED = {Direction.INCREASE: "增加", Direction.DECREASE: "减少", Direction.FLAT: "持平"}
_WITH_FIRST_BUDGET = re.compile(rf"(?:[大小高低等]于|超过|与|和|同){FIRST_BUDGET}")


@check(
    "TXT004",
    "direction-word",
    cases={
        "contrary": Severity.ERROR,
        "two-words": Severity.ERROR,
        "not-equal": Severity.ERROR,
        "no-movement": Severity.WARNING,
        "reason": Severity.WARNING,
    },
)
def direction_word(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the statements whose word for the direction, or whose reason, their own figures contradict."""
    words = load_direction_words()
    tested = 0
    for claim in disclosure.claims:
        against = [*_budgets(claim, disclosure), *_last_year(claim)]
        found = (
            _against_figures(disclosure, claim, against)
            or _against_change(disclosure, claim)
            or _against_percent(disclosure, claim)
            or _against_reason(disclosure, claim, words)
        )
        tested += bool(against or (claim.direction and (claim.change or claim.reason)))
        if found:
            yield found
    for said in contrary_pairs(disclosure, words):
        tested += 1
        yield _contrary_words(disclosure, said)
    if not tested:
        raise Skipped("no word for a direction with a figure or a reason to set against it")


def _budgets(claim: Claim, disclosure: Disclosure) -> list[Quoted]:
    """Return what the final figure of a claim is said to be greater or smaller than."""
    own_year = claim.base_year in (None, disclosure.fiscal_year) and claim.stage is Stage.FINAL
    if claim.direction is None or claim.amount is None or not own_year:
        return []
    stages = stages_meant(claim.base, first=_WITH_FIRST_BUDGET.search(claim.evidence.text) is not None)
    return [budget for stage in stages for budget in planned_for(claim, disclosure, stage)]


def _last_year(claim: Claim) -> list[Quoted]:
    """Return last year's figure as the same sentence prints it; 持平 is another check's."""
    moves = claim.direction in (Direction.INCREASE, Direction.DECREASE)
    if claim.amount is None or claim.prior is None or not moves or verb_left_out(claim):
        return []
    return [Quoted("上年", claim.prior, "万元", claim.evidence)]


def _against_figures(disclosure: Disclosure, claim: Claim, others: list[Quoted]) -> Finding | None:
    """Return the finding that the word fits none of the figures it may compare with."""
    verdicts = [_verdict(claim.direction, claim.amount, other.amount) for other in others]
    if claim.amount is None or claim.direction is None or not verdicts or None in verdicts:
        return None
    other, case = others[0], verdicts[0] or ""
    compared = other.words != "上年"
    name = "决算" if compared else "本年"
    said = (_COMPARED if compared else _MOVED)[claim.direction]
    sign = claim.amount.yuan - other.amount.yuan
    actual = Direction.FLAT if sign == 0 else Direction.INCREASE if sign > 0 else Direction.DECREASE
    message = (
        f"“{claim.name}”{name} {money(claim.amount)}{place(claim.evidence)}，{other.text}，"
        f"{name}{_COMPARED[actual]}{'预算' if compared else '上年'}，文中却写“{said}”。"
    )
    return _finding(disclosure, claim, case, message, other)


def _verdict(direction: Direction | None, amount: Amount | None, other: Amount) -> str | None:
    """Return the case of contradiction, None where the word fits or rounding leaves it open."""
    if amount is None:
        return None
    difference = amount.yuan - other.yuan
    within = abs(difference) <= tolerance([amount.quantum, other.quantum])
    if direction is Direction.FLAT:
        return None if within else "not-equal"
    if difference == 0:
        return "no-movement"
    rises = difference > 0
    return None if within or rises is (direction is Direction.INCREASE) else "contrary"


def _against_change(disclosure: Disclosure, claim: Claim) -> Finding | None:
    """Return the finding that something has grown by more than it is: last year it was less than nothing."""
    if claim.direction is not Direction.INCREASE or claim.amount is None or claim.change is None or claim.prior:
        return None
    if claim.change.yuan - claim.amount.yuan <= tolerance([claim.amount.quantum, claim.change.quantum]):
        return None
    message = (
        f"“{claim.name}”本年 {money(claim.amount)}，文中写“增加”{money(claim.change)}{place(claim.evidence)}，"
        "增加额大于本年数，上年数成为负数。"
    )
    return _finding(disclosure, claim, "contrary", message, None)


def _against_percent(disclosure: Disclosure, claim: Claim) -> Finding | None:
    """Return the finding that the percentage is right for the opposite word only."""
    if claim.direction is Direction.FLAT or not (claim.amount and claim.change and claim.percent) or claim.prior:
        return None
    other = turned(claim)
    if percent_fits(claim, _POINTS) or not percent_fits(other, _POINTS):
        return None
    word = _MOVED[other.direction] if other.direction else ""
    message = (
        f"“{claim.name}”{figures_shown(claim)}，文中写 {claim.percent.value}%{place(claim.evidence)}，"
        f"{quotient(other)}，只有写“{word}”才算得通。"
    )
    expected = expected_percent(claim)
    found = _finding(disclosure, claim, "contrary", message, None)
    return replace(
        found,
        expected=expected.quantize(Decimal("0.01")) if expected else None,
        actual=abs(claim.percent.value),
        unit="%",
    )


def _against_reason(disclosure: Disclosure, claim: Claim, words: DirectionWords) -> Finding | None:
    if claim.direction is None or not claim.reason:
        return None
    if not words.contradict(claim.reason, claim.direction, disclosure.fiscal_year - 1):
        return None
    moved = f"{_MOVED[claim.direction]}{f' {money(claim.change)}' if claim.change else ''}"
    message = f"“{claim.name}”{moved}，所写原因却是“{claim.reason}”{place(claim.evidence)}，原因与方向相反。"
    return _finding(disclosure, claim, "reason", message, None)


def _contrary_words(disclosure: Disclosure, said: Evidence) -> Finding:
    return Finding(
        code=direction_word.code,
        case="two-words",
        subject=subject_of(disclosure, place=said.caption, measure="words"),
        severity=direction_word.cases["two-words"],
        message=f"文字写“{' '.join(said.text.split())}”{place(said)}，同一变动的两个方向词相反。",
        evidence=(said,),
    )


def _finding(disclosure: Disclosure, claim: Claim, case: str, message: str, other: Quoted | None) -> Finding:
    evidence: tuple[Evidence, ...] = (claim.evidence, other.evidence) if other else (claim.evidence,)
    actual: Decimal | None = claim.amount.yuan if claim.amount and other else None
    return Finding(
        code=direction_word.code,
        case=case,
        subject=subject_of(
            disclosure, place=claim.place, item=claim.subject, measure="reason" if case == "reason" else "direction"
        ),
        severity=direction_word.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
        expected=other.amount.yuan if other else None,
        actual=actual,
    )
