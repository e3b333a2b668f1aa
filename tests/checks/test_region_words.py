from checks.region_words import load_region_words


def test_the_words_that_ship_are_loaded() -> None:
    foreign = load_region_words().foreign_to("河北省石家庄市")
    assert foreign is not None
    assert foreign.search("全县")
    assert not foreign.search("全省")
