"""What the user taught, for calls without a screen: articles are folded there as in the reader."""

from __future__ import annotations

from copytaster.cli.exits import complain
from copytaster.desk.inbox.teaching import TaughtFile, taught_path
from copytaster.wire.lines.taught import Teaching


def teaching() -> Teaching:
    """The rules that were taught; a file of them that cannot be used is a line on stderr."""
    file = TaughtFile(taught_path())
    rules = file.current()
    if file.complaint:
        complain(file.complaint)
    return rules
