from dataclasses import replace

import pytest

from checks.sangong_counts import Counts, counts_of, load_count_phrases
from records.disclosure import Section
from records.evidence import Evidence
from records.table import TableKind
from tests.builders.disclosures import a_disclosure, a_table


def counted(text: str, heading: str = "财政拨款“三公”经费情况") -> dict[Counts, list[int]]:
    section = Section(heading, 2, text, (12,), Evidence(page=12, text=heading))
    found = counts_of(replace(a_disclosure(), sections=(section,)), load_count_phrases())
    return {counts: [one.number for one in ones] for counts, ones in found.items() if ones}


@pytest.mark.parametrize(
    ("text", "counts", "number"),
    [
        ("截至2025年8月31日，本部门共有车辆7辆，其中：执法执勤用车7辆；", Counts.VEHICLES_HELD, 7),
        ("年末公务用车保有量为1,205辆。", Counts.VEHICLES_HELD, 1205),
        ("截至2025年底，市审计局共有车辆17台。", Counts.VEHICLES_HELD, 17),
        ("原因是无公务用车车辆。", Counts.VEHICLES_HELD, 0),
        ("2026年部门预算安排购置车辆31辆，其中机要通信用车1辆。", Counts.VEHICLES_BOUGHT, 31),
        ("主要是依据购置计划，新增购置7辆公务用车。", Counts.VEHICLES_BOUGHT, 7),
        ("2026年部门预算未安排购置车辆。", Counts.VEHICLES_BOUGHT, 0),
        ("全年共执行因公出国（境）团组数3个；", Counts.GROUPS_ABROAD, 3),
        ("全年因公出国（境）累计11人次；", Counts.PERSONS_ABROAD, 11),
        ("公务接待10批次、1,152人次，没有外宾接待支出。", Counts.RECEPTIONS, 10),
        ("公务接待10批次、1,152人次，没有外宾接待支出。", Counts.GUESTS, 1152),
        ("国内公务接待12批次、88人次。接待外宾0批次、0人次。", Counts.GUESTS, 88),
        ("国内公务接待批次为520个，接待人次为4200人。", Counts.GUESTS, 4200),
        ("共接待国内来访团组12个、来访人员88人次。", Counts.RECEPTIONS, 12),
        ("全年安排因公出国（境）团组1次，累计2人次。", Counts.GROUPS_ABROAD, 1),
        ("全年安排因公出国（境）团组1次，累计2人次。", Counts.PERSONS_ABROAD, 2),
        ("组织因公出国（境）团组共1个、2人次。", Counts.PERSONS_ABROAD, 2),
        ("2023年购置（更新）2辆，购置的车辆为轿车。", Counts.VEHICLES_BOUGHT, 2),
        ("主要用于经批准购置的3辆公务用车。", Counts.VEHICLES_BOUGHT, 3),
        ("公务用车购置1辆。", Counts.VEHICLES_BOUGHT, 1),
        ("全年国内公务接待累计12团组，88人次。", Counts.RECEPTIONS, 12),
        ("国内公务接待批次为134次，共计接待1,290人次。", Counts.GUESTS, 1290),
    ],
)
def test_a_number_is_read_in_the_wording_of_each_form(text: str, counts: Counts, number: int) -> None:
    assert counted(text)[counts] == [number]


def test_vehicles_that_were_disposed_of_are_not_bought() -> None:
    assert not counted("处置车辆3辆，账面原值12万元。")


def test_visitors_that_are_no_official_reception_are_not_counted() -> None:
    assert not counted("全年接待群众来访500批次、1,000人次。", heading="一、主要职责")


def test_the_rows_of_any_table_count_and_the_column_of_line_numbers_does_not() -> None:
    grid = (
        ("项目", "行次", "统计数"),
        ("5.国内公务接待批次（个）", "15", "8"),
        ("6.国内公务接待人次（人）", "16", "1,290"),
    )
    table = replace(a_table(TableKind.OTHER, []), grid=grid)
    counts = counts_of(a_disclosure(tables=[table]), load_count_phrases())
    (receptions,), (guests,) = counts[Counts.RECEPTIONS], counts[Counts.GUESTS]
    assert receptions.text == "国内公务接待批次 8 批次（第 3 页）"
    assert guests.number == 1290
