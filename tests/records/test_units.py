from dataclasses import replace

import pytest

from records.body import Scope
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.table import TableKind
from records.units import unit_keys
from tests.builders.disclosures import BUREAU, a_disclosure, a_table


def speaking(text: str, heading: str = "二、机构设置情况") -> Disclosure:
    return replace(a_disclosure(), sections=(Section(heading, 1, text, (2,), Evidence(page=2)),))


@pytest.mark.parametrize(
    "text",
    [
        "本部门下属单位包括：无锡市统计普查中心。",
        "分别为北京市军供站、无锡市统计普查中心和北京市退役军人服务中心。",
        "1.无锡市统计普查中心。",
        "无锡市统计普查中心（本级）",
    ],
)
def test_a_unit_is_known_by_its_whole_name_however_it_is_listed(text: str) -> None:
    assert "无锡市统计普查中心" in unit_keys(speaking(text))


def test_a_name_that_itself_joins_two_words_stays_whole() -> None:
    assert "广州市气候和环境监测中心" in unit_keys(
        speaking("下属单位具体包括：广州市气象台、广州市气候和环境监测中心。")
    )


def test_a_name_elsewhere_in_the_text_is_no_unit() -> None:
    assert unit_keys(speaking("支持无锡市统计普查中心", heading="一、主要职能")) == {BUREAU.key}


def test_the_table_of_institutions_names_the_units() -> None:
    table = replace(
        a_table(TableKind.INSTITUTIONS, []), grid=(("单位名称", "单位性质"), ("石家庄市第二强制隔离戒毒所", "行政"))
    )
    assert unit_keys(a_disclosure(tables=[table])) == {BUREAU.key, "石家庄市第二强制隔离戒毒所"}


def test_a_unit_has_no_units() -> None:
    assert unit_keys(replace(speaking("本部门下属单位包括：无锡市统计普查中心。"), scope=Scope.UNIT)) == frozenset()
