from pathlib import Path

import pytest

from parsing.knowledge_files import load_knowledge
from parsing.tables.captions import caption_kind
from parsing.words.terms_file import InvalidTerms
from records.table import Measure, TableKind


def test_the_shipped_knowledge_loads() -> None:
    knowledge = load_knowledge()
    assert knowledge.units["万元"] == 10000
    assert knowledge.headings.measures["基本支出"] is Measure.BASIC


def test_an_overlay_adds_a_caption(tmp_path: Path) -> None:
    (tmp_path / "captions.toml").write_text('[kinds]\nsummary = ["收支一览表"]\n', encoding="utf-8")
    assert caption_kind("部门预算收支一览表", load_knowledge(tmp_path).captions) is TableKind.SUMMARY


@pytest.mark.parametrize(
    ("file", "content", "complaint"),
    [
        ("captions.toml", '[kinds]\nsumary = ["收支总表"]\n', "kinds.sumary: unknown key"),
        ("headings.toml", '[measures]\nbasic = ["项目支出"]\n', "项目支出 already belongs to basic"),
        ("headings.toml", '[required]\nbasic = ["totl"]\n', "required.basic: unknown measures totl"),
        ("units.toml", '[yuan]\nten = ["十元"]\n', "yuan.ten: must be a number of 元"),
        ("items.toml", "income = 3\n", "income: must be a table"),
    ],
)
def test_a_mistake_is_reported_with_its_file_and_key(tmp_path: Path, file: str, content: str, complaint: str) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(InvalidTerms) as invalid:
        load_knowledge(tmp_path)
    assert file in str(invalid.value)
    assert complaint in str(invalid.value)
