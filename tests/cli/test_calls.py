"""Every call alike: what goes where, how it ends, and what happens without a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from cli.conftest import COMMAND, PATIENCE
from copytaster import bundled, cli
from copytaster.cli import SUBCOMMANDS, progress
from copytaster.cli.exits import Exit

SAMPLES = bundled.folder("sample_corpus")
SCREEN_HEIGHT = 24
SCREEN_WIDTH = 80


def test_the_version_is_that_of_the_package(call):
    assert call("--version").out == f"copytaster {version('copytaster')}\n"


def test_help_fits_a_screen_and_names_every_subcommand(call, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(SCREEN_WIDTH))
    answer = call("--help")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert len(lines) <= SCREEN_HEIGHT
    assert max(map(len, lines)) <= SCREEN_WIDTH
    named = {word for line in lines for word in line.strip().partition("  ")[0].split("|")}
    assert set(SUBCOMMANDS) <= named


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_has_help(call, name):
    answer = call(name, "--help")
    assert answer.status == 0
    assert answer.out.startswith(f"usage: copytaster {name}")


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_an_unknown_option_is_one_line_and_status_two(call, name):
    answer = call(name, "--no-such-option")
    assert answer.status == 2
    assert answer.out == ""
    assert answer.complaint.startswith("copytaster: ")


def test_the_reader_says_what_is_not_there(call):
    answer = call("no-such-folder")
    assert answer.status == 2
    assert answer.complaint == "copytaster: no-such-folder: no such file or folder"


def test_without_a_terminal_the_reader_says_what_to_do_instead(shell):
    answer = shell(SAMPLES)
    assert answer.status == 2
    assert answer.out == ""
    assert "copytaster show" in answer.complaint
    assert "copytaster --plain" in answer.complaint


def test_control_characters_of_a_name_do_not_reach_the_terminal(call):
    answer = call("show", "evil\x1b]0;title\x07.txt")
    assert answer.status == 2
    assert "\x1b" not in answer.complaint
    assert "\x07" not in answer.complaint


def test_ctrl_c_ends_with_130(monkeypatch):
    def interrupted(words):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert cli.main(["list"]) == Exit.INTERRUPTED == 130


INTERRUPTED_AMID_AN_IMPORT = """
import os, signal, weakref
from copytaster import cli
from copytaster.cli import first_picture

class Module: pass

# A shell's job in the background, which CI may be, hands down that it is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)

def paint(words):
    module = Module()
    lock = weakref.ref(module, lambda _: os.kill(os.getpid(), signal.SIGINT))
    del module

first_picture.paint_last_picture = paint
print(cli.main([]))
"""


def test_ctrl_c_ends_the_reader_where_python_would_ignore_an_exception():
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AMID_AN_IMPORT],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (Exit.INTERRUPTED, b"", b"")


def test_a_pipe_is_not_waited_for(call, tmp_path):
    pipe = tmp_path / "waiting.txt"
    os.mkfifo(pipe)
    answer = call("show", pipe)
    assert answer.status == 2
    assert "waiting.txt" in answer.complaint


def test_a_closed_pipe_ends_quietly():
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{COMMAND}' show '{SAMPLES}'/* --jsonl | head -1"],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_a_process_answers_as_the_function_does(shell, call):
    goose = next(SAMPLES.glob("*goose*"))
    assert shell("show", goose, "--json").json == call("show", goose, "--json").json


def test_letters_reach_a_pipe_in_a_poor_locale(shell):
    poor = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    answer = shell("show", next(SAMPLES.glob("*theris-alkyoni_el*")), environment=poor)
    assert answer.status == 0
    assert "Θήρις" in answer.out or "Αλκυόνη" in answer.out


def test_progress_is_silent_where_nobody_looks(capsys):
    progress.report(1000)
    progress.clear()
    assert capsys.readouterr() == ("", "")


def test_progress_replaces_itself_and_leaves(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress.report(1000)
    progress.report(2000)
    progress.clear()
    out, shown = capsys.readouterr()
    assert out == ""
    assert "2,000 articles" in shown
    assert "\n" not in shown
    assert shown.endswith(progress.ERASE_LINE)
