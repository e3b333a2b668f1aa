from dataclasses import replace

import pytest

from checks.check import Skipped
from checks.purpose_mismatch import Options, purpose_mismatch
from records.claim import Claim
from records.disclosure import Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure

HEADING = "（三）支出决算具体情况"
FUND = ("住房保障支出", "住房改革支出", "住房公积金")
MEDICAL = ("卫生健康支出", "行政事业单位医疗", "事业单位医疗")
ANNUITY = ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出")
RETIRED = ("社会保障和就业支出", "行政事业单位养老支出", "事业单位离退休")
ENFORCEMENT = ("城乡社区支出", "城乡社区管理事务", "城管执法")
GENERAL = ("城乡社区支出", "城乡社区管理事务", "一般行政管理事务")


def an_item(path: tuple[str, str, str], use: str, reason: str | None = None, page: int = 20) -> tuple[Claim, str]:
    """Return an item with the sentences that the narrative gives it."""
    name = f"{path[0]}（类）{path[1]}（款）{path[2]}（项）"
    claim = a_claim("function-item", amount="18.12", path=path, reason=reason, caption=HEADING, page=page)
    text = f"{name}。{f'主要用于：{use}。' if use else ''}全年预算为18.12万元。"
    evidence = Evidence(page=page, caption=HEADING, text=f"{name}。……全年预算为18.12万元。")
    return replace(claim, name=name.translate(str.maketrans("（）", "()")), evidence=evidence), text


def findings(*items: tuple[Claim, str]) -> list[Finding]:
    text, places = "", []
    for claim, said in items:
        places.append((len(text), claim.evidence))
        text += f"{said}\n"
    section = Section(HEADING, 1, text, (19, 20), Evidence(page=19, caption=HEADING), tuple(places))
    disclosure = replace(a_disclosure(claims=[claim for claim, _ in items]), sections=(section,))
    return list(purpose_mismatch.function(disclosure, Surroundings(), Options()))


def test_a_use_copied_from_the_item_before_is_found() -> None:
    (finding,) = findings(an_item(MEDICAL, "事业单位医疗保险支出", page=19), an_item(FUND, "事业单位医疗保险支出"))
    assert finding.case == "copied"
    assert finding.message == (
        "“住房公积金”的用途写作“事业单位医疗保险支出”（第 20 页），"
        "与“事业单位医疗”的用途逐字相同（第 19 页），没有写到本科目。"
    )
    assert finding.evidence[0].text == (
        "住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：事业单位医疗保险支出。"
    )


def test_a_use_of_another_kind_of_item_is_found_though_it_is_no_copy() -> None:
    (finding,) = findings(an_item(FUND, "缴纳在职人员医疗保险"))
    assert finding.case == "other-purpose"


def test_a_reason_copied_from_another_item_is_found() -> None:
    copied = "事业单位离退休经费增加"
    (finding,) = findings(an_item(RETIRED, "", copied), an_item(ANNUITY, "缴纳职业年金", copied))
    assert finding.case == "copied-reason"
    assert finding.subject.place.endswith("机关事业单位职业年金缴费支出")


def test_a_name_that_many_items_have_counts_with_what_stands_above_it() -> None:
    use = "城乡社区管理事务一般行政管理事务"
    (finding,) = findings(an_item(GENERAL, use), an_item(ENFORCEMENT, use))
    assert "“城管执法”的用途写作" in finding.message
    assert not findings(an_item(GENERAL, "一般行政管理事务"), an_item(ENFORCEMENT, "一般行政管理事务"))


@pytest.mark.parametrize(
    ("path", "use"),
    [
        (FUND, "缴纳在职人员住房公积金"),
        (FUND, "住房公积金、购房补贴"),
        (FUND, "在职人员支出"),
        (ANNUITY, "机关事业单位职业年金支出"),
        (("卫生健康支出", "医疗保障管理事务", "一般行政管理事务"), "医保服务站工作经费"),
    ],
)
def test_a_use_of_the_item_itself_or_of_no_item_passes(path: tuple[str, str, str], use: str) -> None:
    assert not findings(an_item(path, use))


def test_a_reason_that_tells_of_a_change_of_classification_may_stand_with_both_items() -> None:
    reason = "科目调整，事业单位离退休支出调整为其他行政事业单位养老支出"
    other = (*RETIRED[:2], "其他行政事业单位养老支出")
    assert not findings(an_item(RETIRED, "", reason), an_item(other, "", reason))


def test_the_same_use_of_items_that_it_does_not_name_passes() -> None:
    assert not findings(an_item(ENFORCEMENT, "保障机构正常运转"), an_item(GENERAL, "保障机构正常运转"))


def test_a_text_shorter_than_the_smallest_is_no_copy() -> None:
    sports = ("文化旅游体育与传媒支出", "体育", "体育")
    assert not findings(an_item(sports, "体育"), an_item(ENFORCEMENT, "体育"))


def test_a_use_ends_where_the_next_item_is_named() -> None:
    silent, said = an_item(FUND, ""), an_item(MEDICAL, "事业单位医疗保险支出")
    assert not findings(silent, said)


def test_without_any_use_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(an_item(FUND, ""))
