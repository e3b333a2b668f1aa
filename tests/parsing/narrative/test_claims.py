from decimal import Decimal

import pytest

from records.amount import Amount
from records.claim import Claim, Direction, Stage
from records.disclosure import Kind
from records.table import Measure
from tests.builders.narrative import claims_in


def wan(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.yuan / 10_000


def amounts(claims: tuple[Claim, ...]) -> dict[str, Decimal | None]:
    return {claim.subject: wan(claim.amount) for claim in claims}


def about(claims: tuple[Claim, ...], subject: str) -> Claim:
    (claim,) = [claim for claim in claims if claim.subject == subject]
    return claim


def test_a_total_with_its_movement_and_reason() -> None:
    text = "2023年预算收支安排18949.22万元，较2022年预算减少7442.01万元，主要是因为改建项目缺口资金减少。"

    (claim,) = claims_in(text)

    assert (claim.subject, claim.year, claim.stage) == ("total", 2023, Stage.BUDGET)
    assert (wan(claim.amount), wan(claim.change)) == (Decimal("18949.22"), Decimal("7442.01"))
    assert (claim.direction, claim.base_year, claim.base) == (Direction.DECREASE, 2022, Stage.BUDGET)
    assert claim.reason == "改建项目缺口资金减少"
    assert claim.evidence.text == text


def test_the_parts_of_an_income_keep_their_own_amounts() -> None:
    claims = claims_in(
        "2023年预算收入18949.22万元，其中：一般公共预算收入18551.05万元，上年结转结余398.17万元，基金预算收入0万元。"
    )

    assert amounts(claims) == {
        "income-total": Decimal("18949.22"),
        "income:general": Decimal("18551.05"),
        "carried-in": Decimal("398.17"),
        "income:fund": Decimal(0),
    }


def test_the_use_of_money_is_no_claim() -> None:
    claims = claims_in(
        "2023年支出预算18949.22万元，其中基本支出15390.91万元，包括人员经费14048.39万元，公用经费1342.52万元；"
        "项目支出3558.31万元，主要为普法经费257万元、法律援助经费等项目；其他支出0万元。"
    )

    assert list(amounts(claims)) == ["expenditure-total", "basic", "personnel", "public", "project"]


def test_a_movement_behind_a_bracket_is_of_what_stands_before_it() -> None:
    claims = claims_in(
        "公务用车购置及运维费104.4万元（其中：公务用车购置费0万元，公务用车运维费104.4万元），与2022年相比，与上年持平；"
    )

    assert about(claims, "vehicle").direction is Direction.FLAT
    assert about(claims, "vehicle").base_year == 2022
    assert about(claims, "vehicle-running").direction is None


def test_each_subject_of_a_sentence_has_its_own_movement() -> None:
    claims = claims_in(
        "（二）公务用车购置及运行费46.56万元，比2023年预算增加25万元，主要原因是购置公务用车。"
        "其中：公务用车购置费25万元，比2023年预算增加25万元，主要原因是购置公务用车；"
        "公务用车运行费21.56万元，比2023年预算持平，主要原因是运行费保持不变。",
        fiscal_year=2024,
    )

    assert amounts(claims) == {
        "vehicle": Decimal("46.56"),
        "vehicle-purchase": Decimal(25),
        "vehicle-running": Decimal("21.56"),
    }
    assert wan(about(claims, "vehicle").change) == 25
    assert about(claims, "vehicle-running").direction is Direction.FLAT
    assert about(claims, "vehicle-running").reason == "运行费保持不变"


def test_a_functional_item_with_its_earlier_execution_is_one_claim() -> None:
    (claim,) = claims_in(
        "1. “一般公共服务支出（类）统计信息事务（款）专项普查活动（项）”25.77万元，主要用于专项普查活动。"
        "2023年当年预算执行数为60.13万元，2024年预算安排25.77万元，比2023年预算执行数减少57.14%。主要原因是：项目调整。",
        fiscal_year=2024,
    )

    assert claim.subject == "function-item"
    assert claim.path == ("一般公共服务支出", "统计信息事务", "专项普查活动")
    assert (wan(claim.amount), wan(claim.prior)) == (Decimal("25.77"), Decimal("60.13"))
    assert claim.percent
    assert claim.percent.value == Decimal("57.14")
    assert (claim.direction, claim.base, claim.base_year) == (Direction.DECREASE, Stage.EXECUTION, 2023)
    assert claim.reason == "项目调整"


def test_another_amount_for_the_same_item_is_another_claim() -> None:
    claims = claims_in(
        "“住房保障支出（类）住房改革支出（款）住房公积金（项）”350.35万元，主要用于住房公积金。"
        "2023年当年预算执行数为348.52万元，2024年预算安排352.67万元，比2023年预算执行数增加0.53%。",
        fiscal_year=2024,
    )

    assert [wan(claim.amount) for claim in claims] == [Decimal("350.35"), Decimal("352.67")]
    assert [claim.direction for claim in claims] == [None, Direction.INCREASE]


def test_a_final_figure_names_the_budget_it_completes() -> None:
    budget, adjusted, final = claims_in(
        "一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。",
        fiscal_year=2024,
        kind=Kind.FINAL_ACCOUNTS,
    )

    assert (budget.stage, adjusted.stage, final.stage) == (Stage.BUDGET, Stage.ADJUSTED, Stage.FINAL)
    assert wan(final.amount) == Decimal("307.82")
    assert final.completion
    assert (final.completion.value, final.completed) == (Decimal("95.89"), Stage.BUDGET)
    assert final.direction is None


def test_a_final_figure_compared_with_its_budget_has_no_year_compared_with() -> None:
    *_, claim = claims_in(
        "1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。"
        "决算数大于年初预算数的主要原因是人员进出。",
        fiscal_year=2024,
        kind=Kind.FINAL_ACCOUNTS,
    )

    assert claim.path == ("一般公共服务支出", "财政事务", "行政运行")
    assert (claim.direction, claim.base, claim.base_year) == (Direction.INCREASE, Stage.BUDGET, None)
    assert claim.reason == "人员进出"


def test_income_and_expenditure_that_move_together_are_the_total() -> None:
    (claim,) = claims_in(
        "国家信访局2024年度收、支总计22066.59万元，与2023年度相比，收、支总计各增加5834.37万元，增长35.74%。",
        fiscal_year=2024,
        kind=Kind.FINAL_ACCOUNTS,
        body="国家信访局",
    )

    assert (claim.subject, wan(claim.amount), wan(claim.change)) == ("total", Decimal("22066.59"), Decimal("5834.37"))
    assert claim.base_year == 2023


def test_a_movement_behind_a_joined_list_is_of_the_whole() -> None:
    claims = claims_in(
        "本部门当年预算收入420万元，其中：一般公共预算拨款400万元、其他收入20万元，较上年增加14万元，增长3.5%。"
    )

    assert wan(about(claims, "income-total").change) == 14
    assert about(claims, "income:other").change is None


def test_a_movement_behind_parts_that_commas_separate_is_left_out() -> None:
    claims = claims_in("“三公”经费14.16万元，其中因公出国（境）费1万元，公务接待费0.64万元，比上年减少1万元。")

    assert all(claim.change is None for claim in claims)


def test_what_holds_for_all_listed_holds_for_each() -> None:
    claims = claims_in("其中：因公出国（境）费用100.00万元，公务接待费63.80万元，均与上年持平。")

    assert [(claim.direction, claim.base_year) for claim in claims] == [(Direction.FLAT, 2022)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费5万元，与上年基本持平。",
        "公务接待费5万元。与2022年相比无增加。",
        "公务接待费5万元，变化不大。",
    ],
)
def test_vague_words_give_no_direction(text: str) -> None:
    (claim,) = claims_in(text)

    assert claim.direction is None


