"""Where the desk keeps its things, and for whom."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from copytaster.desk.keeping.folders import (
    cache_folder,
    catalogue_folder,
    config_folder,
    make_own,
    make_private,
    state_folder,
    touch_private,
)
from copytaster.desk.ledger.session import this_session


def test_the_same_places_in_any_order_have_one_catalogue(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert catalogue_folder([one, other]) == catalogue_folder([other, one, one])
    assert catalogue_folder([one]) != catalogue_folder([other])
    assert catalogue_folder([one]) == catalogue_folder([tmp_path / "other" / ".." / "one"])


def test_a_place_and_a_link_to_it_have_one_catalogue(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert catalogue_folder([tmp_path / "link"]) == catalogue_folder([tmp_path / "real"])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other variables")
def test_the_folders_follow_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert cache_folder() == tmp_path / "CACHE" / "copytaster"
    assert state_folder() == tmp_path / "STATE" / "copytaster"
    assert config_folder() == tmp_path / "CONFIG" / "copytaster"


def test_a_folder_may_be_given_instead(tmp_path: Path) -> None:
    assert cache_folder(tmp_path) == tmp_path
    assert state_folder(tmp_path) == tmp_path
    assert catalogue_folder([tmp_path], tmp_path).parent == tmp_path


def test_a_folder_of_ours_is_closed_to_others(tmp_path: Path) -> None:
    folder = make_private(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert make_private(folder) == folder


def test_touching_a_file_leaves_what_is_in_it(tmp_path: Path) -> None:
    touch_private(tmp_path / "file")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600
    (tmp_path / "file").write_text("kept")
    touch_private(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "kept"


def test_every_run_is_a_session_of_its_own() -> None:
    one, other = this_session(), this_session()
    assert one.name != other.name
    assert (one.user, one.host) == (other.user, other.host)
    assert one.user


def test_a_cache_is_closed_to_others_even_if_it_stood_open(tmp_path: Path) -> None:
    folder = tmp_path / "copytaster" / "digest"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    folder.parent.chmod(0o777)
    (folder / "file").write_text("x")
    (folder / "file").chmod(0o666)
    make_own(folder)
    touch_private(folder / "file")
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (folder.parent, folder, folder / "file")]
    assert modes == [0o700, 0o700, 0o600]


@pytest.mark.parametrize("linked", ["copytaster", "copytaster/digest"])
def test_a_cache_that_is_a_link_is_refused(tmp_path: Path, linked: str) -> None:
    (tmp_path / "theirs" / "digest").mkdir(parents=True)
    link = tmp_path / linked
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="it is a link"):
        make_own(tmp_path / "copytaster" / "digest")


def test_what_belongs_to_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "digest"
    folder.mkdir()
    (folder / "file").write_text("x")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(PermissionError, match="belongs to another user"):
        make_own(folder)
    with pytest.raises(PermissionError, match="belongs to another user"):
        touch_private(folder / "file")
