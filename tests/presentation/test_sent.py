"""Where articles went: the path loses its beginning, never the name of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from copytaster.presentation.sent import exported_words, with_path

LONG = Path("/tmp/walk/home/wires/alert-kestria-s-premier-marta-voss.md")
TITLE = "ALERT-KESTRIA'S PREMIER MARTA VOSS RESIGNS"


def test_with_room_all_is_told():
    words = exported_words("Goose", 1, Path("/tmp/goose.md"), 80)
    assert words == "exported “Goose” to /tmp/goose.md"


@pytest.mark.parametrize("width", [78, 118])
def test_the_name_of_the_file_stays(width):
    words = exported_words(TITLE, 1, LONG, width)
    assert words.startswith("exported “ALERT-KES")
    assert words.endswith(f"/{LONG.name}")
    assert len(words) <= width


def test_of_several_articles_their_number_is_told():
    assert exported_words(TITLE, 1_200, LONG, 50).startswith("exported 1,200 articles to …")


def test_words_before_a_path_stay():
    assert with_path("cannot be written: ", LONG, 40) == "cannot be written: …remier-marta-voss.md"
