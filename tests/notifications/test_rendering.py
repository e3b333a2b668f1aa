from dataclasses import replace

import pytest

from notifications.digest import CheckCounts, Digest, FailureLine, News
from notifications.rendering import LARGEST_HTML, RenderedDigest, render
from records.body import Body
from records.evidence import Evidence
from records.finding import Severity
from records.headline import Verdict
from tests.builders.digests import (
    MORNING,
    STREET,
    a_digest,
    a_finding,
    a_line,
    a_movement,
    shijiazhuang_headline,
    some_news,
    wanli_headline,
)

SCAN = FailureLine("2024年部门决算.pdf", "无法读取", "39 页均为图像，没有可读的文字。")


def both(rendered: RenderedDigest) -> tuple[str, str]:
    return rendered.text, rendered.html


@pytest.fixture
def two_bodies() -> RenderedDigest:
    """Return the digest of the two published disclosures."""
    return render(
        a_digest(
            some_news(a_line(), headline=shijiazhuang_headline()),
            some_news(
                a_line(a_finding(body=STREET)),
                body=STREET,
                fiscal_year=2025,
                headline=wanli_headline(),
            ),
        )
    )


def test_the_published_figures_are_all_there(two_bodies: RenderedDigest) -> None:
    for words in both(two_bodies):
        for figure in ("18,949.22", "7,442.01", "-28.2%", "112.40", "104.40", "8.00"):
            assert figure in words
        for figure in ("18,976.76", "3,355.64", "3,355.65", "25.00→15.00", "21.56", "1.35", "37.91"):
            assert figure in words


def test_a_finding_can_be_found_on_the_page(two_bodies: RenderedDigest) -> None:
    for words in both(two_bodies):
        assert "错误" in words
        assert "第 7 页 · 支出总表 · 204 公共安全支出 · 合计" in words
        assert "“12528.56”" in words
        assert "SUM001 sum-hierarchy" in words
        assert a_finding().fingerprint.removeprefix("v1:")[:8] in words


def test_the_digest_says_what_it_covers() -> None:
    text, html = both(render(a_digest(some_news(a_line()), some_news(body=STREET), failures=(SCAN,))))
    assert "2 份文本，1 条发现" in text
    assert "2 份文本，1 条发现，1 份未能检查" in html
    assert "11-20 08:00 至 11-21 08:00" in text


def test_a_clean_disclosure_is_one_line() -> None:
    for words in both(render(a_digest(some_news(checks=CheckCounts(passed=14, skipped=2))))):
        assert "已读取并通过 14 项检查，无发现" in words
        assert "2 项检查因缺少所需数据未做" in words


def test_files_that_were_not_read_are_never_called_clean() -> None:
    for words in both(render(a_digest(failures=(SCAN,)))):
        assert "2024年部门决算.pdf" in words
        assert "39 页均为图像" in words
        assert "不能视为无异常" in words
        assert "无发现" not in words


def test_a_disclosure_read_in_part_says_so_and_is_not_called_clean() -> None:
    for words in both(render(a_digest(some_news(unread_pages=(5, 6))))):
        assert "第 5–6 页未能读取，仅部分检查" in words
        assert "已读取并通过" not in words


def test_a_contradicted_statement_is_shown_with_both_figures() -> None:
    wrong = a_movement("总额", "90", "100", stated_change="12", verdict=Verdict.CONTRADICTED)
    news = some_news(a_line(), headline=replace(wanli_headline(), total=wrong))
    for words in both(render(a_digest(news))):
        assert "不符：文中称增加 12.00 万元，实为减少 10.00 万元" in words


def test_changed_numbers_are_shown_beside_the_former_ones() -> None:
    line = a_line(a_finding(), news=News.CHANGED, previous=a_finding(actual="125385600"))
    for words in both(render(a_digest(some_news(line)))):
        assert "数额有变" in words
        assert "此前：对照 12,518.56 万元，本文 12,538.56 万元，相差 +20.00 万元" in words
        assert "；现为：对照 12,518.56 万元，本文 12,528.56 万元，相差 +10.00 万元" in words


