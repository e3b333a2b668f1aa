"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest

CORPUS_VARIABLE = "BUDGETWATCH_CORPUS"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of published disclosures, or skip the test where the setting is unset."""
    folder = os.environ.get(CORPUS_VARIABLE)
    if not folder:
        pytest.skip(f"{CORPUS_VARIABLE} is not set: no published documents to read")
    return Path(folder)
