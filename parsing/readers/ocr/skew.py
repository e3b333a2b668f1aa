"""Turns a scanned page straight, as its lines of text and its rulings say."""

from itertools import pairwise

from PIL import Image

WIDEST_DEGREES = 3.0
"""Sheets lie in a feeder at most so askew; more is a photograph."""
STEPS_DEGREES = (0.5, 0.1, 0.02)
"""Searched coarsely first; at 0.02 degrees a line the width of a page is askew by half a pixel."""
LEAST_DEGREES = 0.03
"""Pages that were never scanned are straight, and turning them would only blur them."""
_SEARCHED_WIDTH = 800


def straightened(picture: Image.Image) -> Image.Image:
    """Return the grey picture with its lines level, of the same size; white where nothing was scanned."""
    degrees = skew_of(picture)
    if abs(degrees) < LEAST_DEGREES:
        return picture
    return picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)


def skew_of(picture: Image.Image) -> float:
    """Return by how many degrees the lines of a grey picture rise to the right."""
    small = picture.resize((_SEARCHED_WIDTH, max(1, round(picture.height * _SEARCHED_WIDTH / picture.width))))
    best, reach = 0.0, WIDEST_DEGREES
    for step in STEPS_DEGREES:
        steps = round(reach / step)
        around = [round(best + step * offset, 3) for offset in range(-steps, steps + 1)]
        # Of equally sharp angles the one nearest to straight is taken, so that an empty page is left as it is.
        best = max(around, key=lambda degrees: (_sharpness(small, degrees), -abs(degrees)))
        reach = step
    return best


def _sharpness(picture: Image.Image, degrees: float) -> float:
    """Return how much the darkness of neighbouring rows differs: most where the lines are level."""
    turned = picture.rotate(-degrees, Image.Resampling.BILINEAR, fillcolor=255)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((below - above) ** 2 for above, below in pairwise(rows))
