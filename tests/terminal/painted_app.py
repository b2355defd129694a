"""The line app, its last picture painted before Textual is imported."""

import sys
from pathlib import Path

from copytaster.terminal.lastframe import paint

if __name__ == "__main__":
    paint(Path(sys.argv[-1]), "line app", " refreshing")
    if "fails" in sys.argv:
        raise SystemExit("no start today")
    import line_app

    line_app.run()
