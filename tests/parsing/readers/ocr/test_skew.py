import pytest
from PIL import Image, ImageDraw

from parsing.readers.ocr.skew import skew_of, straightened


def lines_of_text(degrees: float) -> Image.Image:
    image = Image.new("L", (1200, 1600), 255)
    draw = ImageDraw.Draw(image)
    for top in range(200, 1400, 60):
        for left in range(150, 1050, 30):
            draw.rectangle((left, top, left + 18, top + 22), 0)
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("degrees", [-2.0, -0.4, 0.3, 1.1])
def test_lines_that_are_askew_become_level(degrees: float) -> None:
    askew = lines_of_text(degrees)
    assert skew_of(askew) == pytest.approx(degrees, abs=0.06)
    assert abs(skew_of(straightened(askew))) < 0.06


def test_a_straight_page_is_left_as_it_is() -> None:
    for page in (lines_of_text(0), Image.new("L", (1200, 1600), 255)):
        assert straightened(page) is page
