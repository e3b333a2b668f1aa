from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from checks.causes import with_causes
from checks.check import Check
from checks.cross_table_equality import cross_table_equality
from checks.direction_word import direction_word
from checks.narrative_amount import narrative_amount
from checks.part_exceeds_whole import part_exceeds_whole
from checks.runner import run_checks
from checks.same_metric_two_values import same_metric_two_values
from checks.settings import default_settings
from checks.sum_hierarchy import sum_hierarchy
from checks.sum_row_split import sum_row_split
from checks.yoy_arith import yoy_arith
from records.claim import Claim, Direction
from records.evidence import Evidence
from records.finding import CheckRun, Finding, Mode, Outcome, Severity, subject_of
from records.surroundings import Surroundings
from records.table import TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table
from tests.builders.sums import M, a_summary, well_read

CELL = Evidence(page=7, caption="支出总表", row="20406 司法", column="合计", text="5145.65")
OTHER_CELL = Evidence(page=7, caption="支出总表", row="20408 强制隔离戒毒", column="合计", text="7372.91")
SUM_CELL = Evidence(page=7, caption="支出总表", row="204 公共安全支出", column="合计", text="12528.56")
SENTENCE = Evidence(page=6, caption="收支说明", text="收入支出总计0万元，比上年减少56.95万元，下降1.87%。")

OTHER_SENTENCE = Evidence(page=6, caption="支出说明", text="基本支出2336.91万元。")


def a_finding(
    code: str,
    actual: str | None,
    *evidence: Evidence,
    expected: str = "0",
    item: str = "204",
    severity: Severity = Severity.ERROR,
    unit: str = "元",
    case: str = "different",
) -> Finding:
    subject = subject_of(a_disclosure(), item=item)
    finding = Finding(code, case, subject, severity, "不符。", tuple(evidence), unit=unit)
    return finding if actual is None else replace(finding, expected=Decimal(expected), actual=Decimal(actual))


def causes(*findings: Finding, modes: Sequence[Mode] = ()) -> dict[str, str | None]:
    """Return for each finding's code the code of its cause."""
    modes = modes or [Mode.ON] * len(findings)
    runs = [CheckRun(one.code, mode, Outcome.FOUND, (one,)) for one, mode in zip(findings, modes, strict=True)]
    codes = {one.fingerprint: one.code for one in findings}
    return {run.code: codes.get(run.findings[0].caused_by or "") for run in with_causes(runs)}


def found_by(claims: Sequence[Claim], *checks: Check) -> list[Finding]:
    """Return what the checks find in the claims, with its causes."""
    runs = run_checks(a_disclosure(claims=claims), Surroundings(), default_settings(checks))
    return [finding for run in runs for finding in run.findings]


def test_one_wrong_cell_is_told_once_by_the_checks_of_sums_splits_and_tables() -> None:
    rows = [
        a_row("total", {M.TOTAL: "12528.56", M.BASIC: "9000.00", M.PROJECT: "3528.56"}),
        a_row("204", {M.TOTAL: "12538.56", M.BASIC: "9000.00", M.PROJECT: "3528.56"}),
        a_row("20406", {M.TOTAL: "12528.56", M.BASIC: "9000.00", M.PROJECT: "3528.56"}),
    ]
    table = well_read(a_table(TableKind.EXPENDITURE, rows, caption="支出总表"))
    summary = a_summary(year="12528.56", expenditure_total="12528.56", income_total="12528.56")
    settings = default_settings([sum_hierarchy, sum_row_split, cross_table_equality])
    runs = run_checks(a_disclosure(tables=[summary, table]), Surroundings(), settings)
    found = [finding for run in runs for finding in run.findings]
    assert {run.code for run in runs if run.findings} == {"SUM001", "SUM002", "TAB001"}
    assert [one.caused_by for one in found] == [None, *[found[0].fingerprint] * (len(found) - 1)]


def test_two_errors_of_different_size_in_one_cell_stay_apart() -> None:
    assert causes(a_finding("SUM001", "10", CELL), a_finding("SUM002", "12", CELL)) == {"SUM001": None, "SUM002": None}


def test_errors_of_one_size_in_different_cells_stay_apart() -> None:
    assert causes(a_finding("SUM001", "10", CELL), a_finding("SUM002", "10", OTHER_CELL))["SUM002"] is None


def test_an_error_is_the_same_where_one_of_its_sums_was_rounded_besides() -> None:
    rounded = a_finding("SUM002", "-71", CELL), a_finding("SUM001", "-70", CELL)
    assert causes(*rounded)["SUM001"] == "SUM002"


def test_a_slipped_point_is_known_as_one_error_in_the_sum_and_in_the_text() -> None:
    slipped = Evidence(page=19, caption="三公表", row="公务接待费", column="合计", text="25.0")
    total = a_finding("SUM005", "307500", SUM_CELL, slipped, expected="532500")
    said = a_finding("TXT001", "25000", SENTENCE, slipped, expected="250000", item="reception")
    assert causes(total, said)["TXT001"] == "SUM005"


