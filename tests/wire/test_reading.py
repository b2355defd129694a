import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Article, Unreadable, as_json, from_json
from copytaster.wire.formats.registry import FORMATS, PLAIN
from copytaster.wire.options import ReadOptions
from copytaster.wire.reading import AT_ONCE, raw_text, read, read_bytes, stream

STORY = "Fire closes harbour\n\nA fire closed the harbour of Vestvik on Monday, the port said.\n"


def written(folder: Path, data: bytes, name: str = "item.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_text_file_is_one_article(tmp_path):
    found = read(written(tmp_path, STORY.encode()))
    assert isinstance(found, list)
    assert [(each.title, each.format, each.part) for each in found] == [
        ("Fire closes harbour", "text", 0)
    ]
    assert found[0].path == str(tmp_path / "item.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b"\x1f\x8b\x08rest", "a gzip archive, not a text"),
        (b"PK\x03\x04rest", "a zip archive or an Office document, not a text"),
        (b"%PDF-1.4", "a PDF document, not a text"),
        (bytes(500), "binary data, not a text"),
    ],
)
def test_what_is_no_wire_file_is_named(tmp_path, data, reason):
    path = written(tmp_path, data)
    assert read(path) == Unreadable(str(path), reason)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    assert read(tmp_path / "gone") == Unreadable(str(tmp_path / "gone"), "the file is not there")
    assert read(tmp_path) == Unreadable(str(tmp_path), "a folder, not a file")


@pytest.mark.parametrize("data", [b"\n\n\n", b" \t \n\xc2\xa0\n", b" date 2026-09-14 "])
def test_a_blank_file_is_an_article_that_says_so(tmp_path, data):
    found = read(written(tmp_path, data))
    assert isinstance(found, list)
    assert "no story text found" in found[0].warnings
    assert found[0].title == "item.txt"


def test_content_decides_and_the_name_does_not(tmp_path):
    found = read(written(tmp_path, STORY.encode(), "item.xml"))
    assert isinstance(found, list)
    assert found[0].format == "text"


def test_the_date_prefix_is_a_field_and_not_part_of_the_title():
    (found,) = read_bytes(b" date 2026-09-14 " + STORY.encode(), "x")
    assert (found.title, found.date) == ("Fire closes harbour", "2026-09-14")


