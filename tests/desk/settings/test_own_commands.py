"""Commands of the user's own: read with patience, and never a shell for what an article says."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.desk.settings.file import parse
from copytaster.desk.settings.own_commands import (
    OwnCommand,
    filled,
    hooks,
    own_commands,
    unsafe,
    words_of,
)


def test_a_command_and_a_macro_are_read():
    read, complaints = parse(
        """[commands.page]
keys = "ctrl+t"
run = "page-one --slug={slug} {path}"
[commands.sport]
keys = "P"
do = ["tag sport", "keep"]
screen = false
help = "to sport"
[hooks]
keep = "notify-send {title}"
"""
    )
    assert complaints == []
    assert read.commands == {
        "page": OwnCommand("page", "ctrl+t", ("page-one", "--slug={slug}", "{path}")),
        "sport": OwnCommand("sport", "P", steps=("tag sport", "keep"), help="to sport"),
    }
    assert read.hooks == {"keep": ("notify-send", "{title}")}


def test_what_is_wrong_is_told_with_its_line():
    _, complaints = parse(
        "[commands.bad]\nkeys = 'x'\nrun = 'sh -c {title}'\n[hooks]\nkept = 'true'"
    )
    assert complaints[0].startswith("line 1: the command bad: {title} cannot be what is run")
    assert complaints[1].startswith("line 5: there is no hook “kept”")


def test_nothing_is_set_by_itself():
    read, _ = parse("")
    assert (dict(read.commands), dict(read.hooks)) == ({}, {})


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ({"run": "x"}, "it wants keys"),
        ({"keys": "x"}, "it wants one of run and do"),
        ({"keys": "x", "run": "a", "do": ["keep"]}, "it wants one of run and do"),
        ({"keys": "x", "run": "a 'b"}, "a quote is left open"),
        ({"keys": "x", "run": ""}, "run must be a text"),
        ({"keys": "x", "do": []}, "do must be a list"),
        ({"keys": "x", "run": "a", "screen": "yes"}, "screen must be true or false"),
        ({"keys": "x", "runs": "a", "run": "a"}, "there is no “runs”"),
    ],
)
def test_what_is_wrong_is_told_and_that_command_left_out(table, complaint):
    found, wrong = own_commands({"x": table, "good": {"keys": "y", "run": "true"}})
    assert list(found) == ["good"]
    assert any(complaint in said for _, said in wrong), wrong


def test_a_wrong_hook_is_told_with_what_was_perhaps_meant():
    found, wrong = hooks({"keeps": "true", "spike": 3, "keep": "true"})
    assert found == {"keep": ("true",)}
    assert "“keep”" in wrong[0][1]
    assert len(wrong) == 2
    assert own_commands(3)[1]
    assert hooks("x")[1]


@pytest.mark.parametrize(
    "line",
    [
        "sh -c 'echo {title}'",
        'sh -c "echo {title}"',
        "sh -c {title}",
        "bash -lc {title}",
        "python -c {title}",
        "{title}",
        "{path} x",
        "echo a{title}b",
        "ssh host 'echo {title}'",
        "echo $({title})",
        "env X={title} sh",
    ],
)
def test_a_place_where_a_title_could_become_a_command_is_refused(line):
    assert unsafe(words_of(line))


@pytest.mark.parametrize(
    "line",
    [
        "notify-send {title}",
        "mail -s {title} desk@harbour.invalid",
        "page --title={title} -s={slug} {path}",
        "awk '{print $1}' {path}",
        """sh -c 'echo "$1" >> notes' sh {title}""",
    ],
)
def test_a_word_of_its_own_is_no_danger(line):
    assert unsafe(words_of(line)) is None


def test_a_title_that_looks_like_an_option_is_none():
    words = filled(("x", "{title}", "--t={title}"), {"title": "-rf /"})
    assert words == ["x", " -rf /", "--t=-rf /"]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_whatever_a_title_is_the_program_gets_it_as_one_word(title):
    words = filled(words_of("printf %s {title}"), {"title": title})
    said = subprocess.run(words, capture_output=True, check=True).stdout.decode()
    assert said.removeprefix(" ") == title.replace("\0", "").removeprefix(" ")
