"""类款项逐级汇总不符。

## 检查什么
带科目编码的表中，每一个上级科目的每一列都应等于其下级科目之和：类＝款之和，款＝项之和，“合计”＝各类之和；
决算基本支出表的“人员经费合计”“公用经费合计”等于所属各类之和。中间一级没有印出时，取最近的下一级。空单元格视为零。

## 为什么重要
汇总不符说明至少有一个数印错，或者有一行被漏掉。

## 示例
> 部门预算支出总表“204 公共安全支出”合计为 12,528.56 万元（第 7 页），2 个分项之和为
> 5,155.65＋7,362.91＝12,518.56 万元，相差 10.00 万元。

## 不适用
差额在四舍五入的范围之内（n 个分项各差半个最小单位），不报；在其两倍之内，只作提示。
上级科目没有印数，或者下级科目都没有印数时，不判断。
多个单位依次排列在一张表内时，按排列次序分段判断；次序看不出归属的，不判断；这样的表“合计”大于各行之和的，
可能有涉密内容未列，也不判断。
文中声明涉密事项不予公开的，上级大于下级之和可能是有未列出的行，只作提示；同一科目在各表各列的缺口合为一条。
表的多数关系都不成立时视为读取存疑，记为未决。

## 依据
《政府收支分类科目》类、款、项的层级（未核原文）。
"""

from collections.abc import Iterator
from dataclasses import replace

from checks.arithmetic import SUM_CASES, relation_findings
from checks.check import CheckOptions, check
from checks.withheld import leaves_rows_out
from records.disclosure import Disclosure
from records.finding import Finding, Severity
from records.relation import Rule
from records.surroundings import Surroundings


@check("SUM001", "sum-hierarchy", cases={**SUM_CASES, "withheld": Severity.INFO})
def sum_hierarchy(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the parents whose number is not the sum of their children."""
    withheld = leaves_rows_out(disclosure)
    gaps: dict[str, str] = {}
    for finding in relation_findings(disclosure, sum_hierarchy, Rule.HIERARCHY):
        if withheld and _exceeds(finding):
            # The rows left out below an item are the same ones in every table and column.
            first = gaps.setdefault(finding.subject.item, finding.fingerprint)
            yield replace(_perhaps_withheld(finding), caused_by=first if first != finding.fingerprint else None)
        else:
            yield finding


def _exceeds(finding: Finding) -> bool:
    return finding.actual is not None and finding.expected is not None and finding.actual > finding.expected


def _perhaps_withheld(finding: Finding) -> Finding:
    message = f"{finding.message}文中声明涉密事项不予公开，可能有未列出的行，请核实。"
    return replace(finding, case="withheld", severity=sum_hierarchy.cases["withheld"], message=message)