def test_a_parser_that_fails_leaves_the_text_to_be_read(monkeypatch):
    from copytaster.wire.formats import nitf

    def fail(_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(nitf, "parse_tree", fail)
    (found,) = read_bytes(b"<nitf><body><p>The harbour is closed.</p></body></nitf>", "x")
    assert found.format == "text"
    assert "The harbour is closed." in [block.text for block in found.blocks]
    assert "could not be read as nitf: RecursionError" in found.warnings


def test_a_long_file_is_read_as_far_as_the_limit_and_says_so(tmp_path):
    path = written(tmp_path, STORY.encode() * 100)
    found = read(path, ReadOptions(max_bytes=1000))
    assert isinstance(found, list)
    assert "a long file: only the first 1,000 characters are shown" in found[0].warnings


def test_a_file_of_many_articles_is_streamed_beyond_the_limit(tmp_path):
    records = [{"id": str(n), "title": f"Story {n}", "text": "It happened."} for n in range(500)]
    lines = written(tmp_path, "\n".join(map(json.dumps, records)).encode(), "a.jsonl")
    array = written(tmp_path, json.dumps(records, indent=1).encode(), "b.json")
    for path in (lines, array):
        found = list(stream(path, ReadOptions(max_bytes=2000)))
        assert [each.id for each in found if isinstance(each, Article)] == [
            str(n) for n in range(500)
        ]
        assert [each.part for each in found if isinstance(each, Article)] == list(range(500))


def test_streaming_gives_what_reading_at_once_gives(tmp_path):
    mail = (
        "From a@b.example Mon Sep 14 05:12:00 2026\nFrom: a@b.example\nTo: c@d.example\n"
        "Subject: Harbour\nDate: Mon, 14 Sep 2026 05:12:00 +0000\n\nThe harbour is closed.\n\n"
    )
    path = written(tmp_path, mail.encode() * 20)
    assert list(stream(path, ReadOptions(max_bytes=len(mail) * 2))) == read(path)


def test_raw_text_is_the_text_as_decoded(tmp_path):
    path = written(tmp_path, "Sagte „nein“\r\nam Montag".encode("cp1252"))
    assert raw_text(path) == "Sagte „nein“\nam Montag"


def test_raw_text_of_what_cannot_be_read_says_why(tmp_path):
    assert isinstance(raw_text(tmp_path / "gone"), Unreadable)


def test_a_name_that_is_no_utf_8_is_read(tmp_path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")
    Path(name).write_bytes(STORY.encode())
    found = read(name)
    assert isinstance(found, list)
    assert found[0].title == "Fire closes harbour"


def test_every_format_has_a_name_of_its_own_and_text_is_the_last():
    names = [form.name for form in FORMATS]
    assert len(set(names)) == len(names)
    assert FORMATS[-1] is PLAIN


def test_heavy_parsers_are_not_imported_with_the_formats():
    code = (
        "import sys, copytaster.wire.reading; "
        "print([m for m in ('lxml', 'yaml', 'feedparser', 'charset_normalizer') if m in "
        "sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


MARKUP = st.sampled_from(
    [
        "<nitf>", "</nitf>", "<body.content>", "<p>", "</p>", "<NewsML>", "<newsItem>", "<rss>",
        "<item>", "<html>", "<table><tr><td>", "</table>", "<!DOCTYPE x [", "]>", "&a;", "&#27;",
        "<![CDATA[", "]]>", "<?xml version='1.0'?>", '{"headline":', '"a"', "}", "[", "]", "\x01",
        "\x02",
        "\x03", "\x16\x16\x01W1\x1f_x\n", "^a<", "ZCZC A\n", "NNNN", "---\n", "+++\n", "title: x\n",
        "From: a\nTo: b\nSubject: c\nDate: d\n\n", "From a@b Mon Sep 14 05:12:00 2026\n",
        " date 2026-09-14 ",
        "eca062 4 i 211  dpa 061\n", "\n", "word ", "Share", "\ufeff", "\x00", "é",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
@example(b"\xff\xfe")
@example(b"<?xml")
@example(b"<!DOCTYPE")
def test_any_bytes_at_all_are_read(data):
    for article in read_bytes(data, "x"):
        assert from_json(as_json(article)) == article


@settings(max_examples=250, deadline=None)
@given(st.lists(MARKUP, max_size=14))
def test_any_mixture_of_formats_is_read(parts):
    for article in read_bytes("".join(parts).encode(), "x"):
        assert article.title
        json.dumps(as_json(article))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_line_that_is_not_blank_is_in_exactly_one_block(text):
    for article in read_bytes(text.encode(), "x"):
        if article.format != "text" or article.warnings:
            continue
        lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
        covered = [
            n
            for block in article.blocks
            if block.lines
            for n in range(block.lines[0], block.lines[1] + 1)
            if lines[n - 1].strip()
        ]
        assert covered == [n for n, line in enumerate(lines, 1) if line.strip()]


def test_what_is_nothing_in_particular_is_text():
    (found,) = read_bytes(b"x", "x")
    assert found.format == PLAIN.name
    assert [block.text for block in found.blocks] == ["x"]


def test_a_large_file_of_many_articles_gives_its_first_before_its_last_is_read(tmp_path):
    text = "The harbour is closed. " * 40
    records = [{"id": str(n), "title": f"Story {n}", "text": text} for n in range(400)]
    data = "\n".join(map(json.dumps, records)).encode()
    assert len(data) > AT_ONCE
    path = written(tmp_path, data, "a.jsonl")
    articles = stream(path)
    assert next(articles).id == "0"
    path.write_bytes(data[: len(data) // 2])
    assert len(list(articles)) < 399


def test_a_large_file_reads_the_same_in_pieces_as_at_once(tmp_path):
    text = "The harbour is closed, said “Ole” – and so it was. " * 30
    records = [{"id": str(n), "title": f"Story {n}", "text": text} for n in range(300)]
    data = "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()
    path = written(tmp_path, data, "a.jsonl")
    assert list(stream(path)) == read_bytes(data, str(path))
