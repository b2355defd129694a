"""What leaves the desk is all that may leave, and nothing that may not, in every form."""

from __future__ import annotations

import json
import mailbox
from datetime import UTC, datetime
from email import message_from_string
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copytaster.desk.exporting.exports import exported, exported_one
from copytaster.desk.exporting.form import Form
from copytaster.desk.exporting.mail import mail
from copytaster.desk.exporting.markdown import markdown
from copytaster.desk.exporting.ninjs import ninjs
from copytaster.desk.exporting.plain_text import plain_text
from copytaster.desk.exporting.publishable import (
    Hindrance,
    below_head,
    hindrance,
    publishable,
    warning,
)
from copytaster.wire.article import Article, Block, Role, Status, from_json
from copytaster.wire.lines.notices import NOT_FOR_PUBLICATION
from copytaster.wire.reading import read_bytes

SECRET = "Contact for editors only: 555 0199, https://desk.invalid/night"
NOON = datetime(2026, 9, 14, 12, tzinfo=UTC).timestamp()
FIRE = Article(
    id="urn:newsml:norwire:7",
    path="wire/7.xml",
    title="Fire closes Vestvik harbour",
    deck="Two ferries wait",
    byline="Ada Lunde",
    dateline="Vestvik",
    date="2026-09-14T07:12:00Z",
    source="Norwire",
    language="en",
    slug="harbour-fire",
    keywords=("fire", "harbour"),
    urgency=2,
    category="World",
    word_count=9,
    version="3",
    guid="urn:newsml:norwire:7",
    advisory="(Adds ferries)",
    links=("https://harbour.invalid/", "https://desk.invalid/night"),
    blocks=(
        Block(Role.TITLE, "Fire closes Vestvik harbour"),
        Block(Role.DECK, "Two ferries wait"),
        Block(Role.BYLINE, "Ada Lunde"),
        Block(Role.NOTE, "(Adds ferries)"),
        Block(Role.BODY, "A fire closed the harbour."),
        Block(Role.LINK, "Read more: goose on runway", reason="links to other stories"),
        Block(Role.SUBHEAD, "Ferries"),
        Block(Role.BODY, "Two ferries wait outside."),
        Block(Role.CAPTION, "Smoke over the quay"),
        Block(Role.NOTE, "Picture to follow", reason="a note to editors"),
        Block(Role.NOTE, SECRET, reason=NOT_FOR_PUBLICATION),
        Block(Role.FURNITURE, "Sign up for our newsletter", reason="newsletter"),
    ),
)
STAY_BEHIND = ("555 0199", "desk.invalid", "goose on runway", "newsletter")


def fire(**fields: Any) -> Article:
    """The article above with some other fields."""
    return Article(**{name: getattr(FIRE, name) for name in FIRE.__slots__} | fields)


@pytest.mark.parametrize("form", Form)
def test_no_form_tells_what_is_folded_or_private(form: Form) -> None:
    alone, several = exported_one(FIRE, form), "".join(exported([FIRE, FIRE], form))
    for secret in STAY_BEHIND:
        assert secret not in alone
        assert secret not in several


@pytest.mark.parametrize("form", Form)
def test_every_form_tells_the_story(form: Form) -> None:
    told = exported_one(FIRE, form)
    for text in ("Fire closes Vestvik harbour", "A fire closed the harbour.", "Ferries"):
        assert text in told


def test_what_only_a_private_note_said_is_said_nowhere() -> None:
    private = ("(Corrects name of source)", SECRET)
    notes = tuple(Block(Role.NOTE, text, reason=NOT_FOR_PUBLICATION) for text in private)
    found = publishable(fire(advisory=private[0], blocks=notes))
    assert (found.advisory, found.blocks, found.links) == (None, (), ("https://harbour.invalid/",))


def test_an_article_with_nothing_to_hide_is_itself() -> None:
    open_ = fire(blocks=(Block(Role.BODY, "A fire closed the harbour."),))
    assert publishable(open_) is open_


def test_what_the_head_tells_is_not_told_again_below_it() -> None:
    assert [block.text for block in below_head(publishable(FIRE))] == [
        "A fire closed the harbour.",
        "Ferries",
        "Two ferries wait outside.",
        "Smoke over the quay",
        "Picture to follow",
    ]


