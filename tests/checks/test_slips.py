from checks.slips import load_slips


def test_the_slips_that_ship_are_loaded() -> None:
    slips = load_slips()
    assert slips.doubled.search("在场所场所安全稳定方面")
    assert not slips.doubled.search("提供服务服务对象")
    assert slips.punctuation.search("财政拨款。。")
