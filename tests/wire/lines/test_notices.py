import pytest

from copytaster.wire.lines.notices import (
    advisory_of,
    embargo_of,
    embargo_until,
    is_closing_line,
    is_notebook_mark,
    is_private_mark,
)


@pytest.mark.parametrize(
    ("line", "embargo"),
    [
        ("EMBARGOED UNTIL 00:01 GMT FRIDAY 1 JANUARY 2099", "2099-01-01T00:01:00Z"),
        ("Embargoed until 1800 GMT, Thursday, September 17, 2026", "2026-09-17T18:00:00Z"),
        ("EMBARGO: 2026-05-12T06:00:00Z", "2026-05-12T06:00:00Z"),
        ("Sperrfrist: 10. Oktober 2026, 12.00 Uhr", "2026-10-10T12:00:00"),
        ("Not for publication before 12 May 2026", "2026-05-12"),
        ("STRICTLY EMBARGOED TO 0001hrs Monday", "STRICTLY EMBARGOED TO 0001hrs Monday"),
    ],
)
def test_an_embargo_is_its_moment_or_else_its_line(line, embargo):
    assert embargo_of(f"Marsh fever vaccine\n{line}\nBy Ada Lunde") == embargo


@pytest.mark.parametrize(
    "text",
    ["Embargo on herring lifted", "The embargo until now had held.", "Embargo to end talks", ""],
)
def test_an_embargo_in_the_news_is_none(text):
    assert embargo_of(text) is None


def test_only_a_later_release_is_an_embargo():
    assert embargo_until("2026-09-15", "2026-09-14T10:00:00Z") == "2026-09-15"
    assert embargo_until("2026-09-14T12:00:00+02:00", "2026-09-14T10:00:00Z") is None
    assert embargo_until("2026-09-13", "2026-09-14") is None
    assert embargo_until(None, "2026-09-14") is None


@pytest.mark.parametrize(
    "line",
    [
        "(Adds quotes, updates death toll in paragraph 4)",
        "(Corrects spelling of name in paragraph 2)",
        "(Recasts, adds background)",
        "(Neu: Zahl der Verletzten)",
        "(Writes through with new lead)",
    ],
)
def test_a_line_that_says_what_changed_is_an_advisory(line):
    assert advisory_of(f" {line} ") == line


@pytest.mark.parametrize("line", ["(Norwire)", "Adds quotes", "(He adds sugar", "x" * 600 + ")"])
def test_other_parentheses_are_no_advisories(line):
    assert advisory_of(line) is None


def test_what_is_not_for_publication_is_told_in_four_languages():
    assert is_private_mark("The following information is not intended for publication")
    assert is_private_mark("Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt")
    assert is_private_mark("Ces informations ne sont pas destinées à la publication")
    assert is_private_mark("Información no destinada a publicación")
    assert not is_private_mark("Not for publication before 6 a.m.")
    assert not is_private_mark("The letter was published on Monday.")


def test_a_notebook_is_told_by_its_heading():
    assert is_notebook_mark("# prx NOTEBOOK")
    assert is_notebook_mark("# Notizblock")
    assert not is_notebook_mark("Notebook sales rise")


@pytest.mark.parametrize(
    "line", ["/nord/", "ab/cd/ef", "AAP RTV ar", "(Norwire)", "ends", "-30-", "END"]
)
def test_an_agencys_last_line_is_told(line):
    assert is_closing_line(line)


@pytest.mark.parametrize(
    "line", ["The harbour ends here.", "Rovers 2, Union 1", "A/S Harbour", "(He left the port.)"]
)
def test_a_last_sentence_is_no_closing_line(line):
    assert not is_closing_line(line)
