from copytaster.wire.article import Article, Block, Role, Status
from copytaster.wire.filing import Filing
from copytaster.wire.finishing import finish, shortened, with_head
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.options import ReadOptions
from copytaster.wire.reading import read_bytes

BODY = Block(Role.BODY, "A fire closed the harbour of Vestvik on Monday, the port authority said.")


def finished(**fields: object) -> Article:
    filing = Filing(**{"blocks": (BODY,), "title": "Fire closes harbour", **fields})  # type: ignore[arg-type]
    incoming = Incoming("inbox/7.txt", b"", "", "utf-8", ReadOptions())
    return finish(filing, incoming, format_name="text", media_type="text/plain", part=0)


def test_an_id_of_its_own_comes_before_the_guid_and_the_guid_before_the_fingerprint():
    assert finished(own_id="a", guid="b").id == "a"
    assert finished(guid="b").id == "b"
    assert len(finished().id) == 20


def test_a_kill_in_the_title_cancels_what_the_format_calls_usable():
    found = finished(title="KILL: Fire closes harbour", status=Status.USABLE)
    assert (found.take, found.status) == ("KILL", Status.CANCELED)


def test_a_format_that_withholds_is_not_overruled_by_a_title():
    assert finished(title="KILL: x", status=Status.WITHHELD).status is Status.WITHHELD


def test_an_alert_is_urgent_where_no_urgency_is_given():
    assert finished(title="ALERT-Fire closes harbour").urgency == 1
    assert finished(title="ALERT-Fire closes harbour", urgency="4").urgency == 4


def test_the_raw_urgency_is_kept_beside_the_normalised_one():
    found = finished(urgency="u")
    assert (found.urgency, found.urgency_raw) == (3, "u")


def test_an_advisory_among_the_first_lines_is_found():
    line = Block(Role.NOTE, "(Adds quotes, paragraph 4)")
    assert finished(blocks=(line, BODY)).advisory == "(Adds quotes, paragraph 4)"


def test_an_embargo_line_is_found_and_the_formats_own_wins():
    line = Block(Role.NOTE, "EMBARGOED UNTIL 00:01 GMT 1 JANUARY 2099")
    assert finished(blocks=(line, BODY)).embargo == "2099-01-01T00:01:00Z"
    assert finished(blocks=(line, BODY), embargo="2030-01-01").embargo == "2030-01-01"


def test_the_language_of_the_format_is_believed_and_else_found():
    assert finished(language="sv-SE").language == "sv"
    assert finished(language="GB").language == "en"


def test_a_date_in_the_future_is_warned_of_once():
    assert finished(date="2999-01-01").warnings == ("dated in the future: 2999-01-01",)
    told = ("the date 2999-01-01 lies in the future",)
    assert finished(date="2999-01-01", warnings=told).warnings == told


def test_an_article_without_text_says_so():
    assert "no story text found" in finished(blocks=()).warnings


def test_words_are_counted_in_the_story_only():
    folded = Block(Role.FURNITURE, "Sign up now")
    assert finished(blocks=(BODY, folded)).word_count == 13


def test_a_deck_that_is_the_headline_or_the_lede_is_dropped():
    assert finished(deck="FIRE CLOSES HARBOUR").deck is None
    assert finished(deck="A fire closed the harbour of Vestvik on Monday...").deck is None
    assert finished(deck="Two ferries wait").deck == "Two ferries wait"


def test_a_dateline_that_is_a_timestamp_is_dropped():
    assert finished(dateline="2026-09-14 05:12:00 GMT+00:00").dateline is None
    assert finished(dateline="VESTVIK, Sept 14").dateline == "VESTVIK, Sept 14"


def test_without_a_title_the_first_line_is_derived_or_the_file_name():
    derived = finished(title="")
    assert (derived.title, derived.title_derived) == (BODY.text, True)
    assert finished(title="", blocks=()).title == "7.txt"


def test_a_derived_title_is_cut_at_a_word():
    assert shortened("word " * 40) == "word " * 23 + "word …"
    assert shortened("One.\nTwo.") == "One."


def test_what_the_format_kept_apart_leads_the_blocks_in_the_order_of_a_page():
    filing = Filing(blocks=(BODY,), title="T", kicker="K", deck="D", byline="B", dateline="P")
    assert [block.role for block in with_head(filing)] == [
        Role.KICKER,
        Role.TITLE,
        Role.DECK,
        Role.BYLINE,
        Role.DATELINE,
        Role.BODY,
    ]


def test_what_stands_in_the_text_is_not_put_before_it_again():
    title = Block(Role.TITLE, "T", (1, 1))
    assert with_head(Filing(blocks=(title, BODY), title="T")) == (title, BODY)


def test_the_day_in_a_press_releases_dateline_is_its_date():
    line = Block(Role.BODY, "VESTVIK, Kestria, July 25, 2026 /Pressline/ -- The port is pleased.")
    assert finished(blocks=(line,)).date == "2026-07-25"
    assert finished(blocks=(line,), date="2026-07-26").date == "2026-07-26"


def test_the_day_of_issue_is_the_date_and_a_day_in_the_story_is_not():
    issued = Block(Role.BODY, "Issued at 9:27 am EST on Thursday 5 July 2026.")
    told = Block(Role.BODY, "The port was opened on 5 July 1926 by a bishop, who fell in.")
    assert finished(blocks=(issued, BODY)).date == "2026-07-05"
    assert finished(blocks=(told, BODY)).date is None


def test_marks_that_nobody_sees_are_counted():
    found = read_bytes(
        "Payment\n\nOf \u202e000,01\u202c approved, the coun\u200bcil said.\n".encode(), "a"
    )
    assert "3 invisible or direction marks in the text" in found[0].warnings


def test_a_text_without_them_is_not_warned_of():
    found = read_bytes(b"Payment\n\nOf 10,000 approved, the council said.\n", "a")
    assert not any("invisible" in warning for warning in found[0].warnings)
