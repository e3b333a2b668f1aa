"""When a file counts as complete."""

import pytest

from monitor.intake.listing import FileStamp, FoundFile
from monitor.intake.stability import Settling, settle

BEFORE, AFTER = FileStamp(1000, 10), FileStamp(2000, 20)


@pytest.mark.parametrize(
    ("waiting", "stamp", "now", "complete"),
    [
        pytest.param({}, AFTER, 100.0, False, id="seen for the first time, however old it is"),
        pytest.param({"a.pdf": Settling(AFTER, 98.0)}, AFTER, 100.0, False, id="unchanged, not yet long enough"),
        pytest.param({"a.pdf": Settling(AFTER, 97.0)}, AFTER, 100.0, True, id="unchanged for exactly long enough"),
        pytest.param({"a.pdf": Settling(BEFORE, 10.0)}, AFTER, 100.0, False, id="still growing"),
        pytest.param(
            {"a.pdf": Settling(AFTER, 10.0)}, FileStamp(2000, 21), 100.0, False, id="same size, written again"
        ),
        pytest.param({"b.pdf": Settling(AFTER, 10.0)}, AFTER, 100.0, False, id="another name: it was renamed"),
    ],
)
def test_a_file_is_complete_when_nothing_about_it_has_changed_for_a_while(
    waiting: dict[str, Settling], stamp: FileStamp, now: float, complete: bool
) -> None:
    file = FoundFile("a.pdf", stamp)
    ready, _ = settle([file], waiting, now=now, stable_for_seconds=3)
    assert ready == ((file,) if complete else ())


def test_a_change_starts_the_wait_anew_and_what_is_gone_is_forgotten() -> None:
    waiting = {"a.pdf": Settling(BEFORE, 10.0), "gone.pdf": Settling(BEFORE, 10.0)}
    _, waiting = settle([FoundFile("a.pdf", AFTER)], waiting, now=100.0, stable_for_seconds=3)
    assert waiting == {"a.pdf": Settling(AFTER, 100.0)}


def test_without_a_wait_a_file_is_taken_at_the_second_look() -> None:
    file = FoundFile("a.pdf", AFTER)
    first, waiting = settle([file], {}, now=1.0, stable_for_seconds=0)
    second, _ = settle([file], waiting, now=1.1, stable_for_seconds=0)
    assert (first, second) == ((), (file,))
