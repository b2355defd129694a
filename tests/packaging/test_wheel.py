"""The wheel: the program, its themes and its sample corpus, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOSE = "20260914T1415Z_skarhavencourier_goose-runway.txt"

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The wheel of this checkout, built and unpacked as an installer would."""
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def run_in(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the unpacked wheel before everything else."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_wheel_holds_the_package_its_description_and_what_shells_read(unpacked):
    package, shared, information = sorted(names(unpacked))
    assert package == "copytaster"
    assert shared.endswith(".data")
    assert information.endswith(".dist-info")
    share = unpacked / shared / "data" / "share"
    assert {path.relative_to(share).as_posix() for path in share.rglob("*") if path.is_file()} == {
        "man/man1/copytaster.1",
        "bash-completion/completions/copytaster",
        "zsh/site-functions/_copytaster",
        "fish/vendor_completions.d/copytaster.fish",
    }


def test_themes_and_samples_are_inside(unpacked):
    for folder in ("themes", "sample_corpus"):
        assert names(unpacked / "copytaster" / folder) == names(ROOT / folder)


def test_every_module_and_data_file_of_the_package_is_inside(unpacked):
    package = ROOT / "tui" / "copytaster"
    for path in package.rglob("*"):
        if path.suffix in {".py", ".tcss", ".typed"} or path.name == "py.typed":
            assert (unpacked / "copytaster" / path.relative_to(package)).is_file()


def test_nothing_that_is_only_for_us_is_inside(unpacked):
    parts = {part for path in unpacked.rglob("*") for part in path.relative_to(unpacked).parts}
    assert parts & {"tests", "conftest.py", "__pycache__", "docs", "Makefile", ".ci"} == set()


def test_the_data_is_found_where_the_wheel_has_it(unpacked):
    program = "from copytaster import bundled; print(bundled.folder('sample_corpus'))"
    found = Path(run_in(unpacked, "-c", program).stdout.strip())
    assert found == unpacked / "copytaster" / "sample_corpus"


def test_a_file_is_shown_from_the_wheel(unpacked):
    program = "import sys; from copytaster.cli import main; sys.exit(main())"
    sample = unpacked / "copytaster" / "sample_corpus" / GOOSE
    done = run_in(unpacked, "-c", program, "show", str(sample), "--json")
    assert json.loads(done.stdout)["title"].startswith("One goose")


def test_the_command_is_declared(unpacked):
    (declared,) = unpacked.glob("*.dist-info/entry_points.txt")
    assert "copytaster = copytaster.cli:main" in declared.read_text()


def test_every_file_inside_is_one_of_the_source(unpacked):
    inside = {path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()}
    inside = {path for path in inside if path.suffix != ".pyc"}  # made by running it
    package = {path for path in inside if path.parts[0] == "copytaster"}
    known = {
        "themes": ROOT / "themes",
        "sample_corpus": ROOT / "sample_corpus",
    }
    for path in package:
        place = known.get(path.parts[1])
        source = place / Path(*path.parts[2:]) if place else ROOT / "tui" / path
        assert source.is_file(), path
        assert (unpacked / path).read_bytes() == source.read_bytes()
    beside = {path.parts[0].rpartition(".")[2] for path in inside - package}
    assert beside == {"dist-info", "data"}
