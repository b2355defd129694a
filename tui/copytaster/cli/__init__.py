"""The command line: `copytaster [PATH …]` opens the reader, `copytaster WORD …` is one subcommand.

Nothing but the answer goes to stdout; progress and warnings go to stderr. Exit status: 0 done,
1 nothing found, 2 wrong use or unreadable input, 70 an error of the program itself, 130 on Ctrl-C.
Textual is imported for the reader only; each subcommand imports what it needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

DONE = 0
INTERRUPTED = 130

_DECISIONS = "the reader's decisions, for scripts"
_SET = "what is set, the keys, the themes"
_SHELL = "completions for a shell, the manual page"
SUBCOMMANDS = {
    "show": "files as parsed",
    "related": "what else tells the story of a file",
    "stories": "a folder as stories",
    "compare": "what is new, and what does not agree",
    "list": "the articles that a query matches",
    "keep": _DECISIONS,
    "spike": _DECISIONS,
    "flag": _DECISIONS,
    "tag": _DECISIONS,
    "undo": _DECISIONS,
    "baskets": "saved searches with their counts",
    "export": "what was kept, for others to use",
    "ledger": "check, copy and list what was decided",
    "index": "read and relate a folder ahead of time",
    "rules": "what is done by itself, and what was taught",
    "completions": _SHELL,
    "man": _SHELL,
    "config": _SET,
    "keys": _SET,
    "themes": _SET,
}
"""Every word and what it is for; those that are for the same stand in one line of the help."""

_TOGETHER = {"keep": "decide", "spike": "decide", "flag": "decide", "tag": "decide"}
"""Words whose functions, named like them, stand in one module; all others have one of their own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call of `copytaster` and return its exit status."""
    # Not `list(…)`: once `copytaster.cli.list` is imported, that is what the name means here.
    words = [*(sys.argv[1:] if arguments is None else arguments)]
    try:
        if None in (sys.stdin, sys.stdout, sys.stderr):
            from copytaster.cli.streams import open_closed

            open_closed()
        return _run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from copytaster.cli.streams import silence_stdout

        silence_stdout()
        return DONE
    except Exception as error:  # noqa: BLE001 - the last net
        from copytaster.cli.crashed import tell

        return tell(error)


def runner_of(word: str) -> Callable[[list[str]], int]:
    """What runs a subcommand, given the words behind it; imported only now."""
    module = import_module(f"copytaster.cli.{_TOGETHER.get(word, word)}")
    runner: Callable[[list[str]], int] = getattr(module, word if word in _TOGETHER else "run")
    return runner


def _run(words: list[str]) -> int:
    if words and words[0] in SUBCOMMANDS:
        from copytaster.cli.output import speak_utf_8

        speak_utf_8()
        status = runner_of(words[0])(words[1:])
        sys.stdout.flush()
        return status
    return _read(words)


def _read(words: list[str]) -> int:
    """Open the reader; from its first import on nothing is collected, a tenth of its time."""
    from copytaster.terminal import pauses
    from copytaster.terminal.exit import end_at_interrupt

    end_at_interrupt()
    pauses.hold()
    try:
        from copytaster.cli.first_picture import paint_last_picture

        paint_last_picture(words)
        from copytaster.cli.reader import run

        return run(words)
    finally:
        pauses.let_go()
