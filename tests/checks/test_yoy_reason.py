from dataclasses import replace

import pytest

from checks.check import Skipped
from checks.yoy_reason import Options, yoy_reason
from records.claim import Claim, Direction
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure

RECEPTION = "公务接待费18.00万元，比2022年预算增加3.00万元。"


def moved(
    subject: str,
    text: str = "",
    *,
    amount: str = "18.00",
    change: str = "3.00",
    reason: str | None = None,
    path: tuple[str, ...] = (),
) -> Claim:
    return a_claim(
        subject, amount=amount, change=change, direction=Direction.INCREASE, reason=reason, path=path, text=text
    )


def a_section(heading: str, text: str, level: int = 2) -> Section:
    return Section(heading, level, text, (6,), Evidence(page=6, text=heading))


def a_text(*sections: Section, claims: list[Claim]) -> Disclosure:
    return replace(a_disclosure(claims=claims), sections=sections)


def findings(disclosure: Disclosure, options: Options | None = None) -> list[Finding]:
    return list(yoy_reason.function(disclosure, Surroundings(), options or Options()))


def test_a_movement_of_the_sangong_without_any_reason_is_found() -> None:
    section = a_section("四、“三公”经费", f"{RECEPTION}国内公务接待30批次。")
    (finding,) = findings(a_text(section, claims=[moved("reception", RECEPTION)]))
    assert finding.case == "missing"
    assert finding.message == "“reception”比上年增加 3.00 万元（第 6 页），文中没有说明原因。"


def test_a_reason_in_the_next_sentence_is_a_reason() -> None:
    section = a_section("四、“三公”经费", f"{RECEPTION}增加的主要原因是承办全国会议。")
    assert not findings(a_text(section, claims=[moved("reception", RECEPTION)]))


def test_a_reason_of_the_next_item_is_not_a_reason_of_this_one() -> None:
    abroad = "因公出国（境）费20.00万元，比2022年预算增加5.00万元，主要原因是新增团组。"
    section = a_section("四、“三公”经费", RECEPTION + abroad)
    claims = [moved("reception", RECEPTION), moved("abroad", abroad, reason="新增团组")]
    (finding,) = findings(a_text(section, claims=claims))
    assert finding.subject.item == "reception"


def test_a_reason_in_the_next_section_is_not_a_reason() -> None:
    sections = [
        a_section("四、“三公”经费", RECEPTION),
        a_section("五、机关运行经费", "机关运行经费减少的主要原因是厉行节约。"),
    ]
    assert findings(a_text(*sections, claims=[moved("reception", RECEPTION)]))


def test_the_items_may_hold_the_reason_of_the_whole() -> None:
    whole = "“三公”经费38.00万元，比2022年预算增加3.00万元。"
    claims = [moved("sangong", whole), moved("reception", RECEPTION, reason="承办全国会议")]
    assert not findings(a_text(a_section("四、“三公”经费", whole + RECEPTION), claims=claims))


def test_a_statement_whose_place_in_the_text_is_not_known_is_not_judged() -> None:
    assert not findings(a_text(a_section("四、“三公”经费", "其他文字。"), claims=[moved("reception", RECEPTION)]))


def test_a_phrase_that_fits_everything_is_no_reason() -> None:
    (finding,) = findings(a_disclosure(claims=[moved("reception", reason="工作需要。")]))
    assert finding.case == "empty"
    assert "所写原因“工作需要。”没有说明具体事项" in finding.message


def test_a_phrase_with_something_particular_is_a_reason() -> None:
    assert not findings(a_disclosure(claims=[moved("reception", reason="根据工作需要，增加对口支援团组接待")]))


def test_reasons_that_only_repeat_the_movement_are_one_line_with_their_number() -> None:
    claims = [
        moved("function-item", path=("卫生健康支出", "行政事业单位医疗", name), reason=f"{name}经费增加")
        for name in ("行政单位医疗", "事业单位医疗")
    ]
    named = [replace(claim, name="".join(claim.path)) for claim in claims]
    (finding,) = findings(a_disclosure(claims=named))
    assert finding.case == "empty-items"
    assert finding.message.startswith(
        "2 处变动的原因没有说明具体事项：“行政单位医疗”增加 3.00 万元，“行政单位医疗经费增加”"
    )


def test_a_reason_about_something_else_that_moved_is_a_reason() -> None:
    assert not findings(a_disclosure(claims=[moved("function-item", path=("行政运行",), reason="人员经费增加")]))


def test_one_reason_for_many_items_is_reported_and_for_one_fewer_it_is_not() -> None:
    claims = [
        moved("function-item", path=("人大事务", name), reason="统一压减10%")
        for name in ("立法", "监督", "信访", "会议")
    ]
    (finding,) = findings(a_disclosure(claims=claims))
    assert finding.case == "repeated"
    assert finding.message.startswith("4 个科目的变动写的是同一个原因")
    assert not findings(a_disclosure(claims=claims[:3]))


def test_totals_of_the_same_money_may_share_a_reason() -> None:
    subjects = ("income-total", "expenditure-total", "income:fiscal", "fiscal-expenditure", "expenditure:general")
    assert not findings(a_disclosure(claims=[moved(subject, reason="新增农业普查") for subject in subjects]))


def test_a_movement_exactly_at_the_smallest_that_needs_a_reason_needs_one() -> None:
    at, below = (f"公务接待费{amount}万元，增加。" for amount in ("2.00", "1.99"))
    section = a_section("四、“三公”经费", at + below)
    assert findings(a_text(section, claims=[moved("reception", at, amount="2.00", change="1.00")]))
    with pytest.raises(Skipped):
        findings(a_text(section, claims=[moved("reception", below, amount="1.99", change="0.99")]))


def test_nothing_that_moved_needs_no_reason() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure(claims=[a_claim("reception", amount="8.00", direction=Direction.FLAT)]))


@pytest.mark.parametrize(("explained", "found"), [(3, True), (2, False)])
def test_one_item_without_a_reason_among_items_that_have_one_is_information(explained: int, found: bool) -> None:
    silent = "1.一般公共服务支出18.00万元，比2022年决算数增加3.00万元。"
    others = [f"{number}.科目支出18.00万元，增加3.00万元，主要原因是人员调入。" for number in range(2, 2 + explained)]
    claims = [
        moved("function-class", silent, path=("一般公共服务支出",)),
        *(moved("function-class", text, reason="人员调入", path=(text[:2],)) for text in others),
    ]
    disclosure = a_text(a_section("（二）支出决算具体情况", "\n".join([silent, *others])), claims=claims)
    missing = [one for one in findings(disclosure) if one.case == "missing-items"]
    assert bool(missing) is found
    if found:
        assert "1 个科目没有写：“一般公共服务支出”增加 3.00 万元" in missing[0].message
