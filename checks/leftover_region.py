"""地域、层级词残留。

## 检查什么
公开主体是市、区的，文中却说“全县”“我县”“本县”；是市、县的却说“我区”；在直辖市却说“全省”“我省”。
绩效目标、指标中的报警告，其他文字中的报提示。

## 为什么重要
层级不对，说明文字抄自其他地方，或者区划调整以后没有修改。

## 示例
> 本文的公开主体属于“河北省秦皇岛市抚宁区”，文中却有 1 处“全县”：“确保全县稳定工作顺利开展”，
> 项目“人民调解经费”绩效指标（第 185 行）。

## 不适用
“全县域”“全县（市、区）”等；自治区自称“我区”；市、县、区说“全省”；部门下属单位的项目；不知道公开主体在哪里的。其他地名不检查（没有地名录）。

## 依据
公开主体名称所示的区划。
"""

from collections import defaultdict
from collections.abc import Iterator

from checks.check import CheckOptions, Skipped, check
from checks.prose import IN_PROJECTS, Part, Passage, owner_of, passages_of
from checks.prose_search import Wording, listed, sentences_with
from checks.region_words import load_region_words
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_PARTS = IN_PROJECTS | {Part.TEXT, Part.NOTE}


@check("IDF003", "leftover-region", cases={"goal": Severity.WARNING, "text": Severity.INFO})
def leftover_region(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the words that a body of this region cannot say of its own."""
    region = disclosure.body.region
    if region is None:
        raise Skipped("the region of the body is not known")
    passages = [one for one in passages_of(disclosure) if one.part in _PARTS and _is_own(one, disclosure)]
    if not passages:
        raise Skipped("no text was read")
    foreign = load_region_words().foreign_to(region)
    found: dict[tuple[str, str], list[Wording]] = defaultdict(list)
    for wording in sentences_with(passages, foreign, _PARTS) if foreign else ():
        case = "goal" if wording.passage.part in IN_PROJECTS else "text"
        found[case, wording.text].append(wording)
    for (case, word), wordings in found.items():
        yield _finding(disclosure, case, word, wordings, region)


def _is_own(passage: Passage, disclosure: Disclosure) -> bool:
    """Whether the body itself speaks: a unit of a city's department may stand in a district and say 我区."""
    return passage.project is None or owner_of(passage.project) in ("", disclosure.body.key)


def _finding(disclosure: Disclosure, case: str, word: str, wordings: list[Wording], region: str) -> Finding:
    shown, evidence = listed(wordings)
    return Finding(
        code=leftover_region.code,
        case=case,
        subject=subject_of(disclosure, item=case, measure=word),
        severity=leftover_region.cases[case],
        message=f"本文的公开主体属于“{region}”，文中却有 {len(wordings)} 处“{word}”：{shown}。",
        evidence=evidence,
    )
