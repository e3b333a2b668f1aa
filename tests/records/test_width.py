"""Tests of folding width."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from records.width import narrow, normal_width


def test_wide_marks_digits_and_letters_become_narrow() -> None:
    assert normal_width("（一）２０２６年，“三公”经费：１１２．４０万元，下降５％") == (
        "(一)2026年,“三公”经费:112.40万元,下降5%"
    )


@given(st.text(st.characters(max_codepoint=0xFFFF) | st.sampled_from("，：；（）％　！？\u0338\u0301e")))
def test_every_text_is_in_the_form_unicode_defines(text: str) -> None:
    assert normal_width(text) == unicodedata.normalize("NFKC", text)


def test_a_narrow_text_has_every_character_in_its_place() -> None:
    text = "（一）２０２６年，“三公”经费：１１２．４０万元！①㈠℃"
    assert narrow(text) == "(一)2026年,“三公”经费:112.40万元!①㈠℃"
    assert len(narrow(text)) == len(text)
