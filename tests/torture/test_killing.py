"""A few kills of everything that writes; `make torture` does more."""

from __future__ import annotations

from pathlib import Path

import pytest

from torture.killing import kill_writer
from torture.writers import WRITERS


@pytest.mark.parametrize("name", WRITERS)
def test_a_kill_loses_nothing_that_was_confirmed(name: str, tmp_path: Path) -> None:
    assert kill_writer(name, tmp_path, kills=5).broken == []