def test_an_increase_of_nothing_is_flat() -> None:
    (claim,) = claims_in("公务接待费2.98万元，较2022年年初预算增加0.00万元。")

    assert claim.direction is Direction.FLAT


@pytest.mark.parametrize(
    "text",
    [
        "根据冀财政法〔2010〕83号，编报绩效目标的项目50个，涉及项目支出5634.81万元。",
        "截至2022年12月31日，共有车辆8辆，单价100万元（含）以上设备0台（套）。",
        "提前下达2023年强制隔离戒毒业务补助资金57.00万元。",
        "2023年本部门面向中小企业预留政府采购项目预算金额1928.48万元。",
        "包括在职人员经费2422.61万元。",
        "其他教育支出25万元。",
        "一般公共预算“三公”经费及会议费、培训费预算支出共263.72万元。",
    ],
)
def test_other_numbers_are_no_claims(text: str) -> None:
    assert claims_in(text) == ()


def test_items_of_the_operating_cost_are_not_the_sangong() -> None:
    claims = claims_in("机关运行经费安排支出116.01万元，办公费14.75万元，公务接待费0.64万元，其他支出1.43万元。")

    assert list(amounts(claims)) == ["operating-cost"]


def test_a_heading_says_what_the_figures_below_it_are_of() -> None:
    (claim,) = claims_in("（二）公务接待费", "2023年预算安排5.00万元，与上年持平。")

    assert (claim.subject, wan(claim.amount)) == ("reception", Decimal(5))
    assert claim.evidence.caption == "（二）公务接待费"


