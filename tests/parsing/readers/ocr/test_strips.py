import numpy as np
import pytest

from parsing.readers.ocr.rulings import Pixels
from parsing.readers.ocr.strips import MARGIN, cut_at_rulings, overlooked
from records.evidence import BoundingBox

SCALE = 2.0
CELLS = [(0.0, 0.0, 100.0, 20.0), (100.0, 0.0, 200.0, 20.0)]


def ink(*letters: BoundingBox) -> Pixels:
    """Return the ink of letters, in points."""
    pixels = np.zeros((200, 500), np.uint8)
    for left, top, right, bottom in letters:
        pixels[int(top * SCALE) : int(bottom * SCALE), int(left * SCALE) : int(right * SCALE)] = 255
    return pixels


def test_a_strip_that_reaches_over_a_ruling_is_cut_there() -> None:
    strips = list(cut_at_rulings([(60, 5, 150, 15)], CELLS, ink((62, 6, 95, 14), (130, 6, 148, 14)), SCALE))
    assert [(left, right) for left, _, right, _ in strips] == [(60.5, 96.5), (128.5, 149.5)]


def test_a_part_without_ink_is_left_out() -> None:
    (strip,) = cut_at_rulings([(60, 5, 150, 15)], CELLS, ink((62, 6, 95, 14)), SCALE)
    assert strip[2] == pytest.approx(96.5)


def test_a_strip_outside_the_table_is_left_whole() -> None:
    strip = (60.0, 40.0, 150.0, 50.0)
    assert list(cut_at_rulings([strip], CELLS, ink(), SCALE)) == [strip]


def test_a_digit_alone_in_its_cell_is_not_overlooked() -> None:
    digit = (150.0, 6.0, 154.0, 13.0)
    (found,) = overlooked([(10, 5, 60, 15)], CELLS, ink((12, 6, 58, 14), digit), SCALE)
    assert found == pytest.approx((150 - MARGIN, 6 - MARGIN, 154 + MARGIN, 13 + MARGIN))
    assert not list(overlooked([digit], CELLS, ink(digit), SCALE))


def test_specks_are_no_letters() -> None:
    assert not list(overlooked([], CELLS, ink((150, 6, 151.5, 8)), SCALE))
