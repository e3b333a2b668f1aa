"""What the explanations of final accounts say beside those of budgets: stages, movements, one source a section."""

from records.amount import Amount
from records.claim import Claim, Direction, Stage
from records.disclosure import Kind
from tests.builders.narrative import claims_in


def final_claims(*texts: str) -> tuple[Claim, ...]:
    return claims_in(*texts, kind=Kind.FINAL_ACCOUNTS)


def moved(claim: Claim) -> tuple[str, Stage | None, int | None, Direction | None, int | None]:
    return claim.subject, claim.stage, yuan(claim.amount), claim.direction, claim.base_year


def yuan(amount: Amount | None) -> int | None:
    return int(amount.yuan) if amount else None


def test_a_movement_against_last_year_is_of_the_final_figure_and_not_of_the_budget() -> None:
    budget, final, against_last_year = final_claims(
        "“三公”经费预算为4万元，支出决算为3万元，完成预算的75%，决算数小于预算数的主要原因是厉行节约。"
        "与2022年度相比，“三公”经费支出增加1万元，增长50%。"
    )

    assert moved(budget) == ("sangong", Stage.BUDGET, 40000, None, None)
    assert moved(final) == ("sangong", Stage.FINAL, 30000, Direction.DECREASE, None)
    assert moved(against_last_year) == ("sangong", Stage.FINAL, 30000, Direction.INCREASE, 2022)
    assert against_last_year.percent
    assert against_last_year.percent.value == 50


def test_it_may_stand_behind_a_semicolon_or_before_the_comparison_with_the_budget() -> None:
    behind = final_claims(
        "“三公”经费年初预算为4万元，支出决算为3万元，决算数小于预算数的主要原因是厉行节约；比2022年度减少1万元，下降25%。"
    )
    before = final_claims(
        "机关运行经费支出决算为3万元，比上年增加1万元，增长50%，决算数小于预算数的主要原因是厉行节约。"
    )

    assert moved(behind[2]) == ("sangong", Stage.FINAL, 30000, Direction.DECREASE, 2022)
    assert [moved(claim) for claim in before] == [
        ("operating-cost", Stage.FINAL, 30000, Direction.INCREASE, 2022),
        ("operating-cost", Stage.FINAL, 30000, Direction.DECREASE, None),
    ]


def test_the_budget_compared_with_may_be_named_in_full() -> None:
    (claim,) = final_claims("2023年“三公”经费财政拨款决算数3万元，比2023年“三公”经费财政拨款年初预算4万元减少1万元。")

    assert moved(claim) == ("sangong", Stage.FINAL, 30000, Direction.DECREASE, 2023)
    assert (yuan(claim.prior), claim.base) == (40000, Stage.BUDGET)


def test_a_section_on_one_source_speaks_of_the_year_of_that_source() -> None:
    claims = final_claims(
        "八、政府性基金预算财政拨款收入支出决算情况说明",
        "年初结转和结余5万元，本年收入53万元，本年支出54万元，其中：基本支出0万元，项目支出54万元，年末结转和结余4万元。",
    )

    assert [claim.subject for claim in claims] == [
        "carried-in:fund",
        "income:fund",
        "expenditure:fund",
        "basic",
        "project",
        "carried-out",
    ]


def test_the_year_is_a_part_where_the_whole_of_the_source_is_stated_too() -> None:
    whole, part = final_claims(
        "四、财政拨款收入支出决算总体情况说明",
        "财政拨款收入60万元，其中：本年收入53万元。与上年相比，财政拨款收入增加6万元。",
    )

    assert (whole.subject, yuan(whole.change)) == ("income:fiscal", 60000)
    assert part.subject == "income-year"


def test_behind_the_fiscal_income_the_total_expenditure_is_fiscal_too() -> None:
    claims = final_claims("四、财政拨款收入支出决算总体情况说明", "财政拨款收入总计60万元，支出总计60万元。")

    assert [claim.subject for claim in claims] == ["income:fiscal", "fiscal-expenditure"]