def test_a_section_on_performance_makes_no_claims() -> None:
    assert claims_in("五、预算绩效信息", "基本支出15390.91万元。") == ()


def test_the_finest_precision_of_the_narrative_is_the_quantum() -> None:
    claims = claims_in("“三公”经费预算安排112.40万元，其中公务接待费8万元。")

    assert [claim.amount.quantum for claim in claims if claim.amount] == [Decimal(100), Decimal(100)]


@pytest.mark.parametrize(
    ("printed", "yuan"), [("1.5亿元", 150_000_000), ("18,949.22万元", 189_492_200), ("360元", 360)]
)
def test_amounts_are_converted_to_yuan(printed: str, yuan: int) -> None:
    (claim,) = claims_in(f"2023年收支总预算{printed}。")

    assert claim.amount
    assert claim.amount.yuan == yuan


def test_a_predicate_broken_by_blanks_is_read() -> None:
    (claim,) = claims_in("公务接待费 5 万元，比 2022 年预算增\n加 1 万元。")

    assert wan(claim.change) == 1


def test_a_class_named_above_a_list_completes_its_items() -> None:
    (claim,) = claims_in(
        "（一）一般公共服务支出（类）", "1.审计事务（款）行政运行（项）支出2,342万元，与上年预算数相同。"
    )

    assert claim.path == ("一般公共服务支出", "审计事务", "行政运行")
    assert (claim.direction, claim.base) == (Direction.FLAT, Stage.BUDGET)


def test_an_item_told_by_its_code_has_only_its_own_level() -> None:
    (claim,) = claims_in("（一）2080501-行政单位离退休178.51万元。")

    assert claim.path == ("", "", "行政单位离退休")


def test_a_share_names_the_whole_that_is_printed() -> None:
    basic, project = claims_in("基本支出预算37.36万元，占本年支出预算3.55%；项目支出预算1015.25万元，占96.45%。")

    assert basic.share
    assert (basic.share.value, basic.share_of) == (Decimal("3.55"), "expenditure-year")
    assert project.share
    assert (project.share.value, project.share_of) == (Decimal("96.45"), None)


def test_a_percentage_in_brackets_behind_a_change_is_the_movement() -> None:
    (claim,) = claims_in("“三公”经费预算18.6万元，较上年减少24.5万元（43%），减少的主要原因是严格管理。")

    assert claim.percent
    assert (wan(claim.change), claim.percent.value) == (Decimal("24.5"), Decimal(43))
    assert claim.direction is Direction.DECREASE


def test_parts_that_semicolons_separate_have_their_own_movements() -> None:
    claims = claims_in(
        "“三公”经费预算18.6万元，其中：因公出国（境）经费0万元；公务接待费8.6万元，较上年增加1.5万元；"
        "公务用车运行维护费10万元，较上年减少1万元。"
    )

    assert about(claims, "abroad").change is None
    assert wan(about(claims, "reception").change) == Decimal("1.5")
    assert about(claims, "vehicle-running").direction is Direction.DECREASE


def test_a_movement_behind_a_semicolon_is_of_the_only_statement_before() -> None:
    (claim,) = claims_in("（11）突发公共卫生事件应急处理（2100410）6700万元；较上年增加6700万元，原因是补贴增加；")

    assert (wan(claim.change), claim.reason) == (Decimal(6700), "补贴增加")