def test_a_second_byline_is_part_of_the_text() -> None:
    blocks = (Block(Role.BYLINE, "Ada Lunde"), Block(Role.BYLINE, "Photos: Ola Vik"))
    assert [block.text for block in below_head(fire(blocks=blocks))] == ["Photos: Ola Vik"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"status": Status.CANCELED}, Hindrance.KILLED),
        ({"status": Status.WITHHELD}, Hindrance.ON_HOLD),
        ({"embargo": "2026-09-14T13:00:00Z"}, Hindrance.EMBARGOED),
        ({"embargo": "2026-09-14T13:00:00+02:00"}, None),
        ({"embargo": "2026-09-15"}, Hindrance.EMBARGOED),
        ({"embargo": "not before the minister has spoken"}, Hindrance.EMBARGOED),
        ({"embargo": "2026-09-14T11:00:00Z", "status": Status.WITHHELD}, Hindrance.ON_HOLD),
        ({"embargo": "2026-09-15", "status": Status.CANCELED}, Hindrance.KILLED),
    ],
)
def test_what_stands_against_an_article_at_noon(
    fields: dict[str, Any], expected: Hindrance | None
) -> None:
    assert hindrance(fire(**fields), NOON) is expected


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": Status.CANCELED}, "KILLED: not to be used"),
        ({"status": Status.WITHHELD}, "ON HOLD"),
        ({"embargo": "2026-09-15"}, "EMBARGO until 2026-09-15"),
    ],
)
def test_what_must_not_be_used_says_so_above_its_headline(
    fields: dict[str, Any], words: str
) -> None:
    for form in (Form.MARKDOWN, Form.TEXT):
        told = exported_one(fire(**fields), form)
        assert words in told[: told.index("Fire closes")]
    body = message_from_string(mail(fire(**fields)), policy=default).get_content()
    assert body.startswith(words)


def test_an_article_without_restrictions_has_no_warning() -> None:
    assert warning(FIRE) is None


def test_markdown_has_head_subheads_captions_and_notes() -> None:
    assert markdown(publishable(FIRE)) == (
        "# Fire closes Vestvik harbour\n\n*Two ferries wait*\n\n"
        "Ada Lunde · Vestvik · 2026-09-14 07:12 UTC · Norwire\n\n> (Adds ferries)\n\n"
        "A fire closed the harbour.\n\n## Ferries\n\nTwo ferries wait outside.\n\n"
        "*Smoke over the quay*\n\n> Picture to follow\n"
    )


def test_plain_text_is_a_paragraph_a_line() -> None:
    assert plain_text(publishable(FIRE)) == (
        "Fire closes Vestvik harbour\n\nTwo ferries wait\n\n"
        "Ada Lunde · Vestvik · 2026-09-14 07:12 UTC · Norwire\n\n(Adds ferries)\n\n"
        "A fire closed the harbour.\n\nFerries\n\nTwo ferries wait outside.\n\n"
        "Caption: Smoke over the quay\n\nNote to editors: Picture to follow\n"
    )


SIGNS = st.text(alphabet="ab1 .)(#>+-=~*_`[]<>!\\&;:/|\n", min_size=1, max_size=40)


@settings(max_examples=300)
@given(paragraph=SIGNS.filter(str.strip), title=SIGNS.filter(str.strip))
def test_no_sign_of_a_text_is_markup(paragraph: str, title: str) -> None:
    found = Article("1", "a.txt", title=title, blocks=(Block(Role.BODY, paragraph),))
    tokens = MarkdownIt().parse(markdown(found))
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens if token.nesting == 1] == [
        "heading_open",
        "paragraph_open",
    ]
    assert _shown(inline[0]) == " ".join(title.split())
    lines = [" ".join(line.split()) for line in paragraph.split("\n") if line.strip()]
    assert _shown(inline[1]) == "\n".join(lines)


def _shown(inline: Any) -> str:
    """What a reader sees of an inline token; anything but text and line ends shows as markup."""
    shown = {"text": lambda token: token.content, "hardbreak": lambda token: "\n"}
    return "".join(
        shown.get(token.type, lambda token: f"<{token.type}>")(token) for token in inline.children
    )


def test_json_is_the_article_as_show_prints_it() -> None:
    records = json.loads(exported_one(FIRE, Form.JSON))
    assert [from_json(record) for record in records] == [publishable(FIRE)]
    assert len(json.loads("".join(exported([FIRE] * 3, Form.JSON)))) == 3
    assert json.loads("".join(exported([], Form.JSON))) == []


