import pytest

from copytaster.wire.article import Role, Status

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
 <header><sent>2026-09-14T05:15:00Z</sent></header>
 <itemSet>
  <newsItem guid="urn:newsml:presse.example:0914:7" version="3" standard="NewsML-G2" xml:lang="de">
   <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:prx"><name>Presse Nord</name></provider>
    <versionCreated>2026-09-14T07:12:00+02:00</versionCreated>
    <pubStatus qcode="stat:usable"/>
    <edNote role="role:notepad"><section xmlns="http://www.w3.org/1999/xhtml">
      <section class="np-public"><h4>Internet</h4><ul><li>Hafen Vestvik</li></ul></section>
      <section class="np-nonpublic"><p>Nicht zur Veröffentlichung bestimmt</p>
        <p>Autorin: Ada Lunde, +99 12 34 56</p></section></section></edNote>
    <edNote pubconstraint="p:nonpublic" role="role:contacts">Redaktion: +99 65 43 21</edNote>
    <edNote role="role:correction">Zahl der Fähren berichtigt</edNote>
    <link href="https://hafen.example/"/>
   </itemMeta>
   <contentMeta>
    <urgency>4</urgency>
    <headline>Brand schließt Hafen von Vestvik</headline>
    <headline role="hld:subHeadline">Zwei Fähren warten</headline>
    <by>Ada Lunde</by><dateline>Vestvik (prx) - </dateline><creditline>prx</creditline>
    <slugline separator="-">Hafen-Brand</slugline>
    <keyword>Brände</keyword><language tag="de-DE"/>
    <subject type="cpnat:abstract" qcode="medtop:1"><name>Unglücke</name></subject>
    <subject type="x:category" qcode="cat:vm"><name>Vermischtes</name></subject>
   </contentMeta>
   <contentSet><inlineXML contenttype="application/xhtml+xml">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
     <header><ul class="slugline"><li>Brände</li></ul><h1>Brand schließt Hafen von Vestvik</h1>
     </header>
     <section class="main"><p>Vestvik (prx) - Ein Brand hat den Hafen geschlossen.</p>
      <h2>Fähren</h2><p>Zwei <a href="https://faehre.example/">Fähren</a> warten draußen.</p>
      </section>
    </body></html></inlineXML></contentSet>
  </newsItem>
 </itemSet>
