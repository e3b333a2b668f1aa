"""The geometry of boxes on a page."""

from collections.abc import Iterable

from records.evidence import BoundingBox

Point = tuple[float, float]


def area(box: BoundingBox) -> float:
    """Return its area; zero for a box turned inside out."""
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def centre(box: BoundingBox) -> Point:
    """Return its middle."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def holds(box: BoundingBox, point: Point) -> bool:
    """Return whether the point lies in the box or on its edge."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def common(box: BoundingBox, other: BoundingBox) -> BoundingBox:
    """Return the part both have in common, which is inside out where they have none."""
    return max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3])


def around(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """Return the smallest box around all of at least one box."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def moved(box: BoundingBox, origin: Point) -> BoundingBox:
    """Return the box as seen from another origin."""
    return box[0] - origin[0], box[1] - origin[1], box[2] - origin[0], box[3] - origin[1]
