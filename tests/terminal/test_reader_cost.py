"""What the reader sends and spends for a key: bytes, frames, and how CPU grows with the list.

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

from benchmarks.pty_session import Burst, Session

COMMAND = [str(Path(sys.executable).parent / "copytaster")]
CORPUS = Path(__file__).parents[2] / "sample_corpus"
HOME, END = "\x1b[H", "\x1b[F"
MANY = 3_000
STEPS = 12


def opened(place: Path, home: Path, width: int, height: int, articles: int) -> Session:
    """The reader on a folder or file, when it has read and related all of it."""
    places = ("CONFIG", "CACHE", "DATA", "STATE")
    inside = {f"XDG_{name}_HOME": str(home / name.lower()) for name in places}
    session = Session([*COMMAND, str(place)], width, height, {"HOME": str(home), **inside})
    assert session.until(lambda: is_read(session, articles), 120), session.text()
    session.press(HOME, 2.0)
    return session


@pytest.fixture(params=[(80, 24), (200, 60)], ids=["80x24", "200x60"])
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """The reader on the sample corpus."""
    files = sum(path.is_file() for path in CORPUS.rglob("*"))
    session = opened(CORPUS, tmp_path, *request.param, files)
    yield session
    session.end()


def steps(session: Session, key: str = "j") -> list[Burst]:
    """What came back for each of a few steps."""
    return [session.press(key, 0.2, first=5.0) for _ in range(STEPS)]


def test_a_step_sends_only_what_changed_and_in_one_frame(reader: Session) -> None:
    narrow = reader.screen.columns == 80
    taken = steps(reader)
    sizes = [step.size for step in taken]
    assert min(sizes) > 0
    assert statistics.median(sizes) < (2_000 if narrow else 6_500)
    assert statistics.median(step.frames for step in taken) < 2


def test_an_idle_reader_sends_nothing(reader: Session) -> None:
    assert not reader.read(1.0)


def test_a_step_costs_no_more_in_a_list_of_thousands(tmp_path: Path) -> None:
    spent = []
    for articles in (40, MANY):
        wires = tmp_path / f"{articles}.jsonl"
        wires.write_text("".join(line(number) for number in range(articles)))
        session = opened(wires, tmp_path, 80, 24, articles)
        session.press(END, 1.0)
        session.press("k" * 20, 1.0)
        spent.append(statistics.median(step.cpu for step in steps(session)))
        session.end()
    assert spent[1] < 2.5 * spent[0]


def line(number: int) -> str:
    """A short article as a line of JSON."""
    about = f"The council of ward {number} met and voted on matter {number * 7}."
    return f'{{"title": "Ward {number} votes", "text": "{about}", "date": "2026-09-14"}}\n'


def is_read(session: Session, articles: int) -> bool:
    """Whether the head of the list counts so many articles, and nothing is being done any more."""
    text = session.text()
    listed = re.search(r" of ([\d,]+)", text)
    busy = "reading" in text or "relating" in text
    return listed is not None and not busy and int(listed[1].replace(",", "")) >= articles
