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
        description="A news desk in the terminal. It reads folders and files of wire copy.",
        epilog=_subcommands(),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "path", nargs="*", type=Path, help="folders and files (default: the inbox that is set)"
    )
    parser.add_argument("--version", action="version", version=f"copytaster {VERSION}")
    return parser


def _subcommands() -> str:
    rows = "\n".join(f"  copytaster {name:<8} {about}" for name, about in SUBCOMMANDS.items())
    return f"without a screen (each with --help):\n{rows}\n\nIn the reader, ? shows the keys."
