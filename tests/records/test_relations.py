from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.relation import Relation, Rule
from records.relations import quality_of, relations_of
from records.table import Column, Measure, Row, Side, Table, TableKind
from records.tolerance import Agreement
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, a_coded_table, a_sangong_table, a_summary, expenditure_side, income_side


def of_rule(table: Table, rule: Rule) -> list[Relation]:
    return [relation for relation in relations_of(table) if relation.rule is rule]


def wrong(table: Table) -> list[tuple[str, Decimal]]:
    """The item and the difference in 万元 of every relation that does not hold exactly."""
    return [(one.whole.item, one.difference / 10_000) for one in relations_of(table) if one.difference]


def general(*rows: tuple[str, str]) -> Table:
    return a_coded_table(TableKind.GENERAL, rows)


# --- the classification


def test_every_level_is_the_sum_of_the_next() -> None:
    table = general(("total", "9"), ("204", "9"), ("20406", "9"), ("2040601", "4"), ("2040602", "5"))
    assert [relation.whole.item for relation in of_rule(table, Rule.HIERARCHY)] == ["204", "20406", "total"]
    assert not wrong(table)


def test_a_level_that_is_not_printed_is_bridged_by_the_next_one_that_is() -> None:
    assert not wrong(general(("204", "9"), ("2040601", "4"), ("20408", "5"), ("2040801", "5")))
    assert wrong(general(("204", "9"), ("2040601", "4"), ("20408", "6"), ("2040801", "6"))) == [("204", Decimal(-1))]


def test_the_order_of_the_rows_does_not_matter_while_codes_are_unique() -> None:
    assert not wrong(general(("301", "3"), ("302", "7"), ("30101", "3"), ("30201", "7"), ("total", "10")))


def test_several_units_in_one_table_are_added_up_one_by_one() -> None:
    first = (("204", "9"), ("2040601", "4"), ("2040602", "5"))
    second = (("204", "3"), ("2040601", "1"), ("2040602", "1"))
    assert wrong(general(("total", "12"), *first, *second)) == [("204", Decimal(1))]


def test_items_repeated_without_their_classes_add_up_to_the_total() -> None:
    rows = (("2010801", "4"), ("2050803", "2"), ("2010801", "3"))
    assert not wrong(general(*rows, ("total", "9")))
    assert wrong(general(*rows, ("total", "8"))) == [("total", Decimal(-1))]


def test_a_list_of_several_units_may_leave_out_what_is_secret() -> None:
    rows = (("2010801", "4"), ("2050803", "2"), ("2010801", "3"))
    assert not wrong(general(*rows, ("total", "900")))


def test_repeated_codes_whose_order_is_no_outline_are_not_judged() -> None:
    assert not of_rule(general(("204", "9"), ("205", "1"), ("20401", "4"), ("20401", "5")), Rule.HIERARCHY)


def test_totals_of_several_units_are_not_judged() -> None:
    assert not wrong(general(("204", "9"), ("total", "9"), ("204", "5"), ("total", "5")))


def test_functional_and_economic_rows_each_add_up_to_the_total() -> None:
    assert not wrong(general(("total", "9"), ("204", "9"), ("301", "5"), ("302", "4")))


def test_unit_codes_of_different_beginnings_add_up_together() -> None:
    assert not wrong(a_coded_table(TableKind.INCOME, (("total", "9"), ("105001", "5"), ("317002", "4"))))


def test_an_empty_child_is_zero_but_a_parent_without_printed_children_is_not_judged() -> None:
    table = a_table(
        TableKind.EXPENDITURE,
        [a_row("204", {M.TOTAL: "9", M.PROJECT: "2"}), a_row("20401", {M.TOTAL: "9"}), a_row("20402", {})],
    )
    assert not wrong(table)
    assert [one.whole.measure for one in of_rule(table, Rule.HIERARCHY)] == [M.TOTAL]


def test_a_row_of_which_is_not_added() -> None:
    rows = [a_row("204", {M.TOTAL: "9"}), a_row("20401", {M.TOTAL: "9"}), a_row("20402", {M.TOTAL: "1"}, of_which=True)]
    assert not wrong(a_table(TableKind.GENERAL, rows))


def test_personnel_and_public_of_a_final_account_are_sums_of_classes() -> None:
    classes = (("301", "95.36"), ("302", "10.23"), ("303", "1.00"), ("310", "0.50"))
    table = a_coded_table(TableKind.BASIC, (*classes, ("personnel", "96.36"), ("public", "10.00")))
    assert wrong(table) == [("public", Decimal("-0.73"))]


# --- along the row


