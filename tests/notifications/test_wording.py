from dataclasses import replace

from notifications.digest import CheckCounts, DisclosureNews, News
from notifications.wording import (
    basis_sentence,
    checks_sentence,
    comparison,
    movement_sentence,
    occasion_sentence,
    reading_sentence,
    sangong_sentence,
    severity_counts,
    title,
    total_sentence,
    verdict,
)
from records.body import Scope
from records.disclosure import Kind
from records.finding import Severity
from records.headline import Headline, PriorFrom, Verdict
from tests.builders.digests import (
    a_finding,
    a_line,
    a_movement,
    shijiazhuang_headline,
    some_news,
    wanli_headline,
)
from tests.builders.disclosures import BUREAU


def test_the_total_says_how_far_it_moved_and_from_what() -> None:
    said = total_sentence(shijiazhuang_headline())
    assert said == "总额 18,949.22 万元，比上年的 26,391.23 万元减少 7,442.01 万元（-28.2%）。"


def test_a_total_that_did_not_move_is_level() -> None:
    assert movement_sentence(a_movement("总额", "5", "5"), "与上年持平") == "总额 5.00 万元，与上年持平"


def test_unknown_figures_are_said_to_be_unknown() -> None:
    assert movement_sentence(a_movement("总额", None, "5")) == "总额未见数字"
    assert movement_sentence(a_movement("总额", "5", None)) == "总额 5.00 万元，没有上年数可比"


def test_a_rise_from_nothing_has_no_percentage() -> None:
    assert movement_sentence(a_movement("公务接待费", "5", "0")).endswith("增加 5.00 万元（上年为零）")


def test_prior_figures_that_only_the_document_states_are_not_called_checked() -> None:
    assert basis_sentence(shijiazhuang_headline()) == "上年数按本文所述推算，未与上年文件核对。"
    assert basis_sentence(wanli_headline()) == "上年数取自上年文件。"
    assert basis_sentence(Headline(a_movement("总额", "5", None), a_movement("“三公”经费", None, None))) == ""


def test_a_statement_within_rounding_is_true_and_is_quoted() -> None:
    assert verdict(wanli_headline().total) == "属实（文中 +3,355.65 万元）"
    assert verdict(wanli_headline().sangong) == "属实"


def test_a_text_that_only_agrees_with_itself_is_not_called_true() -> None:
    assert verdict(shijiazhuang_headline().total) == "与本文一致"


def test_where_some_prior_figures_are_only_stated_they_are_named() -> None:
    headline = replace(wanli_headline(), total=shijiazhuang_headline().total)
    assert basis_sentence(headline) == "上年数取自上年文件；总额的上年数按本文所述推算，未与上年文件核对。"


def test_a_prior_figure_that_the_document_prints_is_not_called_reckoned() -> None:
    total = a_movement(
        "总额", "90", "100", prior_from=PriorFrom.PRINTED, stated_change="-10", verdict=Verdict.CONFIRMED
    )
    nothing = a_movement("“三公”经费", None, None)
    assert basis_sentence(Headline(total, nothing)) == "上年数为本文所列，未与上年文件核对。"
    assert basis_sentence(Headline(total, a_movement("“三公”经费", "5", "6", prior_from=PriorFrom.STATED))) == (
        "总额的上年数为本文所列，“三公”经费的上年数按本文所述推算，未与上年文件核对。"
    )
    assert verdict(total) == "与本文一致"


def test_a_contradicted_statement_is_given_with_both_figures() -> None:
    movement = a_movement("总额", "90", "100", stated_change="12", verdict=Verdict.CONTRADICTED)
    assert verdict(movement) == "不符：文中称增加 12.00 万元，实为减少 10.00 万元"
    level = a_movement("总额", "90", "100", stated_change="0", verdict=Verdict.CONTRADICTED)
    assert verdict(level) == "不符：文中称持平，实为减少 10.00 万元"


def test_a_figure_the_text_does_not_speak_of_is_not_called_true() -> None:
    assert verdict(a_movement("总额", "90", "100")) == "未述"


def test_unchanged_sangong_names_its_items_with_their_figures() -> None:
    assert sangong_sentence(shijiazhuang_headline()) == (
        "“三公”经费 112.40 万元，与上年分文不差：公务用车运行维护费 104.40、公务接待费 8.00 均未变；"
        "因公出国（境）费、公务用车购置费两年均为零。"
    )


def test_changed_sangong_names_what_moved_and_what_did_not() -> None:
    assert sangong_sentence(wanli_headline()) == (
        "“三公”经费 37.91 万元，比上年的 47.91 万元减少 10.00 万元（-20.9%）：公务用车购置费 25.00→15.00；"
        "公务用车运行维护费 21.56、公务接待费 1.35 均未变；因公出国（境）费两年均为零。"
    )


def test_items_without_a_prior_figure_are_not_called_unchanged() -> None:
    headline = replace(shijiazhuang_headline(), sangong_items=(a_movement("公务接待费", "8", None),))
    assert sangong_sentence(headline).endswith("：公务接待费未能与上年比较。")


def test_a_finding_gives_both_numbers_and_their_difference() -> None:
    assert comparison(a_finding()) == "对照 12,518.56 万元，本文 12,528.56 万元，相差 +10.00 万元"
    shares = a_finding(expected="1.19", actual="0.53", unit="%")
    assert comparison(shares) == "对照 1.19%，本文 0.53%，相差 -0.66 个百分点"
    assert comparison(a_finding(expected="1124000", actual="1124000")).endswith("两数相同")
    assert comparison(a_finding(expected=None)) == ""


def test_what_was_not_done_is_counted() -> None:
    said = checks_sentence(CheckCounts(passed=9, skipped=3, unresolved=1, errored=2))
    assert said == "另有 3 项检查因缺少所需数据未做，1 项因读取存疑未决，2 项检查自身出错，未能完成。"
    assert checks_sentence(CheckCounts(passed=9)) == ""


def test_pages_that_were_not_read_are_named() -> None:
    assert reading_sentence(some_news(unread_pages=(5, 6))) == "第 5–6 页未能读取，仅部分检查。"
    assert "文字识别" in reading_sentence(replace(some_news(), ocr_pages=(3,)))


def test_a_disclosure_is_named_by_year_scope_and_kind() -> None:
    assert title(some_news()) == "2023 年部门预算"
    draft = DisclosureNews(BUREAU, 2024, Kind.FINAL_ACCOUNTS, Scope.UNIT, draft=True)
    assert title(draft) == "2024 年单位决算（草案）"


def test_findings_are_counted_by_severity_without_those_resolved() -> None:
    warning = a_line(a_finding("YOY008", severity=Severity.WARNING))
    assert severity_counts((a_line(), warning, a_line(news=News.RESOLVED))) == "1 处错误、1 处警告"


def test_a_change_of_our_own_making_is_not_told_as_the_bodys() -> None:
    assert "并非公开内容有改动" in occasion_sentence(replace(some_news(), ours=True))
    assert occasion_sentence(some_news()) == ""


def test_a_republished_text_names_what_it_replaces() -> None:
    assert occasion_sentence(replace(some_news(), replaces="旧.pdf")) == "替换了此前公开的《旧.pdf》。"
