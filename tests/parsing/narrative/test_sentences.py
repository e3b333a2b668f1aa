from parsing.narrative.sentences import Paragraph, paragraphs_of
from tests.builders.narrative import lines_of, printed_lines

FULL = "二〇二三年预算收支安排一万八千九百四十九点二二万元，较二〇二二年预算增"


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def test_a_word_broken_by_the_line_is_whole_again() -> None:
    lines = printed_lines("  " + "上" * 36 + "比增", "加5万元。")

    assert texts(paragraphs_of(lines)) == ["上" * 36 + "比增加5万元。"]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    lines = printed_lines("上" * 40, "一般公共服务支出预算", "与上年持平。")

    assert texts(paragraphs_of(lines))[-1] == "与上年持平。"


def test_a_number_that_found_no_room_goes_on_in_the_next_line() -> None:
    lines = printed_lines("上" * 40, "  " + "基本支出" * 8 + "共计", "16,437.46万元。")

    assert texts(paragraphs_of(lines))[-1].endswith("共计16,437.46万元。")


def test_an_entry_of_a_list_begins_a_paragraph() -> None:
    lines = printed_lines("上" * 40, "二、收入预算")

    assert texts(paragraphs_of(lines)) == ["上" * 40, "二、收入预算"]


def test_page_numbers_do_not_break_a_sentence() -> None:
    lines = (*printed_lines("上" * 40), *printed_lines("— 7 —"), *printed_lines("年持平。", page=7))

    assert texts(paragraphs_of(lines)) == ["上" * 40 + "年持平。"]


def test_a_long_line_of_a_text_file_goes_on_after_a_page_break() -> None:
    paragraphs = paragraphs_of(lines_of("为民营企业发展营造良好的法治环境，" * 3 + "开", "展法治宣传教育讲座。"))

    assert len(paragraphs) == 1
    assert paragraphs[0].text.endswith("开展法治宣传教育讲座。")


def test_a_full_stop_within_brackets_ends_no_sentence() -> None:
    (paragraph,) = paragraphs_of(lines_of("购置费24.8万元（运行费5万元，比上年减少1万元。）比上年减少2万元。下降5%。"))

    assert [sentence.text for sentence in paragraph.sentences()][1] == "下降5%。"


def test_a_sentence_stands_where_its_first_line_stands() -> None:
    (paragraph,) = paragraphs_of(printed_lines("上" * 39 + "。", "“三公”经费持平。", page=3)[:1] + printed_lines("。"))

    assert paragraph.sentences()[0].place.page == 3


def test_a_running_head_does_not_break_a_sentence() -> None:
    pages = [
        printed_lines("某局部门预算公开", text * 40, page=page) for page, text in ((6, "上"), (7, "中"), (8, "下"))
    ]

    assert texts(paragraphs_of([line for lines in pages for line in lines])) == ["上" * 40 + "中" * 40 + "下" * 40]


def test_a_line_that_ends_pages_and_sentences_is_text() -> None:
    pages = [
        printed_lines(text * 40 + "。", "在职人员经费5万元。", page=page)
        for page, text in ((6, "上"), (7, "中"), (8, "下"))
    ]

    assert "".join(texts(paragraphs_of([line for lines in pages for line in lines]))).count("在职人员经费5万元。") == 3


def test_an_uneven_line_at_the_margin_goes_on() -> None:
    lines = printed_lines(
        "上" * 40, "其他交通费54.08万元，差旅费10万元，培训费3.98万元，印刷费5万元、公用", "维护费6.75万元。"
    )

    assert texts(paragraphs_of(lines))[-1].endswith("公用维护费6.75万元。")


def test_a_long_heading_is_no_beginning_of_the_text_below_it() -> None:
    lines = printed_lines(
        "上" * 40, "  十二、一般公共预算机关运行经费支出预算情况说明及增减变化的原因", "  2026年安排5万元。"
    )

    assert texts(paragraphs_of(lines))[-1] == "2026年安排5万元。"


def test_a_numbered_line_above_one_that_is_indented_like_it_is_a_heading() -> None:
    heading = "  十、一般公共预算机关运行经费支出预算表情况说明" + "情况说明" * 3
    lines = printed_lines("上" * 40, heading, "  2017年本部门机关运行经费预算支出与上年持平。")

    assert texts(paragraphs_of(lines)) == ["上" * 40, heading.strip(), "2017年本部门机关运行经费预算支出与上年持平。"]


def test_a_numbered_line_with_a_comma_may_go_on_where_it_is_indented() -> None:
    entry = "  1．因公出国（境）费预算支出110万元，与上年预" + "算支出110万元" * 3
    lines = printed_lines("上" * 40, entry, "  算数相等。")

    assert texts(paragraphs_of(lines))[-1].endswith("算数相等。")


def test_a_unit_belongs_to_the_number_that_ends_the_line_above_it() -> None:
    lines = printed_lines("上" * 40, "服务预算54,033.95", "万元。", "元旦期间照常办公。")
    numbered, following = texts(paragraphs_of(lines))

    assert numbered.endswith("服务预算54,033.95万元。")
    assert following == "元旦期间照常办公。"


def test_a_part_of_a_code_that_begins_a_line_is_no_numbering() -> None:
    lines = printed_lines(
        "　　6．社会保障和就业支出（208）行政事业单位养老支出（05）基本养老保险缴费支出",
        "（05）：2025年预算数为321.02万元。",
    )
    assert len(texts(paragraphs_of(lines))) == 1


def test_the_level_of_an_item_goes_on_a_line_that_had_room_for_it() -> None:
    lines = printed_lines(
        "上" * 40,
        "（七）社会保障和就业支出（类）行政事业单位养老支出（款）职业年金",
        "（项）2025年预算163.19万元。",
    )

    assert texts(paragraphs_of(lines))[-1].endswith("职业年金（项）2025年预算163.19万元。")