@pytest.mark.parametrize(
    ("kind", "amounts", "tested"),
    [
        (TableKind.EXPENDITURE, {M.TOTAL: "9", M.BASIC: "4", M.PROJECT: "3", M.SUBSIDY: "2"}, {M.TOTAL}),
        (
            TableKind.GENERAL,
            {M.TOTAL: "9", M.BASIC: "4", M.PERSONNEL: "3", M.PUBLIC: "1", M.PROJECT: "5"},
            {M.TOTAL, M.BASIC},
        ),
        (TableKind.BASIC, {M.TOTAL: "9", M.PERSONNEL: "4", M.PUBLIC: "5"}, {M.TOTAL}),
        (TableKind.EXPENDITURE, {M.TOTAL: "9", M.PERSONNEL: "4", M.PUBLIC: "3", M.PROJECT: "2"}, {M.TOTAL}),
        (
            TableKind.INCOME,
            {M.TOTAL: "9", M.YEAR_INCOME: "7", M.FISCAL: "4", M.OTHER: "3", M.CARRIED_IN: "2"},
            {M.TOTAL, M.YEAR_INCOME},
        ),
        (
            TableKind.INCOME,
            {M.TOTAL: "9", M.FISCAL: "4", M.OTHER: "3", M.CARRIED_IN: "1", M.BALANCE_USED: "1"},
            {M.TOTAL},
        ),
        (
            TableKind.INCOME,
            {M.TOTAL: "9", M.FISCAL: "9", M.GENERAL: "5", M.FUND: "4", M.OTHER: "0"},
            {M.TOTAL, M.FISCAL},
        ),
        (TableKind.FISCAL, {M.TOTAL: "9", M.GENERAL: "5", M.FUND: "4"}, {M.TOTAL}),
        (TableKind.SANGONG, {M.TOTAL: "9", M.GENERAL: "5", M.FUND: "4"}, {M.TOTAL}),
    ],
)
def test_a_row_is_the_sum_of_its_columns(kind: TableKind, amounts: dict[Measure, str], tested: set[Measure]) -> None:
    relations = of_rule(a_table(kind, [a_row("204", amounts)]), Rule.ROW_SPLIT)
    assert {relation.whole.measure for relation in relations} == tested
    assert not any(relation.difference for relation in relations)


def test_two_columns_of_one_measure_may_be_shares_or_an_of_which() -> None:
    def row(*other: str) -> Table:
        fact = a_row("204", {M.TOTAL: "9", M.FISCAL: "4"}).facts
        shares = [one for text in other for one in a_row("204", {M.SPECIAL_ACCOUNT: text}).facts]
        columns = (M.TOTAL, M.FISCAL, M.SPECIAL_ACCOUNT)
        table = a_table(TableKind.INCOME, [Row("204", "", "204", facts=(*fact, *shares))])
        assert {column.measure for column in table.columns} == set(columns)
        return table

    assert not wrong(row("2", "3"))
    assert not wrong(row("5", "1"))
    assert wrong(row("1", "3")) == [("204", Decimal(1))]


@pytest.mark.parametrize(("cell", "tested"), [("2.00", 0), ("3.00", 1), ("2", 1)])
def test_a_sum_that_lacks_just_what_an_unknown_column_holds_is_not_judged(cell: str, tested: int) -> None:
    table = a_table(TableKind.EXPENDITURE, [a_row("204", {M.TOTAL: "9.00", M.BASIC: "4.00", M.PROJECT: "3.00"})])
    columns = (*table.columns, Column("单位预留机动经费"))
    table = replace(table, columns=columns, grid=(("9.00", "4.00", "3.00", cell),))
    assert len(of_rule(table, Rule.ROW_SPLIT)) == tested


def test_a_row_without_its_total_or_with_one_known_column_is_not_judged() -> None:
    assert not of_rule(a_table(TableKind.GENERAL, [a_row("204", {M.BASIC: "4", M.PROJECT: "5"})]), Rule.ROW_SPLIT)
    assert not of_rule(a_table(TableKind.GENERAL, [a_row("204", {M.TOTAL: "9", M.BASIC: "4"})]), Rule.ROW_SPLIT)


# --- two-sided tables


def test_a_summary_adds_up_and_balances() -> None:
    table = a_summary()
    assert not wrong(table)
    assert len(of_rule(table, Rule.SECTION)) == 2
    assert [one.name for one in of_rule(table, Rule.BALANCE)] == ["year-and-carried", "year-and-carried", "other-side"]


def test_without_a_yearly_sum_the_grand_total_is_the_sum_of_the_items() -> None:
    rows = [
        *income_side(("income:fiscal", "7"), ("income:undertaking", "2"), ("carried-in", "1"), ("income-total", "10")),
        a_row("income:general", {M.TOTAL: "7"}, side=Side.INCOME, of_which=True),
        *expenditure_side(("201", "10"), ("expenditure-total", "10")),
    ]
    assert not wrong(a_table(TableKind.SUMMARY, rows))


