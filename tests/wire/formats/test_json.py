import io
import json

from copytaster.wire.article import Role
from copytaster.wire.formats import json_array, json_lines

STORY = {
    "id": "a-7",
    "title": "Fire closes Vestvik harbour",
    "date": "2026-09-14",
    "source": "The Vestvik Post",
    "url": "https://post.example/7",
    "text": "A fire closed the harbour of Vestvik on Monday.\n\nNo one was hurt, the port said.",
}


def lines_of(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_each_line_of_json_lines_is_an_article_with_its_own_id(articles):
    found = articles(lines_of(STORY, {**STORY, "id": "a-8", "title": "Harbour reopens"}))
    assert [(each.id, each.part, each.format) for each in found] == [
        ("a-7", 0, "json-lines"),
        ("a-8", 1, "json-lines"),
    ]
    assert found[0].title == "Fire closes Vestvik harbour"
    assert found[0].date == "2026-09-14"
    assert found[0].source == "The Vestvik Post"
    assert found[0].links == ("https://post.example/7",)


def test_the_text_of_a_record_goes_through_the_line_rules(articles, texts):
    record = {**STORY, "text": STORY["text"] + "\n\nSign up to our newsletter"}
    found = articles(lines_of(record, STORY))[0]
    assert texts(found, Role.BODY) == [
        "A fire closed the harbour of Vestvik on Monday.",
        "No one was hurt, the port said.",
    ]
    assert texts(found, Role.FURNITURE) == ["Sign up to our newsletter"]
    assert all(block.lines is None for block in found.blocks)


def test_other_usual_names_of_the_fields_are_understood(articles):
    other = {
        "ID": "x1",
        "headline": "Harbour reopens",
        "publishedAt": "2026-09-16T10:00:00Z",
        "publisher": {"name": "Post"},
        "author": ["Ada Lunde", "Bo Vik"],
        "content": "The harbour of Vestvik reopened on Wednesday after two days.",
        "category": "Local",
    }
    found = articles(lines_of(other, other))[0]
    assert (found.id, found.title, found.source) == ("x1", "Harbour reopens", "Post")
    assert found.byline == "Ada Lunde, Bo Vik"
    assert found.date == "2026-09-16T10:00:00Z"
    assert found.category == "Local"


def test_a_number_of_seconds_is_a_date(articles):
    assert (
        articles(lines_of({**STORY, "date": 1789362720}, STORY))[0].date == "2026-09-14T05:12:00Z"
    )


def test_a_broken_line_is_named_and_the_others_are_read(articles):
    found = articles(
        lines_of(STORY) + '{"title": "two", "text":\n' + lines_of({**STORY, "id": "c"})
    )
    assert [each.id for each in found] == ["a-7", "c"]
    assert "not a JSON object: line 2" in found[0].warnings


def test_an_array_and_a_single_object_are_articles_too(articles):
    assert [each.id for each in articles(json.dumps([STORY, {**STORY, "id": "b"}], indent=1))] == [
        "a-7",
        "b",
    ]
    assert articles(json.dumps(STORY, indent=1))[0].format == "json"


def test_without_an_id_the_id_is_made_from_the_content(articles):
    bare = {key: value for key, value in STORY.items() if key != "id"}
    first, second = articles(json.dumps([bare, {**bare, "url": "https://copy.example/"}]))
    assert first.id == second.id
    assert len(first.id) == 20


def test_a_json_feed_gives_its_items_the_name_of_the_channel(articles):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Vestvik Post",
        "language": "en",
        "items": [
            {
                "id": "7",
                "url": "https://post.example/7",
                "title": "Harbour reopens",
                "content_html": "<p>The harbour reopened.</p>",
                "date_published": "2026-09-16T10:00:00+02:00",
                "authors": [{"name": "Ada Lunde"}],
                "tags": ["harbour"],
            }
        ],
    }
    (found,) = articles(json.dumps(feed))
    assert (found.format, found.id, found.source) == ("json-feed", "7", "Vestvik Post")
    assert found.byline == "Ada Lunde"
    assert found.keywords == ("harbour",)
    assert found.date == "2026-09-16T10:00:00+02:00"


def test_json_of_no_known_kind_shows_its_longest_texts(articles):
    odd = {"a": {"b": ["The harbour of Vestvik is closed until further notice, says the port."]}}
    (found,) = articles(json.dumps(odd))
    assert found.format == "other-json"
    assert found.blocks[0].text.startswith("The harbour of Vestvik is closed")


def test_what_looks_like_json_and_is_none_is_shown_as_text_and_says_so(articles):
    (found,) = articles('{"headline": "ok",}')
    assert found.format == "text"
    assert "looks like JSON, but is not valid: shown as text" in found.warnings


def test_json_that_is_nested_without_end_is_text(articles):
    (found,) = articles("[" * 100_000 + "]" * 100_000)
    assert found.format == "text"


def test_lone_surrogates_are_replaced(articles):
    (found,) = articles('{"headline": "bad \\ud800 one", "body_text": "The text of it."}')
    assert found.title == "bad \ufffd one"


def test_a_large_file_of_lines_is_split_at_its_lines():
    source = io.BytesIO(b'{"a": 1}\n\n{"b": 2}\n')
    assert list(json_lines.split(source)) == [b'{"a": 1}\n', b'{"b": 2}\n']


def test_a_large_array_is_split_into_its_objects():
    source = io.BytesIO(json.dumps([{"a": "]},{"}, {"b": [1, {"c": 2}]}], indent=2).encode())
    assert [json.loads(piece) for piece in json_array.split(source)] == [
        {"a": "]},{"},
        {"b": [1, {"c": 2}]},
    ]


def test_an_array_that_breaks_off_gives_what_came_before():
    assert list(json_array.split(io.BytesIO(b'[{"a": 1}, {"b": '))) == [b'{"a": 1}']
