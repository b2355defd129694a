from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Article, Block, Role, word_count
from copytaster.wire.lines.taught import (
    LONGEST_PHRASE,
    NOTHING_TAUGHT,
    OPENING,
    REASON,
    TaughtRule,
    TaughtRulesError,
    Teaching,
    fingerprint,
    from_toml,
    taught_copy,
    this_block,
    this_phrase,
    to_toml,
)

HYMN = "Harbour, oh harbour of ours"
LEDE = "The ferry company said on Monday that the crossing would close for nine days."
LISTED = Block(Role.LINK, "Grain silo sold", reason="links under “Most read”")
DOUBTED = Block(Role.BODY, "UP NEXT", suspect=True, reason="a heading of links or of results")
ARTICLE = Article(
    id="pier",
    path="pier.txt",
    title="Old pier closes",
    source="Harbour News",
    word_count=19,
    blocks=(
        Block(Role.TITLE, "Old pier closes"),
        Block(Role.BODY, LEDE, (3, 3)),
        Block(Role.BODY, HYMN, (5, 5)),
        LISTED,
        DOUBTED,
    ),
)


def taught(*rules: TaughtRule, article: Article = ARTICLE) -> Article:
    return taught_copy(article, Teaching(rules))


def block(text: str, article: Article) -> Block:
    return next(block for block in article.blocks if block.text == text)


def test_a_taught_phrase_is_folded_everywhere_and_says_why() -> None:
    folded = block(HYMN, taught(this_phrase("HARBOUR, oh  harbour of ours!")))
    assert folded == Block(Role.FURNITURE, HYMN, (5, 5), reason=REASON)


def test_all_else_stays_as_it_was_parsed() -> None:
    copy = taught(this_phrase(HYMN))
    assert [b for b in copy.blocks if b.text != HYMN] == [
        b for b in ARTICLE.blocks if b.text != HYMN
    ]


def test_a_phrase_taught_for_one_source_spares_the_others() -> None:
    rule = this_phrase(HYMN, source="Harbour News")
    for source, folded in (("Harbour News", True), ("Pier Post", False), (None, False)):
        copy = taught(rule, article=replace(ARTICLE, source=source))
        assert block(HYMN, copy).role.folded is folded


def test_a_block_is_folded_in_its_own_article_only() -> None:
    rule = this_block(HYMN, "pier")
    assert block(HYMN, taught(rule)).role is Role.FURNITURE
    assert block(HYMN, taught(rule, article=replace(ARTICLE, id="other"))).role is Role.BODY


def test_a_block_is_known_however_it_is_spaced() -> None:
    assert fingerprint("Harbour,\n oh  harbour") == fingerprint("Harbour, oh harbour")
    assert fingerprint("Harbour, oh harbour") != fingerprint("harbour, oh harbour")


def test_what_is_never_to_be_folded_is_body_again() -> None:
    copy = taught(this_phrase("Grain silo sold", fold=False))
    assert block("Grain silo sold", copy) == Block(Role.BODY, "Grain silo sold")


def test_what_was_doubted_without_cause_is_dimmed_no_more() -> None:
    copy = taught(this_phrase("up next", fold=False))
    assert block("UP NEXT", copy) == Block(Role.BODY, "UP NEXT")


def test_what_was_doubted_with_cause_is_folded() -> None:
    assert block("UP NEXT", taught(this_phrase("up next"))).role is Role.FURNITURE


def test_what_the_rules_fold_already_keeps_their_reason() -> None:
    assert taught(this_phrase("Grain silo sold")) == ARTICLE


def test_a_title_is_never_folded() -> None:
    assert taught(this_phrase("Old pier closes")) is ARTICLE


def test_words_that_are_folded_do_not_count() -> None:
    copy = taught(this_phrase(HYMN))
    assert copy.word_count == ARTICLE.word_count - len(HYMN.split())
    assert taught(this_phrase("Grain silo sold", fold=False)).word_count == 22


def test_what_was_taught_later_wins() -> None:
    assert not block(HYMN, taught(this_phrase(HYMN), this_phrase(HYMN, fold=False))).role.folded
    assert block(HYMN, taught(this_phrase(HYMN, fold=False), this_phrase(HYMN))).role.folded


def test_a_block_and_a_phrase_weigh_the_same() -> None:
    kept = this_block(HYMN, "pier", fold=False)
    assert not block(HYMN, taught(this_phrase(HYMN), kept)).role.folded
    assert block(HYMN, taught(kept, this_phrase(HYMN))).role.folded


def test_a_later_rule_for_another_source_takes_nothing_back() -> None:
    elsewhere = this_phrase(HYMN, "Pier Post", fold=False)
    assert block(HYMN, taught(this_phrase(HYMN), elsewhere)).role.folded


