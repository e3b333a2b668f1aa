from checks.said import said_at
from records.disclosure import Section
from records.evidence import Evidence
from tests.builders.disclosures import a_claim, a_disclosure


def test_the_page_is_that_of_the_last_claim_before_it() -> None:
    text = "收入10万元。支出20万元。车辆3辆。"
    section = Section("二、预算", 1, text, (3, 4), Evidence(page=3, caption="二、预算", text="二、预算"))
    claims = [
        a_claim("income-total", amount="10", text="收入10万元。", page=3, caption="二、预算"),
        a_claim("expenditure-total", amount="20", text="支出20万元。", page=4, caption="二、预算"),
    ]
    disclosure = a_disclosure(claims=claims)
    begin = text.index("车辆")
    assert said_at(disclosure, section, begin, len(text)).page == 4
    assert said_at(disclosure, section, begin, len(text)).text == "车辆3辆。"
    assert said_at(disclosure, section, 0, 7).page == 3
    assert said_at(a_disclosure(), section, begin, len(text)).page == 3
