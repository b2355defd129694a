"""What a shell is given: completions that know every word and option, and a manual page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from copytaster.cli import SUBCOMMANDS
from copytaster.cli.completions import SHELLS
from copytaster.cli.parsers import options_of

CHECKS = {
    "bash": ["bash", "-n"],
    "zsh": ["zsh", "-n"],
    "fish": ["fish", "--no-execute"],
}
PROGRAM = """
source {script}
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_copytaster
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def need(program: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")


@pytest.fixture
def complete(call, tmp_path, monkeypatch):
    """What bash offers for the last of these words."""
    need("bash")
    script = tmp_path / "copytaster.bash"
    script.write_text(call("completions", "bash").out)
    place = tmp_path / "place"
    (place / "wires").mkdir(parents=True)
    (place / "item.txt").write_text("")
    monkeypatch.chdir(place)

    def ask(words: str) -> set[str]:
        program = PROGRAM.format(script=script, words=words)
        done = subprocess.run(
            ["bash", "-c", program], capture_output=True, encoding="utf-8", check=True
        )
        return set(filter(None, done.stdout.splitlines()))

    return ask


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_itself_finds_nothing_wrong(call, tmp_path, shell):
    need(shell)
    script = tmp_path / "script"
    script.write_text(call("completions", shell).out)
    done = subprocess.run([*CHECKS[shell], script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_word_and_every_option_is_known(call, shell):
    script = call("completions", shell).out
    dashes = "-l " if shell == "fish" else "--"
    for word in SUBCOMMANDS:
        assert word in script
        for option in options_of(word):
            assert all(f"{dashes}{name[2:]}" in script for name in option.names if name[:2] == "--")


def test_words_are_offered_first_and_files_too(complete):
    assert {"show", "export", "--plain", "wires", "item.txt"} <= complete("copytaster ''")
    assert complete("copytaster comp") == {"compare", "completions"}


def test_options_of_a_word_are_offered_and_no_others(complete):
    offered = complete("copytaster export --")
    assert {"--format", "--to"} <= offered
    assert "--each" not in offered


def test_what_an_option_takes_is_offered(complete):
    assert complete("copytaster export --format n") == {"ninjs"}
    assert complete("copytaster list --in ''") == {"wires"}
    assert complete("copytaster keys --like v") == {"vim"}


def test_a_name_is_offered_as_a_whole_whatever_is_in_it(complete):
    Path("sp ace").mkdir()
    Path("sp*.txt").write_text("")
    assert complete("copytaster list --in sp") == {"sp ace"}
    assert complete("copytaster show sp") == {"sp ace", "sp*.txt"}


def test_folders_and_files_are_offered_behind_every_option_that_takes_them(complete):
    assert complete("copytaster related --each ''") == {"wires"}
    assert complete("copytaster stories --of it") == {"item.txt"}
    assert complete("copytaster export --to it") == {"item.txt"}


def test_the_manual_page_writes_a_value_as_the_help_does(call):
    page = call("man").out.replace("\\-", "-")
    for option in ("--each FOLDER", "--limit N", "--of FILE", "--query QUERY", "--to FILE"):
        assert f".B {option}\n" in page
    assert " TEXT\n" not in page


def test_words_behind_a_word_are_offered(complete):
    assert {"check", "backup", "export"} <= complete("copytaster ledger ''")
    assert complete("copytaster completions z") == {"zsh"}


def test_the_manual_page_is_set_without_a_warning(call):
    need("groff")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-c"],
        input=call("man").out.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"S\bSY\bYN\bNO\bOP\bPS\bSI\bIS\bS" in done.stdout or b"SYNOPSIS" in done.stdout


def test_a_word_that_is_no_shell_is_one_line(call):
    answer = call("completions", "tcsh")
    assert answer.status == 2
    assert "bash" in answer.complaint
