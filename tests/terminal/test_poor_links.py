"""The settings for poor links and plain terminals, looked at on the wire."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.pty_session import Session

COMMAND = str(Path(sys.executable).parent / "copytaster")
SGR = re.compile(r"\x1b\[([\d;]*)m")
OF_256, OF_24_BITS = re.compile(r"[34]8;5;"), re.compile(r"[34]8;2;")
OF_16 = re.compile(r"(?:^|;)(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])(?:;|$)")
MOUSE = ("\x1b[?1000h", "\x1b[?1003h", "\x1b[?1006h")


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """What the reader writes with some settings: a start, three steps and the help."""

    def write(settings: str, **variables: str) -> str:
        file = tmp_path / "config" / "copytaster" / "settings.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(settings)
        (tmp_path / "wire").mkdir(exist_ok=True)
        for number in range(4):
            name = f"{number}. Zürich – “goose” on the runway"
            (tmp_path / "wire" / f"{number}.txt").write_text(f"{name}\n\nIt is a goose – again.\n")
        command = [COMMAND, str(tmp_path / "wire")]
        places = ("CONFIG", "CACHE", "DATA", "STATE")
        inside = {f"XDG_{place}_HOME": str(tmp_path / place.lower()) for place in places}
        session = Session(command, 80, 24, {"HOME": str(tmp_path), **inside, **variables})
        sessions.append(session)
        assert session.until("of 4"), session.text()
        for key in ("j", "j", "k", "?"):
            session.press(key, 0.2, first=5.0)
        return session.output.decode()

    sessions: list[Session] = []
    yield write
    for session in sessions:
        session.end()


def pens(output: str) -> str:
    """The parameters of all SGR sequences, one a line."""
    return "\n".join(SGR.findall(output))


def test_true_colour_is_sent_where_the_terminal_has_it(written: Callable[..., str]) -> None:
    assert OF_24_BITS.search(pens(written("")))


def test_256_colours_send_no_longer_ones(written: Callable[..., str]) -> None:
    sent = pens(written('colour = "256"'))
    assert OF_256.search(sent)
    assert not OF_24_BITS.search(sent)


def test_16_colours_send_those_alone(written: Callable[..., str]) -> None:
    sent = pens(written('colour = "16"'))
    assert any(OF_16.search(pen) for pen in sent.split("\n"))
    assert not OF_24_BITS.search(sent)
    assert not OF_256.search(sent)


@pytest.mark.parametrize(
    ("settings", "variables"), [('colour = "none"', {}), ("", {"NO_COLOR": "1"})]
)
def test_no_colour_sends_none(
    written: Callable[..., str], settings: str, variables: dict[str, str]
) -> None:
    sent = pens(written(settings, **variables))
    assert not OF_24_BITS.search(sent)
    assert not OF_256.search(sent)
    assert not any(OF_16.search(pen) for pen in sent.split("\n"))


def test_the_mouse_is_asked_for_only_where_it_is_wanted(written: Callable[..., str]) -> None:
    assert not any(mode in written("") for mode in MOUSE)


def test_the_mouse_is_asked_for_where_it_is_wanted(written: Callable[..., str]) -> None:
    assert all(mode in written("mouse = true") for mode in MOUSE)


def test_ascii_draws_with_ascii_alone(written: Callable[..., str]) -> None:
    drawn = written("ascii = true")
    assert drawn.isascii()
    assert 'Zurich - "goose" on the runway' in drawn


def test_the_stock_driver_can_be_had(written: Callable[..., str]) -> None:
    assert len(written('driver = "stock"')) > 20_000
