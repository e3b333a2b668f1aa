"""文字中分项之和与总数不符。

## 检查什么
文字写“总数 A，其中（包括、分别为）：B、C、D”时，B、C、D 之和应等于 A。金额、面积、人数、车辆数都检查；
括号里的细数另成一组；细数合不上而改正它的总数外层也就合上的，外层列在它之下。
分项是否列全，由文字看：列出互补的各项（货物、工程、服务；地上、地下；离休、退休等）或末项为“其他……”的，视为列全；
看不出是否列全而各项之和较小的，只作提示。
同一节分几句写出基本支出、人员经费、公用经费的，后两者之和应等于前者。

## 为什么重要
总数和分项印在同一句话里，合不上必有一个数写错或漏写一项。

## 示例
> 文字称“本工程规划建筑面积”为 13459平方米（第 33 页），其中“地上建筑面积”8013平方米、“地下建筑面积”5356平方米，
> 8,013＋5,356＝13,369 平方米，相差 90 平方米。

## 不适用
增减额、上年数、占比不是分项；一句话里分项到哪里为止不明确的，以最接近的一种读法为准；相差在印出精度以内的。

## 依据
算术。
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.amount_lists import AmountList, ListReader, Number
from checks.check import CheckOptions, Skipped, check
from checks.list_words import ListWords, load_list_words
from checks.said import said_at
from checks.said_sums import SaidSum, sums_said
from checks.wording import money, place
from records.disclosure import Disclosure, Section
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.tolerance import Agreement, agreement, tolerance

_UNIT_MISTAKEN = 10_000


@dataclass(frozen=True, slots=True)
class _Broken:
    """A list that does not add up."""

    whole: Number
    parts: Sequence[Number]
    finding: Finding

    @property
    def missing(self) -> Decimal:
        """What the parts lack; negative where they are too much."""
        return self.whole.value - _sum(self.parts)

    def breaks(self, outer: "_Broken") -> bool:
        """Whether the other list adds up as soon as this one's whole is the sum of its own parts."""
        return outer is not self and self.whole in outer.parts and self.missing == -outer.missing


@check(
    "TXT002",
    "narrative-internal-sum",
    cases={"different": Severity.WARNING, "partial": Severity.INFO, "rounding": Severity.WARNING},
)
def narrative_internal_sum(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the numbers of the narrative that the parts listed behind them do not add up to."""
    words = load_list_words()
    reader = ListReader(words)
    tested = False
    for section in disclosure.sections:
        broken: list[_Broken] = []
        for listed in reader.lists(section.text):
            tested = True
            parts = _nearest(listed)
            case = _case(listed, parts, words)
            if case:
                broken.append(_Broken(listed.whole, parts, _finding(disclosure, section, listed, parts, case)))
        for one in broken:
            inner = next((other for other in broken if other.breaks(one)), None)
            yield replace(one.finding, caused_by=inner.finding.fingerprint) if inner else one.finding
    for said in sums_said(disclosure):
        tested = True
        if said.agreement is not Agreement.EQUAL:
            yield _said_finding(disclosure, said)
    if not tested:
        raise Skipped("no number of the narrative that is taken apart")


def _sum(parts: Sequence[Number]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _nearest(listed: AmountList) -> tuple[Number, ...]:
    """Return the reading that comes nearest to the whole: a sum is wrong only if it is wrong under every reading.

    A single part that is not the whole shows only that the list goes on.
    """
    right = (parts for parts in listed.readings if _verdict(listed.whole, parts) is Agreement.EQUAL)
    several = (parts for parts in listed.readings if len(parts) > 1)
    return next(right, None) or min(several, key=lambda parts: abs(_sum(parts) - listed.whole.value))


def _case(listed: AmountList, parts: Sequence[Number], words: ListWords) -> str | None:
    verdict = _verdict(listed.whole, parts)
    if verdict is Agreement.EQUAL:
        return None
    if verdict is Agreement.ROUNDING:
        return "rounding"
    if _names_all(parts, words):
        return "different"
    sides = {_sum(reading) > listed.whole.value for reading in listed.readings}
    if len(sides) > 1:  # where the list ends is open, and so is whether it names all parts
        return None
    return "different" if sides == {True} else "partial"


def _verdict(whole: Number, parts: Sequence[Number]) -> Agreement:
    finest = min(number.quantum for number in (whole, *parts))
    return agreement(_sum(parts) - whole.value, tolerance([finest] * (len(parts) + 1)))


def _names_all(parts: Sequence[Number], words: ListWords) -> bool:
    """Whether the names of the parts show that none is left out."""
    names = [part.name for part in parts]
    return names[-1].startswith(words.rest) or any(_are(names, complement) for complement in words.complements)


def _are(names: Sequence[str], complement: Sequence[Sequence[str]]) -> bool:
    """Whether every name is one of the complementary parts, in their order or another."""
    open_names = list(names)
    for spellings in sorted(complement, key=lambda one: -len(one[0])):  # 不计容面积 before 计容面积
        match = next((name for name in open_names if any(spelling in name for spelling in spellings)), None)
        if match is None:
            return False
        open_names.remove(match)
    return not open_names


def _finding(
    disclosure: Disclosure, section: Section, listed: AmountList, parts: Sequence[Number], case: str
) -> Finding:
    whole, total = listed.whole, _sum(parts)
    evidence = said_at(section, listed.begin, listed.end)
    shown = "、".join(f"“{part.name}”{part.text}" for part in parts)
    addends = "＋".join(_in_unit(part.value, whole, with_unit=False) for part in parts)
    unit_mistaken = _UNIT_MISTAKEN in (total / whole.value, whole.value / total) if whole.value and total else False
    return Finding(
        code=narrative_internal_sum.code,
        case=case,
        subject=subject_of(disclosure, place=section.heading, item=whole.name, measure="sum"),
        severity=narrative_internal_sum.cases[case],
        message=(
            f"文字称“{whole.name}”为 {whole.text}{place(evidence)}，其中{shown}，"
            f"{addends}＝{_in_unit(total, whole)}，相差 {_in_unit(abs(total - whole.value), whole)}"
            f"{'，疑为单位之误' if unit_mistaken else ''}。"
        ),
        evidence=(evidence,),
        expected=total,
        actual=whole.value,
        unit="元" if whole.is_money else whole.unit,
    )


def _said_finding(disclosure: Disclosure, said: SaidSum) -> Finding:
    claim, amount = said.whole
    case = str(said.agreement)
    parts = "，".join(f"“{part.name}”{money(printed)}{place(part.evidence)}" for part, printed in said.parts)
    addends = "＋".join(money(printed, with_unit=False) for _, printed in said.parts)
    return Finding(
        code=narrative_internal_sum.code,
        case=case,
        subject=subject_of(disclosure, place=claim.evidence.caption, item=claim.subject, measure="sum"),
        severity=narrative_internal_sum.cases[case],
        message=(
            f"文字称“{claim.name}”为 {money(amount)}{place(claim.evidence)}，{parts}，"
            f"{addends}＝{money(said.total)}，相差 {money(abs(amount.yuan - said.total))}。"
        ),
        evidence=tuple(dict.fromkeys(one.evidence for one, _ in (said.whole, *said.parts))),
        expected=said.total,
        actual=amount.yuan,
    )


def _in_unit(value: Decimal, whole: Number, *, with_unit: bool = True) -> str:
    """Return a number in the unit that the whole is printed in."""
    if whole.is_money:
        return money(value, whole.unit, with_unit=with_unit)
    return f"{value:,f}{f' {whole.unit}' if with_unit else ''}"
