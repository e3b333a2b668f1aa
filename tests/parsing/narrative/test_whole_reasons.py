from tests.builders.narrative import claims_in

MOVED = "2018年度收入、支出预算总计21,955.35万元，与上年相比增加3,958.67万元，增长21.95%。"


def reason_in(*texts: str) -> str | None:
    return next(claim.reason for claim in claims_in(*texts, fiscal_year=2018))


def test_a_reason_in_numbered_sentences_is_read_to_the_last_of_them() -> None:
    reason = "一是政策性调整因素。含工资改革、调整住房补贴比例。二是省财政加强预算管理"
    assert reason_in(f"{MOVED}增加原因，{reason}。包括将养老金下达给各部门。") == reason


def test_figures_within_a_whole_reason_are_no_statements() -> None:
    text = "培训费预算支出21.39万元，较上年增加1.91万元，增加的主要原因是"
    reason = "一是技师学院新增培训，今年预算10.19万元，较上年增加1.71万元。二是升级改造建设，较上年增加0.20万元"
    (claim,) = claims_in(f"{text}{reason}。")
    assert claim.reason == reason


def test_the_parts_of_a_reason_may_be_paragraphs() -> None:
    reason = reason_in(f"{MOVED}主要原因：", "一是人员经费增加；", "二是项目支出增加。", "三、其他事项")
    assert reason == "一是人员经费增加；二是项目支出增加"


def test_a_numbered_sentence_far_behind_is_no_part_of_the_reason() -> None:
    assert reason_in(f"{MOVED}主要原因一是增人。甲。乙。丙。二是项目增加。") == "一是增人"


def test_what_is_enumerated_without_an_announced_reason_stays_in_sentences() -> None:
    (claim,) = claims_in(f"{MOVED}2018年要做好两项工作：一是服务大局。二是公务接待费压减。", fiscal_year=2018)
    assert (claim.reason, claim.evidence.text) == (None, MOVED)
