"""A few hundred inputs at every door; `make torture` tries a million."""

from __future__ import annotations

from pathlib import Path

import pytest

from torture.doors import DOORS
from torture.fuzzing import Target, hammer

INPUTS = 60


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_no_bytes_break_a_door(door: Target, tmp_path: Path) -> None:
    result = hammer(door, tmp_path, seed=20, inputs=INPUTS)
    assert result.broken == []
    assert result.inputs == INPUTS
