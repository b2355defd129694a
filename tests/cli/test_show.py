"""`copytaster show`: files as parsed, for people and for programs."""

from __future__ import annotations

import pytest

from copytaster import bundled
from copytaster.wire.article import Role

SAMPLES = bundled.folder("sample_corpus")
GOOSE = next(SAMPLES.glob("*goose*"))
BRIEFS = next(SAMPLES.glob("*corbel_briefs*"))
FOLDED_WORDS = "More on this story"

KEYS = {
    "id": str,
    "path": str,
    "part": int,
    "format": str,
    "encoding": str,
    "media_type": str,
    "title": str,
    "kicker": (str, type(None)),
    "deck": (str, type(None)),
    "byline": (str, type(None)),
    "dateline": (str, type(None)),
    "date": (str, type(None)),
    "source": (str, type(None)),
    "language": (str, type(None)),
    "slug": (str, type(None)),
    "keywords": list,
    "urgency": (int, type(None)),
    "category": (str, type(None)),
    "word_count": int,
    "version": (str, type(None)),
    "guid": (str, type(None)),
    "status": str,
    "embargo": (str, type(None)),
    "take": (str, type(None)),
    "advisory": (str, type(None)),
    "links": list,
    "blocks": list,
    "warnings": list,
}
BLOCK_KEYS = {"role", "text", "lines", "suspect", "reason"}
MORE_KEYS = {"title_derived", "urgency_raw", "item"}


@pytest.fixture(scope="module")
def all_samples():
    return sorted(path for path in SAMPLES.iterdir() if path.is_file())


def test_one_article_is_an_object(call):
    answer = call("show", GOOSE, "--json")
    assert answer.status == 0
    assert answer.json["title"].startswith("One goose")
    assert answer.json["path"] == str(GOOSE)


def test_several_files_are_an_array_in_their_order(call):
    other = next(SAMPLES.glob("*loup-recensement*"))
    answer = call("show", GOOSE, other, "--json")
    assert [each["path"] for each in answer.json] == [str(GOOSE), str(other)]


def test_a_file_with_many_articles_is_an_array_of_its_parts(call):
    parts = call("show", BRIEFS, "--json").json
    assert len(parts) > 1
    assert [each["part"] for each in parts] == list(range(len(parts)))


def test_jsonl_is_one_object_a_line_even_for_one_article(call):
    assert len(call("show", GOOSE, "--jsonl").records) == 1
    assert len(call("show", BRIEFS, "--jsonl").records) == len(call("show", BRIEFS, "--json").json)


def test_every_sample_has_every_key_with_its_type(call, all_samples):
    records = call("show", *all_samples, "--jsonl").records
    assert len(records) >= len(all_samples)
    for record in records:
        assert KEYS.keys() | MORE_KEYS == record.keys()
        for key, kind in KEYS.items():
            assert isinstance(record[key], kind), (record["path"], key)
        assert isinstance(record["title_derived"], bool)
        assert record["status"] in {"usable", "withheld", "canceled"}
        assert record["urgency"] is None or 1 <= record["urgency"] <= 8


def test_every_block_has_a_known_role_and_the_folded_ones_say_why(call, all_samples):
    for record in call("show", *all_samples, "--jsonl").records:
        for block in record["blocks"]:
            assert block.keys() == BLOCK_KEYS
            role = Role(block["role"])
            if role.folded or block["suspect"]:
                assert block["reason"], (record["path"], block["text"])


def test_each_line_of_a_text_is_in_exactly_one_block(call, file):
    text = "A quiet day\n\nBy Ann Example\n\nNothing happened.\nNobody was hurt.\n\nRead more\n"
    blocks = call("show", file("quiet.txt", text), "--json").json["blocks"]
    covered = [n for block in blocks for n in range(block["lines"][0], block["lines"][1] + 1)]
    wanted = [n for n, line in enumerate(text.splitlines(), start=1) if line]
    assert [n for n in covered if text.splitlines()[n - 1]] == wanted


def test_a_file_without_a_title_borrows_one_and_says_so(call, file):
    text = "The harbour of Skarhaven was closed on Monday. " * 8 + "\n"
    record = call("show", file("untitled.txt", text), "--json").json
    assert record["title_derived"] is True
    assert record["title"]


def test_a_date_prefix_goes_to_the_field_and_leaves_its_line(call, file):
    path = file("dated.txt", " date 2025-08-07 Goose stops traffic\n\nA goose stopped traffic.\n")
    record = call("show", path, "--json").json
    assert record["date"] == "2025-08-07"
    assert record["blocks"][0]["text"] == "Goose stops traffic"
    assert record["blocks"][0]["lines"] == [1, 1]


def test_an_article_keeps_an_id_of_its_own(call, file):
    path = file("own.jsonl", '{"id": "desk-17", "title": "A title", "text": "Some words."}\n')
    assert call("show", path, "--json").json["id"] == "desk-17"


