from copytaster.wire.article import Role, Status

STORY = """<?xml version="1.0"?>
<RBNews><NewsID>n-7</NewsID><PublishDate>2026-09-14T05:12:00.5</PublishDate>
<strapline>NU/FLASH</strapline><headline>Havnen er lukket</headline>
<subtitle>To færger venter</subtitle>
<town>Vestvik</town><origin>/nord/</origin><section>Indland</section><version>2</version>
<content>&lt;p&gt;En brand har lukket havnen.&lt;/p&gt;
&lt;p&gt;Ingen er kommet til skade.&lt;/p&gt;</content>
<Priority>3</Priority><Annuleret>false</Annuleret><byLine>Ada Lunde</byLine>
<TilRedaktionen>&lt;p&gt;Billede følger.&lt;/p&gt;</TilRedaktionen></RBNews>"""


def test_elements_named_as_fields_usually_are_give_the_fields(article):
    found = article(STORY)
    assert found.format == "other-xml"
    assert found.title == "Havnen er lukket"
    assert found.deck == "To færger venter"
    assert found.dateline == "Vestvik"
    assert found.source == "nord"
    assert found.byline == "Ada Lunde"
    assert found.date == "2026-09-14T05:12:00"
    assert (found.category, found.version, found.guid) == ("Indland", "2", "n-7")
    assert found.urgency == 3
    assert found.take == "FLASH"


def test_escaped_markup_is_paragraphs_and_a_message_to_editors_is_a_note(article, texts):
    found = article(STORY)
    assert texts(found, Role.BODY) == ["En brand har lukket havnen.", "Ingen er kommet til skade."]
    assert texts(found, Role.NOTE) == ["Billede følger."]


def test_a_withdrawn_item_is_canceled(article):
    withdrawn = STORY.replace("<Annuleret>false", "<Annuleret>true")
    assert article(withdrawn).status is Status.CANCELED


def test_a_list_of_such_elements_is_several_articles(articles):
    item = STORY[STORY.index("<RBNews>") :]
    found = articles(f"<Answer><List>{item}{item.replace('n-7', 'n-8')}</List></Answer>")
    assert [each.guid for each in found] == ["n-7", "n-8"]


def test_values_within_an_element_are_found_by_its_name(article):
    nested = STORY.replace(
        "<origin>/nord/</origin>", "<publisher><name>Nordpost</name><city>X</city></publisher>"
    )
    assert article(nested).source == "Nordpost"


def test_a_date_of_the_year_one_is_no_embargo(article):
    odd = STORY.replace("<town>", "<EmbargoTime>0001-01-01T00:00:00</EmbargoTime><town>")
    assert article(odd).embargo is None


def test_xml_of_no_known_kind_shows_all_its_text(article, texts):
    found = article("<note><para>The harbour is closed.</para><para>Ferries wait.</para></note>")
    assert "The harbour is closed." in " ".join(texts(found, Role.BODY))
    assert "XML of no known kind: all its text is shown" in found.warnings
