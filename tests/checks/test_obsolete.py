from checks.classification import load_classification
from checks.obsolete import load_obsolete_names, names_that_left


def test_the_names_that_ship_are_loaded() -> None:
    names = {one.name for one in load_obsolete_names().in_year(2020)}
    assert {"医疗卫生与计划生育支出", "法制办"} <= names
    assert not list(load_obsolete_names().in_year(2017))


def test_a_name_that_another_item_has_did_not_leave() -> None:
    names = {one.name for one in names_that_left(load_classification(), 2024)}
    assert "行政事业单位离退休" in names
    assert "其他资本性支出" not in names
