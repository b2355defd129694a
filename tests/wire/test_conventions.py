import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Status
from copytaster.wire.conventions import (
    place_of_take,
    status_named,
    status_of,
    take_of,
    urgency_of,
)


@pytest.mark.parametrize(
    ("title", "take"),
    [
        ("ALERT-Fire closes harbour", "ALERT"),
        ("EILMELDUNG: Hafen geschlossen", "ALERT"),
        ("NEWSBREAK: Harbour closed", "NEWSBREAK"),
        ("UPDATE 2-Fire closes harbour", "UPDATE 2"),
        ("Update 3: Fire closes harbour", "UPDATE 3"),
        ("WRAPUP 1-Fires on the coast", "WRAPUP 1"),
        ("URGENT - Harbour closed", "URGENT"),
        ("LEAD: Harbour closed", "LEAD"),
        ("2nd lead Harbour closed", "2ND LEAD"),
        ("(2ND LEAD) Harbour closed", "2ND LEAD"),
        ("Harbour closed (URGENT)", "URGENT"),
        ("Harbour closed (2ND LEAD)", "2ND LEAD"),
        ("CORRECTED-Fire closes harbour", "CORRECTED"),
        ("CORRECTION: Fire closes harbour", "CORRECTED"),
        ("REFILE-Fire closes harbour", "REFILE"),
        ("RPT-Fire closes harbour", "REPEAT"),
        ("KILL KILL KILL", "KILL"),
        ("KILL: Harbour fire", "KILL"),
        ("HOLD - Harbour fire", "HOLD"),
        ("WITHDRAWN: Harbour fire", "WITHDRAWN"),
    ],
)
def test_takes_are_read_from_titles(title, take):
    assert take_of(title) == take


@pytest.mark.parametrize(
    "title",
    [
        "Kill Bill tops the box office",
        "KILL BILL TOPS THE BOX OFFICE",
        "Hold the line, says minister",
        "Update on the harbour fire",
        "Lead found in drinking water",
        "Urgent talks on the harbour",
        "Harbour closed (reopens Wednesday)",
        "",
    ],
)
def test_ordinary_words_are_no_takes(title):
    assert take_of(title) is None


@pytest.mark.parametrize(
    ("slug", "take"),
    [
        ("BC-Vestvik-Harbour Fire, 1st Ld-Writethru", "1ST LD-WRITETHRU"),
        ("BC-Vestvik-Fire 8thLd-Writethru", "8TH LD-WRITETHRU"),
        ("BC-NOR--APNewsAlert", "ALERT"),
        ("NU/FLASH-U", "FLASH"),
        ("HARBOUR-FIRE/KILL", "KILL"),
        ("US-Skilled-Workers", None),
        ("harbour-fire", None),
        ("Threshold-Vote", None),
    ],
)
def test_takes_are_read_from_slugs(slug, take):
    assert take_of("Fire closes harbour", slug) == take


def test_the_title_is_believed_before_the_slug():
    assert take_of("UPDATE 2-Fire", "BC-Fire, 1st Ld-Writethru") == "UPDATE 2"


def test_a_kill_cancels_and_a_hold_withholds():
    assert status_of("KILL") is Status.CANCELED
    assert status_of("WITHDRAWN") is Status.CANCELED
    assert status_of("HOLD") is Status.WITHHELD
    assert status_of("UPDATE 2") is None
    assert status_of(None) is None


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("usable", Status.USABLE),
        ("stat:usable", Status.USABLE),
        ("Withheld", Status.WITHHELD),
        ("embargoed", Status.WITHHELD),
        ("cancelled", Status.CANCELED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", Status.CANCELED),
        ("New news", None),
        (None, None),
    ],
)
def test_a_formats_word_for_its_status_is_understood(word, status):
    assert status_named(word) is status


@pytest.mark.parametrize(
    ("raw", "urgency"),
    [
        ("1", 1), ("8", 8), ("9", 8), ("0", None), ("04", 4), ("f", 1), ("b", 2), ("u", 3),
        ("r", 5),
        ("D", 5), ("", None), (None, None), ("soon", None), ("-1", None), ("9" * 400, 8),
    ],
)  # fmt: skip
def test_urgency_runs_from_1_to_8(raw, urgency):
    assert urgency_of(raw) == urgency


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=40))
def test_any_title_and_slug_give_a_take_or_none(title, slug):
    take = take_of(title, slug)
    assert take is None or take == take.upper()


def test_takes_of_one_moment_stand_as_they_were_sent() -> None:
    sent = ["ALERT", None, "UPDATE 1", "UPDATE 2", "UPDATE 10", "CORRECTED"]
    came = ["UPDATE 10", "CORRECTED", "UPDATE 2", "ALERT", "UPDATE 1", None]
    assert sorted(came, key=place_of_take) == sent
    assert place_of_take("2ND LD-WRITETHRU") < place_of_take("3RD LEAD")
