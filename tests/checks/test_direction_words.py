from checks.direction_words import load_direction_words
from records.claim import Direction


def test_the_words_that_ship_are_loaded() -> None:
    words = load_direction_words()
    assert "增加" in words.words[Direction.INCREASE]
    assert not set(words.words[Direction.INCREASE]) & set(words.words[Direction.DECREASE])


def test_standing_still_has_no_opposite() -> None:
    assert not load_direction_words().contradict("经费增加", Direction.FLAT, 2023)
