"""`copytaster keys`: every command of the reader with its keys, as text or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copytaster.cli.exits import Exit, Parser
from copytaster.cli.output import print_document
from copytaster.commands import COMMANDS, groups
from copytaster.desk.settings.file import load
from copytaster.hands import HANDS
from copytaster.keyboard import key_signs
from copytaster.keymap import effective_keys

KEY_CELLS = 24
ID_CELLS = 20


def run(words: Sequence[str]) -> int:
    """Print the table of commands with the keys that are bound now."""
    parser = Parser(prog="copytaster keys", description="The keys of the reader.")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--like", choices=HANDS, help="as with this ready-made map")
    options = parser.parse_args(words)
    settings, _ = load()
    if options.like:
        settings = replace(settings, key_map=options.like)
    keymap = effective_keys(settings)
    bound = {command.id: keymap.get(command.id, command.keys) for command in COMMANDS}
    if options.json:
        print_document(
            [
                {"id": each.id, "keys": key_signs(bound[each.id]), "help": each.help}
                for each in COMMANDS
            ]
        )
        return Exit.DONE
    for heading, commands in groups():
        print(heading)
        for each in commands:
            signs = "  ".join(key_signs(bound[each.id]))
            print(f"  {each.id:<{ID_CELLS}} {signs:<{KEY_CELLS}} {each.help}")
    return Exit.DONE
