from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Role, Status
from copytaster.wire.formats.record import fields_of, filing_of, is_article, unwrapped
from copytaster.wire.formats.values import keyed
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.options import ReadOptions

INCOMING = Incoming("x", b"", "", "utf-8", ReadOptions())
TEXT = "A fire closed the harbour of Vestvik on Monday, the port authority said."


def test_an_article_has_a_headline_or_a_text_of_some_length():
    assert is_article({"headline": "x"})
    assert is_article({"bodies": [{"value": "x"}]})
    assert is_article({"content": TEXT})
    assert not is_article({"content": "short"})
    assert not is_article({"name": "Ada", "id": 7})


def test_the_main_headline_comes_before_a_title_that_is_a_slug():
    assert (
        fields_of({"headline": "Harbour closed", "title": "BC-Harbour"}).title == "Harbour closed"
    )


def test_markup_and_entities_in_a_title_are_read():
    assert fields_of({"title": "<b>Harbour</b> &amp; port &#8211; closed"}).title == (
        "Harbour & port – closed"
    )


def test_the_moment_of_this_version_comes_before_that_of_the_first():
    record = {"firstcreated": "2026-09-14T05:00:00Z", "versioncreated": "2026-09-14T06:00:00Z"}
    assert fields_of(record).date == "2026-09-14T06:00:00Z"


def test_a_date_that_is_none_gives_way_to_the_next():
    assert (
        fields_of({"date": "", "published": "soon", "created": "2026-09-14"}).date == "2026-09-14"
    )


def test_small_numbers_are_no_dates():
    assert fields_of({"date": 7}).date is None


def test_a_city_in_an_object_is_the_dateline():
    assert fields_of({"datelinelocation": {"city": "Vestvik"}}).dateline == "Vestvik"


def test_links_are_those_of_the_web_and_each_once():
    record = {
        "url": "https://a.example",
        "links": [{"href": "https://a.example"}, {"href": "ftp://b"}],
    }
    assert fields_of(record).links == ("https://a.example",)


def test_a_deleted_item_is_canceled():
    assert fields_of({"deleted": True}).status is Status.CANCELED
    assert fields_of({"deleted": False}).status is None


def test_html_goes_through_the_rules_of_a_page_and_text_through_those_of_lines():
    page = filing_of({"title": "T", "body": f"<p>{TEXT}</p><p>Share</p>"}, INCOMING, agency=False)
    text = filing_of({"title": "T", "body": f"{TEXT}\n\nShare"}, INCOMING, agency=False)
    assert [block.role for block in page.blocks] == [block.role for block in text.blocks]
    assert page.blocks[0].text == TEXT


def test_agency_copy_is_not_folded():
    filing = filing_of({"title": "T", "body": f"<p>{TEXT}</p><p>Share</p>"}, INCOMING, agency=True)
    assert not any(block.role.folded for block in filing.blocks)


def test_the_captions_of_associated_pictures_come_once_each():
    record = {
        "headline": "T",
        "associations": [
            {"type": "picture", "description_text": "Smoke"},
            {"type": "picture", "caption": "Smoke"},
            {"type": "text", "description_text": "Another story"},
        ],
    }
    filing = filing_of(record, INCOMING, agency=True)
    assert [block.text for block in filing.blocks if block.role is Role.CAPTION] == ["Smoke"]


def test_articles_are_taken_out_of_their_wrappings_and_nothing_else():
    wrapped = {"meta": {"title": "no"}, "response": {"docs": [{"headline": "a"}, {"x": 1}]}}
    assert [record["headline"] for record in unwrapped(wrapped)] == ["a"]


def test_a_wrapping_without_end_gives_nothing():
    endless: dict[str, object] = {"headline": "x"}
    for _ in range(30):
        endless = {"data": endless}
    assert list(unwrapped(endless)) == []


KEYS = st.sampled_from(
    [
        "headline", "headlines", "byline", "bylines", "body_html", "bodies", "date", "keywords",
        "source", "urgency", "associations", "ednote", "links", "altids", "embargoed", "type",
    ]
)  # fmt: skip
PARTS = st.dictionaries(st.sampled_from(["role", "value", "name"]), st.text(max_size=5), max_size=2)
VALUES = (
    st.none()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.lists(st.text(max_size=5) | PARTS, max_size=3)
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, VALUES))
def test_wrong_types_in_any_place_do_no_harm(record):
    filing = filing_of(keyed(record), INCOMING, agency=True)
    assert isinstance(filing.title, str)
