"""What the reader sends for a key: bytes and frames, which are the same on every machine.

The goals of the design are 1,400 bytes a step at 80x24 (2,000 where the list scrolls) and 4,000 at
200x60 (7,000), in one frame; a second one comes when related stories were still being looked for.
The margins here are wide, since texts differ; what they catch is a pane that is painted whole.
"""

import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.pty_session import Session

COMMAND = [str(Path(sys.executable).parent / "copytaster")]
CORPUS = Path(__file__).parents[2] / "sample_corpus"


@pytest.fixture(params=[(80, 24), (200, 60)], ids=["80x24", "200x60"])
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """The reader on the sample corpus, when it has read and related all of it."""
    places = ("CONFIG", "CACHE", "DATA", "STATE")
    inside = {f"XDG_{place}_HOME": str(tmp_path / place.lower()) for place in places}
    session = Session([*COMMAND, str(CORPUS)], *request.param, {"HOME": str(tmp_path), **inside})
    assert session.until(lambda: is_read(session), 120), session.text()
    session.press("\x1b[H", 2.0)
    yield session
    session.end()


def test_a_step_sends_only_what_changed(reader: Session) -> None:
    narrow = reader.screen.columns == 80
    steps = [reader.press("j", 0.2, first=5.0) for _ in range(12)]
    sizes = [step.size for step in steps]
    assert min(sizes) > 0
    assert statistics.median(sizes) < (2_500 if narrow else 9_000)
    assert statistics.median(step.frames for step in steps) <= 2


def test_an_idle_reader_sends_nothing(reader: Session) -> None:
    assert not reader.read(1.0)


def is_read(session: Session) -> bool:
    """Whether the head of the list counts more articles than the corpus has files."""
    listed = re.search(r" of (\d+)", session.text())
    files = sum(path.is_file() for path in CORPUS.rglob("*"))
    return listed is not None and int(listed[1]) >= files
