"""Writes whole publications as text, a table row a line, small enough to reckon by hand."""

from decimal import Decimal

from tests.builders.text import tabbed

TWENTY_BODIES = tuple(
    f"云山市{bureau}"
    for bureau in (
        *("司法局", "教育局", "财政局", "审计局", "水利局", "民政局", "公安局", "统计局", "林业局", "商务局"),
        *("农业农村局", "交通运输局", "生态环境局", "应急管理局", "市场监督管理局", "医疗保障局", "体育局", "信访局"),
        *("档案局", "机关事务管理局"),
    )
)


def a_publication(
    body: str = "云山市司法局",
    year: int = 2023,
    *,
    basic: str = "300.00",
    project: str = "200.00",
    off_by: str = "0.00",
) -> str:
    """Return a budget in 万元 with an expenditure table and a 三公 table; 合计 is wrong by `off_by` in the first."""
    total = Decimal(basic) + Decimal(project)
    parts = (
        f"{body}\n{year} 年部门预算信息公开\n",
        _table(body, year, "部门预算支出总表", _expenditure(basic, project, f"{total + Decimal(off_by)}", f"{total}")),
        _table(body, year, "部门预算财政拨款“三公”经费支出表", _sangong()),
        f"{body}\n{year} 年部门预算信息公开情况说明\n",
        f"二、部门预算安排的总体情况\n{year} 年预算支出总计 {total} 万元。\n",
    )
    return "\n".join(parts)


def _table(body: str, year: int, caption: str, rows: str) -> str:
    return f"{caption}\n\n315 {body}\n\n预算年度：{year}\n\n单位：万元\n\n{rows}"


def _expenditure(basic: str, project: str, printed_total: str, total: str) -> str:
    return tabbed(
        [
            ["序号", "功能分类科目", "", "合计", "基本支出", "项目支出"],
            ["", "科目编码", "科目名称", "", "", ""],
            ["栏次", "1", "2", "3", "4", "5"],
            ["1", "", "合计", printed_total, basic, project],
            ["2", "204", "公共安全支出", total, basic, project],
            ["3", "20406", "司法", total, basic, project],
            ["4", "2040601", "行政运行", basic, basic, ""],
            ["5", "2040602", "一般行政管理事务", project, "", project],
        ]
    )


def _sangong() -> str:
    return tabbed(
        [
            ["序号", "项 目", "资 金 性 质", "", "", ""],
            ["", "", "合计", "一般公共预算财政拨款", "政府性基金预算拨款", "国有资本经营预算财政拨款"],
            ["栏次", "1", "2", "3", "4", "5"],
            ["1", "“三公”经费小计", "12.00", "12.00", "", ""],
            ["2", "一、因公出国（境）费", "", "", "", ""],
            ["3", "二、公务用车购置及运维费", "10.00", "10.00", "", ""],
            ["4", "其中：公务用车购置费", "", "", "", ""],
            ["5", "公务用车运行维护费", "10.00", "10.00", "", ""],
            ["6", "三、公务接待费", "2.00", "2.00", "", ""],
        ]
    )
