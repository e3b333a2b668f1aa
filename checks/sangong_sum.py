"""“三公”经费各项之和与合计不符。

## 检查什么
“三公”经费支出表每一列：合计＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费；公务用车小计＝购置费＋运行维护费；
因公出国（境）费＝教学科研人员＋其他（两行都列出时）。预算数与决算数各自成立，各资金性质列各自成立。逐个单位列示的，合计各项等于各单位之和。空单元格视为零。

## 为什么重要
“三公”经费是公众最关心的数字，必须分项列示并能加回合计。

## 示例
> 部门预算财政拨款“三公”经费支出表“‘三公’经费小计”合计为 112.40 万元（第 14 页），2 个分项之和为
> 104.40＋7.00＝111.40 万元，相差 1.00 万元。

## 不适用
“合计”含会议费、培训费（或机关运行经费）的表，合计等于“三公”小计或者等于其与上述各项之和，都视为相符。
三项没有全部列出的表，不判断合计。差额在四舍五入的范围之内，不报；在其两倍之内（尾差），只作警告。

## 依据
“三公”经费的口径：因公出国（境）费、公务用车购置及运行费、公务接待费（未核原文）。
"""

from collections.abc import Iterator

from checks.arithmetic import SUM_CASES, relation_findings
from checks.check import CheckOptions, check
from records.disclosure import Disclosure
from records.finding import Finding
from records.relation import Rule
from records.surroundings import Surroundings


@check("SUM005", "sangong-sum", cases=SUM_CASES)
def sangong_sum(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the 三公 totals that are not the sum of their items."""
    yield from relation_findings(disclosure, sangong_sum, Rule.SANGONG)