def test_the_made_id_does_not_depend_on_the_place(call, file):
    first = call("show", file("a/story.txt", "Title\n\nA story.\n"), "--json").json
    second = call("show", file("b/other.txt", "Title\n\nA story.\n"), "--json").json
    assert first["id"] == second["id"]


def test_text_shows_the_article_and_folds_the_rest(call):
    answer = call("show", GOOSE)
    assert answer.status == 0
    assert answer.complaints == ""
    assert "She is protected" in answer.out
    assert any("folded" in line and FOLDED_WORDS in line for line in answer.out.splitlines())


def test_all_shows_what_was_folded_too(call):
    folded = [
        word
        for block in call("show", GOOSE, "--json").json["blocks"]
        if Role(block["role"]).folded
        for word in block["text"].split()
    ]
    brief, whole = call("show", GOOSE).out.split(), call("show", GOOSE, "--all").out.split()
    assert folded
    assert set(folded) <= set(whole)
    assert len(whole) >= len(brief) + len(folded)


def test_raw_is_the_text_as_decoded(call, file):
    assert call("show", GOOSE, "--raw").out == GOOSE.read_text("utf-8")
    latin = file("latin.txt", "Café Müller\n\nGeschlossen wegen Überfüllung.\n".encode("cp1252"))
    assert call("show", latin, "--raw").out.startswith("Café Müller\n")


def test_a_missing_file_is_one_line_and_the_rest_is_answered(call, tmp_path):
    answer = call("show", tmp_path / "gone.txt", GOOSE, "--jsonl")
    assert answer.status == 2
    assert [each["path"] for each in answer.records] == [str(GOOSE)]
    assert "gone.txt" in answer.complaint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        ("empty.txt", b""),
        ("archive.zip", b"PK\x03\x04" + bytes(200)),
    ],
    ids=["picture", "empty", "archive"],
)
def test_what_is_no_wire_file_is_one_line_and_status_two(call, file, name, content):
    answer = call("show", file(name, content), GOOSE, "--jsonl")
    assert answer.status == 2
    assert len(answer.records) == 1
    assert name in answer.complaint


def test_a_folder_is_not_a_file(call, tmp_path):
    answer = call("show", tmp_path, "--json")
    assert answer.status == 2
    assert answer.out == ""
    assert "folder" in answer.complaint


def test_raw_of_several_files_goes_on_after_one_that_is_missing(call, tmp_path):
    answer = call("show", "--raw", tmp_path / "gone.txt", GOOSE)
    assert answer.status == 2
    assert answer.out == GOOSE.read_text("utf-8")
    assert "gone.txt" in answer.complaint


def test_json_and_jsonl_exclude_each_other(call):
    answer = call("show", GOOSE, "--json", "--jsonl")
    assert answer.status == 2
    assert answer.out == ""
    assert "--jsonl" in answer.complaint


def test_show_without_a_file_is_wrong_use(call):
    answer = call("show")
    assert answer.status == 2
    assert "FILE" in answer.complaint


def test_several_files_are_an_array_though_only_one_can_be_read(call, tmp_path):
    answer = call("show", tmp_path / "gone.txt", GOOSE, "--json")
    assert answer.status == 2
    assert [each["path"] for each in answer.json] == [str(GOOSE)]


def test_several_files_of_which_none_can_be_read_are_an_empty_array(call, tmp_path):
    answer = call("show", tmp_path / "gone.txt", tmp_path / "lost.txt", "--json")
    assert (answer.status, answer.json) == (2, [])


@pytest.mark.parametrize("option", ["--json", "--jsonl"])
def test_raw_text_is_never_json(call, option):
    answer = call("show", GOOSE, "--raw", option)
    assert (answer.status, answer.out) == (2, "")
    assert "--raw" in answer.complaint
    assert option in answer.complaint


def test_one_article_of_a_file_is_named_by_its_part(call):
    parts = call("show", BRIEFS, "--json").json
    assert call("show", f"{BRIEFS}#1", "--json").json == parts[1]
    assert call("show", f"{BRIEFS}#1", f"{BRIEFS}#0", "--json").json == [parts[1], parts[0]]
    assert parts[1]["title"] in call("show", f"{BRIEFS}#1").out


def test_a_part_that_there_is_not_is_one_line_and_status_two(call):
    answer = call("show", f"{BRIEFS}#99", GOOSE, "--jsonl")
    assert answer.status == 2
    assert len(answer.records) == 1
    assert "#99" in answer.complaint


def test_the_raw_text_of_a_part_is_that_of_its_whole_file_and_said_so(call):
    answer = call("show", f"{BRIEFS}#1", "--raw")
    assert (answer.status, answer.out) == (2, "")
    assert answer.complaint.endswith(f"raw text is that of a whole file: {BRIEFS}")
