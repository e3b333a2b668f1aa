from checks.direction_words import load_direction_words
from records.claim import Direction


def test_the_words_that_ship_are_loaded() -> None:
    words = load_direction_words()
    assert "增加" in words.words[Direction.INCREASE]
    assert not set(words.words[Direction.INCREASE]) & set(words.words[Direction.DECREASE])


def test_standing_still_has_no_opposite() -> None:
    assert not load_direction_words().contradict("经费增加", Direction.FLAT, 2023)


def test_a_reason_that_only_names_what_there_is_more_or_less_of_says_which_way() -> None:
    words = load_direction_words()
    assert words.contradict("本年度新增车辆", Direction.DECREASE, 2025)
    assert words.contradict("减少公务用车", Direction.INCREASE, 2025)
    assert not words.contradict("新增节约措施", Direction.DECREASE, 2025)
    assert not words.contradict("新增车辆后由统一平台保障出行", Direction.DECREASE, 2025)
