"""The narrative of the published corpus, against what careful reading found in it."""

from decimal import Decimal
from pathlib import Path

import pytest

from parsing.limits import Limits
from parsing.narrative.claims import claims_of
from parsing.narrative.phrases import load_phrases
from parsing.narrative.sections import load_heading_words, passages_of
from parsing.pages import TextLine
from parsing.reader import read_file
from records.disclosure import Kind

WANLI = "上海市普陀区人民政府万里街道办事处"


def test_the_narrative_of_a_published_budget_agrees_with_what_its_readers_found(corpus: Path) -> None:
    reading = read_file(next((corpus / "seeds").glob("000_*")), Limits())
    lines = (block for page in reading.pages for block in page.blocks if isinstance(block, TextLine))

    claims = claims_of(passages_of(lines, load_heading_words()), "石家庄市司法局", 2023, Kind.BUDGET, load_phrases())

    expected = {
        "total": "18949.22",
        "income:general": "18551.05",
        "carried-in": "398.17",
        "basic": "15390.91",
        "personnel": "14048.39",
        "public": "1342.52",
        "project": "3558.31",
        "operating-cost": "1342.52",
        "sangong": "112.4",
        "vehicle-running": "104.4",
        "reception": "8",
        "procurement": "1742.98",
        "assets": "38329.42",
        "planned-purchase": "251.15",
    }
    found = {claim.subject: claim.amount.yuan / 10_000 for claim in claims if claim.amount}
    assert {subject: found.get(subject) for subject in expected} == {
        subject: Decimal(text) for subject, text in expected.items()
    }


@pytest.mark.parametrize(("name", "year"), [("d8d612_*", 2025), ("f45a18_*", 2024)])
def test_every_functional_item_of_a_published_budget_is_found(corpus: Path, name: str, year: int) -> None:
    reading = read_file(next((corpus / "real" / "shpt").glob(name)), Limits())
    lines = (block for page in reading.pages for block in page.blocks if isinstance(block, TextLine))

    claims = claims_of(passages_of(lines, load_heading_words()), WANLI, year, Kind.BUDGET, load_phrases())

    assert len({claim.path for claim in claims if claim.subject == "function-item"}) == 33
    assert all(claim.year == year for claim in claims)
