from pathlib import Path

import pytest

from parsing.limits import Limits
from parsing.narrative.sections import load_heading_words, passages_of, sections_of
from parsing.pages import TextLine
from parsing.reader import read_file
from records.disclosure import Section
from tests.builders.narrative import passages, printed_lines


def sections(*texts: str) -> tuple[Section, ...]:
    return sections_of(passages(*texts))


def test_headings_cut_the_text() -> None:
    first, second = sections("一、机关运行经费", "共安排5万元。", "二、名词解释", "略。")

    assert (first.heading, first.text) == ("一、机关运行经费", "共安排5万元。")
    assert (second.heading, second.text) == ("二、名词解释", "略。")


def test_a_numbered_statement_is_no_heading() -> None:
    (section,) = sections("一、收入预算", "1.一般公共预算拨款收入5万元。", "2.其他收入3万元。")

    assert section.heading == "一、收入预算"


def test_a_numbered_reason_is_no_heading() -> None:
    (section,) = sections("（三）增减变化情况", "3.收支预算减少的主要原因，监狱上划导致基本支出和项目支出减少")

    assert "监狱上划" in section.text


def test_levels_follow_the_order_in_which_numberings_appear() -> None:
    found = sections(
        "五、预算绩效信息", "第一部分 部门整体绩效目标", "（一）总体绩效目标", "略。", "六、政府采购", "略。"
    )

    assert [(section.heading, section.level) for section in found] == [
        ("五、预算绩效信息", 1),
        ("第一部分部门整体绩效目标", 2),
        ("（一）总体绩效目标", 3),
        ("六、政府采购", 1),
    ]


def test_a_list_goes_on_where_it_was_left() -> None:
    found = sections("第一部分 说明", "一、总体", "略。", "第一部分 目标", "（一）分项", "略。", "二、采购", "略。")

    assert found[-1].level == 2


@pytest.mark.parametrize("entry", ["一、机关运行经费.....\t21", "一、机关运行经费..... 21", "一、机关运行经费……"])
def test_contents_lines_are_no_headings(entry: str) -> None:
    (section,) = sections(entry, "一、机关运行经费", "共安排5万元。")

    assert section.text == "共安排5万元。"


def test_headings_on_the_page_of_the_contents_list_are_its_entries() -> None:
    lines = (
        *printed_lines("目  录", "一、主要职能", "二、收支情况说明", page=2),
        *printed_lines("一、主要职能", "  拟订全市规划。", page=3),
    )

    (section,) = sections_of(passages_of(lines, load_heading_words()))

    assert section.pages == (3,)


def test_a_short_section_below_real_text_is_kept_where_the_contents_list_has_no_page_of_its_own() -> None:
    lines = printed_lines(
        *(
            "目  录",
            "一、法治政府",
            "二、基层治理",
            "三、司法铁军",
            "一、法治政府",
            f"  {'聚焦示范创建，提标提质。' * 4}",
        ),
        *("二、基层治理", "  筑牢人民调解“第一道防线”。", "三、司法铁军", "  略。"),
    )

    found = sections_of(passages_of(lines, load_heading_words()))

    assert [(section.heading, section.text[:4]) for section in found] == [
        ("一、法治政府", "聚焦示范"),
        ("二、基层治理", "筑牢人民"),
        ("三、司法铁军", "略。"),
    ]


def test_the_nine_sections_of_a_published_budget_are_found(corpus: Path) -> None:
    reading = read_file(next((corpus / "seeds").glob("000_*")), Limits())
    lines = (block for page in reading.pages for block in page.blocks if isinstance(block, TextLine))

    found = sections_of(passages_of(lines, load_heading_words()))

    headings = [section.heading for section in found if section.heading[1] == "、" and not section.heading[0].isdigit()]
    assert [heading[0] for heading in headings] == list("一二三四五六七八九")
    assert headings[3] == "四、财政拨款“三公”经费预算情况及增减变化原因"