def test_a_swing_that_is_mostly_a_misprint_follows_from_it_and_another_does_not() -> None:
    misprint = a_finding("SUM005", "3075000", replace(CELL, text="307.5"), expected="307500")
    swing = replace(misprint, code="YOY008", severity=Severity.WARNING, expected=Decimal(165000))
    larger = replace(swing, expected=Decimal(-4000000))
    assert causes(misprint, swing)["YOY008"] == "SUM005"
    assert causes(misprint, larger)["YOY008"] is None


def test_two_sums_that_one_amount_of_a_sentence_breaks_are_one_even_where_one_quotes_a_part_of_it() -> None:
    sentence = Evidence(page=26, caption="三公", text="公务用车购置及运行费预算安排9.00万元，其中：购置费0.00万元。")
    amount = a_finding("TXT001", "90000", sentence, CELL, item="vehicle")
    parts = a_finding("TXT002", "90000", sentence.quoting("9.00万元，其中：购置费0.00万元"), item="购置")
    assert causes(amount, parts)["TXT002"] == "TXT001"


def test_a_rounding_follows_from_the_error_that_explains_it() -> None:
    rounding = a_finding("TAB003", "10", CELL, severity=Severity.WARNING, case="rounding")
    assert causes(a_finding("SUM001", "10", CELL), rounding)["TAB003"] == "SUM001"


def test_a_number_that_is_too_great_in_one_sum_and_too_small_in_another_is_not_to_blame() -> None:
    as_whole = a_finding("SUM001", "51456500", CELL, expected="51456490")
    as_part = a_finding("SUM002", "125285600", SUM_CELL, CELL, expected="125285590")
    assert causes(as_whole, as_part)["SUM002"] is None


def test_a_finding_follows_only_from_one_at_least_as_severe() -> None:
    warning = a_finding("TAB004", "10", CELL, severity=Severity.WARNING)
    assert causes(warning, a_finding("TXT001", "10", CELL)) == {"TAB004": "TXT001", "TXT001": None}


def test_a_rounding_causes_nothing() -> None:
    rounding = a_finding("SUM001", "10", CELL, severity=Severity.INFO, case="rounding")
    assert causes(rounding, a_finding("SUM002", "10", CELL, severity=Severity.INFO))["SUM002"] is None


def test_what_is_mailed_does_not_follow_from_what_is_not() -> None:
    findings = [a_finding("SUM001", "10", CELL), a_finding("SUM002", "10", CELL)]
    assert causes(*findings, modes=[Mode.SHADOW, Mode.ON])["SUM002"] is None
    assert causes(*findings, modes=[Mode.ON, Mode.SHADOW])["SUM002"] == "SUM001"


def test_a_sum_that_two_wrong_numbers_broke_together_follows_from_them() -> None:
    whole = a_finding("SUM001", "47456", SUM_CELL, CELL, OTHER_CELL)
    parts = a_finding("SUM002", "45800", CELL), a_finding("SUM005", "1656", OTHER_CELL)
    assert causes(whole, *parts) == {"SUM001": "SUM002", "SUM002": None, "SUM005": None}


def test_a_sum_that_is_off_by_more_than_its_wrong_numbers_is_an_error_of_its_own() -> None:
    whole = a_finding("SUM001", "47457", SUM_CELL, CELL, OTHER_CELL)
    parts = a_finding("SUM002", "45800", CELL), a_finding("SUM005", "1656", OTHER_CELL)
    assert causes(whole, *parts)["SUM001"] is None


def test_whatever_else_a_sentence_says_of_an_amount_that_a_table_contradicts_follows() -> None:
    amount = a_finding("TXT001", "0", SENTENCE, SUM_CELL, expected="29953900", item="total")
    excess = a_finding("SUM008", "23369100", OTHER_SENTENCE, SENTENCE, expected="0", item="total")
    other = a_finding("YOY005", None, SENTENCE, item="reception")
    assert causes(amount, excess, other) == {"TXT001": None, "SUM008": "TXT001", "YOY005": None}


def test_a_percentage_follows_from_an_amount_in_doubt_only_where_it_fits_the_other_printing() -> None:
    amount = a_finding("TXT001", "0", SENTENCE, SUM_CELL, expected="29953900", item="total")
    fitting = a_finding("YOY001", "1.87", SENTENCE, SUM_CELL, expected="100", unit="%", item="total")
    neither = a_finding("YOY001", "1.87", SENTENCE, expected="100", unit="%", item="total")
    assert causes(amount, fitting)["YOY001"] == "TXT001"
    assert causes(amount, neither)["YOY001"] is None


