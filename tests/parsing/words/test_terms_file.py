"""Files of printed words, and what the administrator adds to them."""

from pathlib import Path

import pytest

from parsing.performance.performance_terms import Label, load_performance_terms
from parsing.property.property_terms import load_asset_terms, load_purchase_terms
from parsing.words.terms_file import InvalidTerms


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_words_of_the_overlay_are_added_to_those_that_ship(tmp_path: Path) -> None:
    terms = load_performance_terms(write(tmp_path, "performance.toml", '[labels]\nname = ["事项名称"]\n'))

    assert terms.label("事项名称：") is Label.NAME
    assert terms.label("项目名称") is Label.NAME


def test_an_overlay_folder_without_the_file_changes_nothing(tmp_path: Path) -> None:
    assert load_purchase_terms(tmp_path) == load_purchase_terms()
    assert load_asset_terms(tmp_path) == load_asset_terms()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[labels]\ntitle = ["项目名称"]\n', "labels.title"),
        ('[labels]\nname = "项目名称"\n', "labels.name"),
        ("caption_endings = 3\n", "caption_endings"),
        ("[labels\n", "file"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(InvalidTerms) as raised:
        load_performance_terms(write(tmp_path, "performance.toml", text))

    assert raised.value.key == key
    assert raised.value.file == str(tmp_path / "performance.toml")


def test_labels_are_known_whatever_their_blanks_width_unit_and_colon(tmp_path: Path) -> None:
    terms = load_performance_terms()

    assert terms.label("其中：财政 资金") is Label.FISCAL
    assert terms.label("资金支出计 划（%）") is Label.PLAN
    assert terms.label("年度资⏎金总额⏎(万元)".replace("⏎", "\n")) is Label.BUDGET
    assert terms.label("单位（项目）名称") is Label.NAME
    assert terms.label("单位名称") is Label.BODY
    assert terms.label("普法经费") is None