def test_parts_of_a_compared_whole_are_compared_with_the_same_year() -> None:
    claims = claims_in(
        "（三）增减变化情况：2023年收支预算50万元，比上年减少10万元，其中：",
        "1.收入预算减少10万元，其中一般公共预算收入减少8万元，其他收入减少2万元。",
    )

    assert {claim.subject: claim.base_year for claim in claims} == {
        "total": 2022,
        "income-total": 2022,
        "income:general": 2022,
        "income:other": 2022,
    }


def test_less_than_last_year_by_an_amount_is_a_movement() -> None:
    (claim,) = claims_in("会议费预算支出1305.25万元，本年数小于上年预算数403.75万元，原因是压减会议。")

    assert (wan(claim.change), claim.direction) == (Decimal("403.75"), Direction.DECREASE)
    assert (claim.base_year, claim.base, claim.reason) == (2022, Stage.BUDGET, "压减会议")


@pytest.mark.parametrize(
    ("text", "direction"),
    [("与上年相比增加（减少）0万元。", Direction.FLAT), ("与上年相比增加（减少）5万元。", None)],
)
def test_a_form_of_which_nothing_was_struck_out_tells_no_way(text: str, direction: Direction | None) -> None:
    (claim,) = claims_in(f"上级补助收入0万元，{text}")

    assert claim.direction is direction


@pytest.mark.parametrize(
    ("heading", "text", "source"),
    [
        ("三、支出预算情况说明", "基本支出5万元。", None),
        ("三、支出预算情况说明", "财政拨款安排“三公”经费5万元。", Measure.FISCAL),
        ("八、一般公共预算基本支出预算情况说明", "（一）人员经费5万元。", Measure.GENERAL),
        ("十、政府性基金预算财政拨款收入支出情况说明", "其中基本支出5万元。", Measure.FUND),
        ("五、委托业务费", "2023年委托业务费财政拨款预算总额5万元。", Measure.FISCAL),
        ("二、收入预算", "使用非财政拨款结余5万元。", None),
    ],
)
def test_the_source_of_money_stands_beside_the_subject_or_in_the_heading(
    heading: str, text: str, source: Measure | None
) -> None:
    (claim,) = claims_in(heading, text)

    assert claim.source is source


def test_parts_are_of_the_source_of_their_whole_and_nothing_else_is() -> None:
    claims = claims_in(
        "2023年一般公共预算财政拨款支出9万元。其中：基本支出5万元；项目支出4万元。"
        "机关运行经费3万元。支出预算12万元，其中：项目支出7万元。"
    )

    assert [(claim.subject, claim.source) for claim in claims] == [
        ("expenditure:general", None),
        ("basic", Measure.GENERAL),
        ("project", Measure.GENERAL),
        ("operating-cost", None),
        ("expenditure-total", None),
        ("project", None),
    ]


def test_a_source_narrows_the_procurement() -> None:
    claims = claims_in(
        "政府采购预算总额18万元：政府采购货物预算3万元、政府采购服务预算15万元；"
        "其中一般公共预算拨款政府采购13万元：政府采购货物预算3万元、政府采购服务预算10万元。"
    )

    assert [(claim.subject, claim.source, wan(claim.amount)) for claim in claims][3:] == [
        ("procurement", Measure.GENERAL, Decimal(13)),
        ("procurement:goods", Measure.GENERAL, Decimal(3)),
        ("procurement:services", Measure.GENERAL, Decimal(10)),
    ]


@pytest.mark.parametrize(
    ("text", "subject", "path", "code"),
    [
        ("（一）2080501-行政单位离退休178.51万元。", "function-item", ("", "", "行政单位离退休"), "2080501"),
        ("1.审计业务（2010804）635.87万元。", "function-item", ("", "", "审计业务"), "2010804"),
        ("（一）204-公共安全支出4481.91万元。", "function-class", ("公共安全支出",), "204"),
        ("资本性支出（基本建设）（309）75万元。", "economic-class", ("资本性支出(基本建设)",), "309"),
        (
            "一般公共服务支出-审计事务-行政运行60,445,848.46元，主要用于机关。",
            "function-item",
            ("一般公共服务支出", "审计事务", "行政运行"),
            None,
        ),
        (
            "行政事业单位离退休（类）行政单位离退休（项）5万元。",
            "function-item",
            ("", "行政事业单位离退休", "行政单位离退休"),
            None,
        ),
    ],
)
def test_an_item_is_told_by_its_code_or_its_levels(
    text: str, subject: str, path: tuple[str, ...], code: str | None
) -> None:
    (claim,) = claims_in(text)

    assert (claim.subject, claim.path, claim.code) == (subject, path, code)


