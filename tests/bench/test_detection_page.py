from bench.detection import Judged, Verdict
from bench.detection_page import page

GOALS = {"nine_tables": 0.97, "narrative": 0.95}


def judged(verdict: Verdict, where: str = "general", kind: str = "digit changed", about: str = "total") -> Judged:
    return Judged(kind, where, "a.pdf: 2040601 total: 9.00 → 8.00", verdict, about)


def test_what_is_only_an_information_counts_as_missed() -> None:
    text = "\n".join(page([judged(Verdict.FOUND), judged(Verdict.INFO), judged(Verdict.WITHIN)], GOALS))
    assert "| in the nine tables | **50.0%** | 97% |" in text
    assert "| digit changed, nine tables | 3 | 1 | 1 | 1 | 0 | 0 | 50.0% |" in text


def test_misses_are_shown_and_blind_spots_explained_by_the_narrowest_sort() -> None:
    blind = judged(Verdict.BLIND, "narrative", "direction turned", "movement")
    text = "\n".join(page([judged(Verdict.MISSED, "fund"), blind], GOALS))
    assert "- digit changed, fund (1)\n  - a.pdf: 2040601 total: 9.00 → 8.00" in text
    assert "| narrative: direction turned, movement | 1 |" in text
    assert "| A movement told by its amount alone" in text


def test_what_was_understood_anew_is_counted_apart() -> None:
    anew = Judged("digit changed", "general", "", Verdict.MISSED, "total", reread=True)
    text = "\n".join(page([judged(Verdict.FOUND), anew], GOALS))
    assert "| in the nine tables | **100.0%** | 97% |" in text
