from checks.residue_words import load_residue_words


def test_the_words_that_ship_are_loaded() -> None:
    words = load_residue_words()
    assert words.choices.search("增加(减少)")
    assert not words.placeholders.search("单位名称")