def test_a_balance_stands_at_the_end_of_a_year_and_is_of_no_stage() -> None:
    before, dated = claims_in(
        "上年末固定资产金额为38329.42万元。", "截至2023年1月31日，本部门固定资产金额27273.35万元。"
    )

    assert (before.year, before.stage, dated.year) == (2022, None, 2023)


def test_money_that_is_nothing_needs_no_unit() -> None:
    claims = claims_in("政府性基金拨款支出预算为0；国有资本经营预算拨款支出预算为0。")

    assert amounts(claims) == {"expenditure:fund": Decimal(0), "expenditure:state-capital": Decimal(0)}


def test_goods_and_services_are_purchases_only_beside_the_procurement() -> None:
    assert claims_in("货物5万元、服务3万元。") == ()

    claims = claims_in("全年政府采购金额8万元。其中货物5万元、服务3万元。")

    assert list(amounts(claims)) == ["procurement", "procurement:goods", "procurement:services"]


def test_a_reason_goes_on_behind_a_semicolon_unless_another_statement_begins_there() -> None:
    claims = claims_in(
        "公务接待费2万元，比上年减少1万元，主要原因是核减接待；同时严格落实规定；会议费5万元，比上年增加1万元。"
    )

    assert about(claims, "reception").reason == "核减接待；同时严格落实规定"
    assert about(claims, "meeting").reason is None


def test_a_reason_ends_where_the_use_of_the_money_begins() -> None:
    (claim,) = claims_in("基本支出5万元，比2022年增加1万元，主要原因是定额调标等，主要用于保障人员工资。")

    assert claim.reason == "定额调标等"


def test_the_reason_of_an_increase_belongs_to_what_increased() -> None:
    claims = claims_in(
        "公务用车购置费0万元，与上年持平；公务用车运行费5万元，较上年增加1万元。增加的主要原因是划拨车辆。"
    )

    assert about(claims, "vehicle-running").reason == "划拨车辆"
    assert about(claims, "vehicle-purchase").reason is None


def test_what_moves_behind_a_list_of_classes_is_the_whole_that_it_divides() -> None:
    claims = claims_in(
        "支出预算9万元。按支出功能分类，包括教育支出5万元，其他支出4万元。比2022年增加2万元，主要是工资增加。"
    )

    assert wan(about(claims, "expenditure-total").change) == 2
    assert [claim.path for claim in claims if claim.path] == [("教育支出",), ("其他支出",)]


def test_the_budget_of_a_year_is_the_whole() -> None:
    _, claim = claims_in("2023年预算收入9万元。", "2023年预算比2022年预算增加2万元，增长28.57%。")

    assert (claim.subject, wan(claim.change), claim.base_year) == ("total", Decimal(2), 2022)


def test_a_heading_that_names_the_body_alone_speaks_of_the_whole() -> None:
    alone = claims_in("一、石家庄市司法局", "（一）公用经费5万元。")
    beside = claims_in("一、石家庄市司法局", "（一）公用经费5万元。", "二、石家庄市公证中心", "（一）公用经费3万元。")

    assert [claim.subject for claim in alone] == ["public"]
    assert beside == ()


def test_years_and_document_numbers_are_no_amounts() -> None:
    (claim,) = claims_in("根据财预〔2020〕10号，2023年项目支出5万元，其中2022年第二批转移支付（财行2022-18）4万元。")

    assert (claim.subject, wan(claim.amount), claim.year) == ("project", Decimal(5), 2023)


def test_a_sentence_of_its_own_gives_the_reason() -> None:
    moved, unmoved = (
        claims_in(text) for text in ("收入较去年增加5万元。主要是人员增加。", "公用经费5万元。主要是水电费。")
    )

    assert about(moved, "income-total").reason == "人员增加"
    assert about(unmoved, "public").reason is None


def test_a_movement_against_the_same_time_of_last_year_has_its_amount_and_its_rate() -> None:
    (claim,) = claims_in("2023年一般公共预算支出8321.02万元，同比减少589.70万元，下降6.62%。")
    assert (wan(claim.amount), wan(claim.change)) == (Decimal("8321.02"), Decimal("589.70"))
    assert claim.percent is not None
    assert (claim.percent.value, claim.direction, claim.base_year) == (Decimal("6.62"), Direction.DECREASE, 2022)


