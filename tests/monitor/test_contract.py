"""The JSON that other tools rely on."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from checks.headline import headline_of
from checks.registry import ALL
from checks.runner import run_checks
from checks.settings import bind_settings, default_settings
from monitor.contract.checked import check_json
from monitor.contract.understood import read_json
from monitor.contract.values import decimal_text
from monitor.examination import Examined
from monitor.store.states import State
from records.disclosure import Disclosure
from records.finding import Mode
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.contents import an_entry
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("189492200.00", "189492200"),
        ("1E+8", "100000000"),
        ("-0.00", "0"),
        ("0.50", "0.5"),
        ("-74420100", "-74420100"),
        ("1234567890123456789.01", "1234567890123456789.01"),
    ],
)
def test_numbers_have_neither_exponent_nor_trailing_zeros(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text


def examined(disclosure: Disclosure, *, mode: Mode = Mode.ON) -> Examined:
    settings = bind_settings(ALL, {"SUM001": {"mode": mode}})
    return Examined(
        path=Path("2023年部门预算.pdf"),
        sha256="0" * 64,
        format="pdf",
        state=State.CHECKED,
        pages=39,
        disclosure=disclosure,
        headline=headline_of(disclosure, Surroundings()),
        runs=run_checks(disclosure, Surroundings(), settings),
    )


@pytest.fixture
def disclosure() -> Disclosure:
    rows = [
        a_row("total", {Measure.TOTAL: "18949.22"}, label="合计"),
        a_row("204", {Measure.TOTAL: "12528.56"}, label="公共安全支出"),
        a_row("208", {Measure.TOTAL: "6420.66"}, label="社会保障和就业支出"),
        a_row("20401", {Measure.TOTAL: "12518.56"}, label="武装警察"),
    ]
    return a_disclosure(
        tables=[a_table(TableKind.EXPENDITURE, rows, caption="支出总表")],
        claims=[a_claim("expenditure-total", amount="18949.22", text="支出预算18949.22万元")],
    )


def test_check_prints_the_documented_shape(disclosure: Disclosure) -> None:
    printed = check_json([examined(disclosure)], ALL, shadow=False)
    assert json.loads(json.dumps(printed)) == printed
    assert (printed["schema"], printed["findings"]) == (1, [])
    (document,) = printed["documents"]
    assert list(document) == [
        *("path", "sha256", "format", "pages", "state", "reason", "unread_pages", "ocr_pages"),
        *("body", "scope", "kind", "fiscal_year", "draft", "headline", "tables", "runs", "findings"),
    ]
    assert document["body"] == {"name": "石家庄市司法局", "code": "315", "region": "河北省石家庄市"}
    assert document["tables"] == [
        {
            "kind": "expenditure",
            "caption": "支出总表",
            "unit": "万元",
            "pages": [3],
            "rows": 4,
            "quality": {"relations": 2, "hold": 1, "fail": 1, "unresolved": False},
        }
    ]
    assert document["headline"]["total"].keys() == {
        *("current", "prior", "prior_from", "change", "percent", "stated_change", "verdict"),
    }
    finding = next(finding for finding in document["findings"] if finding["code"] == "SUM001")
    assert (finding["actual"], finding["expected"], finding["difference"]) == ("125285600", "125185600", "100000")
    assert finding["subject"] == {
        "table": "expenditure",
        "place": "支出总表",
        "item": "204",
        "measure": "total",
    }
    assert (finding["name"], finding["title"]) == ("sum-hierarchy", "类款项逐级汇总不符")
    assert finding["fingerprint"].startswith("v1:")
    assert finding["evidence"][0].keys() == {
        *("page", "cell", "line", "caption", "row", "column", "text", "bbox", "absent"),
    }


def test_findings_of_shadow_checks_are_shown_only_where_asked_for(disclosure: Disclosure) -> None:
    shadowed = examined(disclosure, mode=Mode.SHADOW)
    for shadow, expected in ((False, 0), (True, 1)):
        (document,) = check_json([shadowed], ALL, shadow=shadow)["documents"]
        assert [finding["code"] for finding in document["findings"]].count("SUM001") == expected
        assert {"code": "SUM001", "mode": "shadow", "outcome": "found", "reason": None} in document["runs"]


def test_what_could_not_be_read_has_a_reason_and_no_findings() -> None:
    unread = Examined(Path("a.pdf"), "0" * 64, "pdf", State.UNREADABLE, reason="encrypted: needs a password")
    (document,) = check_json([unread], ALL, shadow=False)["documents"]
    assert (document["state"], document["reason"]) == ("unreadable", "encrypted: needs a password")
    assert [document[key] for key in ("body", "kind", "fiscal_year", "headline")] == [None] * 4
    assert [document[key] for key in ("tables", "runs", "findings")] == [[], [], []]


def test_read_prints_every_row_and_claim(disclosure: Disclosure) -> None:
    printed = read_json(examined(replace(disclosure, draft=True)))
    assert json.loads(json.dumps(printed)) == printed
    assert printed["draft"] is True
    assert printed["tables"][0]["rows"][1] == {
        "code": "204",
        "item": "204",
        "label": "公共安全支出",
        "level": 1,
        "side": None,
        "amounts": {"total": "125285600"},
    }
    assert printed["claims"][0]["amount"] == "189492200"
    assert [printed[key] for key in ("projects", "purchases", "assets", "sections")] == [[], [], [], []]


def test_read_prints_the_list_of_contents(disclosure: Disclosure) -> None:
    listed = an_entry("一、收支总表", page=5, table=TableKind.SUMMARY)
    (printed,) = read_json(examined(replace(disclosure, contents=(listed,))))["contents"]

    assert printed["evidence"]["page"] == 2
    assert {key: value for key, value in printed.items() if key != "evidence"} == {
        "numbering": "一、",
        "ordinal": 1,
        "title": "收支总表",
        "level": 2,
        "page": 5,
        "table": "summary",
    }


def test_the_default_settings_run_every_check_of_the_registry(disclosure: Disclosure) -> None:
    runs = run_checks(disclosure, Surroundings(), default_settings(ALL))
    assert [run.code for run in runs] == [check.code for check in ALL]