def test_a_ninjs_item_is_read_back_as_it_was() -> None:
    (found,) = read_bytes(exported_one(FIRE, Form.NINJS).encode(), "out.ninjs")
    assert found.format == "ninjs"
    for name in (
        *("id", "guid", "title", "deck", "byline", "dateline", "date", "language", "slug"),
        *("urgency", "version", "status", "category"),
    ):
        assert getattr(found, name) == getattr(FIRE, name), name
    told = [(block.role, block.text) for block in found.blocks]
    assert [text for role, text in told if role is Role.BODY] == [
        "A fire closed the harbour.",
        "Two ferries wait outside.",
    ]
    assert (Role.SUBHEAD, "Ferries") in told
    assert (Role.CAPTION, "Smoke over the quay") in told


def test_several_ninjs_items_are_an_array() -> None:
    several = "".join(exported([FIRE, fire(guid="urn:8", id="urn:8")], Form.NINJS))
    assert [item["uri"] for item in json.loads(several)] == [FIRE.guid, "urn:8"]
    assert len(read_bytes(several.encode(), "out.json")) == 2


def test_ninjs_has_no_property_that_it_has_nothing_for() -> None:
    bare = ninjs(Article("one id", "a.txt", title="Fire"))
    assert bare["uri"] == "urn:x-copytaster:one%20id"
    assert set(bare) == {"standard", "uri", "type", "pubstatus", "headlines", "bodies"}


def test_ninjs_has_moments_where_the_standard_wants_them() -> None:
    found = ninjs(fire(date="2026-09-14", embargo="2026-09-15T06:00:00+02:00"))
    assert found["versioncreated"] == "2026-09-14T00:00:00Z"
    assert found["embargoed"] == "2026-09-15T06:00:00+02:00"
    vague = ninjs(fire(embargo="until the minister has spoken"))
    assert "embargoed" not in vague
    assert vague["ednote"].startswith("until the minister has spoken")


def test_signs_of_html_in_a_text_are_only_signs() -> None:
    found = ninjs(fire(blocks=(Block(Role.BODY, "5 < 6 & 7\n<b>bold</b>"),)))
    assert found["bodies"][0]["value"] == ("<p>5 &lt; 6 &amp; 7<br>&lt;b&gt;bold&lt;/b&gt;</p>")


def test_a_mail_is_read_back_with_its_head_and_its_text() -> None:
    (found,) = read_bytes(exported_one(FIRE, Form.MAIL).encode("ascii"), "out.eml")
    assert found.format == "mail"
    for name in ("title", "source", "keywords"):
        assert getattr(found, name) == getattr(FIRE, name), name
    assert datetime.fromisoformat(found.date or "").timestamp() == pytest.approx(
        datetime.fromisoformat(FIRE.date or "").timestamp()
    )
    assert "Two ferries wait outside." in [block.text for block in found.blocks]


def test_a_mailbox_holds_every_mail_whatever_stands_in_it(tmp_path: Path) -> None:
    hostile = fire(title="Second", blocks=(Block(Role.BODY, "From here on\nFrom a@b Mon"),))
    path = tmp_path / "out.mbox"
    path.write_text("".join(exported([FIRE, hostile, FIRE], Form.MAIL)))
    mails = [message["subject"] for message in mailbox.mbox(path)]
    assert mails == [FIRE.title, "Second", FIRE.title]
    assert [found.title for found in read_bytes(path.read_bytes(), "out.mbox")] == mails


HOSTILE = st.text(max_size=30) | st.sampled_from(
    ["a\r\nBcc: all@wire.invalid", "\ud800", "=?utf-8?q?x?=", '"', "x" * 2_000, "\x00"]
)


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE, source=HOSTILE, slug=HOSTILE, word=HOSTILE, guid=HOSTILE, text=HOSTILE)
def test_no_text_makes_a_header_of_its_own(
    title: str, source: str, slug: str, word: str, guid: str, text: str
) -> None:
    body = (Block(Role.BODY, text),)
    found = Article(
        guid, "a", title=title, source=source, slug=slug, keywords=(word,), guid=guid, blocks=body
    )
    message = message_from_string(mail(found), policy=default)
    assert set(message.keys()) <= {
        *("Subject", "From", "Message-ID", "Keywords", "X-Slug", "Content-Type"),
        *("Content-Transfer-Encoding", "MIME-Version"),
    }
    assert mail(found).isascii()


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE, date=HOSTILE, embargo=HOSTILE, text=HOSTILE)
def test_no_text_is_too_strange_for_any_form(
    title: str, date: str, embargo: str, text: str
) -> None:
    found = Article(
        title, "a", title=title, date=date, embargo=embargo, blocks=(Block(Role.BODY, text),)
    )
    for form in Form:
        told = "".join(exported([found, found], form))
        assert told.encode("utf-8", "replace").strip()
        if form in (Form.JSON, Form.NINJS):
            assert len(json.loads(told)) == 2
