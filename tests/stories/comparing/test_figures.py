"""Figures and dates as news copy writes them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.comparing.facts import Facts
from copytaster.stories.comparing.figures import Figure, figures
from copytaster.stories.comparing.moments import Precision, moments
from copytaster.stories.comparing.telling import tell
from corpus.aligned import sample_pairs


def only(sentence: str, language: str | None = None) -> Figure:
    (figure,) = figures(sentence, language, moments(sentence))
    return figure


@pytest.mark.parametrize(
    ("sentence", "language", "value", "measure"),
    [
        ("It held 12,000 tonnes.", "en", 12_000, "ton"),
        ("Es waren 12.000 Tonnen.", "de", 12_000, None),
        ("Il y en avait 12\u202f000.", "fr", 12_000, None),
        ("Pay rises by 4.1 per cent.", "en", 4.1, "percent"),
        ("Sie erhalten 4,1 Prozent.", "de", 4.1, "percent"),
        ("Turnout was 74%.", "en", 74, "percent"),
        ("It costs $200m.", "en", 200e6, "USD"),
        ("It costs €1.5bn.", "en", 1.5e9, "EUR"),
        ("The wall is 9.1 m high.", "en", 9.1, "meter"),
        ("Some 1.2m people live there.", "en", 1.2e6, None),
        ("They pay 8.4 billion crowns.", "en", 8.4e9, "crown"),
        ("Sie kostet 320 Millionen Mark.", "de", 320e6, "mark"),
        ("It rose to twenty-five metres.", "en", 25, "meter"),
        ("There were two hundred and six dead.", "en", 206, None),
        ("A dam lies 40 km upstream.", "en", 40, "km"),
        ("It let off 900 cubic metres a second.", "en", 900, "cubic meter"),
        ("A 14,200-tonne ship burned.", "en", 14_200, "ton each"),
        ("Hubo once muertos.", "es", 11, None),
        ("Es gab zwölf Tote.", "de", 12, None),
    ],
)
def test_a_figure_is_read_in_the_style_of_its_language(
    sentence: str, language: str, value: float, measure: str | None
) -> None:
    figure = only(sentence, language)
    assert figure.value == pytest.approx(value)
    assert figure.measure == measure


@pytest.mark.parametrize(
    "sentence",
    [
        "The shed stands on Quay 9.",
        "He came third in the 9th minute.",
        "The alert was sent at 11:04 and at 6 p.m.",
        "On Sept 17, 2026 the river rose.",
        "One is polite.",
        "It happened at twenty past six.",
        "See Flight 370 and No. 5.",
    ],
)
def test_names_times_and_dates_are_no_figures(sentence: str) -> None:
    assert figures(sentence, "en", moments(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("At least four people died.", "dead"),
        ("The blast killed 12 people.", "dead"),
        ("The death toll rose to eleven.", "dead"),
        ("The number of dead in the worst flood of all rose to 11.", "dead"),
        ("Some 30 were injured.", "injured"),
        ("Nine people are missing.", "missing"),
        ("Police arrested 14 men.", "arrested"),
        ("About 2,000 were evacuated.", "evacuated"),
        ("Seven of the dead were children.", None),
        ("The town has 640,000 people.", None),
        ("He died 12 days later.", None),
    ],
)
def test_it_is_known_what_happened_to_those_who_are_counted(
    sentence: str, concept: str | None
) -> None:
    assert only(sentence).concept == concept


def test_two_counts_of_one_sentence_keep_apart() -> None:
    found = figures("Four people have died and nine are missing.")
    assert [(one.value, one.concept) for one in found] == [(4, "dead"), (9, "missing")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12,000 dead", "twelve thousand dead"),
        ("12,000 dead", "12,345 dead"),
        ("about 2,000 people", "1,950 people"),
        ("more than 12,000 dead", "12,345 dead"),
        ("nearly 500 homes", "480 homes"),
        ("10 to 15 people", "12 people"),
        ("between 10 and 15 people", "10-15 people"),
        ("8.4 billion crowns", "8.38 billion crowns"),
        ("88 votes to 85", "88-85"),
        ("$200m", "$200 million"),
        ("at least 50 dead", "52 dead"),
    ],
)
def test_figures_agree_that_may_be_one(one: str, other: str) -> None:
    assert only(one).agrees(only(other))
    assert only(other).agrees(only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12,000 dead", "13,000 dead"),
        ("12,000 tonnes", "1,200 tonnes"),
        ("4.1 percent", "4.2 percent"),
        ("7.84 metres", "7.85 metres"),
        ("at least four dead", "at least five dead"),
        ("at least three dead", "five dead"),
        ("100 dead", "120 dead"),
        ("88 votes to 85", "88 votes to 84"),
        ("some 1,100 houses", "1,200 houses"),
        ("10 to 15 people", "20 people"),
    ],
)
def test_figures_disagree_that_cannot_be_one(one: str, other: str) -> None:
    assert not only(one).agrees(only(other))


def test_a_conversion_in_brackets_has_the_hedge_of_its_figure() -> None:
    feet, meters = figures("more than 2,000 feet (610 meters) below")
    assert feet.hedge == meters.hedge == "more"
    assert meters.agrees(only("620 metres"))


def test_the_text_of_a_figure_is_as_written_with_its_hedge() -> None:
    assert only("There were at least four dead.").text == "at least four"
    assert only("It costs about $1,150.").text == "about $1,150"


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=2, max_value=10**9))
def test_thousands_are_read_alike_in_every_locale(value: int) -> None:
    english = f"They counted {value:,} votes in all."
    german = f"Man zählte {value:,} Stimmen.".replace(",", ".")
    assert only(english, "en").value == only(german, "de").value == value


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,-–$% toandmillionfive", max_size=40))
def test_no_text_upsets_the_reader_of_figures(text: str) -> None:
    for figure in figures(text):
        assert figure.low <= figure.value <= figure.high
        assert 0 <= figure.start < figure.end <= len(text)


@pytest.mark.parametrize(
    ("sentence", "precision", "parts"),
    [
        ("It began on Thursday.", Precision.WEEKDAY, (4,)),
        ("Es begann am Donnerstag.", Precision.WEEKDAY, (4,)),
        ("The fire of Sept 17 is out.", Precision.DAY, (9, 17)),
        ("The fire of 17 September 2026 is out.", Precision.DAY, (9, 17)),
        ("El 20 de septiembre votan.", Precision.DAY, (9, 20)),
        ("A record held since 1962 fell.", Precision.YEAR, (1962,)),
        ("It came at 7:55 a.m. sharp.", Precision.CLOCK, (475,)),
        ("It came at 6 p.m. sharp.", Precision.CLOCK, (1080,)),
        ("In October they vote.", Precision.MONTH, (10,)),
    ],
)
def test_dates_and_times_are_read(
    sentence: str, precision: Precision, parts: tuple[int, ...]
) -> None:
    (moment,) = moments(sentence)
    assert moment.precision is precision
    assert moment.parts == parts
    assert sentence[moment.start :].startswith(moment.text)


def test_a_verb_is_no_month() -> None:
    assert moments("They may march on the sun.") == []


def test_moments_of_two_kinds_do_not_contradict_each_other() -> None:
    (day,), (year,) = moments("on Monday"), moments("in 1962")
    assert day.agrees(year)


def test_a_sentence_that_has_a_figure_of_ten_or_more_may_count_much() -> None:
    told = tell([one for pair in sample_pairs() for one in (*pair.ours, *pair.theirs)])
    many = [facts for facts in map(Facts, told) if any(one.value >= 10 for one in facts.figures)]
    assert len(many) > 100
    assert all(facts.may_count_much() for facts in many)


def test_a_sentence_without_digits_that_counts_to_nine_may_not_count_much() -> None:
    few, many = tell(["Nine of them had slept.", "Eleven of them had slept."])
    assert not Facts(few).may_count_much()
    assert Facts(many).may_count_much()


def test_two_numbers_that_stand_beside_each_other_are_not_added() -> None:
    assert only("After one five-hour climb it was mended.", "en").value == 5


def test_tens_and_units_are_one_number_in_every_language_that_joins_them() -> None:
    assert only("There were twenty-five boats.", "en").value == 25
    assert only("Il y avait vingt-deux bateaux.", "fr").value == 22


def test_every_one_is_no_number_and_every_nine_days_has_one() -> None:
    assert not figures("Every one of them slept.", "en")
    assert only("The bus runs every nine days.", "en").value == 9
