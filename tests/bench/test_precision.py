from dataclasses import replace

from bench.precision import DRAWN, Drawn, draw
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import a_finding

FOUND = [Drawn("a.pdf", a_finding(a_disclosure(), str(number))) for number in range(300)]
RARE = Drawn("b.pdf", replace(FOUND[0].finding, code="TXT001"))


def test_every_check_is_drawn() -> None:
    drawn = draw([*FOUND, RARE])
    assert len(drawn) == DRAWN
    assert RARE in drawn


def test_a_finding_that_is_mended_gives_way_to_one_more_and_the_others_stay() -> None:
    before = draw(FOUND)
    after = draw([one for one in FOUND if one is not before[0]])
    assert len(set(before) & set(after)) == DRAWN - 1


def test_all_are_drawn_where_there_are_few() -> None:
    assert len(draw(FOUND[:7])) == 7
