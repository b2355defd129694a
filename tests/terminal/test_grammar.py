"""What counts as ours in the output."""

import pytest

from copytaster.terminal.grammar import OWN, PAINT, foreign

MODES = ["\x1b[?1049h", "\x1b[?25l", "\x1b[?2026h", "\x1b[?2048$p", "\x1b[>25u", "\x1b[<u", "\x07"]
OWN_WRITES = [*MODES, "\x1b]52;c;aGVsbG8=\x07", "\x1b]2;copytaster – inbox\x07", "\x1b]22;text\x07"]
PAINTING = ["\x1b[3;7H", "\x1b[2H", "\x1b[m", "\x1b[1;38;2;1;2;3m", "\x1b[K", "\x1b[12X", "\x1b[C"]


@pytest.mark.parametrize("sequence", OWN_WRITES)
def test_what_the_program_writes_by_itself_is_its_own(sequence: str) -> None:
    assert OWN.fullmatch(sequence)
    assert foreign(f"text{sequence}text") == []


@pytest.mark.parametrize("sequence", [*PAINTING, "\r\n", "“aye” 市"])
def test_painting_is_ours_but_no_write_of_the_program_by_itself(sequence: str) -> None:
    assert PAINT.fullmatch(sequence)
    assert OWN.fullmatch(sequence) is None
    assert foreign(sequence) == []


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[2J",
        "\x1b[6n",
        "\x1b[?1002;47h",
        "\x1b[?3h",
        "\x1bc",
        "\x1b]0;ti\x1btle\x07",
        "\x1b]52;c;?\x07",
        "\x1b]4;1;?\x07",
        "\x1bP+q\x1b\\",
        "\x9b1m",
        "\n",
        "\t",
        "\x00",
        "\x1b]8;;file:///etc/passwd\x1b\\",
    ],
)
def test_everything_else_is_foreign(sequence: str) -> None:
    assert OWN.fullmatch(sequence) is None
    assert foreign(f"text{sequence}text") != []


def test_a_long_refusal_takes_no_long_time() -> None:
    assert PAINT.fullmatch("x" * 50_000 + "\x1b[2J") is None
    assert OWN.fullmatch("\x07" * 5_000 + "x") is None
