"""Text parted into sentences as people count them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.comparing.splitting import LONGEST_SENTENCE, news_sentences


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. President met Mr. Ottar and Sen. J. R. Vik in St. Olave on Sept. 4.",
        "Output rose 1.5 percent to 12.4 million tonnes, Dr. Sund said.",
        "“Why?” Ms. Dahl asked.",
        '"Stop!" the captain shouted.',
        "“I was as surprised as anyone …” she said.",
        "Am 16. September kam Dr. Meier z. B. mit 3,5 Mio. Mark nach Kaltenbrück.",
        "«C’est fini», a dit M. Corvel à Mme. Maurissac.",
        "No. 5 on the list is Nordvind Works Inc. of Ystermouth.",
        "「目を覚ました。寒いと言っている。」と真田氏は述べた。",
        "The meeting began at 5 p.m. local time.",
    ],
)
def test_what_only_looks_like_an_end_does_not_part_a_sentence(text: str) -> None:
    assert news_sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He lives in the U.S. The dog does not.", ["the U.S.", "does not."]),
        (
            "“We lost. It happens. I recommend it.” He sat down.",
            ["lost.", "happens.", "it.”", "n."],
        ),
        ('"I called her at six. She was out," he said.', ["six.", "he said."]),
        ("Is it over? It is! Then go.", ["over?", "is!", "go."]),
        ("The firm said no. Its owner said yes.", ["no.", "yes."]),
        ("``We were tired,'' he said. ``Very.'' They left.", ["said.", "``Very.''", "left."]),
        ("Il est là. « Je pars. Tant pis. » Elle reste.", ["là.", "pars.", "pis. »", "reste."]),
        ("¿Qué pasa? Nada.", ["¿Qué pasa?", "Nada."]),
        ("衛星は分離された。予定の軌道に入った。", ["れた。", "った。"]),
        ("الحكومة قالت ذلك. ثم غادرت؟ نعم.", ["ذلك.", "غادرت؟", "نعم."]),
        ("„Gewonnen hat niemand.“ Sandrock schwieg. 36 Stunden genügen.", ["d.“", "g.", "n."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, ends: list[str]) -> None:
    found = news_sentences(text)
    assert len(found) == len(ends)
    assert all(sentence.endswith(end) for sentence, end in zip(found, ends, strict=True))


def test_every_line_is_a_block_of_its_own() -> None:
    assert news_sentences("A subhead without an end\nThe body begins. It goes on.") == [
        "A subhead without an end",
        "The body begins.",
        "It goes on.",
    ]


def test_a_table_without_a_stop_comes_in_pieces() -> None:
    found = news_sentences("1,200 tonnes " * 1_000)
    assert all(len(sentence) <= LONGEST_SENTENCE for sentence in found)
    assert " ".join(found) == ("1,200 tonnes " * 1_000).strip()
    assert "".join(news_sentences("x" * 5_000)) == "x" * 5_000


def test_blank_text_has_no_sentences() -> None:
    assert news_sentences(" \n\n ") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Ab c.!?“”\"'’。」\n1é", max_size=80))
def test_no_word_is_lost_and_none_is_told_twice(text: str) -> None:
    assert "".join(news_sentences(text)).replace(" ", "") == "".join(text.split())
