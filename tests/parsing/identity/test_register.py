from pathlib import Path

import pytest

from parsing.identity.register import BodyRegister, load_register
from parsing.words.terms_file import InvalidTerms
from records.body import Body

RENAMED = '[renamed]\n"石家庄市生态环境局" = ["石家庄市环境保护局"]\n'


def register(folder: Path, text: str) -> BodyRegister:
    (folder / "bodies.toml").write_text(text, encoding="utf-8")
    return load_register(folder)


def test_a_body_that_was_renamed_is_known_by_the_name_it_has_now(tmp_path: Path) -> None:
    before = register(tmp_path, RENAMED).registered(Body("石家庄市 环境保护局"))

    assert before.name == "石家庄市 环境保护局"
    assert before.key == Body("石家庄市生态环境局").key


def test_another_way_of_printing_a_name_is_the_same_body(tmp_path: Path) -> None:
    known = register(tmp_path, '[aliases]\n"江苏省人大常委会办公厅" = ["江苏省人大办公厅"]\n')

    assert known.registered(Body("江苏省人大办公厅")).key == "江苏省人大常委会办公厅"
    assert known.registered(Body("江苏省人民检察院")) == Body("江苏省人民检察院")


def test_bodies_that_went_into_another_stay_bodies_of_their_own(tmp_path: Path) -> None:
    known = register(tmp_path, '[merged]\n"某市文化和旅游局" = ["某市文化局", "某市旅游局"]\n')

    assert known.registered(Body("某市文化局")).key == "某市文化局"
    assert known.merged["某市文化和旅游局"] == ("某市文化局", "某市旅游局")


@pytest.mark.parametrize(
    "text",
    [
        '[aliases]\n"甲局" = ["丙局"]\n"乙局" = ["丙局"]\n',
        '[renamed]\n"甲局" = ["乙局"]\n"乙局" = ["丙局"]\n',
    ],
)
def test_a_name_of_two_bodies_is_refused_with_file_and_key(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidTerms, match=r"bodies\.toml.*乙局"):
        register(tmp_path, text)
