from __future__ import annotations

import numpy as np
import pytest

from copytaster.stories.index.names import Names, consonants, one_name
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.spellings import HOUSE_STYLES, Spellings
from copytaster.stories.index.vectors import vectors_of
from stories.newsroom import term_of


def read_as_one(*texts: str) -> list[int]:
    """The terms of the last words of the texts, as they are read."""
    names = Names()
    vectors = vectors_of([("", text) for text in texts], names.note)
    spellings = names.spellings(Rarity.counted(vectors))
    last = [term_of(text.split()[-1]) for text in texts]
    return spellings.read_terms(np.array(last, np.uint32)).tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelensky"),
        ("Yuri", "Yury"),
        ("Gorbachev", "Gorbachov"),
        ("Tchaikovsky", "Chaikovskii"),
        ("Khamenei", "Hamenei"),
    ],
)
def test_spellings_of_one_name_are_one_term(one: str, other: str) -> None:
    first, second = read_as_one(f"met {one}", f"saw {other}")
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [("Maria", "Mario"), ("Biden", "Boden"), ("Iran", "Iron"), ("Martin", "Morton")],
)
def test_names_of_two_people_stay_two(one: str, other: str) -> None:
    first, second = read_as_one(f"met {one}", f"saw {other}")
    assert first != second


def test_words_that_are_also_written_small_are_no_names() -> None:
    first, second, _ = read_as_one("met Carter", "saw Cartier", "a carter")
    assert first != second


def test_the_most_frequent_spelling_is_the_standard() -> None:
    read = read_as_one("met Zelenskyy", "saw Zelensky", "heard Zelensky")
    assert set(read) == {term_of("Zelensky")}


def test_the_order_of_arrival_does_not_choose_the_standard() -> None:
    texts = ["met Zelenskyy", "saw Zelensky", "heard Zelenskiy"]
    assert set(read_as_one(*texts)) == set(read_as_one(*reversed(texts)))


@pytest.mark.parametrize(("variant", "standard"), HOUSE_STYLES.items())
def test_house_styles_meet(variant: str, standard: str) -> None:
    spellings = Spellings.of_house_styles()
    read = spellings.read_terms(np.array([term_of(variant), term_of(standard)], np.uint32))
    assert read[0] == read[1]


def test_a_name_keeps_its_first_letter_and_its_consonants() -> None:
    assert consonants("zelenskyy") == consonants("zelensky") == "slnsk"
    assert consonants("iran") != consonants("iraq")


def test_likeness_of_names_is_mutual() -> None:
    alike = one_name(["zelensky", "zelenskyy", "zelonska"])
    assert (alike == alike.T).all()
    assert alike.diagonal().all()


def test_both_spellings_in_one_article_add_up() -> None:
    names = Names()
    vectors = vectors_of([("", "Zelensky Zelenskyy"), ("", "Zelensky")], names.note)
    read = names.spellings(Rarity.counted(vectors)).read(vectors)
    assert read.at([0]).terms.tolist() == [term_of("Zelensky")] * 2


def test_names_come_back_from_the_shelf() -> None:
    names = Names()
    vectors = vectors_of([("", "Zelensky met Zelenskyy"), ("", "Zelensky spoke")], names.note)
    rarity = Rarity.counted(vectors)
    again = Names.of_shelf(*names.shelf(), names.small)
    assert again.spellings(rarity).variants.tolist() == names.spellings(rarity).variants.tolist()
