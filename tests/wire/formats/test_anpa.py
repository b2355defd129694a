from copytaster.wire.article import Role

STORY = (
    "\x16\x16\x01W2870\x1f_asian\r\nu i\x13\x11 BC-Vestvik-HarbourFire  "
    "1stLd-Writethru  09-14 0120\r\n"
    "\x02^BC-Vestvik-Harbour Fire, 1st Ld-Writethru,120<\r\n"
    "^Fire closes Vestvik harbour<\r\n^NOR Photo VV101, VV102<\r\n^Eds: Adds "
    "ferries. With Photos.<\r\n"
    "^By ADA LUNDE=\r\n^Norwire=\r\n"
    "\t   VESTVIK (NOR) _ A fire closed the harbour of Vestvik on Monday.\r\n \r\n"
    "\t   ``We wait,'' said a captain.\r\n"
    "\x08Ferries;On board;Due\r\n\x08Alma;210;8 a.m.;late\r\n\x08Ulva;90;9 a.m.;late\r\n"
    "\r\n\t   \x03NOR-WF-09-14-26 0512GMT<\r\n\x0c\r\n\x04"
)


def test_the_header_and_its_lines_give_the_fields(article):
    found = article(STORY)
    assert found.format == "anpa"
    assert found.title == "Fire closes Vestvik harbour"
    assert found.byline == "By ADA LUNDE, Norwire"
    assert found.slug == "BC-Vestvik-Harbour Fire, 1st Ld-Writethru"
    assert found.take == "1ST LD-WRITETHRU"
    assert (found.urgency, found.urgency_raw, found.category) == (3, "u", "i")


def test_date_and_source_come_from_the_trailer(article):
    found = article(STORY)
    assert found.date == "2026-09-14T05:12:00Z"
    assert found.source == "NOR"


def test_tabs_begin_paragraphs_and_quotation_marks_stay_as_they_are(article, texts):
    assert texts(article(STORY), Role.BODY)[:2] == [
        "VESTVIK (NOR) _ A fire closed the harbour of Vestvik on Monday.",
        "``We wait,'' said a captain.",
    ]


def test_lines_for_editors_are_notes(article, texts):
    assert "Eds: Adds ferries. With Photos." in texts(article(STORY), Role.NOTE)


def test_rows_of_semicolons_are_an_aligned_table(article, texts):
    table = texts(article(STORY), Role.BODY)[-1]
    assert table.split("\n")[1].startswith("Alma")
    assert all(";" not in line for line in table.split("\n")[1:])


def test_an_alert_without_a_headline_gets_a_derived_title(article):
    alert = (
        "\x16\x16\x01A1\x1f_x\nb a\x13\x11 BC-NOR--APNewsAlert  09-14 0020\n"
        "\x02^BC-NOR--APNewsAlert,12<\n\t   VESTVIK (NOR) _ Fire closes harbour.\n"
        "\t   \x03NOR-WF-09-14-26 0501GMT<\n"
    )
    found = article(alert)
    assert found.take == "ALERT"
    assert found.title_derived
    assert found.title.startswith("VESTVIK (NOR)")


def test_a_transmission_without_synchronisation_is_still_told(article):
    assert article(STORY.removeprefix("\x16\x16")).format == "anpa"


def test_a_missing_end_is_told(article):
    found = article(STORY[: STORY.index("\x03")])
    assert "no end mark: the transmission may be cut off" in found.warnings