def test_a_sum_printed_above_its_items_is_the_sum_of_those_below() -> None:
    rows = [
        *income_side(("income-year", "5"), ("income:general", "3"), ("income:fund", "2"), ("carried-in", "1")),
        *income_side(("carried-in:general", "1"), ("income-total", "6")),
    ]
    table = a_table(TableKind.FISCAL, rows)
    assert not wrong(table)
    assert len(of_rule(table, Rule.SECTION)) == 1


def test_sections_and_items_under_a_class_are_not_added_twice() -> None:
    rows = expenditure_side(("201", "3"), ("信访事务", "3"), ("行政运行", "3"), ("205", "2"), ("expenditure-year", "5"))
    assert not wrong(a_table(TableKind.SUMMARY, rows))


def test_a_balance_we_have_no_name_for_is_part_of_the_bridge() -> None:
    rows = income_side(("income:general", "5"), ("income-year", "5"), ("上年实户资金余额", "2"), ("income-total", "7"))
    assert not wrong(a_table(TableKind.SUMMARY, rows))


def test_shares_of_what_was_carried_in_stand_for_a_sum_left_blank() -> None:
    rows = [
        *income_side(("income:general", "5"), ("income-year", "5")),
        a_row("carried-in", {}, side=Side.INCOME),
        *income_side(("carried-in:general", "2"), ("income-total", "7")),
    ]
    assert not wrong(a_table(TableKind.FISCAL, rows))


def test_shares_of_what_was_carried_in_are_tested_where_all_money_is_fiscal() -> None:
    rows = income_side(("carried-in", "3"), ("carried-in:general", "1"), ("carried-in:fund", "1"))
    assert wrong(a_table(TableKind.FISCAL, rows)) == [("carried-in", Decimal(1))]
    assert not wrong(a_table(TableKind.SUMMARY, rows))


def test_every_column_of_a_fiscal_table_bridges_to_its_total() -> None:
    def row(item: str, general: str) -> Row:
        return a_row(item, {M.TOTAL: general, M.GENERAL: general}, side=Side.EXPENDITURE)

    rows = [row("204", "5"), row("expenditure-year", "5"), row("carried-out", "1"), row("expenditure-total", "7")]
    assert [item for item, _ in wrong(a_table(TableKind.FISCAL, rows))] == ["expenditure-total"] * 2


# --- 三公


def test_sangong_is_the_sum_of_its_three_items_and_vehicles_of_two() -> None:
    table = a_sangong_table(vehicle_purchase="", vehicle_running="104.40")
    assert [one.whole.item for one in of_rule(table, Rule.SANGONG)] == ["sangong", "vehicle"]
    assert not wrong(table)


def test_purchase_and_running_stand_for_vehicles_where_these_are_not_printed() -> None:
    rows = [
        a_row(item, {M.TOTAL: text})
        for item, text in (
            ("sangong", "9"),
            ("abroad", "1"),
            ("vehicle-purchase", "2"),
            ("vehicle-running", "3"),
            ("reception", "3"),
        )
    ]
    assert not wrong(a_table(TableKind.SANGONG, rows))


@pytest.mark.parametrize("total", ["112.40", "122.40", "132.40"])
def test_a_total_may_contain_meetings_training_and_operating_cost(total: str) -> None:
    assert not wrong(a_sangong_table(total=total, meeting="4.00", training="6.00", operating_cost="10.00"))


def test_a_total_that_is_none_of_these_is_wrong() -> None:
    table = a_sangong_table(total="120.00", meeting="4.00", training="6.00")
    assert wrong(table) == [("total", Decimal("-2.40"))]


def test_an_item_that_was_not_recognised_leaves_the_total_alone() -> None:
    rows = [a_row("sangong", {M.TOTAL: "9"}), a_row("reception", {M.TOTAL: "3"}), a_row("出国经费", {M.TOTAL: "6"})]
    assert not of_rule(a_table(TableKind.SANGONG, rows), Rule.SANGONG)


def test_every_class_below_one_row_adds_up_to_it_though_each_is_marked_as_part() -> None:
    classes = {f"2{number:02}": "" for number in range(1, 25)} | {"201": "31.00", "208": "4.00", "221": "6.00"}
    printed = {item: {M.TOTAL: text} if text else {} for item, text in classes.items()}
    below = [a_row(item, amounts, side=Side.EXPENDITURE, of_which=True) for item, amounts in printed.items()]
    above = a_row("部门预算", {M.TOTAL: "42.00"}, side=Side.EXPENDITURE)
    whole = a_table(TableKind.SUMMARY, [above, *below])
    assert wrong(whole) == [("部门预算", Decimal(1))]
    assert not wrong(a_table(TableKind.SUMMARY, [above, *below[:8]]))


