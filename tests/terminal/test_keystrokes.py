"""What is typed, whatever it is: keys before and after something that nobody can understand."""

import pytest
from textual.events import Key

from copytaster.terminal.keystrokes import Keystrokes


def keys(keystrokes: Keystrokes, *texts: str) -> list[str]:
    found = [message for text in texts for message in keystrokes.messages(text)]
    return [message.key for message in found if isinstance(message, Key)]


def test_keys_are_messages() -> None:
    assert keys(Keystrokes(), "j\x1b[A") == ["j", "up"]


@pytest.mark.parametrize("broken", ["\x1b[:201~", "\x1b]11;1e~\x1b\\x1b[?2026;2$y\x1b[97;5u"])
def test_what_cannot_be_understood_does_not_end_the_reading_of_keys(broken: str) -> None:
    keystrokes = Keystrokes()
    keys(keystrokes, broken, "", "")
    assert keys(keystrokes, "j", "k")[-1] == "k"
