from copytaster.wire.article import Role

STORY = (
    "\x01prx062 3 i 211  prx 061\r\n\r\nHarbour-fire/\r\n"
    "\x022ND LEAD\r\nFire closes Vestvik harbour,\r\nferries wait outside\r\nBy Ada "
    "Lunde, prx =\r\n\r\n"
    "   Vestvik (prx) - A fire closed the harbour of Vestvik on Monday, the\r\n"
    "port authority said, and two ferries with 300 people on board were\r\ntold to wait.\r\n\r\n"
    "   No one was hurt.\r\n\r\n# prx NOTEBOOK\r\n\r\n"
    "The following information is not intended for publication\r\n\r\n"
    "- Editing by: Bo Vik, +99 12 34 56\r\n\r\nprx al bv\r\n\r\n\x03140512 GMT Sep "
    "26\r\n\x7f\x7f\x04"
)


def test_the_header_gives_priority_category_slug_and_service(article):
    found = article(STORY)
    assert found.format == "iptc7901"
    assert (found.urgency, found.category, found.source) == (3, "i", "prx")
    assert found.slug == "Harbour-fire"


def test_the_headline_runs_over_lines_between_take_and_byline(article):
    found = article(STORY)
    assert found.title == "Fire closes Vestvik harbour, ferries wait outside"
    assert found.byline == "By Ada Lunde, prx"
    assert found.take == "2ND LEAD"


def test_the_date_stands_after_the_end_mark(article):
    assert article(STORY).date == "2026-09-14T05:12:00Z"


def test_german_months_are_months(article):
    assert article(STORY.replace("Sep 26", "Okt 26")).date == "2026-10-14T05:12:00Z"
    assert article(STORY.replace("Sep 26", "Dez 26")).date == "2026-12-14T05:12:00Z"


def test_hard_wrapped_lines_are_one_paragraph_with_the_lines_of_the_file(article):
    first = next(block for block in article(STORY).blocks if block.role is Role.BODY)
    assert first.text.endswith("with 300 people on board were told to wait.")
    assert first.lines == (9, 11)


def test_what_is_not_intended_for_publication_is_a_private_note(article):
    found = article(STORY)
    private = [block.text for block in found.blocks if block.reason == "not for publication"]
    assert "- Editing by: Bo Vik, +99 12 34 56" in private
    assert "prx al bv" in private
    assert [block.text for block in found.blocks if block.role is Role.BODY][
        -1
    ] == "No one was hurt."


def test_a_file_that_lost_its_control_characters_is_still_told(article):
    bare = "".join(char for char in STORY if char >= " " or char in "\r\n")
    found = article(bare)
    assert found.format == "iptc7901"
    assert found.title == "Fire closes Vestvik harbour, ferries wait outside"
    assert found.date == "2026-09-14T05:12:00Z"


def test_a_del_before_the_header_does_no_harm(article):
    assert article("\x7f" + STORY).title.startswith("Fire closes")


def test_a_missing_end_is_told(article):
    found = article(STORY[: STORY.index("\x03")])
    assert "no end mark: the transmission may be cut off" in found.warnings
    assert found.title.startswith("Fire closes")


def test_a_header_alone_is_shown_as_it_is(article):
    found = article("\x01prx062 3 i 211  prx 061\r\n")
    assert "could not be read as iptc7901: no text found in it" in found.warnings
    assert "prx062" in found.blocks[0].text
