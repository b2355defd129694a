from copytaster.wire.article import Role, Status

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="en">
  <head>
    <title>1 HARBOUR Fire</title>
    <meta name="anpa-category" content="i"/>
    <docdata management-status="usable">
      <doc-id id-string="urn:norwire:0914-7"/>
      <urgency ed-urg="3"/>
      <date.issue norm="20260914T071200+0200"/>
      <du-key key="NOR-HARBOUR-Fire" version="2"/>
      <ed-msg info="Picture to follow"/>
      <key-list><keyword key="fire"/><keyword key="harbour"/></key-list>
      <doc.copyright holder="Norwire" year="2026"/>
    </docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Fire closes Vestvik harbour</hl1><hl2>Two ferries are held at sea</hl2>
      </hedline>
      <byline>By <person>Ada Lunde</person><byttl>Norwire correspondent</byttl></byline>
      <dateline><location>VESTVIK</location></dateline>
    </body.head>
    <body.content>
      <p>VESTVIK (Norwire) - A fire closed the harbour
         of Vestvik on Monday, the port authority said.</p>
      <hl2>Ferries wait</hl2>
      <p>Two ferries with 300 people on board were told to wait outside.</p>
      <media media-type="image"><media-caption>Smoke over the quay</media-caption></media>
      <table><tr><th>Ferry</th><th>People</th></tr><tr><td>Alma</td><td>210</td></tr>
             <tr><td>Ulva</td><td>90</td></tr></table>
      <p>/norwire/</p>
    </body.content>
  </body>
</nitf>"""


def test_the_head_gives_every_field_that_nitf_has(article):
    found = article(STORY)
    assert found.format == "nitf"
    assert found.title == "Fire closes Vestvik harbour"
    assert found.deck == "Two ferries are held at sea"
    assert found.byline == "By Ada Lunde Norwire correspondent"
    assert found.dateline == "VESTVIK"
    assert found.date == "2026-09-14T07:12:00+02:00"
    assert found.source == "Norwire"
    assert found.language == "en"
    assert found.slug == "NOR-HARBOUR-Fire"
    assert found.keywords == ("fire", "harbour")
    assert (found.urgency, found.urgency_raw) == (3, "3")
    assert found.category == "i"
    assert found.version == "2"
    assert found.guid == found.id == "urn:norwire:0914-7"
    assert found.status is Status.USABLE


def test_paragraphs_keep_their_words_and_lose_the_indents_of_the_markup(article, texts):
    body = texts(article(STORY), Role.BODY)
    assert body[0] == (
        "VESTVIK (Norwire) - A fire closed the harbour of Vestvik on Monday, the port "
        "authority said."
    )


def test_a_second_headline_in_the_text_is_a_subhead(article, texts):
    assert texts(article(STORY), Role.SUBHEAD) == ["Ferries wait"]


def test_captions_are_told_from_the_text(article, texts):
    assert texts(article(STORY), Role.CAPTION) == ["Smoke over the quay"]


def test_a_table_becomes_aligned_lines(article, texts):
    table = next(text for text in texts(article(STORY), Role.BODY) if "Alma" in text)
    assert table == "Ferry  People\nAlma      210\nUlva       90"


def test_a_message_to_editors_is_a_note(article, texts):
    assert texts(article(STORY), Role.NOTE) == ["Picture to follow"]


def test_the_agencys_name_in_slashes_signs_off(article, texts):
    assert texts(article(STORY), Role.SIGNOFF) == ["/norwire/"]


def test_a_release_after_the_issue_is_an_embargo(article):
    held = STORY.replace("<du-key", '<date.release norm="20260915T060000+0200"/><du-key')
    assert article(held).embargo == "2026-09-15T06:00:00+02:00"


def test_a_release_that_repeats_the_issue_is_no_embargo(article):
    same = STORY.replace("<du-key", '<date.release norm="20260914T071200+0200"/><du-key')
    assert article(same).embargo is None


def test_a_canceled_story_says_so(article):
    assert article(STORY.replace("usable", "canceled")).status is Status.CANCELED


def test_an_abstract_that_only_repeats_the_lede_is_no_deck(article):
    lede = "A fire closed the harbour of Vestvik on Monday, the port authority said."
    repeated = STORY.replace("<dateline>", f"<abstract><p>{lede}</p></abstract><dateline>")
    assert article(repeated).deck is None


def test_breaks_at_the_ends_of_wrapped_lines_are_no_paragraphs(article, texts):
    wrapped = STORY.replace(
        "<hl2>Ferries wait</hl2>",
        "<p>The harbour master said the quay would stay closed for the <br/>"
        "rest of the week, and that freight would be sent by way of <br/>the northern port.</p>",
    )
    body = texts(article(wrapped), Role.BODY)
    assert body[1].endswith("sent by way of the northern port.")
    assert "\n" not in body[1]


def test_two_breaks_part_paragraphs(article, texts):
    parted = STORY.replace(
        "<hl2>Ferries wait</hl2>", "<p>No one was hurt.<br/><br/>The cause is not known.</p>"
    )
    assert {"No one was hurt.", "The cause is not known."} <= set(texts(article(parted), Role.BODY))


def test_a_whole_story_in_one_hard_wrapped_paragraph_is_parted_at_its_indents(article, texts):
    story = "\n".join(
        (
            "    The council of Vestvik met on Monday to hear the harbour",
            "master, who asked for two new tugs and for patience.",
            "    It gave him one tug, and promised the other for spring,",
            "when the ferries change their timetable.",
            "    He said that he would rather have had the patience.",
        )
    )
    start, end = STORY.index("<body.content>"), STORY.index("</body.content>")
    one = STORY[:start] + f"<body.content><p>{story}</p>" + STORY[end:]
    assert texts(article(one), Role.BODY) == [
        "The council of Vestvik met on Monday to hear the harbour master, who asked for two new "
        "tugs and for patience.",
        "It gave him one tug, and promised the other for spring, when the ferries change their "
        "timetable.",
        "He said that he would rather have had the patience.",
    ]


def test_the_day_is_enough_where_the_issue_has_no_hour(article):
    assert article(STORY.replace("20260914T071200+0200", "20260914")).date == "2026-09-14"


def test_fields_in_meta_elements_stand_in_for_missing_ones(article):
    meta = (
        '<meta name="anpa-keyword" content="Harbour Fire"/>'
        '<meta name="anpa-takekey" content="2nd Ld"/>'
        '<meta name="aap-source" content="NOR"/><meta name="aap-priority" content="2"/>'
    )
    bare = (
        f"<nitf><head>{meta}</head><body><body.content><p>The harbour is closed.</p>"
        "</body.content></body></nitf>"
    )
    found = article(bare)
    assert (found.slug, found.source, found.urgency) == ("Harbour Fire 2nd Ld", "NOR", 2)
    assert found.take == "2ND LEAD"


def test_without_a_headline_the_title_is_derived_and_marked(article):
    found = article(
        "<nitf><body><body.content><p>The quay burned.</p></body.content></body></nitf>"
    )
    assert found.title == "The quay burned."
    assert found.title_derived


def test_a_sentence_in_the_byline_is_a_deck(article):
    start, end = STORY.index("<byline>"), STORY.index("</byline>")
    told = STORY[:start] + "<byline>Ferries wait and the port is calm so far" + STORY[end:]
    found = article(told.replace("<hl2>Two ferries are held at sea</hl2>", ""))
    assert found.byline is None
    assert found.deck == "Ferries wait and the port is calm so far"
