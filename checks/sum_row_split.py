"""同一行各列之和与合计列不符。

## 检查什么
一行的合计应等于它所拆分的各列之和：
支出表 合计＝基本支出＋项目支出＋经营支出＋上缴上级支出＋对附属单位补助支出；
收入表 合计＝本年收入小计＋上年结转＋使用非财政拨款结余，小计＝各收入来源之和；
财政拨款收支总表 合计＝一般公共预算＋政府性基金＋国有资本经营预算；基本支出 合计＝人员经费＋公用经费。
印出上年数和增减额的，增减额＝本年数－上年数。
没有印出的列不参加计算，空单元格视为零。

## 为什么重要
同一笔钱按列拆分之后加不回来，说明至少有一个单元格印错或者填错了列。

## 示例
> 部门预算支出总表“2040601 行政运行”合计为 3,188.25 万元（第 7 页），同行各列相加：
> 基本支出 3,000.00＋项目支出 178.25＝3,178.25 万元，相差 10.00 万元。

## 不适用
差额在四舍五入的范围之内，不报；在其两倍之内（尾差），只作警告。合计没有印数，或者各分列都没有印数的行，不判断。
表的多数关系都不成立时视为读取存疑（常为列错位），记为未决。

## 依据
部门预算、部门决算公开表样的栏次关系（未核原文）。
"""

from collections.abc import Iterator

from checks.arithmetic import SUM_CASES, relation_findings
from checks.check import CheckOptions, check
from records.disclosure import Disclosure
from records.finding import Finding
from records.relation import Rule
from records.surroundings import Surroundings


@check("SUM002", "sum-row-split", cases=SUM_CASES)
def sum_row_split(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the rows whose total is not the sum of their columns."""
    yield from relation_findings(disclosure, sum_row_split, Rule.ROW_SPLIT)
