from itertools import chain

from parsing.narrative.quotations import numbered, quotation
from parsing.narrative.sentences import Sentence, paragraphs_of
from tests.builders.narrative import claims_in, lines_of


def sentences(*paragraphs: str) -> list[Sentence]:
    return list(chain.from_iterable(numbered(one.sentences() for one in paragraphs_of(lines_of(*paragraphs)))))


def test_sentences_that_adjoin_are_quoted_as_they_stand() -> None:
    (first, second, third) = sentences("出国费2万元。比上年减少1万元。", "下降33.33%。")
    assert quotation([first, second, third]) == "出国费2万元。比上年减少1万元。下降33.33%。"


def test_what_is_left_out_between_two_sentences_is_marked() -> None:
    (first, _, third) = sentences("出国费2万元。主要用于考察。", "比上年减少1万元。")
    assert quotation([first, third]) == "出国费2万元。……比上年减少1万元。"


def test_of_two_sentences_alike_each_is_where_it_is() -> None:
    (_, second, _, fourth) = sentences("出国费持平。费用2万元。", "接待费持平。费用2万元。")
    assert quotation([second, fourth]) == "费用2万元。……费用2万元。"


def test_the_use_between_an_item_and_its_amount_is_left_out_of_the_quotation() -> None:
    (budget, final) = claims_in(
        "住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：缴纳住房公积金。年初预算为10万元，支出决算为9万元。"
    )
    assert budget.evidence.text == final.evidence.text
    assert final.evidence.text == (
        "住房保障支出（类）住房改革支出（款）住房公积金（项）。……年初预算为10万元，支出决算为9万元。"
    )
