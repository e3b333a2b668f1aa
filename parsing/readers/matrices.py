"""Affine transformations of the plane, as PDF files write them."""

from parsing.readers.boxes import Point
from records.evidence import BoundingBox

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): a point (x, y) goes to (a·x + c·y + e, b·x + d·y + f)."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def followed(first: Matrix, then: Matrix) -> Matrix:
    """Return the one transformation that has the effect of both."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def transformed(point: Point, matrix: Matrix) -> Point:
    """Return where the point goes."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box_transformed(box: BoundingBox, matrix: Matrix) -> BoundingBox:
    """Return the box around where the corners of the box go."""
    x0, y0, x1, y1 = box
    a, b, c, d, e, f = matrix
    if b == c == 0:  # as nearly always; the rest is for turned pages
        left, right, top, bottom = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
    xs, ys = zip(*(transformed((x, y), matrix) for x in (x0, x1) for y in (y0, y1)), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
