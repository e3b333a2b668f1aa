"""A number that is in doubt is not read at all: a wrong one would be told to the staff as a finding."""

import pytest

from parsing.readers.ocr.glyphs import Glyph, agreed, believed, deserves_another_look, text_of

SURE, UNSURE = 0.99, 0.6


def glyphs(text: str, doubtful: str = "") -> tuple[Glyph, ...]:
    """Return the text as glyphs, those of some characters unsure."""
    return tuple(
        Glyph(character, UNSURE if character in doubtful else SURE, (place + 0.5) / len(text))
        for place, character in enumerate(text)
    )


@pytest.mark.parametrize(
    ("text", "doubtful", "read"),
    [
        ("1,234.56", "", "1,234.56"),
        ("1,234.56", "3", "\ufffd" * 8),
        ("1234.56", ".", "\ufffd" * 7),
        ("增加1234.56万元，下降5.3%", "4", "增加" + "\ufffd" * 7 + "万元，下降5.3%"),
        ("预算安排", "安", "预算安排"),
    ],
)
def test_a_doubtful_digit_or_point_makes_its_whole_number_unknown(text: str, doubtful: str, read: str) -> None:
    assert text_of(believed(glyphs(text, doubtful))) == read
    assert deserves_another_look(glyphs(text, doubtful)) == ("\ufffd" in read)


@pytest.mark.parametrize(
    ("text", "read"), [("1,234.56", "1,234.56"), ("1，234.56", "1，234.56"), ("12,34", "\ufffd" * 5)]
)
def test_which_comma_it_is_matters_only_where_it_might_be_a_point(text: str, read: str) -> None:
    assert text_of(believed(glyphs(text, ",，"))) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10O.OO", "100.00"),
        ("1,23o。50", "1,230.50"),
        ("-o.5O", "-0.50"),
        ("OA办公系统", "OA办公系统"),
        ("见附件1。", "见附件1。"),
        ("一、总体绩效目标..2", "一、总体绩效目标……2"),
        ("一、总体绩效目标....", "一、总体绩效目标…………"),
    ],
)
def test_look_alikes_are_told_by_what_stands_around_them(text: str, read: str) -> None:
    assert text_of(believed(glyphs(text))) == read


def test_a_strip_that_is_no_text_is_one_unknown_character() -> None:
    assert text_of(believed([Glyph("|", 0.49, 0.5), Glyph("凵", 0.3, 0.9)])) == "\ufffd"
    assert believed([]) == ()


def test_a_second_look_that_reads_the_same_counts_and_one_that_does_not_leaves_the_doubt() -> None:
    first = glyphs("1,234.56", "3")
    assert text_of(believed(agreed(first, glyphs("1,234.56")))) == "1,234.56"
    assert text_of(believed(agreed(first, glyphs("1,284.56")))) == "\ufffd" * 8
