from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from monitor.store.engine import Store
from monitor.store.history import companion_of, surroundings_for, surroundings_of
from monitor.store.ledger import record_scan
from monitor.store.readings import disclosure_of, record_reading
from monitor.store.states import State
from monitor.store.work import claim_next
from records.amount import Amount
from records.body import Body, Scope
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.surroundings import snapshot_of
from records.table import FactKey, Measure, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table
from tests.builders.stored import SHARE, check, found, minutes, publish, receive

TOTAL = FactKey(TableKind.GENERAL, "204", Measure.TOTAL)
OTHER_BODY = Body("石家庄市民政局")


def a_budget(year: int, amount: str = "18949.22", *, body: Body | None = None, kind: Kind = Kind.BUDGET) -> Disclosure:
    row = a_row("204", {Measure.TOTAL: amount, Measure.BASIC: "10.5"}, label="公共安全支出")
    disclosure = a_disclosure(
        year,
        tables=[a_table(TableKind.GENERAL, [row])],
        claims=[a_claim("total", amount=amount, percent="0.53", text="比上年增长0.53%")],
        kind=kind,
    )
    return replace(disclosure, body=body) if body else disclosure


def totals_before(store: Store, document: int) -> dict[int, Decimal]:
    with store.read() as session:
        history = surroundings_of(session, document, disclosure_of(session, document)).history
    return {snapshot.fiscal_year: snapshot.facts[TOTAL].amount.yuan for snapshot in history}


def to_check(store: Store, at: int) -> set[int]:
    with store.write() as session:
        claimed = set()
        while work := claim_next(session, State.READ, minutes(at), timedelta(minutes=1)):
            claimed.add(work.document_id)
        return claimed


def test_a_reading_comes_back_digit_by_digit(store: Store) -> None:
    disclosure = a_budget(2023)
    document = publish(store, "2023.pdf", disclosure)
    with store.read() as session:
        assert disclosure_of(session, document) == disclosure


def test_a_reading_with_characters_that_databases_refuse_is_kept(store: Store) -> None:
    disclosure = replace(a_budget(2023), claims=(a_claim("total", amount="1", text="a\x00b\udc80"),))
    document = publish(store, "2023.pdf", disclosure)
    with store.read() as session:
        assert disclosure_of(session, document) == disclosure


def test_the_stored_numbers_are_the_snapshot_of_the_disclosure(store: Store) -> None:
    earlier = a_budget(2022, "18949.22")
    publish(store, "2022年部门预算.pdf", earlier)
    document = publish(store, "2023.pdf", a_budget(2023))
    with store.read() as session:
        assert surroundings_of(session, document, disclosure_of(session, document)).history == (snapshot_of(earlier),)