def test_stars_are_not_dashes() -> None:
    starred = replace(ARTICLE, blocks=(Block(Role.BODY, "* * *"), Block(Role.BODY, "- - -")))
    copy = taught(this_phrase("* * *"), article=starred)
    assert [block.role.folded for block in copy.blocks] == [True, False]


def test_nothing_taught_changes_nothing() -> None:
    assert taught_copy(ARTICLE, NOTHING_TAUGHT) is ARTICLE


def test_teaching_tells_which_articles_it_speaks_about() -> None:
    assert Teaching([this_phrase(HYMN)]).speaks_about(ARTICLE)
    assert not Teaching([this_phrase(HYMN, "Pier Post")]).speaks_about(ARTICLE)
    assert not NOTHING_TAUGHT.speaks_about(ARTICLE)


def test_rules_for_one_case_are_told_from_others() -> None:
    assert this_phrase(HYMN).same_case(this_phrase(HYMN, fold=False))
    assert not this_phrase(HYMN).same_case(this_phrase(HYMN, "Harbour News"))
    assert not this_phrase(HYMN).same_case(this_block(HYMN, "pier"))


def test_a_long_paragraph_is_taught_by_its_fingerprint() -> None:
    paragraph = "About this agency: " + "it was founded by its editors. " * 20
    assert len(paragraph) > LONGEST_PHRASE
    rule = this_phrase(paragraph, "Harbour News")
    assert rule.phrase is None
    assert rule.opening == paragraph[:OPENING]
    long = replace(ARTICLE, blocks=(Block(Role.BODY, paragraph),))
    assert taught(rule, article=long).blocks[0].role.folded


WORDS = st.sampled_from([LEDE, HYMN, "Grain silo sold", "UP NEXT", "Old pier closes", "Most read"])
SOURCES = st.sampled_from([None, "Harbour News", "Pier Post"])
PHRASES = st.builds(this_phrase, WORDS, SOURCES, fold=st.booleans())
BLOCKS = st.builds(this_block, WORDS, st.sampled_from(["pier", "other"]), fold=st.booleans())


@settings(max_examples=60, deadline=None)
@given(st.lists(PHRASES | BLOCKS, max_size=5))
def test_no_line_is_lost_by_teaching(rules: list[TaughtRule]) -> None:
    copy = taught(*rules)
    assert [(b.text, b.lines) for b in copy.blocks] == [(b.text, b.lines) for b in ARTICLE.blocks]
    gained = word_count(copy.blocks) - word_count(ARTICLE.blocks)
    assert copy.word_count == max(0, ARTICLE.word_count + gained)


@settings(max_examples=60, deadline=None)
@given(st.lists(PHRASES | BLOCKS, max_size=5))
def test_teaching_twice_is_teaching_once(rules: list[TaughtRule]) -> None:
    assert taught(*rules, article=taught(*rules)) == taught(*rules)


def test_the_file_is_one_that_a_person_can_read() -> None:
    assert to_toml([this_phrase(HYMN, source="Harbour News")]) == (
        '[[rule]]\nfold = true\nphrase = "Harbour, oh harbour of ours"\nsource = "Harbour News"\n'
    )
    assert f'opening = "{HYMN}"' in to_toml([this_block(HYMN, "pier")])


RULES = st.builds(
    TaughtRule,
    phrase=st.text(min_size=1),
    block=st.none(),
    source=st.none() | st.text(),
    fold=st.booleans(),
) | st.builds(this_block, st.text(), st.text(), fold=st.booleans())


@settings(max_examples=60)
@given(st.lists(RULES, max_size=5))
def test_rules_come_back_from_their_file_as_they_went(rules: list[TaughtRule]) -> None:
    assert from_toml(to_toml(rules)) == tuple(rules)


def test_an_empty_file_teaches_nothing() -> None:
    assert from_toml("") == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("rule = [", "TOML"),
        ("rule = 3", "list"),
        ("rule = [3]", "table"),
        ("[[rule]]\nphrase = 'a'\nblock = 'b'", "either"),
        ("[[rule]]\nfold = true", "either"),
        ("[[rule]]\nphrase = 3", "text"),
        ("[[rule]]\nphrase = 'a'\nfold = 'yes'", "true or false"),
        ("[[rule]]\nphrase = 'a'\ncolour = 'red'", "colour"),
    ],
)
def test_a_file_that_cannot_be_understood_says_what_is_wrong(text: str, word: str) -> None:
    with pytest.raises(TaughtRulesError, match=word):
        from_toml(text)
