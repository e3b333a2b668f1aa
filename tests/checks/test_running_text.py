from dataclasses import replace

from checks.running_text import RunningText, running_text
from records.disclosure import Section
from records.evidence import Evidence
from tests.builders.disclosures import a_disclosure


def a_text(*sections: tuple[str, int, str]) -> RunningText:
    printed = tuple(Section(heading, level, text, (1,), Evidence(page=1)) for heading, level, text in sections)
    return running_text(replace(a_disclosure(), sections=printed))


def test_what_follows_ends_with_the_section_and_what_stands_below_it() -> None:
    text = a_text(("四、三公", 2, "合计 8 万元。"), ("（一）接待", 3, "为外宾。"), ("五、采购", 2, "无。"))
    assert text.after("合计8万元") == "合计8万元。(一)接待为外宾。"


def test_a_quotation_that_runs_from_a_heading_into_its_text_is_found() -> None:
    assert a_text(("（一）接待费", 3, "8 万元。持平。")).after("（一）接待费8万元。") == "(一)接待费8万元。持平。"


def test_what_follows_ends_with_the_first_stop_after_the_quotation() -> None:
    text = a_text(("三公", 1, "接待费8万元。出国费2万元。用车费3万元。"))
    assert text.after("出国费2万元。", ["接待费8万元", "用车费3万元"]) == "出国费2万元。"


def test_a_quotation_that_is_not_there_is_not_found() -> None:
    assert a_text(("三公", 1, "接待费8万元。")).after("出国费2万元。") is None


def test_a_quotation_in_pieces_is_found_with_what_stands_between_them() -> None:
    text = a_text(("三公", 1, "出国费2万元。主要用于考察。比上年减少1万元。持平。"))
    assert text.after("出国费2万元。……比上年减少1万元。") == "出国费2万元。主要用于考察。比上年减少1万元。持平。"
    assert text.after("比上年减少1万元。……出国费2万元。") is None


def test_a_stretch_is_quoted_as_printed_from_the_section_it_ends_in() -> None:
    text = a_text(("（一）接待费", 3, "8 万元。\n2㎡ 用房。"), ("二、采购", 3, "无。"))
    begin, end = text.span_after("8万元。", ["用房"]) or (0, 0)
    assert text.evidence(begin, end).text == "8 万元。\n2㎡"
    assert text.evidence(end, end + 1).text == "用"
    assert text.evidence(0, len(text.text)).text == "无。"
