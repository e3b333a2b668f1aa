import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.readers.boxes import Point
from parsing.readers.matrices import IDENTITY, Matrix, box_transformed, followed, transformed

NUMBERS = st.floats(-100, 100)
MATRICES = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)


@given(MATRICES, MATRICES, st.tuples(NUMBERS, NUMBERS))
def test_one_matrix_does_what_two_do_one_after_the_other(first: Matrix, then: Matrix, point: Point) -> None:
    at_once = transformed(point, followed(first, then))
    assert at_once == pytest.approx(transformed(transformed(point, first), then), rel=1e-6, abs=1e-3)


@given(MATRICES)
def test_the_identity_changes_nothing(matrix: Matrix) -> None:
    assert followed(matrix, IDENTITY) == followed(IDENTITY, matrix) == matrix


def test_a_box_turned_over_keeps_its_least_corner_first() -> None:
    assert box_transformed((10, 20, 40, 30), (1, 0, 0, -1, 0, 100)) == (10, 70, 40, 80)
    assert box_transformed((10, 20, 40, 30), (0, 1, 1, 0, 0, 0)) == (20, 10, 30, 40)
