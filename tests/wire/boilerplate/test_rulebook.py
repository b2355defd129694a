from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

from copytaster.wire import boilerplate
from copytaster.wire.boilerplate import Rule, rulebook
from copytaster.wire.shapes import key_of, shape_of
from wire.boilerplate.reading import rule_name

RULES = rulebook().rules
MODULES = [module.name for module in pkgutil.iter_modules(boilerplate.__path__)]


def name_of(rule: Rule) -> str:
    return f"{rule.name} ({rule.reach})"


@pytest.mark.parametrize("module", [name for name in MODULES if name != "rule"])
def test_every_module_of_rules_has_its_tests(module: str) -> None:
    assert (Path(__file__).parent / f"test_{module}.py").exists()


@pytest.mark.parametrize("module", [name for name in MODULES if name != "rule"])
def test_every_module_of_rules_says_what_it_folds(module: str) -> None:
    source = Path(boilerplate.__path__[0], f"{module}.py").read_text(encoding="utf-8")
    assert source.startswith('"""')


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_patterns_are_valid_and_do_not_capture(rule: Rule) -> None:
    assert all(re.compile(pattern).groups == 0 for pattern in (*rule.patterns, *rule.glued))


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_what_a_rule_looks_for_is_written_as_lines_are_looked_up(rule: Rule) -> None:
    assert all(words == words.casefold() for words in rule.holds)
    assert all(key_of(phrase) for phrase in rule.phrases)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_every_rule_folds_and_gives_a_reason(rule: Rule) -> None:
    assert rule.role.folded
    assert rule.reason.strip()


def test_every_phrase_falls_under_a_rule() -> None:
    phrases = {phrase for rule in RULES for phrase in rule.phrases}
    lost = {phrase for phrase in phrases if rule_name(phrase) is None}
    assert lost == set()


def test_a_line_is_looked_up_without_its_case_quotes_and_decoration() -> None:
    assert rule_name("▸ MOST READ »") == rule_name("most read") == "related links"
    assert rule_name("EDITOR’S PICKS") == "related links"


def test_the_two_letters_i_of_turkish_are_one() -> None:
    assert rule_name("İLGİLİ KONULAR") == rule_name("ilgili konular") == "related links"
    assert rule_name("HABERİ PAYLAŞ") == "share buttons"


def test_a_word_with_a_full_stop_is_no_button() -> None:
    assert rule_name("Share") == "share buttons"
    assert rule_name("Share.") is None


def test_a_line_longer_than_its_rule_allows_is_no_match() -> None:
    assert rule_name("Read more: " + "the pier " * 100) is None


def test_a_line_of_nothing_but_decoration_falls_under_no_rule() -> None:
    assert rulebook().match("***", shape_of("***")) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "“Your support made this journalism prize possible,” she told the reporters.",
        "By joining the treaty, the country would accept the rules on privacy of its neighbours.",
        "We want to receive fair treatment and nothing more than that, the farmers wrote.",
        "Support among independent voters has fallen by a third since May, the poll found.",
        "To keep voting by mail, residents must register before the end of the week.",
        "Like many on Twitter, the minister was slow to see what had happened.",
        "This material may be radioactive, the fire brigade warned on Monday.",
        "The video does not show who fired the first shot, according to the court.",
        "Use of the app has doubled since the spring, the company's figures show.",
        "The app is now banned in six countries, and a seventh is considering it.",
        "An dieser Stelle stand bis zum Krieg eine Kirche, von der nur die Mauern blieben.",
        "Die Polizei informierte die Anwohner am Montag per E-Mail über die Sperrung der Brücke.",
        "Video-Überwachung soll es an der Brücke auch künftig nicht geben, heißt es im Rathaus.",
        "The text of the law on artificial intelligence runs to four hundred pages.",
        "Inspectors were given unlimited access to the three sites for the first time.",
        "Revenue from digital subscriptions rose by a fifth and made up for the loss in print.",
        "The situation is developing quickly and may get worse before the weekend.",
        "The story continues after the war, when the two brothers meet at the harbour again.",
        "Call us what you like, the brothers wrote, but do not call us late for supper.",
        "The terms apply to all ships that were built before the year of the treaty.",
    ],
)
def test_sentences_of_a_story_that_sound_like_a_page_are_body(sentence: str) -> None:
    assert rule_name(sentence) is None
