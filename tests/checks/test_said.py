from checks.said import said_at
from records.disclosure import Section
from records.evidence import Evidence

TEXT = "收入10万元。\n支出20万元。车辆3辆。"
HEADING = Evidence(page=3, caption="二、预算", text="二、预算")
ON_TWO_PAGES = ((0, Evidence(page=3, line=7)), (TEXT.index("支出"), Evidence(page=4, line=2)))


def test_the_place_is_that_of_the_paragraph_or_the_page_it_goes_on_on() -> None:
    section = Section("二、预算", 1, TEXT, (3, 4), HEADING, ON_TWO_PAGES)
    begin = TEXT.index("车辆")

    assert said_at(section, begin, len(TEXT)) == Evidence(page=4, line=2, text="车辆3辆。")
    assert said_at(section, 0, 7).page == 3


def test_where_no_paragraph_is_known_it_is_that_of_the_heading() -> None:
    section = Section("二、预算", 1, TEXT, (3, 4), HEADING)

    assert said_at(section, 8, 14) == HEADING.quoting("支出20万元")
