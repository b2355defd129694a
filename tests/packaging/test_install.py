"""Installed as users do: the command runs, the data is there, shells find what is theirs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from copytaster import VERSION

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300
BESIDE_PYTHON = str(Path(sys.executable).parent)

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place)
    (built,) = place.glob("*.whl")
    return built


def run(*words: object, **more: str) -> str:
    """Run something in the checkout's root, with more in its environment; its output."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=ROOT,
        env={**os.environ, **more},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_the_wheel_into_an_environment_of_its_own(wheel, tmp_path):
    """The dependencies are those of this environment; the network is not asked."""
    place = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", place)
    run(sys.executable, "-m", "pip", "--python", place, "install", "-q", "--no-deps", wheel)
    (installed,) = place.glob("lib/python*/site-packages/copytaster")
    borrowed = {
        "PYTHONPATH": os.pathsep.join((str(installed.parent), sysconfig.get_path("purelib")))
    }
    command = place / "bin" / "copytaster"
    assert run(command, "--version", **borrowed) == f"copytaster {VERSION}\n"
    shown = run(command, "show", next((installed / "sample_corpus").glob("*goose*")), **borrowed)
    assert "goose" in shown.lower()
    assert "night-desk" in run(command, "themes", **borrowed)
    assert (place / "share" / "man" / "man1" / "copytaster.1").is_file()
    assert (place / "share" / "bash-completion" / "completions" / "copytaster").is_file()


@pytest.mark.parametrize(
    ("installer", "words"), [("pipx", ["install"]), ("uv", ["tool", "install"])]
)
def test_with_an_installer_of_tools(wheel, tmp_path, installer, words):
    program = shutil.which(installer, path=os.pathsep.join((BESIDE_PYTHON, os.environ["PATH"])))
    if program is None:
        pytest.skip(f"{installer} is not installed")
    places = {
        **{f"PIPX_{name}": str(tmp_path / name.lower()) for name in ("HOME", "BIN_DIR", "MAN_DIR")},
        "UV_TOOL_DIR": str(tmp_path / "tools"),
        "UV_TOOL_BIN_DIR": str(tmp_path / "bin_dir"),
    }
    done = subprocess.run(
        [program, *words, str(wheel)],
        env={**os.environ, **places},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode and ("network" in done.stderr.lower() or "cache" in done.stderr.lower()):
        pytest.skip(f"{installer} found no dependencies without the network")
    assert done.returncode == 0, done.stderr
    assert run(tmp_path / "bin_dir" / "copytaster", "--version") == f"copytaster {VERSION}\n"
