"""Signals amid the start and amid keys; `make torture` sends many more."""

from __future__ import annotations

from pathlib import Path

import pytest

from torture.interrupting import interrupt


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_a_signal_at_any_instant_ends_in_order_and_leaves_no_process(tmp_path: Path) -> None:
    result = interrupt(tmp_path / "house", times=3, seed=3)
    assert result.wrong == []
    assert result.times == 3
