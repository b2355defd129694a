"""`copytaster themes`: the themes there are, and where the user's own are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.desk.settings.file import load
from copytaster.themes import load_themes, user_folder


def run(words: Sequence[str]) -> int:
    """Print the names of the themes, the one in use marked."""
    parser = Parser(prog="copytaster themes", description="The themes of the reader.")
    parser.parse_args(words)
    settings, _ = load()
    themes, complaints = load_themes()
    for complaint in complaints:
        complain(complaint)
    for theme in themes:
        print(f"{'*' if theme.name == settings.theme else ' '} {theme.name}")
    print(f"your own: {user_folder()}/*.toml")
    return Exit.WRONG if complaints else Exit.DONE
