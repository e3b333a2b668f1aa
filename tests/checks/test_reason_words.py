from checks.reason_words import load_reason_words


def test_the_words_that_ship_are_loaded() -> None:
    words = load_reason_words()
    assert words.may_explain("减少的主要原因是厉行节约")
    assert not words.may_explain("因公出国（境）费20万元")


def test_blanks_width_and_the_full_stop_make_no_difference_to_a_stock_phrase() -> None:
    words = load_reason_words()
    assert words.is_stock("工作 需要。")
    assert not words.is_stock("工作需要，新增出国团组一个")


def test_a_reason_that_names_no_movement_restates_nothing() -> None:
    words = load_reason_words()
    assert words.restates("住房公积金经费增加", "住房保障支出（类）住房公积金（项）")
    assert not words.restates("住房公积金", "住房公积金（项）")
