"""收支不平衡。

## 检查什么
收支总表和财政拨款收支总表中：收入总计＝支出总计；
收入总计＝本年收入合计＋上年结转（＋使用非财政拨款结余）；支出总计＝本年支出合计＋年终结转（＋结余分配）；
财政拨款收支总表的年初结转＝一般公共预算、政府性基金、国有资本经营预算结转之和。空单元格视为零。

## 为什么重要
预算必须收支平衡；总计对不上，整套表的口径就不可信。

## 示例
> 部门预算收支总表“收入总计”预算数为 18,949.22 万元（第 4 页），“支出总计”预算数为 18,939.22 万元（第 4 页），
> 相差 10.00 万元。

## 不适用
差额在四舍五入的范围之内，不报；在其两倍之内（尾差），只作警告。没有印“本年合计”或者结转行的表，不判断相应的关系。
表的多数关系都不成立时视为读取存疑，记为未决。

## 依据
《中华人民共和国预算法》收支平衡的要求（未核原文）。
"""

from collections.abc import Iterator

from checks.arithmetic import SUM_CASES, relation_findings
from checks.check import CheckOptions, check
from records.disclosure import Disclosure
from records.finding import Finding
from records.relation import Rule
from records.surroundings import Surroundings


@check("SUM004", "balance-total", cases=SUM_CASES)
def balance_total(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the totals that do not balance."""
    yield from relation_findings(disclosure, balance_total, Rule.BALANCE)
