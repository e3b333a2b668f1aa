import pytest

from checks.prose import Part, Passage
from records.evidence import Evidence


def quoted(text: str, words: str) -> str:
    begin = text.index(words)
    first, last = Passage(Part.TEXT, text, Evidence()).quotation(begin, begin + len(words))
    return text[first:last]


FAR = "甲" * 60
"""Text without any pause."""


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("开头。支出XX万元。其余", "支出XX万元"),
        (f"{FAR}2018年{'乙' * 25}XX{FAR}", f"2018年{'乙' * 25}XX{'甲' * 29}"),
        (f"{FAR}，1,234.56万元{'乙' * 20}XX", f"1,234.56万元{'乙' * 20}XX"),
        (f"XX{'乙' * 27}1,234.56万元{FAR}", f"XX{'乙' * 27}1,234.56万元"),
        (f"XX{'乙' * 33}，{FAR}", f"XX{'乙' * 33}"),
    ],
)
def test_a_quotation_ends_with_the_sentence_at_a_pause_or_beside_a_number(text: str, quotation: str) -> None:
    assert quoted(text, "XX") == quotation
