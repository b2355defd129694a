import json

from copytaster.wire.article import Role

LINKED = {
    "@type": "NewsArticle",
    "headline": "Fire closes Vestvik harbour",
    "datePublished": "2026-09-14T05:12:00+02:00",
    "author": [{"@type": "Person", "name": "Ada Lunde"}],
    "publisher": {"@type": "Organization", "name": "Vestvik Post"},
    "articleSection": "Harbour",
}
FIRST = "A fire closed the harbour of Vestvik on Monday, the port authority said in the morning."
SECOND = "Two ferries with three hundred people on board were told to wait outside until noon."
PAGE = f"""<!DOCTYPE html><html lang="en"><head>
<title>Fire closes Vestvik harbour | Vestvik Post</title>
<script type="application/ld+json">{json.dumps(LINKED)}</script>
<meta property="og:site_name" content="Post"><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Fire closes Vestvik harbour</h1>
<figure><img src="x.jpg"><figcaption>Smoke over the quay</figcaption></figure>
<p>{FIRST}</p><h2>Ferries</h2><p>{SECOND} <a href="https://ferry.example/">Timetable</a></p>
<p style="display:none">Hidden words</p><script>var hidden = 1;</script>
<ul><li><a href="/8">Harbour reopens soon</a></li></ul></article></main>
<footer><p>All rights reserved by the Vestvik Post and its many contributors, for ever.</p></footer>
</body></html>"""


def test_linked_data_gives_title_date_author_and_outlet(article):
    found = article(PAGE)
    assert found.format == "html"
    assert found.title == "Fire closes Vestvik harbour"
    assert found.date == "2026-09-14T05:12:00+02:00"
    assert found.byline == "Ada Lunde"
    assert found.source == "Vestvik Post"
    assert found.category == "Harbour"
    assert found.language == "en"


def test_the_paragraphs_of_the_article_are_kept_whole(article, texts):
    assert texts(article(PAGE), Role.BODY) == [FIRST, f"{SECOND} Timetable"]


def test_headings_in_the_text_are_subheads_and_figures_have_captions(article, texts):
    found = article(PAGE)
    assert texts(found, Role.SUBHEAD) == ["Ferries"]
    assert texts(found, Role.CAPTION) == ["Smoke over the quay"]


def test_a_short_line_that_is_only_a_link_is_folded(article, texts):
    assert texts(article(PAGE), Role.LINK) == ["Harbour reopens soon"]


def test_menus_footers_scripts_styles_and_hidden_text_are_no_story(article):
    text = " ".join(block.text for block in article(PAGE).blocks if not block.role.folded)
    assert not any(
        word in text for word in ("Sport", "rights reserved", "Hidden", "hidden", "color")
    )


def test_meta_elements_stand_in_for_linked_data(article):
    bare = PAGE.replace("application/ld+json", "text/plain").replace(
        "<style>", '<meta property="article:published_time" content="2026-09-14"><style>'
    )
    found = article(bare)
    assert (found.title, found.date, found.source) == (
        "Fire closes Vestvik harbour",
        "2026-09-14",
        "Post",
    )


def test_without_article_or_main_the_densest_element_is_the_story(article, texts):
    bare = PAGE.replace("<main><article>", "<div class='x'>").replace("</article></main>", "</div>")
    body = texts(article(bare), Role.BODY)
    assert body[0] == FIRST
    assert not any("rights reserved" in text for text in body)


def test_cards_of_other_stories_do_not_win_over_the_text(article, texts):
    cards = "".join(
        f"<article><h3>Card {n}</h3><p>Short teaser {n}.</p></article>" for n in range(9)
    )
    bare = PAGE.replace("<main><article>", "<div>").replace("</article></main>", f"</div>{cards}")
    assert FIRST in texts(article(bare), Role.BODY)


def test_the_links_of_the_page_are_kept(article):
    assert "https://ferry.example/" in article(PAGE).links


def test_a_fragment_is_a_page_too(article, texts):
    found = article(f"<p>{FIRST}</p><p>{SECOND}</p>")
    assert found.format == "html"
    assert len(texts(found, Role.BODY)) + len(texts(found, Role.TITLE)) == 2


def test_broken_linked_data_is_ignored(article):
    broken = PAGE.replace('"@type"', '"@type')
    assert article(broken).title == "Fire closes Vestvik harbour"


def test_what_is_nested_without_end_is_shown_without_its_tags(article):
    deep = "<html><body>" + "<div>" * 20_000 + f"<p>{FIRST}</p>" + "</div>" * 20_000
    assert any(FIRST in block.text for block in article(deep).blocks)


def test_a_tag_of_many_attributes_does_not_hold_the_parser_up(article):
    monster = "<div " + " ".join(f'a{n}="x"' for n in range(20_000)) + f"><p>{FIRST}</p></div>"
    assert any(FIRST in block.text for block in article(monster).blocks)


def test_pictures_written_into_the_page_are_not_shown(article):
    inline = f'<img src="data:image/png;base64,{"A" * 300_000}"><p>{FIRST}</p>'
    assert all("AAAA" not in block.text for block in article(inline).blocks)
