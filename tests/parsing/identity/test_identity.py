from collections.abc import Sequence
from pathlib import Path

import pytest

from parsing.identity.identity import Identity, corrected, identity_of
from parsing.identity.identity_words import IdentityWords, load_identity_words
from parsing.identity.regions import region_of
from parsing.identity.signals import Signals, signals_of
from parsing.limits import Limits
from parsing.pages import Page, Reading
from parsing.reader import read_file
from records.body import Body, Scope
from records.correction import Correction
from records.disclosure import Kind
from records.table import TableKind
from tests.builders.narrative import lines_of
from tests.builders.pages import a_page

WORDS = load_identity_words()


def identity(*lines: str, captions: Sequence[str] = (), kinds: Sequence[TableKind] = ()) -> Identity:
    """Return what a file of one page with these lines says it is."""
    signals = signals_of(Reading("txt", (Page(1, lines_of(*lines)),)), (), WORDS)
    return identity_of(Signals(signals.cover, signals.lines, tuple(captions), frozenset(kinds)), WORDS)


def named(found: Identity) -> str | None:
    return found.body.name if found.body else None


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        (("2026年", "广州市信访局部门预算", "目 录"), "广州市信访局"),
        (("中共上海市普陀区委", "社会工作部 2024 年度", "部门决算"), "中共上海市普陀区委社会工作部"),
        (("2026 年度", "福州市公安局文职人员", "管理中心单位预算"), "福州市公安局文职人员管理中心"),
        (("上海市2026年市级单位预算", "预算单位：上海市戒毒康复中心"), "上海市戒毒康复中心"),
        (
            ("上海市普陀区2025年区级部门预算", "预算主管部门：上海市普陀区人民政府万里街道办事处"),
            "上海市普陀区人民政府万里街道办事处",
        ),
        (("承德市司法局", "2025 年部门预算绩效文本", "承德市司法局编制", "承德市财政局审核"), "承德市司法局"),
        ((".", "长春市信访局（本级）", "2026年度部门预算公开"), "长春市信访局"),
        (("关于太原市发展和改革委员会", "2016年部门决算"), "太原市发展和改革委员会"),
        (("西安市审计局（汇总）", "2026年部门预算公开说明"), "西安市审计局"),
    ],
)
def test_the_cover_names_the_body(cover: tuple[str, ...], name: str) -> None:
    assert named(identity(*cover)) == name


@pytest.mark.parametrize(
    "lines",
    [
        ("315秦皇岛市海港区司法局", "预算年度：2023", "单位：万元"),
        ("315秦皇岛市海港区司法局　　预算年度：2023　　单位：万元",),
    ],
)
def test_without_a_cover_the_lines_above_the_tables_name_the_body(lines: tuple[str, ...]) -> None:
    found = identity("部门预算收支总表", *lines)

    assert found.body
    assert (found.body.name, found.body.code) == ("秦皇岛市海港区司法局", "315")
    assert (found.body.region, found.body.level) == ("河北省秦皇岛市海港区", "区级")
    assert found.fiscal_year == 2023


def test_the_year_may_stand_between_the_body_and_the_unit_on_one_line() -> None:
    found = identity("收入支出决算总表", "编制单位：秦皇岛市海港区司法局　　2023年度　　金额单位：万元")

    assert named(found) == "秦皇岛市海港区司法局"


def test_the_code_of_a_body_alone_is_cut_to_the_department() -> None:
    found = identity("1.劳务派遣人员经费绩效目标表", "315001定州市司法局本级", "单位：万元")

    assert found.body
    assert (found.body.name, found.body.code) == ("定州市司法局", "315")


def test_the_cover_outweighs_what_the_tables_of_units_print() -> None:
    units = ["315001承德市第一戒毒所"] * 30

    assert named(identity("承德市司法局", "2025年部门预算", "目录", *units)) == "承德市司法局"


def test_a_body_is_not_taken_from_a_unit_of_money() -> None:
    assert identity("2023年部门预算", "单位：万元").body is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2025年部门预算", Kind.BUDGET),
        ("2024年度部门决算", Kind.FINAL_ACCOUNTS),
        ("2025年部门预算绩效文本", Kind.PERFORMANCE),
        ("部门整体预算绩效目标申报表", Kind.PERFORMANCE),
        ("某市2024年财政预算执行情况和2025年财政预算草案的报告", Kind.GOVERNMENT),
    ],
)
def test_the_title_names_the_kind(title: str, kind: Kind) -> None:
    assert identity(title).kind is kind


def test_performance_tables_alone_are_a_performance_text() -> None:
    found = identity("第一部分", "部门整体绩效目标", kinds=[TableKind.PROJECT_PERFORMANCE])

    assert found.kind is Kind.PERFORMANCE


def test_a_text_that_speaks_of_no_budget_has_no_kind() -> None:
    assert identity("关于召开全市司法行政工作会议的通知").kind is None