def test_a_percentage_reckoned_from_the_amount_of_another_sentence_is_told_with_the_two_amounts() -> None:
    claims = [
        a_claim("reception", amount="350.35", page=9),
        a_claim("reception", amount="352.67", prior="348.52", percent="0.53", direction=Direction.INCREASE),
    ]
    two_values, percent = found_by(claims, same_metric_two_values, yoy_arith)
    assert (two_values.code, percent.caused_by) == ("TXT005", two_values.fingerprint)
    assert "；文字所称“reception”为 350.35 万元（第 9 页），按此计算为 0.53%。" in percent.message


def test_a_turned_word_is_the_cause_of_the_change_that_does_not_add_up() -> None:
    claim = a_claim("total", amount="110.00", prior="100.00", change="10.00", direction=Direction.DECREASE)
    word, change = found_by([claim], direction_word, yoy_arith)
    assert (word.code, word.caused_by, change.caused_by) == ("TXT004", None, word.fingerprint)


def test_a_movement_of_a_figure_that_did_not_move_is_told_once() -> None:
    claim = a_claim("total", amount="100.00", prior="100.00", change="10.00", direction=Direction.INCREASE)
    word, change = found_by([claim], direction_word, yoy_arith)
    assert (word.caused_by, change.caused_by) == (change.fingerprint, None)


def test_a_percentage_that_is_right_for_the_opposite_word_only_is_told_with_the_word() -> None:
    claim = a_claim("total", amount="110.00", change="10.00", percent="10.00", direction=Direction.DECREASE)
    word, percent = found_by([claim], direction_word, yoy_arith)
    assert (word.caused_by, percent.caused_by) == (None, word.fingerprint)


def test_a_turned_word_does_not_explain_a_change_of_another_size() -> None:
    claim = a_claim("total", amount="110.00", prior="100.00", change="30.00", direction=Direction.DECREASE)
    assert [finding.caused_by for finding in found_by([claim], direction_word, yoy_arith)] == [None, None]


def test_the_same_gap_between_the_same_places_is_told_once() -> None:
    gap = a_finding("CMP007", None, SENTENCE, CELL, severity=Severity.WARNING)
    listed = a_finding("TXT006", None, SENTENCE, CELL, severity=Severity.INFO)
    elsewhere = a_finding("TXT006", None, SENTENCE, OTHER_CELL, severity=Severity.INFO)
    assert causes(gap, listed)["TXT006"] == "CMP007"
    assert causes(gap, elsewhere)["TXT006"] is None


def test_two_findings_that_quote_one_amount_of_a_sentence_are_one() -> None:
    twice = a_finding("TXT005", "3526700", SENTENCE, expected="3503500")
    assert causes(a_finding("TXT001", "3526700", SENTENCE, CELL, expected="3503500"), twice)["TXT005"] == "TXT001"


def test_the_cause_of_a_cause_is_named_itself() -> None:
    first, second = a_finding("SUM001", "10", CELL), a_finding("SUM002", "10", CELL, SUM_CELL)
    assert causes(first, second, a_finding("TAB001", "10", SUM_CELL))["TAB001"] == "SUM001"


def test_a_part_that_exceeds_a_contradicted_amount_follows_from_the_contradiction() -> None:
    claims = [
        a_claim("expenditure-total", amount="100.00", text="支出总计100.00万元"),
        a_claim("basic", amount="18000.00", text="基本支出18000.00万元"),
    ]
    disclosure = a_disclosure(tables=[a_summary()], claims=claims)
    settings = default_settings([part_exceeds_whole, narrative_amount])
    runs = run_checks(disclosure, Surroundings(), settings)
    excess, contradiction = (run.findings[0] for run in runs)
    assert (contradiction.code, excess.caused_by) == ("TXT001", contradiction.fingerprint)


def test_a_wrong_unit_does_not_follow_from_what_follows_from_it() -> None:
    unit = a_finding("IDF004", "16827600", SENTENCE, SUM_CELL, expected="1682.76", case="magnitude")
    amount = a_finding("TXT001", "1682.76", SENTENCE, SUM_CELL, expected="16827600")
    assert causes(amount, unit) == {"TXT001": "IDF004", "IDF004": None}


def test_a_wrong_unit_is_the_cause_of_what_differs_by_its_factor_and_of_nothing_else() -> None:
    unit = a_finding("IDF004", "125285600", SENTENCE, SUM_CELL, expected="12528.56", case="magnitude")
    follows = a_finding("TAB001", "51456500", CELL, expected="5145.65", item="20406")
    part = a_finding("SUM008", "51456500", CELL, expected="6241.00", item="20407")
    other = a_finding("SUM001", "5145.65", CELL, expected="5144.65", item="20407")
    assert causes(unit, follows, other) == {"IDF004": None, "TAB001": "IDF004", "SUM001": None}
    assert causes(unit, part) == {"IDF004": None, "SUM008": "IDF004"}
