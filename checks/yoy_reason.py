"""增减变动未说明原因，或原因是套话。

## 检查什么
“三公”经费及各项、收支总额、机关运行经费较上年有增减的，从该句起到下一项为止有没有说明原因；写出的原因是不是放在哪里都适用的套话
（“工作需要”），或者只是重复变动本身（“医疗经费增加”）；同一个原因是否照抄到许多科目；
各科目的变动大多写有原因，个别科目却没有写的。

## 为什么重要
“三公”经费的增减应当说明原因。没有原因或原因空泛，读者无从判断变动是否合理。

## 示例
> “公务接待费”比上年增加 3.00 万元（第 14 页），文中没有说明原因。

## 不适用
收支总额、机关运行经费的原因不是各地都要求写的，没有写的只作提示。
持平；变动不足 minimum_ratio 或 minimum_yuan；公务用车购置费、运行费的原因写在合计处的，合计的原因写在各项的；
原因与方向相反由 TXT004 检查。是否写有原因按宽的口径认定：本节以下文字中有“由于”“按照”“落实”等词即视为有原因。

## 依据
关于推进部门预算公开的规定要求说明“三公”经费增减变化的原因（未核原文）。
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.reason_words import ReasonWords, load_reason_words
from checks.running_text import RunningText, folded, running_text
from checks.stated import stated_prior, verb_left_out
from checks.wording import money, place
from records.claim import Claim, Direction
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_SANGONG = ("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception")
_TOTALS = ("total", "income-total", "expenditure-total", "operating-cost")
_NAMED = (*_SANGONG, *_TOTALS)
"""What everyone looks at first: each of these has a finding of its own."""
_VEHICLES = frozenset({"vehicle", "vehicle-purchase", "vehicle-running"})
_RELATED = {"sangong": frozenset(_SANGONG), **dict.fromkeys(_VEHICLES, _VEHICLES)}
"""A reason given with one of these may be the reason of the other."""
_PARTS_OF_TOTALS = (
    "total",
    "income-",
    "income:",
    "expenditure-",
    "expenditure:",
    "fiscal-",
    "basic",
    "project",
    "carried-",
)
_ITEMS = ("function-class", "function-item")
_MOST_EXPLAINED = 3
"""For each item without a reason so many must have one: then a document gives reasons item by item."""
_MOST_LISTED = 12
_MOVES = (Direction.INCREASE, Direction.DECREASE)


class Options(CheckOptions):
    """Which movements must be explained, and how often a reason may be used."""

    minimum_ratio: Decimal = Field(
        Decimal("0.01"), ge=0, description="Movements smaller than this share of last year's figure need no reason."
    )
    minimum_yuan: Decimal = Field(
        Decimal(10_000), ge=0, description="Movements smaller than this, in 元, need no reason."
    )
    repeated: int = Field(4, ge=2, description="One reason given for this many items or more is reported.")


@check(
    "YOY006",
    "yoy-reason",
    cases={
        "missing": Severity.WARNING,
        "missing-total": Severity.INFO,
        "missing-items": Severity.INFO,
        "empty": Severity.INFO,
        "empty-items": Severity.INFO,
        "repeated": Severity.INFO,
    },
    options=Options,
)
def yoy_reason(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the movements without a reason, those with an empty one, and the reasons that stand everywhere."""
    moved = [claim for claim in disclosure.claims if _moved(claim, options)]
    if not moved:
        raise Skipped("no claim says that a figure moved")
    words, text = load_reason_words(), running_text(disclosure)
    for claim in moved:
        if claim.reason is None and _lacks_reason(claim, disclosure, text, words):
            yield _missing(disclosure, claim)
    for subject in _ITEMS:
        left_out = _left_out([claim for claim in moved if claim.subject == subject], disclosure, text, words)
        if left_out:
            yield _finding(disclosure, "missing-items", left_out, _unexplained(left_out))
    empty = [claim for claim in moved if _is_empty(claim, words)]
    yield from (_empty(disclosure, claim) for claim in empty if claim.subject in _NAMED)
    items = [claim for claim in empty if claim.subject not in _NAMED]
    if items:
        yield _all_empty(disclosure, items)
    yield from _repeated(disclosure, [claim for claim in moved if claim not in empty], options.repeated)


def _moved(claim: Claim, options: Options) -> bool:
    """Whether a claim states a movement that is large enough to need a reason."""
    prior = stated_prior(claim)
    if claim.direction not in _MOVES or claim.amount is None or prior is None or verb_left_out(claim):
        return False
    change = abs(claim.amount.yuan - prior.yuan)
    return change >= options.minimum_yuan and change >= prior.yuan * options.minimum_ratio


