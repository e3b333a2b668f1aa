"""One service at a time works on a database."""

from pathlib import Path

import pytest

from monitor.settings import StoreSettings
from monitor.single_instance import AlreadyRunning, hold, lock_of, running


@pytest.mark.parametrize(
    "url", ["sqlite:///{folder}/var/store.sqlite3", "postgresql://budgetwatch@localhost/budgetwatch"]
)
def test_a_second_service_is_refused_until_the_first_has_ended(tmp_path: Path, url: str) -> None:
    settings = StoreSettings(url=url.format(folder=tmp_path), kept=tmp_path / "var" / "kept")
    assert not running(settings)
    with hold(lock_of(settings)):
        assert running(settings)
        with pytest.raises(AlreadyRunning):
            hold(lock_of(settings))
    assert not running(settings)
