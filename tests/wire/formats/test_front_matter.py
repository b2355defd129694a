from copytaster.wire.article import Role

YAML = """---
title: "Harbour closed"
date: 2026-09-14 07:12:00 +0200
deck: Two ferries wait
authors:
  - Ada Lunde
topics: [harbour, fire]
slug: harbour-closed
---

The harbour of **Vestvik** is [closed](https://harbour.example/) until Wednesday.

## Ferries

Two ferries wait outside, the port authority said on Monday.
"""
TOML = YAML.replace("---", "+++").replace(
    YAML.split("---")[1],
    '\ntitle = "Harbour closed"\ndate = 2026-09-14T07:12:00+02:00\ncity = "Vestvik"\n',
)


def test_yaml_between_hyphens_gives_the_fields(article):
    found = article(YAML)
    assert found.format == "markdown"
    assert (found.title, found.deck, found.byline) == (
        "Harbour closed",
        "Two ferries wait",
        "Ada Lunde",
    )
    assert found.date == "2026-09-14T07:12:00+02:00"
    assert found.keywords == ("harbour", "fire")
    assert found.slug == "harbour-closed"


def test_toml_between_pluses_gives_the_fields(article):
    found = article(TOML)
    assert (found.title, found.date) == ("Harbour closed", "2026-09-14T07:12:00+02:00")
    assert found.dateline == "Vestvik"


def test_marks_are_dropped_and_links_are_kept_as_links(article, texts):
    found = article(YAML)
    assert texts(found, Role.BODY)[0] == "The harbour of Vestvik is closed until Wednesday."
    assert found.links == ("https://harbour.example/",)


def test_blocks_keep_the_line_numbers_of_the_file_and_the_front_matter_is_folded(article):
    found = article(YAML)
    body = next(block for block in found.blocks if block.role is Role.BODY)
    assert body.lines == (11, 11)
    matter = next(block for block in found.blocks if block.reason == "front matter")
    assert (matter.role, matter.lines) == (Role.FURNITURE, (1, 9))


def test_front_matter_that_refers_to_itself_is_not_expanded(article):
    bomb = (
        '---\na: &a ["x","x"]\nb: &b [*a,*a]\nc: [*b,*b]\ntitle: bomb\n---\n'
        + YAML.split("---\n")[2]
    )
    assert article(bomb).format == "text"


def test_front_matter_that_would_run_something_is_text(article):
    evil = '---\ntitle: !!python/object/apply:os.system ["true"]\n---\nThe harbour is closed.\n'
    assert article(evil).format == "text"


def test_front_matter_without_a_body_is_an_article_that_says_so(article):
    found = article("---\ntitle: Harbour closed\n---\n")
    assert found.title == "Harbour closed"
    assert "no story text found" in found.warnings
