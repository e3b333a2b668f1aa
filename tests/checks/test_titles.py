from dataclasses import replace

import pytest

from checks.likeness import likeness
from checks.titles import body_of, essence_of, numbering_of, sentences_of
from records.disclosure import Section
from records.evidence import Evidence
from tests.builders.disclosures import a_disclosure


@pytest.mark.parametrize(
    "printed",
    [
        "（三）政府采购支出表",
        "十三、政府采购支出表",
        "3．政府采购支出表",
        "表3 政府采购支出表",
        "公开13表：政府采购支出表",
        "2023年度石家庄市司法局政府采购支出表（按项目）",
        "第三部分 关于 部门“政府采购”支出表",
    ],
)
def test_a_title_is_known_again_however_it_is_printed(printed: str) -> None:
    assert essence_of(printed, a_disclosure()) == "政府采购支出表"


def test_the_number_of_a_title_is_the_same_in_every_width() -> None:
    assert numbering_of("（三） 采购") == numbering_of("(三)采购") == "(三)"
    assert numbering_of("第四部分：名词解释") == numbering_of("第四部分 名词解释") == "第四部分"
    assert numbering_of("名词解释") == ""


def test_likeness_is_reckoned_only_where_it_may_reach_the_least() -> None:
    assert likeness("名词解释", "名词解释", 0.9) == 1
    assert likeness("名词解释", "名称解释", 0.7) == 0.75
    assert likeness("名词解释", "政府采购", 0.7) == 0


def test_short_lines_of_the_text_may_be_titles_and_everything_said_is_in_the_words() -> None:
    section = Section("一、概况", 1, "主要职责\n" + "承担全面依法治市的工作，" * 9, (3,), Evidence(page=3))
    disclosure = replace(a_disclosure(), sections=(section,))

    assert [title.essence for title in body_of(disclosure).titles] == ["概况", "主要职责"]
    assert "主要职责承担全面依法治市" in "".join(sentences_of(disclosure))
