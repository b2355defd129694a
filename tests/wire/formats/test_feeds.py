from copytaster.wire.article import Role

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Vestvik Post</title><language>en-gb</language>
<item><title>Fire closes harbour &amp;#8211; ferries wait</title><link>https://post.example/7</link>
  <guid isPermaLink="false">post-7</guid><pubDate>Mon, 14 Sep 2026 05:12:00 GMT</pubDate>
  <dc:creator>Ada Lunde</dc:creator><category>Harbour</category><category>Fire</category>
  <description>Two ferries wait outside the harbour of Vestvik this morning.</description>
  <content:encoded><![CDATA[<p>A fire closed the harbour.</p><p>No one was hurt.</p>]]>
  </content:encoded>
  <media:title>Smoke</media:title>
</item>
<item><title>Harbour reopens</title><description>&lt;p&gt;It is open again.&lt;/p&gt;</description>
  <guid>post-8</guid></item>
</channel></rss>"""


def test_each_item_of_a_feed_is_an_article(articles):
    first, second = articles(RSS)
    assert (first.format, first.part, second.part) == ("feed", 0, 1)
    assert first.id == first.guid == "post-7"
    assert first.date == "2026-09-14T05:12:00Z"
    assert first.byline == "Ada Lunde"
    assert first.keywords == ("Harbour", "Fire")
    assert first.links == ("https://post.example/7",)
    assert first.language == "en"


def test_the_channel_is_the_source_of_its_items(articles):
    assert {each.source for each in articles(RSS)} == {"Vestvik Post"}


def test_an_entity_escaped_twice_in_a_title_is_a_character(articles):
    assert articles(RSS)[0].title == "Fire closes harbour – ferries wait"


def test_the_full_text_is_read_and_the_description_is_the_deck(articles, texts):
    first = articles(RSS)[0]
    assert texts(first, Role.BODY) == ["A fire closed the harbour.", "No one was hurt."]
    assert first.deck == "Two ferries wait outside the harbour of Vestvik this morning."


def test_without_a_full_text_the_description_is_the_text(articles, texts):
    second = articles(RSS)[1]
    assert texts(second, Role.BODY) == ["It is open again."]
    assert second.deck is None


def test_an_impossible_date_is_no_date(articles):
    odd = RSS.replace("Mon, 14 Sep 2026 05:12:00 GMT", "Foo, 99 Bar 99999")
    assert articles(odd)[0].date is None


def test_a_link_that_is_not_of_the_web_is_left_out(articles):
    assert articles(RSS.replace("https://post.example/7", "javascript:alert(1)"))[0].links == ()


def test_atom_entries_are_articles(articles, texts):
    atom = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title>
      <entry><title>Harbour reopens</title><id>urn:9</id><updated>2026-09-16T10:00:00Z</updated>
        <author><name>Ada Lunde</name></author><link href="https://post.example/9"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
        </content></entry></feed>"""
    (found,) = articles(atom)
    assert (found.title, found.guid, found.byline) == ("Harbour reopens", "urn:9", "Ada Lunde")
    assert found.date == "2026-09-16T10:00:00Z"
    assert found.links == ("https://post.example/9",)
    assert texts(found, Role.BODY) == ["One.", "Two."]


def test_rdf_items_beside_the_channel_are_articles(articles):
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Post</title></channel><item><title>Harbour reopens</title>
      <dc:date>2026-09-16</dc:date><description>It is open.</description></item></rdf:RDF>"""
    (found,) = articles(rdf)
    assert (found.title, found.date, found.source) == ("Harbour reopens", "2026-09-16", "Post")


def test_a_wordpress_export_gives_its_posts_and_leaves_attachments_out(articles, texts):
    wxr = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>Post</title>
      <item><title>Harbour reopens</title><content:encoded><![CDATA[The harbour is <b>open</b>.

It was closed for two days.]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
        <wp:post_type>post</wp:post_type><wp:post_name>harbour-reopens</wp:post_name></item>
      <item><title>smoke.jpg</title><wp:post_type>attachment</wp:post_type></item></channel></rss>"""
    (found,) = articles(wxr)
    assert (found.format, found.title, found.slug) == ("wxr", "Harbour reopens", "harbour-reopens")
    assert texts(found, Role.BODY) == ["The harbour is open.", "It was closed for two days."]
