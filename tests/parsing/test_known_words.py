"""Every line of the knowledge files does what it is there for; docs/adding-a-caption.md says how to add one."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from parsing.knowledge_files import Knowledge, Role, load_knowledge
from parsing.tables.captions import caption_kind
from parsing.tables.columns import columns_of, role_of
from parsing.tables.table_lines import is_note, is_preamble, unit_in
from parsing.tables.two_sided import side_items
from parsing.words.bare_words import bare, label_of
from parsing.words.terms_file import InvalidTerms
from records.table import Measure, Side, TableKind


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def lines(file: str, *path: str) -> list[tuple[str, str]]:
    """Return every word under a heading of a file with its key."""
    content = tomllib.loads(files("parsing").joinpath("knowledge", file).read_text(encoding="utf-8"))
    for key in path:
        content = content[key]
    return [(key, word) for key, words in content.items() for word in words]


@pytest.mark.parametrize(("kind", "caption"), lines("captions.toml", "kinds"))
def test_every_caption_is_known_as_its_kind_by_itself_and_with_number_year_and_body(
    kind: str, caption: str, knowledge: Knowledge
) -> None:
    for printed in (caption, f"公开03表 {caption}", f"2026年度{caption}", f"石家庄市司法局{caption}"):
        assert caption_kind(printed, knowledge.captions) is TableKind(kind), printed


@pytest.mark.parametrize(("kind", "ending"), lines("captions.toml", "endings", "kinds"))
def test_every_ending_tells_its_kind_whatever_stands_before_it(kind: str, ending: str, knowledge: Knowledge) -> None:
    assert caption_kind(f"普法经费{ending}", knowledge.captions) is TableKind(kind)


@pytest.mark.parametrize(("kind", "word"), lines("captions.toml", "words"))
def test_every_telling_word_tells_its_kind_only_in_the_caption_of_a_table(
    kind: str, word: str, knowledge: Knowledge
) -> None:
    assert caption_kind(f"市级{word}及其他费用表", knowledge.captions) is TableKind(kind)
    assert caption_kind(f"{word}增减原因", knowledge.captions) is None


@pytest.mark.parametrize(("measure", "heading"), lines("headings.toml", "measures"))
def test_every_heading_measures_what_it_is_listed_under(measure: str, heading: str, knowledge: Knowledge) -> None:
    (use,) = columns_of([heading], TableKind.OTHER, knowledge.headings)
    assert use.measure is Measure(measure)


@pytest.mark.parametrize(("role", "heading"), lines("headings.toml", "roles"))
def test_every_heading_of_names_codes_and_numbers_has_its_role(role: str, heading: str, knowledge: Knowledge) -> None:
    assert role_of(bare(heading), knowledge.headings) is Role(role)


@pytest.mark.parametrize("side", list(Side))
def test_every_row_of_a_two_sided_table_is_the_item_it_is_listed_under(side: Side, knowledge: Knowledge) -> None:
    for item, label in lines("items.toml", side):
        ((found, _),) = side_items([label_of(label)], side, knowledge.items)
        assert found in (item, f"{side}-total" if label in knowledge.items.ambiguous[side] else item), label


@pytest.mark.parametrize(("item", "label"), lines("items.toml", "sangong"))
def test_every_row_of_a_sangong_table_is_the_item_it_is_listed_under(
    item: str, label: str, knowledge: Knowledge
) -> None:
    assert knowledge.items.sangong[bare(label)] == item


def test_every_line_between_caption_and_grid_and_every_remark_is_told_by_its_beginning(knowledge: Knowledge) -> None:
    assert all(is_preamble(f"{begin}某某", knowledge.captions) for begin in knowledge.captions.preamble)
    assert all(is_note(f"{begin}本表为空", knowledge.captions) for begin in knowledge.captions.notes)


@pytest.mark.parametrize("unit", [unit for _, unit in lines("units.toml", "yuan")])
def test_every_unit_is_found_behind_its_label_and_in_brackets(unit: str, knowledge: Knowledge) -> None:
    assert unit_in([f"单位：{unit}"], knowledge.units) == unit
    assert unit_in([f"预算数（{unit}）"], knowledge.units) == unit


def test_a_caption_is_listed_as_it_is_printed(tmp_path: Path) -> None:
    (tmp_path / "captions.toml").write_text('[kinds]\nsummary = ["2026年部门预算收支一览表"]\n', encoding="utf-8")
    assert caption_kind("某市财政局收支一览表", load_knowledge(tmp_path).captions) is TableKind.SUMMARY


def test_no_two_kinds_may_claim_what_is_left_of_a_caption(tmp_path: Path) -> None:
    (tmp_path / "captions.toml").write_text('[kinds]\nincome = ["2026年部门收支预算总表"]\n', encoding="utf-8")
    with pytest.raises(InvalidTerms, match="already belongs to"):
        load_knowledge(tmp_path)
