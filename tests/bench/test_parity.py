from reportlab.lib.colors import white

from bench.parity import SAME, UNREAD, differences, verdicts_on
from bench.reference import Fault, ReadCell
from tests.builders.pdf import WIDTH, PdfPrinter

INCOME = (("项目", "预算数"), ("一、一般公共预算拨款收入", "18551.05"), ("本年收入合计", "18551.05"))


def verdict_on(printer: PdfPrinter) -> str:
    (verdict,) = verdicts_on(printer.printed())
    return verdict


def a_table(*spare: str) -> PdfPrinter:
    printer = PdfPrinter()
    printer.table(60, 120, (200, 100), (*INCOME, *((label, "") for label in spare)))
    return printer


def test_a_table_of_black_lines_is_the_same_for_both() -> None:
    assert verdict_on(a_table()) == SAME


def test_white_fills_are_a_reason() -> None:
    printer = a_table()
    for row in range(3):
        printer.fill(100, 300 + row * 24, 100, 24, white)
        printer.fill(200, 300 + row * 24, 100, 24, white)
    assert verdict_on(printer) == Fault.NO_INK


def test_frames_of_one_column_are_a_reason() -> None:
    printer = a_table()
    printer.table(60, 300, (300,), (("说明",), ("无",)))
    assert verdict_on(printer) == Fault.FRAME


def test_letters_drawn_twice_are_a_reason() -> None:
    printer = a_table("其他收入")
    printer.text(62.2, 193, "其他收入")
    assert verdict_on(printer) == Fault.TWICE


def test_letters_and_rulings_that_are_clipped_away_are_a_reason() -> None:
    printer = a_table()
    with printer.clipped(60, 121, 200, 23):
        printer.text(200, 140, "看不见")
    with printer.clipped(60, 300, WIDTH, 60):
        printer.table(60, 310, (120, 100), INCOME)
    assert verdict_on(printer) == Fault.CLIPPED


def test_two_faults_on_a_page_are_both_told() -> None:
    printer = a_table("其他收入")
    printer.text(62.2, 193, "其他收入")
    printer.table(60, 300, (300,), (("说明",), ("无",)))
    assert verdict_on(printer) == f"{Fault.FRAME}; {Fault.TWICE}"


def test_a_page_that_is_handed_on_as_unread_is_told_as_such() -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "石家庄市司法局2023年部门预算")
    printer.next_page()
    printer.table(60, 120, (200, 100), (("", ""),) * 3)
    printer.turned_text(100, 400, "部门预算收支总表", 90)
    assert tuple(verdicts_on(printer.printed())) == (SAME, UNREAD)


def test_a_file_that_cannot_be_opened_has_no_verdicts() -> None:
    assert not tuple(verdicts_on(a_table().printed()[:600]))


def test_cells_differ_by_place_and_by_text_and_each_has_one_twin() -> None:
    cell = ReadCell((0, 0, 100, 20), "18551.05")
    assert not differences([cell], [ReadCell((0.4, 0, 100.9, 20), "18551.05")])
    assert differences([cell], [cell, cell]) == 1
    assert differences([cell], [ReadCell(cell.bbox, "18551.0")]) == 2
    assert differences([cell], [ReadCell((2, 0, 100, 20), cell.text)]) == 2