def test_an_item_is_told_by_its_names_and_by_the_parts_of_its_code() -> None:
    (claim,) = claims_in(
        "1．公共安全支出（204）司法（06）行政运行（01）：2023年预算数为3985.78万元，主要用于机关运转。"
    )
    assert (claim.subject, claim.path) == ("function-item", ("公共安全支出", "司法", "行政运行"))
    assert (claim.code, wan(claim.amount)) == ("2040601", Decimal("3985.78"))


def test_what_the_income_consists_of_is_income_though_the_text_spoke_of_both_sides() -> None:
    text = "收入包括：一般公共预算拨款6199.04万元、政府性基金预算拨款317.74万元。"
    claims = claims_in("2023年财政拨款收支总预算6516.78万元。", text)
    assert amounts(claims)["income:general"] == Decimal("6199.04")
    assert amounts(claims)["income:fund"] == Decimal("317.74")


def test_the_total_budget_of_one_side_is_its_total() -> None:
    claims = claims_in("2023年收入总预算8488.56万元，其中：本年收入8348.85万元，占总收入的98.35%。")
    assert amounts(claims) == {"income-total": Decimal("8488.56"), "income-year": Decimal("8348.85")}


def test_what_is_purchased_may_be_named_by_its_kind_alone() -> None:
    claims = claims_in(
        "政府采购预算共计417.56万元，其中：货物类56.92万元，工程类采购110.18万元，服务类预算250.46万元。"
    )
    assert amounts(claims) == {
        "procurement": Decimal("417.56"),
        "procurement:goods": Decimal("56.92"),
        "procurement:works": Decimal("110.18"),
        "procurement:services": Decimal("250.46"),
    }


def test_money_of_a_fund_that_is_used_is_its_expenditure() -> None:
    (claim,) = claims_in("财政厅2023年使用政府性基金预算拨款安排的支出632.34万元。", body="财政厅")
    assert (claim.subject, wan(claim.amount)) == ("expenditure:fund", Decimal("632.34"))


def test_a_sentence_on_the_use_does_not_part_a_movement_from_its_subject() -> None:
    (claim,) = claims_in(
        "1．公共安全（类）支出16,593.12万元。主要用于检察院行政支出等项目支出。与上年相比增加134.37万元，增长0.82%。"
    )
    assert (claim.subject, wan(claim.change), claim.direction) == (
        "function-class",
        Decimal("134.37"),
        Direction.INCREASE,
    )
    assert "……" in claim.evidence.text


def test_a_sentence_on_something_else_parts_a_movement_from_its_subject() -> None:
    (claim,) = claims_in("公共安全支出16,593.12万元。本单位另有房屋两处。与上年相比增加134.37万元，增长0.82%。")
    assert claim.change is None


def test_a_paragraph_that_only_compares_speaks_of_what_the_one_before_told_of() -> None:
    claims = claims_in(
        "2023年部门财务总收入100.00万元，其中：一般公共预算90.00万元，其他收入10.00万元。",
        "与上年对比减少20.00万元，下降16.67%。",
    )
    total = about(claims, "income-total")
    assert (wan(total.amount), wan(total.change)) == (Decimal(100), Decimal(20))
    assert total.direction is Direction.DECREASE
    assert about(claims, "income:other").direction is None


def test_operating_cost_may_be_named_with_the_money_it_is_paid_from() -> None:
    (claim,) = claims_in("2023年本部门机关运行经费当年一般公共预算拨款539.74万元，比上年预算增加9.27万元，增长1.75%。")
    assert (claim.subject, wan(claim.change)) == ("operating-cost", Decimal("9.27"))


def test_the_reserve_moves_in_the_sentence_behind_its_amount() -> None:
    claims = claims_in(
        "项目支出预算数为6333.96万元。与上年相比增加480万元，增长8.2%。\n"
        "单位预留机动经费预算数为1685.72万元。与上年相比增加1557.29万元，增长1312.56%。"
    )

    reserve = about(claims, "reserve")
    assert (wan(reserve.amount), wan(reserve.change)) == (Decimal("1685.72"), Decimal("1557.29"))
    assert reserve.percent is not None
    assert reserve.percent.value == Decimal("1312.56")
    assert wan(about(claims, "project").change) == 480