def test_a_disclosure_is_not_its_own_history_and_other_bodies_are_not_either(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    publish(store, "民政.pdf", a_budget(2022, body=OTHER_BODY))
    assert totals_before(store, document) == {}
    with store.read() as session:
        (known,) = surroundings_for(session, a_budget(2023)).history
    assert known.fiscal_year == 2023


def test_amounts_are_kept_in_fen_with_the_precision_they_were_printed_with(store: Store) -> None:
    row = a_row("204", {Measure.TOTAL: "1"})
    fact = replace(row.facts[0], amount=Amount(Decimal("1234.56789"), Decimal("0.00001")))
    table = a_table(TableKind.GENERAL, [replace(row, facts=(fact,))])
    huge = replace(fact, measure=Measure.BASIC, amount=Amount(Decimal(10) ** 30, Decimal(1)))
    publish(
        store, "2022.pdf", a_disclosure(2022, tables=[table, a_table(TableKind.BASIC, [replace(row, facts=(huge,))])])
    )
    document = publish(store, "2023.pdf", a_budget(2023))
    with store.read() as session:
        (snapshot,) = surroundings_of(session, document, disclosure_of(session, document)).history
    assert {key: kept.amount for key, kept in snapshot.facts.items()} == {
        TOTAL: Amount(Decimal("1234.57"), Decimal("0.01"))
    }


def test_a_late_prior_year_has_the_next_year_checked_again(store: Store) -> None:
    later = publish(store, "2023.pdf", a_budget(2023))
    other = publish(store, "民政.pdf", a_budget(2023, body=OTHER_BODY))
    for document in (later, other):
        check(store, document, found(), at=1)
    assert to_check(store, at=2) == set()
    prior = publish(store, "2022.pdf", a_budget(2022), at=3)
    assert to_check(store, at=4) == {prior, later}


def test_history_goes_back_one_year_and_ten_for_the_sangong(store: Store) -> None:
    sangong = a_table(TableKind.SANGONG, [a_row("sangong", {Measure.TOTAL: "112.40"})])
    for year in (2012, 2014, 2021, 2022):
        budget = a_budget(year)
        publish(store, f"{year}.pdf", replace(budget, tables=(*budget.tables, sangong)))
    document = publish(store, "2023.pdf", a_budget(2023))
    with store.read() as session:
        history = surroundings_of(session, document, disclosure_of(session, document)).history
    kinds = {snapshot.fiscal_year: sorted({key.table for key in snapshot.facts}) for snapshot in history}
    assert kinds == {2014: ["sangong"], 2021: ["sangong"], 2022: ["general", "sangong"]}


def test_reading_again_replaces_the_numbers(store: Store) -> None:
    prior = publish(store, "2022.pdf", a_budget(2022, "100"))
    document = publish(store, "2023.pdf", a_budget(2023))
    for _ in range(2):
        with store.write() as session:
            record_reading(session, prior, a_budget(2022, "200"), "r2", minutes(1))
    assert totals_before(store, document) == {2022: Decimal(2_000_000)}


def test_a_reading_that_turns_out_to_be_of_another_year_leaves_the_old_one(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    misread = publish(store, "x.pdf", a_budget(2022))
    check(store, document, found(), at=1)
    with store.write() as session:
        record_reading(session, misread, a_budget(2021), "r2", minutes(2))
    assert totals_before(store, document) == {}
    assert document in to_check(store, at=3)


def test_new_bytes_at_the_same_path_are_the_history_from_then_on(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    publish(store, "2022.pdf", a_budget(2022, "100"), "第一版")
    publish(store, "2022.pdf", a_budget(2022, "200"), "第二版", at=1)
    assert totals_before(store, document) == {2022: Decimal(2_000_000)}


def test_the_first_bytes_coming_back_are_the_history_again(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    publish(store, "2022.pdf", a_budget(2022, "100"), "第一版")
    publish(store, "2022.pdf", a_budget(2022, "200"), "第二版", at=1)
    receive(store, "2022.pdf", "第一版", at=2)
    assert totals_before(store, document) == {2022: Decimal(1_000_000)}


def test_what_was_read_of_a_withdrawn_file_stays_the_history(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    publish(store, "2022.pdf", a_budget(2022, "100"))
    with store.write() as session:
        record_scan(session, SHARE, (), minutes(1))
    assert totals_before(store, document) == {2022: Decimal(1_000_000)}


def test_a_final_text_is_the_history_rather_than_a_later_draft(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    publish(store, "2022.pdf", a_budget(2022, "100"))
    publish(store, "2022草案.pdf", replace(a_budget(2022, "200"), draft=True), at=1)
    assert totals_before(store, document) == {2022: Decimal(1_000_000)}


def test_department_and_unit_are_separate_publications(store: Store) -> None:
    document = publish(store, "2023.pdf", a_budget(2023))
    publish(store, "2022.pdf", a_budget(2022, "100"))
    publish(store, "2022本级.pdf", replace(a_budget(2022, "50"), scope=Scope.UNIT))
    with store.read() as session:
        history = surroundings_of(session, document, disclosure_of(session, document)).history
    assert {(snapshot.scope, snapshot.facts[TOTAL].amount.yuan) for snapshot in history} == {
        (Scope.DEPARTMENT, Decimal(1_000_000)),
        (Scope.UNIT, Decimal(500_000)),
    }


def test_what_a_document_replaced_surrounds_it_where_the_same_reader_read_both(store: Store) -> None:
    first = a_budget(2023, "100")
    publish(store, "2023.pdf", first)
    second = publish(store, "2023.pdf", a_budget(2023, "200"), "second", at=1)
    with store.read() as session:
        assert surroundings_of(session, second, disclosure_of(session, second)).versions == (first,)
    with store.write() as session:
        record_reading(session, second, a_budget(2023, "200"), "r2", minutes(2))
    with store.read() as session:
        assert surroundings_of(session, second, disclosure_of(session, second)).versions == ()


def test_a_draft_a_narrative_and_what_still_stands_are_no_versions(store: Store) -> None:
    narrative = Section("一、总体情况", 1, "收支总表如下", (1,), Evidence(page=1))
    publish(store, "2023.pdf", replace(a_budget(2023, "100"), draft=True))
    publish(store, "2023说明.pdf", replace(a_disclosure(2023), sections=(narrative,)))
    document = publish(store, "2023.pdf", a_budget(2023, "200"), "second", at=1)
    with store.read() as session:
        assert surroundings_of(session, document, disclosure_of(session, document)).versions == ()


def test_a_replaced_version_is_not_checked_any_more(store: Store) -> None:
    first = publish(store, "2023.pdf", a_budget(2023), "第一版")
    second = publish(store, "2023.pdf", a_budget(2023), "第二版", at=1)
    assert to_check(store, at=2) == {second}
    assert first != second


def test_what_was_not_read_has_no_disclosure(store: Store) -> None:
    document = receive(store, "a.pdf")
    with pytest.raises(LookupError, match="no reading"), store.read() as session:
        disclosure_of(session, document)


def narrative_of(budget: Disclosure) -> Disclosure:
    section = Section("三、支出预算情况说明", 1, "支出预算18949.22万元", (6,), Evidence(page=6))
    return replace(budget, tables=(), sections=(section,))


def tables_of(budget: Disclosure) -> Disclosure:
    return replace(budget, claims=(), scope=None)


def test_the_other_file_of_a_publication_is_its_companion_whichever_came_first(store: Store) -> None:
    narrative = publish(store, "说明.pdf", narrative_of(a_budget(2023)))
    tables = publish(store, "报表.pdf", tables_of(a_budget(2023)), at=1)
    publish(store, "2022.pdf", a_budget(2022), at=2)

    with store.read() as session:
        assert companion_of(session, narrative, disclosure_of(session, narrative)) == disclosure_of(session, tables)
        assert companion_of(session, tables, disclosure_of(session, tables)) == disclosure_of(session, narrative)


def test_a_companion_that_arrives_has_the_first_file_checked_again(store: Store) -> None:
    narrative = publish(store, "说明.pdf", narrative_of(a_budget(2023)))
    to_check(store, at=1)
    check(store, narrative, at=2)
    tables = publish(store, "报表.pdf", tables_of(a_budget(2023)), at=3)

    assert to_check(store, at=4) == {narrative, tables}


def test_last_years_numbers_are_those_of_its_tables_though_its_narrative_came_later(store: Store) -> None:
    publish(store, "2022报表.pdf", tables_of(a_budget(2022, "26391.23")))
    publish(store, "2022说明.pdf", narrative_of(a_budget(2022)), at=1)
    document = publish(store, "2023.pdf", a_budget(2023), at=2)

    assert totals_before(store, document) == {2022: Decimal("263912300")}


def test_the_units_of_a_department_are_found_by_the_names_it_lists(store: Store) -> None:
    prison = Body("石家庄市第二强制隔离戒毒所")
    listed = Section("三、单位构成", 1, "包括：石家庄市第二强制隔离戒毒所。", (2,), Evidence(page=2))
    department = replace(a_budget(2023), sections=(listed,))
    unit = replace(a_budget(2023, "90.00", body=prison), scope=Scope.UNIT)
    for path, disclosure in [
        ("unit.pdf", unit),
        ("unit-2022.pdf", replace(unit, fiscal_year=2022)),
        ("other.pdf", replace(unit, body=OTHER_BODY)),
        ("own.pdf", replace(a_budget(2023, "80.00"), scope=Scope.UNIT)),
    ]:
        publish(store, path, disclosure)
    document = publish(store, "department.pdf", department)
    with store.read() as session:
        related = surroundings_of(session, document, disclosure_of(session, document)).related
    assert sorted(snapshot.source for snapshot in related) == ["own.pdf", "unit.pdf"]


def test_a_unit_that_arrives_has_the_departments_that_list_it_checked_again(store: Store) -> None:
    listed = Section("三、单位构成", 1, "包括：石家庄市第二强制隔离戒毒所。", (2,), Evidence(page=2))
    department = replace(a_budget(2023), sections=(listed,))
    before = publish(store, "2021.pdf", replace(department, fiscal_year=2021))
    document = publish(store, "2023.pdf", department)
    for each in (before, document):
        check(store, each)
    other = publish(store, "other.pdf", replace(a_budget(2023, "90.00", body=OTHER_BODY), scope=Scope.UNIT), at=1)
    prison = Body("石家庄市第二强制隔离戒毒所")
    assert to_check(store, at=2) == {other}
    check(store, other, at=2)
    unit = publish(store, "unit.pdf", replace(a_budget(2023, "90.00", body=prison), scope=Scope.UNIT), at=3)
    assert to_check(store, at=3) == {unit, document}


def test_a_unit_knows_the_department_that_has_its_name(store: Store) -> None:
    publish(store, "department.pdf", a_budget(2023))
    document = publish(store, "unit.pdf", replace(a_budget(2023, "80.00"), scope=Scope.UNIT))
    with store.read() as session:
        (department,) = surroundings_of(session, document, disclosure_of(session, document)).related
    assert department.source == "department.pdf"
