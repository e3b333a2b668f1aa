"""收支总表各项之和与本年合计不符。

## 检查什么
收支总表和财政拨款收支总表中，“本年收入合计”应等于其上各收入项目之和，“本年支出合计”应等于其上各支出类别之和；
没有印“本年合计”的表，以“收入总计”“支出总计”代之。
财政拨款收入之下列出一般公共预算、政府性基金（、国有资本经营预算）的，应等于其和。“其中”项不重复相加。空单元格视为零。

## 为什么重要
总表是全套预算的第一张表；各项加不出合计，说明有一项印错、漏列或者重复。

## 示例
> 部门预算收支总表“本年支出合计”预算数为 18,949.22 万元（第 4 页），4 个分项之和为
> 12,528.56＋5,103.09＋588.23＋719.34＝18,939.22 万元，相差 10.00 万元。

## 不适用
差额在四舍五入的范围之内，不报；在其两倍之内（尾差），只作警告。
类下又列款、项，或者按另一种分类再列一遍的表，只要有一种读法成立，就视为相符。
表的多数关系都不成立时视为读取存疑，记为未决。

## 依据
部门预算、部门决算公开表样的项目关系（未核原文）。
"""

from collections.abc import Iterator

from checks.arithmetic import SUM_CASES, relation_findings
from checks.check import CheckOptions, check
from records.disclosure import Disclosure
from records.finding import Finding
from records.relation import Rule
from records.surroundings import Surroundings


@check("SUM003", "sum-section", cases=SUM_CASES)
def sum_section(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the yearly totals that are not the sum of the items above them."""
    yield from relation_findings(disclosure, sum_section, Rule.SECTION)
