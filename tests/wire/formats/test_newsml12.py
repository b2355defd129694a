from copytaster.wire.article import Role, Status

STORY = """<?xml version="1.0"?>
<NewsML Version="1.2">
  <NewsEnvelope><DateAndTime>20260914T051500Z</DateAndTime><Priority FormalName="3"/></NewsEnvelope>
  <NewsItem xml:lang="fr">
    <Identification>
      <NewsIdentifier>
        <ProviderId>agence.example</ProviderId><NewsItemId>A17</NewsItemId>
        <RevisionId PreviousRevision="1" Update="N">2</RevisionId>
        <PublicIdentifier>urn:newsml:agence.example:20260914:A17:2</PublicIdentifier>
      </NewsIdentifier>
      <NameLabel>port-incendie</NameLabel>
    </Identification>
    <NewsManagement>
      <FirstCreated>20260914T050000Z</FirstCreated>
      <ThisRevisionCreated>20260914T051200Z</ThisRevisionCreated>
      <Status FormalName="Usable"/><Urgency FormalName="2"/>
    </NewsManagement>
    <NewsComponent>
      <NewsLines>
        <HeadLine>Un incendie ferme le port</HeadLine>
        <SubHeadLine>Deux ferries attendent</SubHeadLine>
        <ByLine>Ada Lunde</ByLine><ByLineTitle>Correspondante</ByLineTitle>
        <DateLine>Vestvik, 14 sept 2026 (AGX) -</DateLine>
        <SlugLine>port</SlugLine><KeywordLine>incendie</KeywordLine>
        <NewsLine>
          <NewsLineType FormalName="AdvisoryLine"/>
          <NewsLineText>ACTUALISE avec le bilan</NewsLineText>
        </NewsLine>
      </NewsLines>
      <AdministrativeMetadata><Provider><Party FormalName="AGX"/></Provider>
      </AdministrativeMetadata>
      <DescriptiveMetadata>
        <Language FormalName="fr"/><SubjectCode><Subject FormalName="03000000" cat="DIS"/>
        </SubjectCode>
        <Property FormalName="Keyword" Value="port"/>
      </DescriptiveMetadata>
      <ContentItem><DataContent><nitf><body><body.content>
        <p>Le port de Vestvik est fermé depuis lundi.</p><p>Personne n'est blessé.</p>
        <p>ab/cd/ef</p>
      </body.content></body></nitf></DataContent></ContentItem>
    </NewsComponent>
  </NewsItem>
</NewsML>"""


def test_newslines_and_management_give_the_fields(article):
    found = article(STORY)
    assert found.format == "newsml"
    assert found.title == "Un incendie ferme le port"
    assert found.deck == "Deux ferries attendent"
    assert found.byline == "Ada Lunde, Correspondante"
    assert found.dateline == "Vestvik, 14 sept 2026 (AGX) -"
    assert found.date == "2026-09-14T05:12:00Z"
    assert found.source == "AGX"
    assert found.language == "fr"
    assert found.slug == "port"
    assert found.keywords == ("incendie", "port")
    assert found.urgency == 2
    assert found.category == "DIS"
    assert found.version == "2"
    assert found.guid == "urn:newsml:agence.example:20260914:A17:2"
    assert found.advisory == "ACTUALISE avec le bilan"


def test_the_text_is_that_of_the_nitf_inside(article, texts):
    found = article(STORY)
    assert texts(found, Role.BODY) == [
        "Le port de Vestvik est fermé depuis lundi.",
        "Personne n'est blessé.",
    ]
    assert texts(found, Role.SIGNOFF) == ["ab/cd/ef"]


def test_an_empty_headline_gives_way_to_the_name_label(article):
    empty = STORY.replace("<HeadLine>Un incendie ferme le port</HeadLine>", "<HeadLine/>")
    assert article(empty).title == "port-incendie"


def test_a_photographs_number_is_no_headline(article):
    numbered = STORY.replace("Un incendie ferme le port", "569697231")
    assert article(numbered).title == "port-incendie"


def test_a_caption_component_is_a_caption_and_no_story(article, texts):
    caption = STORY.replace("<ContentItem>", '<Role FormalName="Caption"/><ContentItem>')
    found = article(caption)
    assert texts(found, Role.BODY) == []
    assert texts(found, Role.CAPTION)[0].startswith("Le port de Vestvik")
    assert "no story text found" in found.warnings


def test_bare_paragraphs_and_escaped_markup_are_text_too(article, texts):
    start, end = STORY.index("<nitf>"), STORY.index("</nitf>") + len("</nitf>")
    bare = STORY[:start] + "<p>Une.</p><p>Deux.</p>" + STORY[end:]
    escaped = STORY[:start] + "&lt;p&gt;Une.&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;" + STORY[end:]
    assert texts(article(bare), Role.BODY) == ["Une.", "Deux."]
    assert texts(article(escaped), Role.BODY) == ["Une.", "Deux."]


def test_each_news_item_is_an_article(articles):
    item = STORY[STORY.index("<NewsItem ") : STORY.index("</NewsItem>") + len("</NewsItem>")]
    found = articles(STORY.replace(item, item + item.replace("A17:2", "A18:1")))
    assert [each.part for each in found] == [0, 1]
    assert found[1].guid == "urn:newsml:agence.example:20260914:A18:1"


def test_a_status_of_another_spelling_is_understood(article):
    assert article(STORY.replace('"Usable"', '"Embargoed"')).status is Status.WITHHELD
    assert article(STORY.replace('"Usable"', '"CANCELED"')).status is Status.CANCELED


def test_the_moment_at_which_the_status_changes_is_the_embargo(article):
    change = (
        '<StatusWillChange><FutureStatus FormalName="Usable"/>'
        "<DateAndTime>20260914T180000Z</DateAndTime></StatusWillChange>"
    )
    held = STORY.replace('<Urgency FormalName="2"/>', change)
    assert article(held).embargo == "2026-09-14T18:00:00Z"


def test_a_package_without_text_lists_its_headlines_as_notes(article, texts):
    start, end = STORY.index("<ContentItem>"), STORY.index("</ContentItem>") + len("</ContentItem>")
    inner = (
        "<NewsComponent><NewsLines><HeadLine>Le port rouvre</HeadLine></NewsLines></NewsComponent>"
    )
    found = article(STORY[:start] + inner + STORY[end:])
    assert "Le port rouvre" in texts(found, Role.NOTE)