</newsMessage>"""


def test_every_field_of_the_item_is_taken(article):
    found = article(STORY)
    assert found.format == "newsml-g2"
    assert found.title == "Brand schließt Hafen von Vestvik"
    assert found.deck == "Zwei Fähren warten"
    assert found.byline == "Ada Lunde"
    assert found.dateline == "Vestvik (prx) -"
    assert found.date == "2026-09-14T07:12:00+02:00"
    assert found.source == "prx"
    assert found.language == "de"
    assert found.slug == "Hafen-Brand"
    assert found.keywords == ("Brände",)
    assert found.urgency == 4
    assert found.category == "Vermischtes"
    assert found.version == "3"
    assert found.id == found.guid == "urn:newsml:presse.example:0914:7"
    assert found.status is Status.USABLE
    assert found.links == ("https://hafen.example/", "https://faehre.example/")


def test_the_headline_is_not_repeated_in_the_text(article, texts):
    found = article(STORY)
    assert texts(found, Role.TITLE) == ["Brand schließt Hafen von Vestvik"]
    assert texts(found, Role.BODY) == [
        "Vestvik (prx) - Ein Brand hat den Hafen geschlossen.",
        "Zwei Fähren warten draußen.",
    ]
    assert texts(found, Role.SUBHEAD) == ["Fähren"]


def test_private_notes_are_marked_and_public_ones_are_not(article):
    reasons = {
        block.text: block.reason for block in article(STORY).blocks if block.role is Role.NOTE
    }
    assert reasons["Autorin: Ada Lunde, +99 12 34 56"] == "not for publication"
    assert reasons["Redaktion: +99 65 43 21"] == "not for publication"
    assert reasons["Hafen Vestvik"] == "a note to editors"
    assert reasons["Zahl der Fähren berichtigt"] == "a note to editors"


def test_an_embargo_wins_over_a_status_that_says_usable(article):
    held = STORY.replace("<pubStatus", "<embargoed>2026-09-15T06:00:00+02:00</embargoed><pubStatus")
    found = article(held)
    assert found.embargo == "2026-09-15T06:00:00+02:00"
    assert found.status is Status.USABLE


def test_an_empty_embargo_is_none(article):
    assert article(STORY.replace("<pubStatus", "<embargoed/><pubStatus")).embargo is None


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("stat:canceled", Status.CANCELED),
        ("stat:withheld", Status.WITHHELD),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", Status.CANCELED),
    ],
)
def test_the_publication_status_is_understood_in_every_form(article, code, status):
    assert article(STORY.replace("stat:usable", code)).status is status


def test_a_cancellation_without_text_keeps_its_headline_and_guid(article):
    start = STORY.index("<contentSet>")
    end = STORY.index("</contentSet>") + len("</contentSet>")
    found = article((STORY[:start] + STORY[end:]).replace("stat:usable", "stat:canceled"))
    assert found.status is Status.CANCELED
    assert found.title == "Brand schließt Hafen von Vestvik"
    assert found.guid == "urn:newsml:presse.example:0914:7"


def test_any_prefix_of_the_namespace_will_do(article):
    prefixed = (
        '<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/" guid="g1" version="1">'
        "<n:contentMeta><n:headline>Hafen offen</n:headline></n:contentMeta><n:contentSet>"
        "<n:inlineData contenttype='text/plain'>Der Hafen ist offen.\n\nDie Fähren fahren."
        "</n:inlineData></n:contentSet></n:newsItem>"
    )
    found = article(prefixed)
    assert found.title == "Hafen offen"
    assert [block.text for block in found.blocks if block.role is Role.BODY] == [
        "Der Hafen ist offen.",
        "Die Fähren fahren.",
    ]


def test_a_picture_has_only_its_caption_and_says_so(article, texts):
    start = STORY.index("<contentSet>")
    end = STORY.index("</contentSet>") + len("</contentSet>")
    picture = (STORY[:start] + STORY[end:]).replace(
        "<urgency>", '<description role="d:caption">Rauch über dem Kai</description><urgency>'
    )
    found = article(picture)
    assert texts(found, Role.CAPTION) == ["Rauch über dem Kai"]
    assert "no story text found" in found.warnings


def test_all_items_of_a_message_are_read(articles):
    item = STORY[STORY.index("<newsItem") : STORY.index("</newsItem>") + len("</newsItem>")]
    found = articles(STORY.replace(item, item + item.replace(":7", ":8")))
    assert [each.guid[-1] for each in found] == ["7", "8"]


def test_a_package_lists_the_headlines_of_its_items(article, texts):
    package = (
        '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p" version="1">'
        "<contentMeta><headline>Am Morgen</headline></contentMeta><groupSet><group>"
        "<itemRef><headline>Hafen brennt</headline></itemRef><itemRef><title>Rat "
        "tagt</title></itemRef>"
        "</group></groupSet></packageItem>"
    )
    found = article(package)
    assert found.title == "Am Morgen"
    assert texts(found, Role.NOTE) == ["Hafen brennt", "Rat tagt"]


def test_the_nitf_inside_fills_what_the_item_leaves_out(article):
    inner = (
        "<nitf><body><body.head><hedline><hl1>Hafen zu</hl1></hedline><byline>Von Ada "
        "Lunde</byline>"
        "</body.head><body.content><p>Der Hafen ist zu.</p></body.content></body></nitf>"
    )
    item = (
        f'<newsItem guid="g" version="1"><contentSet><inlineXML>{inner}</inlineXML></contentSet>'
        "</newsItem>"
    )
    found = article(item)
    assert (found.title, found.byline) == ("Hafen zu", "Von Ada Lunde")


def test_text_that_was_escaped_twice_is_readable(article, texts):
    twice = STORY.replace("Zwei <a", "Ab 4 o&amp;#39;clock: zwei <a")
    assert any("4 o'clock" in text for text in texts(article(twice), Role.BODY))


def test_columns_in_a_paragraph_keep_their_blanks(article, texts):
    table = "\n".join(
        f"{name:<12} {points:>3}  {goals:>3}"
        for name, points, goals in [
            ("Rovers", 42, 61),
            ("Lokomotiva", 40, 55),
            ("Harbour", 38, 49),
            ("Union", 31, 40),
        ]
    )
    laid_out = STORY.replace("Zwei <a", f"</p><p>{table}</p><p>Zwei <a")
    assert any(
        "Rovers        42   61\nLokomotiva    40" in t for t in texts(article(laid_out), Role.BODY)
    )
