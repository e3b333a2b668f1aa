from checks.purposes import load_purposes


def test_the_purposes_that_ship_are_told_by_the_end_of_an_items_name() -> None:
    words = load_purposes()
    annuity = words.of("机关事业单位职业年金缴费支出")
    assert annuity is not None
    assert annuity.names("缴纳职业年金")
    assert words.of("行政运行") is None
