from parsing.pages import GridCell
from parsing.tables.spans import heading_paths
from tests.builders.pages import a_page

LABELS = frozenset({"项目", "科目编码", "科目名称", "类", "款", "项"})


def paths(rows: str, width: int) -> list[str] | None:
    grid = a_page(rows).blocks[0]
    found = heading_paths(_rows(grid), width, LABELS)
    return None if found is None else ["/".join(path) for path in found]


def _rows(grid: object) -> tuple[tuple[GridCell, ...], ...]:
    rows = getattr(grid, "rows", None)
    assert isinstance(rows, tuple)
    return rows


def test_covered_cells_tell_how_far_a_merged_heading_reaches() -> None:
    rows = """
项目     | <  | <  | <       | 收入预算 | <
科目编码 | <  | <  | 科目名称 | 合计     | 事业收入
类       | 款 | 项 | <       | <        | <
"""
    assert paths(rows, 6) == [
        "项目/科目编码/类",
        "项目/科目编码/款",
        "项目/科目编码/项",
        "项目/科目名称",
        "收入预算/合计",
        "收入预算/事业收入",
    ]


def test_blanks_are_read_as_merged_where_the_file_has_no_merged_cells() -> None:
    rows = """
序号 | 收入 |        | 支出 |
     | 项目 | 预算数 | 项目 | 预算数
"""
    assert paths(rows, 5) == ["序号", "收入/项目", "收入/预算数", "支出/项目", "支出/预算数"]


def test_a_blank_below_a_heading_is_covered_by_it() -> None:
    rows = """
序号 | 功能分类科目 |          | 合计 | 基本支出
     | 科目编码     | 科目名称 |      |
"""
    assert paths(rows, 5) == ["序号", "功能分类科目/科目编码", "功能分类科目/科目名称", "合计", "基本支出"]


def test_merged_headings_that_lost_their_width_are_dealt_to_the_runs_below() -> None:
    rows = """
序号 | 功能分类科目 | 合计 | 本年收入 | 上年结转
     | 科目编码 | 科目名称 |  | 小计 | 事业收入 | 其他收入 |
"""
    assert paths(rows, 8) == [
        "序号",
        "功能分类科目/科目编码",
        "功能分类科目/科目名称",
        "合计",
        "本年收入/小计",
        "本年收入/事业收入",
        "本年收入/其他收入",
        "上年结转",
    ]


def test_runs_that_touch_are_parted_where_a_new_half_begins() -> None:
    rows = """
序号 | 收入 | 支出
     | 项目 | 金额 | 项目 | 合计 | 一般公共预算
"""
    assert paths(rows, 6) == ["序号", "收入/项目", "收入/金额", "支出/项目", "支出/合计", "支出/一般公共预算"]


def test_runs_that_touch_are_parted_behind_the_names() -> None:
    rows = """
序号 | 经济分类科目 | 基本支出
     | 科目编码 | 科目名称 | 合计 | 人员经费
"""
    assert paths(rows, 5) == [
        "序号",
        "经济分类科目/科目编码",
        "经济分类科目/科目名称",
        "基本支出/合计",
        "基本支出/人员经费",
    ]


def test_rows_of_two_other_widths_are_matched_when_the_columns_come_out_right() -> None:
    rows = """
项目来源 |        | 物品 | 采购金额 |      |      | 预留份额
项目名称 | 预算   |      | 合计     | 一般 | 结转 |  | 非财政结转
"""
    assert (paths(rows, 8) or [])[-2:] == ["采购金额/非财政结转", "预留份额"]
    rows = """
项目来源 |        | 物品 | 采购金额 |      |   | 预留份额
项目名称 | 预算   |      | 合计     | 一般 |   | 结转 |
"""
    assert paths(rows, 7) == [
        "项目来源/项目名称",
        "项目来源/预算",
        "物品",
        "采购金额/合计",
        "采购金额/一般",
        "采购金额/结转",
        "预留份额",
    ]


def test_headings_that_cannot_be_matched_with_the_columns_are_not_guessed() -> None:
    assert paths("收入 | 支出\n项目 | 金额 | 项目", 5) is None
