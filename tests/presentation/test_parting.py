"""Two wordings cut so that what differs is seen."""

from copytaster.presentation.parting import told_apart

LONG = "We shall mend the mill before the winter comes and pay for every plank of it"
OTHER = LONG.replace("plank", "beam")


def test_what_has_room_up_to_its_parting_stands_as_it_is():
    assert told_apart(LONG, OTHER, 100) == LONG
    assert told_apart("12,000", "13,000", 4) == "12,000"


def test_a_wording_begins_a_few_words_before_the_parting_that_had_no_room():
    assert told_apart(LONG, OTHER, 40) == "… pay for every plank of it"
    assert told_apart(OTHER, LONG, 40, "...") == "... pay for every beam of it"


def test_what_one_quotes_before_the_other_begins_is_no_parting():
    later = OTHER.removeprefix("We shall ")
    assert told_apart(LONG, later, 40) == "… pay for every plank of it"
    assert told_apart(later, LONG, 40) == "… pay for every beam of it"


def test_a_wording_that_breaks_off_shows_its_end():
    short = LONG.removesuffix(" of it")
    assert told_apart(short, LONG, 30).endswith("pay for every plank")
