from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Role
from copytaster.wire.lines import Hints, classify
from copytaster.wire.taught import (
    TaughtRule,
    TaughtRulesError,
    from_toml,
    ruling,
    this_block,
    this_phrase,
    to_toml,
)
from wire.boilerplate.reading import STORY, story

HYMN = "Harbour, oh harbour of ours"


def role_of(text: str, line: str, hints: Hints) -> Role:
    return next(block.role for block in classify(text, hints).blocks if block.text == line)


def test_a_taught_phrase_is_folded_everywhere() -> None:
    hints = Hints(taught=(this_phrase("HARBOUR, oh  harbour of ours!"),))
    assert role_of(story(HYMN), HYMN, hints) is Role.FURNITURE


def test_a_phrase_taught_for_one_source_spares_the_others() -> None:
    rule = this_phrase(HYMN, source="Harbour News")
    assert role_of(story(HYMN), HYMN, Hints(source="Harbour News", taught=(rule,))).folded
    assert not role_of(story(HYMN), HYMN, Hints(source="Pier Post", taught=(rule,))).folded
    assert not role_of(story(HYMN), HYMN, Hints(taught=(rule,))).folded


def test_a_taught_block_is_folded_and_no_other() -> None:
    hints = Hints(taught=(this_block(STORY[1]),))
    assert role_of(story(), STORY[1], hints) is Role.FURNITURE
    assert role_of(story(), STORY[2], hints) is Role.BODY


def test_what_was_taught_to_be_kept_is_never_folded() -> None:
    hints = Hints(taught=(this_phrase("Recommended", fold=False),))
    assert not role_of(story("Recommended"), "Recommended", hints).folded


def test_a_kept_line_amid_a_folded_list_is_kept() -> None:
    text = "\n\n".join((*STORY, "Most read", "Grain silo sold", HYMN, "Church bell found"))
    hints = Hints(taught=(this_phrase(HYMN, fold=False),))
    assert not role_of(text, HYMN, hints).folded


def test_what_was_taught_later_wins() -> None:
    rules = (this_phrase(HYMN), this_phrase(HYMN, fold=False))
    found = ruling(rules, HYMN, None)
    assert found is not None
    assert found.fold is False


def test_no_rule_speaks_about_other_lines() -> None:
    assert ruling((this_phrase(HYMN),), "Grain silo sold", None) is None


def test_the_file_is_one_that_a_person_can_read() -> None:
    assert to_toml([this_phrase(HYMN, source="Harbour News")]) == (
        '[[rule]]\nfold = true\nphrase = "Harbour, oh harbour of ours"\nsource = "Harbour News"\n'
    )


RULES = st.builds(
    TaughtRule,
    phrase=st.text(min_size=1),
    block=st.none(),
    source=st.none() | st.text(),
    fold=st.booleans(),
) | st.builds(this_block, st.text(), fold=st.booleans())


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