def _lacks_reason(claim: Claim, disclosure: Disclosure, text: RunningText, words: ReasonWords) -> bool:
    """Whether nothing from the claim to the next item may be a reason; False where that cannot be read."""
    if claim.subject not in _NAMED:
        return False
    related = {other.subject for other in disclosure.claims if _may_share_reason(claim.subject, other.subject)}
    if any(other.reason for other in disclosure.claims_about(*related)):
        return False
    others = (other.evidence.text for other in disclosure.claims if other.subject not in related)
    following = text.after(claim.evidence.text, others)
    return following is not None and not words.may_explain(following)


def _left_out(items: list[Claim], disclosure: Disclosure, text: RunningText, words: ReasonWords) -> list[Claim]:
    """Return the items behind which nothing may be a reason, where most others have one."""
    silent = [claim for claim in items if claim.reason is None]
    if len(items) - len(silent) < _MOST_EXPLAINED * max(1, len(silent)):
        return []
    told = {claim.evidence.text for claim in disclosure.claims}
    after = ((claim, text.after(claim.evidence.text, told - {claim.evidence.text})) for claim in silent)
    return [claim for claim, following in after if following is not None and not words.may_explain(following)]


def _unexplained(claims: list[Claim]) -> str:
    moves = "；".join(
        f"“{claim.path[-1] if claim.path else claim.name}”{_change(claim)}{place(claim.evidence)}" for claim in claims
    )
    return f"其他科目的变动写有原因，{len(claims)} 个科目没有写：{moves}。"


def _may_share_reason(subject: str, other: str) -> bool:
    """Whether the reason of one may be given with the other: a total is explained by what it consists of."""
    if subject.endswith("total"):
        return other.startswith(_PARTS_OF_TOTALS)
    return other in _RELATED.get(subject, (subject,))


def _missing(disclosure: Disclosure, claim: Claim) -> Finding:
    case = "missing" if claim.subject in _SANGONG else "missing-total"
    message = f"“{claim.name}”比上年{_change(claim)}{place(claim.evidence)}，文中没有说明原因。"
    return _finding(disclosure, case, [claim], message)


def _is_empty(claim: Claim, words: ReasonWords) -> bool:
    return bool(claim.reason) and (words.is_stock(claim.reason or "") or words.restates(claim.reason or "", claim.name))


def _empty(disclosure: Disclosure, claim: Claim) -> Finding:
    message = f"“{claim.name}”比上年{_change(claim)}，所写原因“{claim.reason}”没有说明具体事项{place(claim.evidence)}。"
    return _finding(disclosure, "empty", [claim], message)


def _all_empty(disclosure: Disclosure, claims: list[Claim]) -> Finding:
    message = f"{len(claims)} 处变动的原因没有说明具体事项：{_listed(claims)}。"
    return _finding(disclosure, "empty-items", claims, message)


def _repeated(disclosure: Disclosure, moved: list[Claim], often: int) -> Iterator[Finding]:
    """Yield the reasons of many items; the totals that contain them move for the same reason."""
    by_reason: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in moved:
        if claim.reason and claim.subject == "function-item":
            by_reason[folded(claim.reason)].setdefault(claim.place, claim)
    for claims in (list(group.values()) for group in by_reason.values()):
        if len(claims) >= often:
            message = f"{len(claims)} 个科目的变动写的是同一个原因：{_listed(claims)}。"
            yield _finding(disclosure, "repeated", claims, message)


def _listed(claims: list[Claim]) -> str:
    shown = "；".join(
        f"“{claim.path[-1] if claim.path else claim.name}”{_change(claim)}，“{claim.reason}”{place(claim.evidence)}"
        for claim in claims[:_MOST_LISTED]
    )
    return shown + ("；等" if len(claims) > _MOST_LISTED else "")


def _change(claim: Claim) -> str:
    prior = stated_prior(claim)
    change = abs(claim.amount.yuan - prior.yuan) if claim.amount and prior else Decimal(0)
    return f"{'增加' if claim.direction is Direction.INCREASE else '减少'} {money(change)}"


def _finding(disclosure: Disclosure, case: str, claims: list[Claim], message: str) -> Finding:
    """Return a finding about one claim, or about the items of several at once."""
    first = claims[0]
    together = case in ("empty-items", "repeated", "missing-items")
    prior = None if together else stated_prior(first)
    return Finding(
        code=yoy_reason.code,
        case=case,
        subject=subject_of(
            disclosure,
            place=folded(first.reason or "") if case == "repeated" else "" if together else first.place,
            item="" if together else first.subject,
            measure=case,
        ),
        severity=yoy_reason.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(claim.evidence for claim in claims)),
        expected=prior.yuan if prior else None,
        actual=first.amount.yuan if first.amount and prior else None,
    )