def test_findings_of_one_cause_are_told_under_it_and_the_rest_counted() -> None:
    cause = a_finding()
    others = [a_line(a_finding("SUM002", item=str(n), caused_by=cause.fingerprint)) for n in range(5)]
    for words in both(render(a_digest(some_news(a_line(cause), *others)))):
        assert words.count("同一原因") == 4
        assert "同一原因的另有 2 条，见附件" in words


def test_missing_content_names_where_it_was_looked_for() -> None:
    absent = replace(a_finding(expected=None), evidence=(Evidence(page=4, caption="部门预算表", absent=True),))
    for words in both(render(a_digest(some_news(a_line(absent))))):
        assert "应在，未见：第 4 页 · 部门预算表" in words


def test_roundings_are_one_line_and_resolved_findings_are_listed() -> None:
    roundings = [a_line(a_finding(item=str(n), case="rounding", severity=Severity.INFO)) for n in range(7)]
    text = replace(roundings[0].finding, evidence=(Evidence(page=6, caption="收支说明", text="收入7633.51万元"),))
    gone = a_line(a_finding(item="g"), news=News.RESOLVED, title="收支不平衡")
    for words in both(render(a_digest(some_news(*roundings, a_line(text), gone)))):
        assert "另有 8 处尾差（支出总表 7 处、文字 1 处），不超过四舍五入误差的两倍" in words
        assert "已消除" in words
        assert "收支不平衡" in words


def test_text_of_a_document_is_never_markup_or_code() -> None:
    finding = replace(a_finding(text="<script>alert(1)</script>"), message='<img src="http://x/y">{{ 7 * 7 }}')
    rendered = render(a_digest(some_news(a_line(finding), body=Body("<b>局</b>"))))
    assert "<script" not in rendered.html
    assert "<img" not in rendered.html
    assert "&lt;b&gt;局" in rendered.html
    assert "{{ 7 * 7 }}" in rendered.html
    assert "<script>alert(1)</script>" in rendered.text


def test_the_html_brings_its_styles_and_fetches_nothing(two_bodies: RenderedDigest) -> None:
    html = two_bodies.html
    assert 'style="' in html
    assert "prefers-color-scheme: dark" in html
    for remote in ("http://", "https://", "<link", "<script", "url("):
        assert remote not in html


def test_ten_thousand_findings_make_one_mail_that_is_shown_whole() -> None:
    news = [
        some_news(
            *(a_line(a_finding(item=f"{n}-{m}", message="很长的说明" * 100)) for m in range(50)),
            body=Body(f"第{n}中学"),
            headline=wanli_headline(),
        )
        for n in range(200)
    ]
    rendered = render(a_digest(*news))
    assert len(rendered.html.encode()) <= LARGEST_HTML
    assert "10000 条发现" in rendered.html
    assert "见附件" in rendered.html
    assert rendered.csv is not None
    assert rendered.csv.count(b"\r\n") == 10_001


def test_an_ordinary_morning_shows_fifty_findings() -> None:
    lines = [a_line(a_finding(item=str(n))) for n in range(60)]
    rendered = render(a_digest(some_news(*lines, headline=wanli_headline())))
    assert rendered.html.count("SUM001 sum-hierarchy") == 50
    assert "另有 10 条发现未列出" in rendered.html


def test_a_digest_without_findings_has_no_list() -> None:
    assert render(a_digest(some_news())).csv is None


def test_an_empty_digest_can_be_rendered() -> None:
    for words in both(render(Digest(MORNING))):
        assert "本期没有新文本" in words


def test_a_section_says_when_nothing_but_our_own_change_is_behind_it() -> None:
    for words in both(render(a_digest(replace(some_news(a_line()), ours=True)))):
        assert "并非公开内容有改动" in words
