"""部分大于整体。

## 检查什么
一个数印成另一个数的一部分时，不得大于它：“其中”行与它所属的行；一般公共预算支出表、政府性基金支出表等各科目与支出总表的同一科目；
基本支出表的各科目与全部支出的同一科目；项目的财政资金与项目预算；采购的预留份额与采购金额。
文字中，基本支出与项目支出之于支出总额，“三公”经费各项之于合计，货物、工程、服务之于政府采购总额，
授予中小企业的合同之于采购总额，也都不得大于整体；并列的几部分之和同样不得大于整体。

## 为什么重要
部分大于整体，两个数中至少有一个印错，或者口径写错。

## 示例
> 文字所称“在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额”为 21.07 万元（第 22 页），
> 文字所称“在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额”为 21.07 万元（第 22 页），
> 合计 21.07＋21.07＝42.14 万元，大于文字所称“政府采购金额（以合同签订为准）”的 21.07 万元（第 22 页），
> 多 21.07 万元。

## 不适用
各部分之和须等于整体的，由相应的汇总检查判断，这里不重复。增减额可正可负，不比较。
文字对一个项目写出几个数时，以最小的部分与最大的整体比较。小型微型企业包含在中小企业之内，不与其相加。
机关运行经费可以含项目支出中的部分，不与基本支出比较。

## 依据
四则运算；《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）关于预留份额的口径。
"""

from collections.abc import Iterator

from checks.check import CheckOptions, Skipped, check
from checks.nested import Nested, excess_finding
from checks.nested_claims import nested_in_claims, nested_in_projects, nested_in_purchases, nested_in_sections
from checks.nested_rows import nested_in_tables
from checks.share_phrases import load_share_phrases
from records.disclosure import Disclosure
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.tolerance import Agreement


@check(
    "SUM008",
    "part-exceeds-whole",
    cases={"table": Severity.ERROR, "narrative": Severity.WARNING, "rounding": Severity.WARNING},
)
def part_exceeds_whole(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the numbers that are greater than what they are part of."""
    tested = False
    for nested in _nested(disclosure):
        tested = True
        if nested.agreement is not Agreement.EQUAL:
            yield excess_finding(disclosure, part_exceeds_whole, nested)
    if not tested:
        raise Skipped("no number that is printed as part of another")


def _nested(disclosure: Disclosure) -> Iterator[Nested]:
    yield from nested_in_tables(disclosure)
    yield from nested_in_claims(disclosure)
    yield from nested_in_sections(disclosure, load_share_phrases())
    yield from nested_in_projects(disclosure.projects)
    yield from nested_in_purchases(disclosure.purchases)
