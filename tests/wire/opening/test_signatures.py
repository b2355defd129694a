import gzip
import random

import pytest

from copytaster.wire.opening.signatures import binary_kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (gzip.compress(b"text", mtime=0), "a gzip archive"),
        (b"PK\x03\x04rest", "a zip archive or an Office document"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\nrest", "a PNG picture"),
        (b"\xff\xd8\xff\xe0JFIF", "a JPEG picture"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x7fELF\x02", "a program"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture or recording"),
    ],
)
def test_the_usual_files_are_named(data, kind):
    assert binary_kind(data) == kind


def test_random_bytes_are_binary():
    assert binary_kind(random.Random(7).randbytes(50_000)) == "binary data"


def test_zeroes_are_binary():
    assert binary_kind(b"Council approves\n" + bytes(10_000)) == "binary data"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"The harbour is closed.",
        b"Mayor\x00 wins\x00 vote " * 5,
        bytes(range(1, 32)) + b" and a long text behind a few control characters. " * 8,
        "The harbour is closed.".encode("utf-16"),
        "The harbour is closed.".encode("utf-16-le"),
        b"\x16\x16\x01W1\x1f_x\nr a\x13\x11 BC-X 09-14 1\n\x02" + b"\x08a;b\x10 c\n" * 40,
    ],
)
def test_text_with_a_few_control_characters_is_text(text):
    assert binary_kind(text) is None
