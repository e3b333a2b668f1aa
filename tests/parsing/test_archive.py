import pytest

from parsing.archive import members
from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.reader import read_bytes
from tests.builders.packed import bomb, encrypted, overlapping, packed, packed_by_chinese_windows, with_link
from tests.builders.word import a_docx, paragraph

BUDGET = "部门预算收支总表".encode()


def names_in(content: bytes) -> list[str]:
    return [member.name for member in members(content, Limits())]


def refusal(content: bytes, limits: Limits | None = None) -> Cause:
    with pytest.raises(UnreadableDocument) as refused:
        list(members(content, limits or Limits()))
    return refused.value.cause


def test_every_file_is_a_member_with_its_bytes() -> None:
    found = list(members(packed({"预算/一.txt": BUDGET, "二.pdf": b"%PDF-"}), Limits()))
    assert [(member.name, member.content) for member in found] == [("预算/一.txt", BUDGET), ("二.pdf", b"%PDF-")]


def test_an_office_file_is_one_member_although_it_is_an_archive() -> None:
    assert names_in(packed({"预算.docx": a_docx(paragraph("预算"))})) == ["预算.docx"]


def test_archives_in_archives_give_their_files() -> None:
    inner = packed({"二.txt": BUDGET})
    assert names_in(packed({"一.zip": inner, "三.txt": BUDGET})) == ["一.zip/二.txt", "三.txt"]


def test_names_of_chinese_windows_are_read() -> None:
    assert names_in(packed_by_chinese_windows("2023年部门预算.txt", BUDGET)) == ["2023年部门预算.txt"]
    assert names_in(packed_by_chinese_windows("预算\\收支.txt", BUDGET)) == ["预算/收支.txt"]


def test_folders_and_what_systems_leave_behind_are_no_members() -> None:
    entries = ("预算/", "__MACOSX/._一.pdf", "Thumbs.db", ".DS_Store", "~$一.docx")
    assert names_in(packed({**dict.fromkeys(entries, b"x"), "一.txt": BUDGET})) == ["一.txt"]


def test_an_empty_file_is_a_member_as_somebody_must_be_told_of_it() -> None:
    assert names_in(packed({"空.txt": b"", "一.txt": BUDGET})) == ["空.txt", "一.txt"]


def test_an_archive_without_files_is_empty() -> None:
    assert refusal(packed({"预算/": b""})) is Cause.EMPTY


def test_a_name_is_one_line_whatever_the_archive_says() -> None:
    assert names_in(packed({"一\n二\x1b[2J.txt": BUDGET})) == ["一�二�[2J.txt"]
    assert refusal(packed({"x" * 1001: BUDGET})) is Cause.UNSAFE_ARCHIVE


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (packed({"../../etc/一.txt": BUDGET}), Cause.UNSAFE_ARCHIVE),
        (packed({"预算\\..\\..\\一.txt": BUDGET}), Cause.UNSAFE_ARCHIVE),
        (packed({"/etc/一.txt": BUDGET}), Cause.UNSAFE_ARCHIVE),
        (packed({"C:\\一.txt": BUDGET}), Cause.UNSAFE_ARCHIVE),
        (with_link("一.txt", "/etc/passwd"), Cause.UNSAFE_ARCHIVE),
        (overlapping("a.txt", BUDGET), Cause.UNSAFE_ARCHIVE),
        (encrypted({"一.txt": BUDGET}), Cause.ENCRYPTED),
        (bomb("一.txt", 20), Cause.TOO_LARGE),
        (packed({"一.txt": BUDGET})[:-8], Cause.DAMAGED),
        (packed({"一.txt": BUDGET}, compressed=False).replace(BUDGET, BUDGET[::-1]), Cause.DAMAGED),
    ],
)
def test_hostile_archives_end_in_a_named_state(content: bytes, cause: Cause) -> None:
    assert refusal(content) is cause


@pytest.mark.parametrize(
    "limits",
    [
        Limits(max_entries=1),
        Limits(max_unpacked_bytes=2 * len(BUDGET) - 1),
        Limits(max_nesting=1),
    ],
)
def test_an_archive_beyond_a_limit_is_too_large(limits: Limits) -> None:
    content = packed({"一.txt": BUDGET, "二.zip": packed({"三.txt": BUDGET}, compressed=False)}, compressed=False)
    assert refusal(content, limits) is Cause.TOO_LARGE


def test_what_inner_archives_unpack_to_counts_for_the_whole() -> None:
    inner = packed({"三.txt": BUDGET * 1000})
    content = packed({"一.zip": inner, "二.zip": inner}, compressed=False)
    room = len(inner) * 2 + len(BUDGET) * 2000
    assert len(list(members(content, Limits(max_unpacked_bytes=room)))) == 2
    assert refusal(content, Limits(max_unpacked_bytes=room - 1)) is Cause.TOO_LARGE


def test_many_entries_are_refused_before_they_are_listed() -> None:
    content = packed({"一.txt": BUDGET}) + b"PK\x01\x02" * 20_000
    assert refusal(content) is Cause.TOO_LARGE


def test_an_archive_itself_is_no_document_and_a_bad_one_says_what_is_wrong() -> None:
    for content, cause in (
        (packed({"一.txt": BUDGET}), Cause.UNSUPPORTED_FORMAT),
        (bomb("一.txt", 20), Cause.TOO_LARGE),
        (b"PK\x03\x04 cut short", Cause.DAMAGED),
    ):
        with pytest.raises(UnreadableDocument) as refused:
            read_bytes(content, Limits())
        assert refused.value.cause is cause
