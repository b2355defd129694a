"""What is typed, whatever it is: keys before and after something that nobody can understand."""

import pytest
from textual.events import Key, Paste

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


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["\x1b:reaad"], ["alt+colon", *"reaad"]),
        (["\x1b/coun\r"], ["alt+slash", *"coun", "enter"]),
        (["\x1b", ":re"], ["alt+colon", *"re"]),
        (["\x1b\x1b:"], ["escape", "alt+colon"]),
        (["j\x1b", ""], ["j", "escape"]),
        (["\x1b\x1b", ""], ["escape", "escape"]),
        (["\x1bV\x1b\r"], ["alt+shift+v", "alt+enter"]),
        (["\x1b]\x1bf\x1b1"], ["alt+right_square_bracket", "alt+f", "alt+1"]),
        (["\x1b]", ""], ["escape", "right_square_bracket"]),
        (["\x1b[A\x1b:\x1bOP"], ["up", "alt+colon", "f1"]),
        (["\x1b[1;5", "C\x1bx"], ["ctrl+right", "alt+x"]),
        (["\x1b", "[", "\x1b", ":go\x1b", ""], ["alt+colon", *"go", "escape"]),
    ],
)
def test_an_escape_is_not_lost_in_the_key_behind_it(pieces: list[str], expected: list[str]) -> None:
    assert keys(Keystrokes(), *pieces) == expected


def test_what_is_pasted_is_no_key_whatever_is_in_it() -> None:
    keystrokes = Keystrokes()
    texts = ("\x1b[200~one\x1b:e two", " \x1bx", "three\x1b[20", "", "1~j")
    found = [message for text in texts for message in keystrokes.messages(text)]
    assert [each.key for each in found if isinstance(each, Key)] == ["j"]
    assert any(isinstance(each, Paste) and "three" in each.text for each in found)
