from collections.abc import Iterator
from dataclasses import replace

from checks.check import Check, CheckFunction, CheckOptions, Skipped, Unresolved
from checks.runner import run_checks
from checks.settings import bind_settings, default_settings
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import CheckRun, Finding, Mode, Outcome, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table
from tests.builders.sums import misread


def a_check(function: CheckFunction, code: str = "SUM999") -> Check:
    return Check(code, "made-up", {"different": Severity.ERROR}, function, CheckOptions, "")


def a_finding(item: str = "204", place: str = "") -> Finding:
    subject = subject_of(a_disclosure(), item=item, place=place)
    return Finding("SUM999", "different", subject, Severity.ERROR, "不符。", (Evidence(page=3),))


def run(function: CheckFunction) -> CheckRun:
    (outcome,) = run_checks(a_disclosure(), Surroundings(), default_settings([a_check(function)]))
    return outcome


def nothing(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    return iter(())


def two(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    yield a_finding("204")
    yield a_finding("205")


def skipping(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    yield from ()
    raise Skipped("no table")


def doubting(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    yield a_finding()
    raise Unresolved("the other table may be misread")


def breaking(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    yield a_finding()
    raise ZeroDivisionError("no prior")


def repeating(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    yield from (a_finding(), a_finding(), a_finding("205"), a_finding())


def test_a_check_without_findings_passed() -> None:
    assert run(nothing) == CheckRun("SUM999", Mode.ON, Outcome.PASSED)


def test_a_check_with_findings_found_them_in_its_order() -> None:
    outcome = run(two)
    assert outcome.outcome is Outcome.FOUND
    assert [finding.subject.item for finding in outcome.findings] == ["204", "205"]


def test_a_check_with_nothing_to_test_is_skipped_and_says_why() -> None:
    assert run(skipping) == CheckRun("SUM999", Mode.ON, Outcome.SKIPPED, (), "no table")


def test_what_was_found_before_a_doubt_is_kept_with_the_doubt() -> None:
    outcome = run(doubting)
    assert (outcome.outcome, len(outcome.findings)) == (Outcome.FOUND, 1)
    assert outcome.reason == "the other table may be misread"


def test_a_broken_check_is_shown_and_the_others_run() -> None:
    settings = default_settings([a_check(breaking, "SUM998"), a_check(two)])
    broken, sound = run_checks(a_disclosure(), Surroundings(), settings)
    assert (broken.outcome, broken.findings) == (Outcome.ERRORED, ())
    assert broken.reason == "ZeroDivisionError: no prior"
    assert sound.outcome is Outcome.FOUND


def test_findings_of_one_subject_are_numbered_so_that_none_shares_a_fingerprint() -> None:
    findings = run(repeating).findings
    assert [finding.subject.place for finding in findings] == ["", "#2", "", "#3"]
    assert len({finding.fingerprint for finding in findings}) == 4


def test_a_check_that_is_off_does_not_run_and_one_in_shadow_says_so() -> None:
    checks = [a_check(breaking, "SUM998"), a_check(two)]
    settings = bind_settings(checks, {"SUM998": {"mode": "off"}, "SUM999": {"mode": "shadow"}})
    (outcome,) = run_checks(a_disclosure(), Surroundings(), settings)
    assert (outcome.code, outcome.mode, outcome.outcome) == ("SUM999", Mode.SHADOW, Outcome.FOUND)


def test_the_settings_decide_the_severity() -> None:
    settings = bind_settings([a_check(two)], {"SUM999": {"severity": {"different": "info"}}})
    (outcome,) = run_checks(a_disclosure(), Surroundings(), settings)
    assert {finding.severity for finding in outcome.findings} == {Severity.INFO}


def test_findings_that_rest_on_a_misread_table_are_not_told() -> None:
    rows = [a_row("204", {Measure.TOTAL: "9.00"}), a_row("20406", {Measure.TOTAL: "1.00"})]
    table = misread(a_table(TableKind.GENERAL, rows, caption="支出表"))

    def citing(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
        for evidence in (
            Evidence(page=3, caption="支出表", row="204", column="合计"),
            Evidence(page=3, caption="三公表"),
        ):
            yield replace(a_finding(place=evidence.caption), evidence=(evidence,))

    settings = default_settings([a_check(citing)])
    (outcome,) = run_checks(a_disclosure(tables=[table]), Surroundings(), settings)
    assert [one.subject.place for one in outcome.findings] == ["三公表"]
    assert "支出表: may be misread" in (outcome.reason or "")
