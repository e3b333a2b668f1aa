from decimal import Decimal

import pytest

from records.evidence import Evidence
from records.property import Asset, Purchase, PurchaseRow
from records.property_sums import asset_sums, purchase_sums, quality_of_sums
from records.table import Measure
from tests.builders.disclosures import wan


def a_purchase(row: PurchaseRow, amount: str, *, body: str = "", general: str = "", other: str = "") -> Purchase:
    texts = ((Measure.GENERAL, general), (Measure.OTHER, other))
    sources = tuple((measure, wan(text)) for measure, text in texts if text)
    return Purchase(row, Evidence(), body=body, amount=wan(amount), sources=sources)


def an_asset(item: str, value: str | None, *, of_which: bool = False) -> Asset:
    return Asset(item, item, Evidence(), value=wan(value) if value else None, of_which=of_which)


def test_a_total_is_the_sum_of_the_bodies_and_each_body_that_of_its_rows() -> None:
    purchases = [
        a_purchase(PurchaseRow.TOTAL, "6.00"),
        a_purchase(PurchaseRow.SUBTOTAL, "4.00", body="本级"),
        a_purchase(PurchaseRow.ITEM, "3.00", body="本级"),
        a_purchase(PurchaseRow.ITEM, "1.00", body="本级"),
        a_purchase(PurchaseRow.SUBTOTAL, "2.00", body="公证处"),
        a_purchase(PurchaseRow.ITEM, "2.00", body="公证处"),
    ]
    assert [one.name for one in purchase_sums(purchases)] == ["subtotal", "subtotal", "total"]
    assert not any(one.difference for one in purchase_sums(purchases))


@pytest.mark.parametrize(("total", "difference"), [("4.00", 0), ("4.20", 2000)])
def test_without_bodies_a_total_is_the_sum_of_the_rows(total: str, difference: int) -> None:
    rows = [a_purchase(PurchaseRow.ITEM, "3.00"), a_purchase(PurchaseRow.ITEM, "1.00")]
    (whole,) = purchase_sums([a_purchase(PurchaseRow.TOTAL, total), *rows])
    assert whole.difference == difference


def test_a_row_is_the_sum_of_its_sources_where_it_has_several() -> None:
    one, several = (
        a_purchase(PurchaseRow.ITEM, "3.00", general="3.00"),
        a_purchase(PurchaseRow.ITEM, "3.00", general="2.00", other="1.00"),
    )
    assert [sum_.name for sum_ in purchase_sums([one, several])] == ["sources"]


def test_the_total_of_assets_leaves_out_what_is_part_of_another_row() -> None:
    assets = [
        an_asset("total", "10.00"),
        an_asset("buildings", "7.00"),
        an_asset("office-buildings", "5.00", of_which=True),
        an_asset("vehicles", "3.00"),
        an_asset("equipment", None),
    ]
    (whole,) = asset_sums(assets)
    assert [part.yuan for part in whole.parts] == [Decimal(70_000), Decimal(30_000)]
    assert quality_of_sums([whole]).hold == 1


def test_a_table_that_prints_no_total_cannot_be_tested() -> None:
    assert not quality_of_sums(asset_sums([an_asset("vehicles", "3.00")])).relations
