"""用途说明与科目不符。

## 检查什么
说明文字写某科目“主要用于……”时，所写用途是不是另一个科目的：住房公积金、购房补贴、养老保险、职业年金、医疗、抚恤这几类科目，
用途只写到另一类而没有写到本类的；或者用途、变动原因与同文另一科目的逐字相同，写的是那个科目的名称而不是本科目的。

## 为什么重要
用途张冠李戴，多半是照抄上一段没有改，读者看到的不是这笔钱的真实去向。

## 示例
> “住房公积金”的用途写作“事业单位医疗保险支出”（第 20 页），与“事业单位医疗”的用途逐字相同（第 19 页），没有写到本科目。

## 不适用
类、款级的说明；“其他……支出”“行政运行”等各款都有的科目，除非连款的名称一起照抄；同时写到本科目的。

## 依据
政府收支分类科目的科目说明。
"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.item_uses import ItemUse, item_uses
from checks.purposes import Purpose, PurposeWords, load_purposes
from checks.wording import place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings


class Options(CheckOptions):
    """How much text has to be the same."""

    minimum_letters: int = Field(4, ge=1, description="Shorter texts are never taken for copies of each other.")


@check(
    "TXT008",
    "purpose-mismatch",
    cases={"copied": Severity.WARNING, "copied-reason": Severity.WARNING, "other-purpose": Severity.WARNING},
    options=Options,
)
def purpose_mismatch(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the items whose use, or whose reason for moving, is that of another item."""
    words = load_purposes()
    items = item_uses(disclosure, words)
    if not any(item.use or item.reason for item in items):
        raise Skipped("the narrative says of no item what it is used for")
    for item in items:
        found = _copied(disclosure, item, items, words, options) or _misplaced(disclosure, item, words)
        if found:
            yield found


def _copied(
    disclosure: Disclosure, item: ItemUse, items: Sequence[ItemUse], words: PurposeWords, options: Options
) -> Finding | None:
    """Return the finding that an item says, word for word, what names another one."""
    for case, name, said in (("copied", "用途", item.use), ("copied-reason", "变动原因", item.reason)):
        if len(said) < options.minimum_letters or _names_itself(item, said, words):
            continue
        for other in items:
            if other.name != item.name and _says(other, case, said, words):
                here, there = (one.use_evidence if case == "copied" else one.reason_evidence for one in (item, other))
                message = (
                    f"“{item.name}”的{name}写作“{said}”{place(here)}，与“{other.name}”的{name}逐字相同"
                    f"{place(there)}，没有写到本科目。"
                )
                return _finding(disclosure, case, message, item, here, there)
    return None


def _says(item: ItemUse, case: str, said: str, words: PurposeWords) -> bool:
    """Whether an item says this of itself; a reason may name other items too: where a classification changed."""
    if case == "copied":
        return item.use == said and item.is_named_in(said, words)
    return item.reason == said and item.opens(said, words)


def _names_itself(item: ItemUse, said: str, words: PurposeWords) -> bool:
    own = words.of(item.name)
    return item.is_named_in(said, words) or (own is not None and own.names(said))


def _misplaced(disclosure: Disclosure, item: ItemUse, words: PurposeWords) -> Finding | None:
    """Return the finding that an item's use names the purpose of other items, and not its own."""
    own = words.of(item.name)
    others: list[Purpose] = [purpose for purpose in words.purposes if purpose is not own and purpose.names(item.use)]
    if own is None or not others or own.names(item.use):
        return None
    message = (
        f"“{item.name}”的用途写作“{item.use}”{place(item.use_evidence)}，"
        f"是“{others[0].items[0]}”一类科目的用途，没有写到本科目。"
    )
    return _finding(disclosure, "other-purpose", message, item, item.use_evidence)


def _finding(disclosure: Disclosure, case: str, message: str, item: ItemUse, *evidence: Evidence) -> Finding:
    return Finding(
        code=purpose_mismatch.code,
        case=case,
        subject=subject_of(disclosure, place=item.claim.place, item=item.claim.subject, measure="purpose"),
        severity=purpose_mismatch.cases[case],
        message=message,
        evidence=evidence,
    )
