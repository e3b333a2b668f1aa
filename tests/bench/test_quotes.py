import pytest

from bench.quotes import BEGIN, END, README, quotes, with_quotes
from bench.results import results


def test_the_readme_quotes_the_last_measurements() -> None:
    assert f"{BEGIN}{quotes(results())}{END}" in README.read_text(encoding="utf-8")


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    readme = f"# Budgetwatch\n{BEGIN}- 8 times as fast\n{END}\nLicensed\n"
    assert with_quotes(readme, "- 9 times as fast\n") == f"# Budgetwatch\n{BEGIN}- 9 times as fast\n{END}\nLicensed\n"


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the lines"):
        with_quotes("# Budgetwatch\n", "- 9 times as fast\n")
