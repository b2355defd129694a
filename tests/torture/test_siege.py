"""A short siege; `make torture` lays a long one, with files of fifty megabytes."""

from __future__ import annotations

from pathlib import Path

from torture.siege import besiege


def test_no_file_acts_on_the_terminal_or_leads_out_of_the_folder(tmp_path: Path) -> None:
    result = besiege(tmp_path / "house", 4.0, traced=False)
    assert result.wrong == []
    assert result.keys > 20
    assert result.troubles > 20