@pytest.mark.parametrize(
    ("lines", "scope"),
    [
        (("深圳市水务局", "2026年部门预算"), Scope.DEPARTMENT),
        (("深圳市司法局（本级）", "2026年部门预算"), Scope.UNIT),
        (("泉州市公安局（本级）", "2026年单位预算"), Scope.UNIT),
    ],
)
def test_the_cover_tells_department_from_unit(lines: tuple[str, ...], scope: Scope) -> None:
    assert identity(*lines).scope is scope


def test_a_draft_says_so_on_its_cover() -> None:
    assert identity("**秦皇岛市抚宁区司法局**", "**2022 年部门预算绩效文本**", "**( 草案 )**").draft
    assert not identity("重庆市水利局2026年部门预算", "一、起草有关规章草案。").draft


def test_a_form_with_placeholders_is_blank() -> None:
    assert identity("上海市 XX 局", "2024 年度部门决算").blank


def test_dates_of_publication_are_no_fiscal_year() -> None:
    assert identity("国家信访局", "2025年7月", "2024年度部门决算").fiscal_year == 2024


def test_two_years_named_equally_often_decide_nothing() -> None:
    found = identity("部门预算", *["预算年度：2022", "预算年度：2023"] * 3)

    assert found.fiscal_year is None


def test_project_codes_tell_the_year_where_the_text_does_not() -> None:
    codes = ("130682210U31DNQZZ10Q4", "130682213N69VN9Z6S72D", "130682215KT1A39U8RZ4T", "13068220ZPEZLMOZ38YZQ")

    assert identity("绩效目标表", *codes).fiscal_year == 2021
    assert identity("绩效目标表", *codes[:2]).fiscal_year is None


def spoken_of(*goals: str) -> Identity:
    rows = "\n".join(f"运行项目 | 100 | 100 | 0 | 0 | {goal}" for goal in goals)
    page = a_page(f"项目支出绩效目标表\n项目名称 | 总计 | 财政拨款 | 专户 | 其他 | 绩效目标\n{rows}")
    return identity_of(signals_of(Reading("pdf", (page,)), (), WORDS), WORDS)


def test_the_only_fiscal_year_spoken_of_is_the_disclosures_where_nothing_else_tells_it() -> None:
    goals = ("完成2026年度立项、备案", "2026年度运行维护，至2029年12月")

    assert spoken_of(*goals).fiscal_year == 2026
    assert spoken_of(*goals, "总结2025年度经验").fiscal_year is None


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("北京市城市管理综合行政执法局", "北京市"),
        ("石家庄市城市管理局", "河北省石家庄市"),
        ("中共上海市普陀区委社会工作部", "上海市普陀区"),
        ("江苏省人民检察院", "江苏省"),
        ("国家信访局", None),
    ],
)
def test_the_name_tells_the_region(name: str, region: str | None) -> None:
    assert region_of(name, WORDS.provinces) == region


@pytest.mark.parametrize(
    ("pattern", "name", "year", "kind"),
    [
        ("seeds/000_*", "石家庄市司法局", 2023, Kind.BUDGET),
        ("seeds/001_*", "定州市司法局", 2021, Kind.PERFORMANCE),
        ("seeds/002_*", "承德市司法局", 2025, Kind.PERFORMANCE),
        ("seeds/003_*", "秦皇岛市抚宁区司法局", 2022, Kind.PERFORMANCE),
        ("seeds/004_*", "秦皇岛市海港区司法局", 2023, Kind.BUDGET),
        ("real/014_无锡/信访局_2026年部门预算.pdf", "无锡市信访局", 2025, Kind.BUDGET),
        ("real/001_上海/2026年上海市司法局_部门预算.pdf", "上海市戒毒康复中心", 2026, Kind.BUDGET),
        ("real/002_北京/退役军人事务局_2026年部门预算.pdf", "北京市退役军人事务局", 2026, Kind.BUDGET),
    ],
)
def test_published_documents_are_told_by_their_text(
    corpus: Path, pattern: str, name: str, year: int, kind: Kind
) -> None:
    reading = read_file(next(corpus.glob(pattern)), Limits())
    kinds = frozenset({TableKind.PROJECT_PERFORMANCE}) if kind is Kind.PERFORMANCE else frozenset({TableKind.SUMMARY})
    signals = signals_of(reading, (), WORDS)

    found = identity_of(Signals(signals.cover, signals.lines, (), kinds), WORDS)

    assert (named(found), found.fiscal_year, found.kind) == (name, year, kind)


def test_a_correction_goes_before_what_the_text_says() -> None:
    read = identity("长春市信访局（本级）", "2026年度部门预算公开")
    said = Correction("王工", body="上海市普陀区财政局", fiscal_year=2025)

    found = corrected(read, said, WORDS)

    assert found.body == Body("上海市普陀区财政局", region="上海市普陀区", level="区级")
    assert (found.fiscal_year, found.kind, found.scope) == (2025, Kind.BUDGET, Scope.UNIT)


def test_every_word_list_is_filled() -> None:
    assert isinstance(WORDS, IdentityWords)
    assert set(WORDS.kinds) == set(Kind)
    assert "石家庄市" in WORDS.provinces["河北省"]
