"""The reader with a fault built in: `?` fails, with a text of the article on show in the error.

Called as `failing_reader.py PLACE FOLDER …`, where PLACE is `key`, `start` or `thread`.
"""

from __future__ import annotations

import sys
from typing import NoReturn

from copytaster import cli
from copytaster.app import CopytasterApp
from copytaster.terminal.driver import ThriftyDriver

SECRET = "the mayor will resign on Friday"


def fail(*_: object) -> NoReturn:
    """Fail with what a file may have said."""
    article = SECRET
    raise RuntimeError(article)


def main() -> int:
    """Build the fault in, and open the reader."""
    place, *words = sys.argv[1:]
    if place == "key":
        CopytasterApp.action_help = fail  # type: ignore[method-assign]
    elif place == "start":
        CopytasterApp.on_mount = fail  # type: ignore[method-assign]
    else:
        ThriftyDriver.process_message = fail  # type: ignore[method-assign]
    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main())
