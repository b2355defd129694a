"""What `copytaster --help` says: one screen of 80x24."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from pathlib import Path

from copytaster import VERSION
from copytaster.cli import SUBCOMMANDS
from copytaster.cli.exits import Parser


def reader_parser(parser_class: type[Parser]) -> Parser:
    """The parser of the plain call, which opens the reader."""
    parser = parser_class(
        prog="copytaster",
        usage="copytaster [--plain] [PATH …]  or  copytaster WORD …",
        description="A desk for folders and files of wire copy. In it, ? shows the keys.",
        epilog=_subcommands(),
        formatter_class=RawDescriptionHelpFormatter,
        add_help=False,
    )
    given = parser.add_argument_group("what may be given")
    given.add_argument(
        "path", nargs="*", type=Path, help="folders and files (default: the inbox that is set)"
    )
    given.add_argument(
        "--plain", action="store_true", help="line by line, for screen readers; no repainting"
    )
    given.add_argument("-h", "--help", action="help", help="show this and exit")
    given.add_argument(
        "--version", action="version", version=f"copytaster {VERSION}", help="show it and exit"
    )
    return parser


def _subcommands() -> str:
    named = {
        "|".join(word for word, said in SUBCOMMANDS.items() if said == about): about
        for about in SUBCOMMANDS.values()
    }
    width = max(map(len, named))
    rows = "\n".join(f"  {words:<{width}}  {about}" for words, about in named.items())
    return f"without a screen, copytaster WORD … (each with --help):\n{rows}"
