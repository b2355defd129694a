import json

import pytest

from copytaster.wire.article import Role, Status

ITEM = {
    "guid": "urn:newsml:norwire:7",
    "type": "text",
    "pubstatus": "usable",
    "version": "2",
    "versioncreated": "2026-09-14T05:12:00Z",
    "headline": "Fire closes Vestvik harbour",
    "slugline": "harbour-fire",
    "byline": "Ada Lunde",
    "located": "Vestvik",
    "language": "en-GB",
    "urgency": 2,
    "source": "Norwire",
    "keywords": ["fire", "harbour"],
    "service": [{"name": "World", "code": "i"}],
    "ednote": "Picture to follow",
    "body_html": "<p>A fire closed the harbour.</p><h3>Ferries</h3><p>Two ferries wait.</p>",
    "associations": {"main": {"type": "picture", "description_text": "Smoke over the quay"}},
}


def test_a_ninjs_1_item_gives_every_field(article):
    found = article(json.dumps(ITEM))
    assert found.format == "ninjs"
    assert found.title == "Fire closes Vestvik harbour"
    assert found.byline == "Ada Lunde"
    assert found.dateline == "Vestvik"
    assert found.date == "2026-09-14T05:12:00Z"
    assert found.source == "Norwire"
    assert found.language == "en"
    assert found.slug == "harbour-fire"
    assert found.keywords == ("fire", "harbour")
    assert (found.urgency, found.urgency_raw) == (2, "2")
    assert found.category == "World"
    assert found.version == "2"
    assert found.id == found.guid == "urn:newsml:norwire:7"
    assert found.status is Status.USABLE


def test_text_subheads_captions_and_notes_are_told_apart(article, texts):
    found = article(json.dumps(ITEM))
    assert texts(found, Role.BODY) == ["A fire closed the harbour.", "Two ferries wait."]
    assert texts(found, Role.SUBHEAD) == ["Ferries"]
    assert texts(found, Role.CAPTION) == ["Smoke over the quay"]
    assert texts(found, Role.NOTE) == ["Picture to follow"]


def test_ninjs_3_lists_its_headlines_bodies_and_descriptions(article, texts):
    item = {
        "uri": "urn:3",
        "pubStatus": "withheld",
        "versionCreated": "2026-09-14T05:12:00+02:00",
        "by": "Ada Lunde",
        "headlines": [
            {"role": "short", "value": "Fire"},
            {"role": "main", "value": "Harbour on fire"},
        ],
        "descriptions": [{"role": "summary", "value": "Ferries wait outside the closed harbour."}],
        "bodies": [
            {"role": "text", "contentType": "text/plain", "value": "One.\nTwo."},
            {"role": "html", "contentType": "text/html", "value": "<p>One.</p><p>Two.</p>"},
        ],
        "subjects": [{"name": "Accidents"}],
    }
    found = article(json.dumps(item))
    assert found.title == "Harbour on fire"
    assert found.deck == "Ferries wait outside the closed harbour."
    assert found.status is Status.WITHHELD
    assert found.category == "Accidents"
    assert found.guid == "urn:3"
    assert texts(found, Role.BODY) == ["One.", "Two."]


@pytest.mark.parametrize(
    "wrapped",
    [
        {"data": {"item": ITEM}},
        {"total": 1, "item": [ITEM]},
        {"data": {"items": [{"meta": {}, "item": ITEM}]}},
        [ITEM],
    ],
    ids=["data.item", "item[]", "data.items[].item", "list"],
)
def test_items_are_taken_out_of_every_wrapping(article, wrapped):
    assert article(json.dumps(wrapped)).guid == "urn:newsml:norwire:7"


def test_the_agencys_item_id_is_the_guid_where_the_uri_changes_with_each_request(article):
    item = {**ITEM, "guid": None, "uri": "https://api.example/7?qt=abc", "altids": {"itemid": "7f"}}
    assert article(json.dumps(item)).guid == "7f"


def test_an_embargo_stands_while_the_status_says_usable(article):
    found = article(json.dumps({**ITEM, "embargoed": "2099-01-01T00:00:00Z"}))
    assert found.embargo == "2099-01-01T00:00:00Z"
    assert found.status is Status.USABLE


def test_a_picture_is_all_caption(article, texts):
    found = article(json.dumps({**ITEM, "type": "picture", "description_text": "Smoke"}))
    assert texts(found, Role.BODY) == []
    assert "Smoke" in texts(found, Role.CAPTION)


def test_wrong_types_are_ignored(article):
    odd = {
        **ITEM,
        "byline": 5,
        "keywords": "fish, fire",
        "urgency": [],
        "version": {},
        "language": [],
    }
    found = article(json.dumps(odd))
    assert found.byline == "5"
    assert found.keywords == ("fish", "fire")
    assert found.urgency is None
    assert found.version is None


def test_several_bylines_are_joined_and_internal_ones_left_out(article):
    item = {key: value for key, value in ITEM.items() if key != "byline"}
    item["bylines"] = [
        {"by": "By ADA LUNDE", "title": "Port correspondent"},
        {"byline": "desk", "internal": "true"},
    ]
    assert article(json.dumps(item)).byline == "By ADA LUNDE, Port correspondent"
