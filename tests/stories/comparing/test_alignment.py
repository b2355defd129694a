"""Which sentences tell the same: told in other words, split, merged, moved; and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.comparing.alignment import Aligned, align
from copytaster.stories.comparing.telling import tell_both
from corpus.aligned import Score, aligned_pairs, sample_pairs, score, seed_pairs
from corpus.labels import HERE

FLOOD = [
    "The river Morla broke a dyke near Belaya Luka on Thursday, officials said.",
    "“We are afraid of the water that is coming,” Emergency Minister Yuri Sobolin told reporters.",
    "The crest is expected in the capital late on Friday.",
    "Prime Minister Alexei Velichko promised 5,000 tarvens to each flooded household.",
    "At the zoo keepers moved the penguins last.",
]


def aligned(ours: list[str], theirs: list[str]) -> list[Aligned]:
    return align(*tell_both(ours, theirs))


def test_an_article_is_a_copy_of_itself() -> None:
    found = aligned(FLOOD, FLOOD)
    assert [(one.ours, one.theirs) for one in found] == [((n,), (n,)) for n in range(len(FLOOD))]
    assert all(one.copied and one.score == 1 for one in found)


def test_order_does_not_matter() -> None:
    last = len(FLOOD) - 1
    assert aligned_pairs(FLOOD, FLOOD[::-1]) == {(n, last - n) for n in range(len(FLOOD))}


def test_marks_and_spellings_do_not_matter() -> None:
    (one,) = aligned(
        FLOOD[1:2],
        ['"We are afraid of the water that is coming", Emergency Minister Yury Sobolin said.'],
    )
    assert one.copied


def test_a_quote_that_is_cut_short_and_told_in_other_words_is_found() -> None:
    ours = (
        "“We do not sink ships here, we mend what other people have sunk and send them home,” "
        "the owner, Dorthe Lunde, said."
    )
    theirs = (
        "“We mend what other people sank,” she told welders who had walked out on Monday over "
        "rumours of a sale to a rival."
    )
    assert (0, len(FLOOD)) in aligned_pairs([ours, *FLOOD], [*FLOOD, theirs])


def test_two_quotes_of_one_speaker_are_not_the_same() -> None:
    ours = "“We do not sink ships here, we mend what others have sunk,” Dorthe Lunde said."
    theirs = "“We have not sold a rivet to anybody and shall not,” Dorthe Lunde said."
    assert (0, len(FLOOD)) not in aligned_pairs([ours, *FLOOD], [*FLOOD, theirs])


def test_a_paraphrase_with_the_same_quote_is_found() -> None:
    retold = "Sobolin, on a roof, had this to say: “We are afraid of the water that is coming.”"
    assert aligned_pairs(FLOOD, ["Nobody slept.", retold]) == {(1, 1)}


def test_a_paraphrase_with_the_same_rare_figure_is_found() -> None:
    retold = "Every household under water gets 5,000 tarvens, Velichko promised."
    (one,) = aligned(FLOOD, ["The sun shone.", retold])
    assert (one.ours, one.theirs) == ((3,), (1,))
    assert not one.copied


def test_one_sentence_split_in_two_is_one_pair() -> None:
    whole = [
        "The port shut its outer basin to all movements until noon and four grain ships were sent "
        "on to Brannock, ninety miles down the coast.",
        "The mayor was asleep.",
    ]
    parts = [
        "The port shut its outer basin to all movements until noon.",
        "Four grain ships were sent on to Brannock, ninety miles down the coast.",
        "A cat was found.",
    ]
    assert [(one.ours, one.theirs) for one in aligned(whole, parts)] == [((0,), (0, 1))]
    assert [(one.ours, one.theirs) for one in aligned(parts, whole)] == [((0, 1), (0,))]


def test_two_sentences_between_two_pairs_that_follow_each_other_are_one_sooner() -> None:
    retold = "By Friday night the wave should be in the capital."
    assert (2, 2) in aligned_pairs(FLOOD, [*FLOOD[:2], retold, *FLOOD[3:]])
    assert (2, 4) not in aligned_pairs(FLOOD, [*FLOOD[:2], *FLOOD[3:], retold])


def test_a_part_right_beside_another_part_is_found_sooner() -> None:
    whole = [
        "The port shut its outer basin to all movements until noon and four grain ships were sent "
        "on to Brannock, ninety miles down the coast.",
        "The mayor was asleep.",
    ]
    first, cat = "The port shut its outer basin to all movements until noon.", "A cat was found."
    second = "Brannock, down that coast, took the ships in."
    assert aligned_pairs(whole, [first, second, cat]) == {(0, 0), (0, 1)}
    assert aligned_pairs([first, second, cat], whole) == {(0, 0), (1, 0)}
    assert aligned_pairs(whole, [first, cat, second]) == {(0, 0)}


def test_one_speaker_says_many_things() -> None:
    ours = ["“They asked us to move the boats,” said Aoi Sanada, the flight director."]
    theirs = ["“You do not forget somebody you know,” says flight director Aoi Sanada."]
    assert aligned(ours, theirs) == []


def test_the_names_of_the_story_prove_nothing() -> None:
    ours = [
        "Berrocal of Almarena made the buses of the capital free.",
        "Almarena voted on Sunday, and Berrocal slept until noon.",
        "A beekeeper told Berrocal what Almarena wants.",
    ]
    theirs = [
        "In Almarena it has not rained since May, said Berrocal.",
        "Berrocal likes soup as much as all Almarena does.",
        "Nobody in Almarena has read the contract, not even Berrocal.",
    ]
    assert aligned(ours, theirs) == []


def test_a_few_words_in_common_make_no_copy() -> None:
    assert not any(one.copied for one in aligned(["Manrique thanked her."], ["Manrique thought."]))


def test_a_stranger_shares_nothing() -> None:
    goose = [
        "A goose sat down on the runway and hissed at a falconer.",
        "Eleven flights were late, among them that of the mayor.",
        "A society for the protection of birds has engaged a lawyer.",
    ]
    assert aligned(FLOOD, goose) == []


@pytest.mark.parametrize(("ours", "theirs"), [([], []), (FLOOD, []), ([], FLOOD)])
def test_nothing_aligns_with_nothing(ours: list[str], theirs: list[str]) -> None:
    assert aligned(ours, theirs) == []


SENTENCES = st.lists(st.sampled_from([*FLOOD, "It rained.", "", "…", "“Yes.”"]), max_size=7)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_no_sentence_is_in_two_pairs(ours: list[str], theirs: list[str]) -> None:
    found = aligned(ours, theirs)
    own = [i for one in found for i in one.ours]
    other = [j for one in found for j in one.theirs]
    assert len(own) == len(set(own))
    assert len(other) == len(set(other))
    assert all(0 <= one.score <= 1 for one in found)
    firsts = [one.ours[0] for one in found]
    assert firsts == sorted(firsts)


def test_every_label_of_the_sample_corpus_is_of_a_pair_that_there_is() -> None:
    rows = (HERE / "pairs" / "alignment.tsv").read_text("utf-8").splitlines()
    assert sum(len(pair.labels) for pair in sample_pairs()) >= len(rows) - 6
    assert sum(len(pair.same()) for pair in sample_pairs()) >= 300


def test_sample_articles_align_as_a_careful_reader_aligns_them() -> None:
    scores = (score(pair, aligned_pairs(pair.ours, pair.theirs)) for pair in sample_pairs())
    total = sum(scores, Score())
    assert total.precision >= 0.95
    assert total.recall >= 0.80


def test_it_does_not_matter_which_article_is_which() -> None:
    for pair in sample_pairs():
        turned = {(i, j) for j, i in aligned_pairs(pair.theirs, pair.ours)}
        assert turned == aligned_pairs(pair.ours, pair.theirs), pair.names


def test_the_seeds_align_as_a_careful_reader_aligns_them() -> None:
    pairs = list(seed_pairs())
    if not pairs:
        pytest.skip("the seeds are not beside this checkout")
    total = sum((score(pair, aligned_pairs(pair.ours, pair.theirs)) for pair in pairs), Score())
    assert total.precision >= 0.95
    assert total.recall >= 0.70


def test_of_several_quotes_in_one_sentence_the_most_alike_counts() -> None:
    ours = "“Nobody slept,” said Sobolin, and “we are afraid of the water that is coming.”"
    theirs = "Asked of it, he said “we are afraid of the water that is coming” and “go home”."
    assert aligned_pairs([ours], ["The sun shone.", theirs]) == {(0, 1)}