def test_an_of_which_without_the_rest_is_no_sum() -> None:
    assert not wrong(a_sangong_table(abroad="5.00", abroad_academic="3.00", sangong="117.40"))


def test_budget_and_final_columns_each_add_up() -> None:
    rows = [
        a_row("sangong", {M.BUDGET: "5", M.TOTAL: "4"}),
        a_row("abroad", {M.BUDGET: "5", M.TOTAL: "3"}),
        a_row("vehicle", {}),
        a_row("reception", {}),
    ]
    assert wrong(a_table(TableKind.SANGONG, rows)) == [("sangong", Decimal(1))]


# --- in general


def test_tables_without_arithmetic_have_no_relations() -> None:
    assert quality_of(a_coded_table(TableKind.OTHER, (("total", "9"), ("204", "1")))).relations == 0


def test_what_is_carried_out_is_what_came_in_less_what_was_spent() -> None:
    columns = (M.CARRIED_IN, M.YEAR_INCOME, M.TOTAL, M.CARRIED_OUT)
    row = a_row("total", dict(zip(columns, ("54.41", "103.23", "112.78", "44.86"), strict=True)))
    table = a_table(TableKind.FUND, [row])
    (relation,) = (relation for relation in relations_of(table) if relation.name == "closing")
    assert [part.measure for part in relation.less] == [M.TOTAL]
    assert relation.agreement is Agreement.EQUAL


def test_a_list_of_services_adds_up_to_its_total() -> None:
    rows = [a_row(item, {M.TOTAL: text}) for item, text in (("total", "9"), ("法律服务", "4"), ("评估", "5"))]
    (relation,) = relations_of(a_table(TableKind.SERVICES, rows))
    assert relation.difference == 0


def test_zeros_do_not_widen_the_tolerance() -> None:
    zeros = tuple((f"204{number:02}", "0.00") for number in range(1, 40))
    (relation,) = of_rule(general(("204", "5.03"), ("20450", "5.00"), *zeros), Rule.HIERARCHY)
    assert relation.allowed == 100
    assert relation.agreement is Agreement.DIFFERENT


def test_a_total_that_is_printed_as_nothing_was_not_rounded() -> None:
    (relation,) = of_rule(general(("204", "0.00"), ("20406", "0.01"), ("20407", "0.00")), Rule.HIERARCHY)
    assert relation.agreement is Agreement.ROUNDING


def test_no_two_relations_of_a_table_have_the_same_whole_and_name() -> None:
    for table in (a_summary(), a_sangong_table(total="112.40", vehicle_purchase="", vehicle_running="104.40")):
        names = [(one.rule, one.whole.item, one.whole.measure, one.name) for one in relations_of(table)]
        assert len(set(names)) == len(names)


amounts = st.decimals(0, 10**5, places=2)


@given(st.lists(amounts, min_size=1, max_size=12), amounts)
def test_a_sum_holds_when_it_is_the_sum_and_fails_when_it_is_far_off(parts: list[Decimal], extra: Decimal) -> None:
    rows = tuple((f"204{number:02}", str(part)) for number, part in enumerate(parts, start=1))
    right = general(("204", str(sum(parts))), *rows)
    off = general(("204", str(sum(parts) + extra + 1)), *rows)
    assert quality_of(right).fail == 0
    assert quality_of(off).fail == 1


@given(st.lists(st.decimals(0, 1000, places=6), min_size=1, max_size=20))
def test_printing_every_number_rounded_never_breaks_a_sum(exact: list[Decimal]) -> None:
    cent = Decimal("0.01")
    rows = tuple((f"204{number:02}", str(part.quantize(cent))) for number, part in enumerate(exact, start=1))
    counted = [part for part in exact if part.quantize(cent)]
    table = general(("204", str(sum(counted, Decimal(0)).quantize(cent))), *rows)
    assert all(relation.agreement is Agreement.EQUAL for relation in relations_of(table))


def test_a_small_table_with_one_misprint_is_not_doubtful_though_all_its_relations_fail() -> None:
    quality = general(("total", "9"), ("204", "7"), ("20406", "5"), ("208", "4")).quality
    assert (quality.relations, quality.hold) == (2, 0)
    assert not quality.doubtful


def test_a_small_table_that_no_one_misprint_explains_is_doubtful() -> None:
    quality = general(("total", "30"), ("204", "7"), ("20406", "5"), ("208", "4")).quality
    assert (quality.relations, quality.hold) == (2, 0)
    assert quality.doubtful
