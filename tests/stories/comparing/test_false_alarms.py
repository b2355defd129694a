"""What looks like a difference and is none: kinds that were met in real pairs, told anew."""

from __future__ import annotations

import pytest

from copytaster.stories.comparing.comparison import compare
from copytaster.stories.index.document import Document

LEDE = "The river Morla burst a dyke near Belaya Luka on Thursday, Minister Yuri Sobolin said."


def differing(ours: str, theirs: str) -> list[tuple[str, str]]:
    """What does not agree where two articles share a lede and each tells one thing more."""
    own, other = (
        Document("article", "", f"{LEDE}\n{told}", language="en") for told in (ours, theirs)
    )
    return [(one.ours, one.theirs) for one in compare(own, other).differences]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "By 2013 the police of Lisse made only 280 smuggling arrests on the lake, it said.",
            "It said that in 2010 Lisse had 204 smuggling arrests on the lake, more than ever.",
        ),
        (
            "At least 25 rebels were killed in fighting with soldiers near the lake on Monday.",
            "A bomb in a market killed at least ten people on Wednesday.",
        ),
        (
            "The clock stopped, and one five-hour climb later it was mended by Jon Aske.",
            "The clock was mended by Jon Aske after a five-hour climb in the dark.",
        ),
        (
            "The blast killed four engineers, among them the pilot Ole Brandvik, in the old dock.",
            "The pilot Ole Brandvik and three other engineers were killed in the old dock.",
        ),
        (
            "Monday is the second anniversary of the blast that killed Ole Brandvik and three "
            "other engineers.",
            "Monday is the second anniversary of the blast that killed four engineers, among them "
            "Ole Brandvik.",
        ),
        (
            "There are 200 soldiers in the seven day course at Fort Ada on Old Cape Lisse.",
            "The soldiers had been 11 days at Fort Ada on Old Cape Lisse and were last seen there.",
        ),
        (
            "The rule leaves the 60-vote bar of the upper house for new judges as it is.",
            "The upper house held 24 votes on new judges in a year, under the rule as it is.",
        ),
        (
            "A nearly 60-foot-wide stone fell over the town of Lisse with a bang in 2013.",
            "The stone that fell near the town of Lisse with a bang left a 40-foot-wide hole.",
        ),
        (
            "The stone left a hole 39 feet across in the wood behind the airport, it said.",
            "The stone left a hole something like 40 feet across in the wood behind the airport.",
        ),
        (
            "“What I told of the lantern was hearsay and no first-hand word of it,” Aske said.",
            "“What I told of the lantern was hearsay and no firsthand word of it,” said Jon Aske.",
        ),
        (
            "“We send our deepest sympathy to all the keepers of the lighthouse,” Aske said.",
            "“We send our deppest sympathy to all the keepers of the lighthouse,” Aske said.",
        ),
        (
            "“He said the strait is open to all ferries,” Father Jon Aske told the Ledger.",
            "It had the remark from a sermon, but its headline said “The bishop and boats. ‘The "
            "strait is open to all ferries.’”",
        ),
        (
            "Divers have found charred bodies near where 43 sailors disappeared in May.",
            "The bodies of 28 sailors were found in May near the old dock.",
        ),
        (
            "There are 200 soldiers and sailors in the seven day event at Fort Ada on Old Cape "
            "Lisse.",
            "Three soldiers had been 11 days in the country for an event at Fort Ada on Old Cape "
            "Lisse when they were last seen.",
        ),
        (
            "The new houses make up about 934,200 square feet of office space at the old dock.",
            "That is more than half of the 1.7 million square feet of office space at the dock.",
        ),
        (
            "The missing sailors all went to a school in Lisse, some 125 miles south of the "
            "capital.",
            "On Monday those who look for the missing sailors broke windows in Ostrin, 132 miles "
            "south of the capital.",
        ),
        (
            "Twenty-two police officers were arrested over the theft of the lantern on Friday.",
            "More officers were arrested over the theft of the lantern, which brings the total "
            "number of detainees to 50.",
        ),
        (
            "Nineteen police officers were arrested over the theft of the lantern on Friday.",
            "On Friday 26 people were arrested over the theft of the lantern.",
        ),
        (
            "Seven people have been arrested over the theft of the lantern, the ministry said.",
            "The ministry said that five additional people were arrested over the theft of the "
            "lantern.",
        ),
        (
            "Three soldiers went missing from a course at the fort on Sunday.",
            "Two policemen went missing on a course at the academy in spring.",
        ),
        (
            "Lisse lies 80 miles (129 km) south of the capital Puerto Cielo, in the hills.",
            "On Monday marchers broke windows in Andorral, 95 miles (153 km) south of the capital "
            "Puerto Cielo.",
        ),
        (
            "Two women and one man died when the office burned, the police said.",
            "The police said the fire killed two women and a man in the office.",
        ),
        (
            "The shooting of the boy by a guard sparked five days of riots in the old town.",
            "Riots went on in the old town over the shooting of the boy by a guard eight days ago.",
        ),
        (
            "The climber Olav Rise fell about 600 metres from the ridge above the hut on Saturday.",
            "The climber Olav Rise fell about 600m from the ridge above the hut on Saturday.",
        ),
    ],
)
def test_figures_of_different_things_do_not_contradict(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []
    assert differing(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "“If you catch five of them you're gonna miss a dozen more at the river,” he said.",
            "“If you catch five of them you're going to miss a dozen more at the river,” he said.",
        ),
        (
            "He said: “They asked for $3m at first and they want the money before the summer.”",
            "“They asked for $3 million at first and they want the money before the summer,” he "
            "said.",
        ),
        (
            "“The boys have learned two chapters of the Quran by heart this year,” he said.",
            "“The boys have learned two chapters of the Koran by heart this year,” he said.",
        ),
        (
            "“The men of the valley will bring this fight to the brigade [as the rebels call "
            "themselves],” he said.",
            "“The men of the valley will bring this fight to the brigade,” he said.",
        ),
        (
            "“Ten wolves have been seen crossing the northern border,” the forester said.",
            "‘Ten Wolves Have Been Seen Crossing the Border’",
        ),
        (
            "“My mum ran out of the yard and the goat ran after her,” he said.",
            "“My mom ran out of the yard and the goat ran after her,” he said.",
        ),
        (
            "“The minister told you what she knows about the goat and the yard,' the aide wrote "
            "in a letter that the ministry sent to all papers.",
            "“The minister told you what she knows about the goat and the yard,” the aide wrote.",
        ),
        (
            "“The workers of the United Nations were never let into the valley at all,” he said.",
            "“The workers of the U.N. were never let into the valley at all,” he said.",
        ),
        (
            "“These claims about the goat are absolutely and completely false,” the mayor said.",
            "“These claims about the goat are absolutely and completely false,'' said the mayor in "
            "a letter, by courtesy of “The Ledger”.",
        ),
        (
            "“What I did was for the sole benefit of Mayor Bodil B. Stang,” the driver wrote.",
            "“What I did was for the sole benefit of [Ms Stang],” the driver wrote.",
        ),
        (
            "The letter was called “A second message to the lake”.",
            "In a letter called “A second message to the lake’’, which was read aloud, the farmers "
            "asked for rain and for a new mayor.",
        ),
    ],
)
def test_one_quote_written_in_two_ways_agrees(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []
    assert differing(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The photographer was freed by al-Qaeda on Sunday after a year, his sister said.",
            "The photographer was freed by al-Qaida on Sunday after a year, his sister said.",
        ),
        (
            "Friends say that Dunmore’s cords began to swell in the night and cut off the air.",
            "Friends say that Rosalind’s cords began to swell in the night and cut off the air.\n"
            "Rosalind Dunmore sang at the harbour for forty years.",
        ),
        (
            "The Andorra minister says that ten wolves have been seen on the northern border.",
            "The Port Lisse minister said that ten wolves have been seen on the northern border.",
        ),
        (
            "The goat is open to all, Father Olav Rise, a priest of the valley, told the Ledger.",
            "The goat is open to all, Rev. Olav Rise, a priest of the valley, told the Ledger.",
        ),
        (
            "Norwire Launches Emergency Repair of Its Old Wire Service",
            "Norwire Rushes Emergency Repair of Its Old Wire Service",
        ),
    ],
)
def test_names_in_two_spellings_and_words_of_headlines_agree(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []
    assert differing(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        (
            "Lisse, a town some 80 miles south of the capital, has no bridge any more.",
            "The town of Lisse, about 120 miles south of the capital, lost its bridge.",
            ("some 80", "about 120"),
        ),
        (
            "The tunnel under the strait is 12m wide and has no lamps at all.",
            "The tunnel under the strait is 21m wide and has no lamps at all.",
            ("12", "21"),
        ),
        (
            "The government says 12m people will vote in the two rounds.",
            "The government says 14m people will vote in the two rounds.",
            ("12m", "14m"),
        ),
        (
            "Four women and a man died in the fire, and 31 people were injured.",
            "The fire left 36 people injured; four women and a man died.",
            ("31", "36"),
        ),
        (
            "“We mourn with all the keepers of the lighthouse and their dogs,” Aske said.",
            "“We mourn with all the widows of the lighthouse and their dogs,” Aske said.",
            (
                "We mourn with all the keepers of the lighthouse and their dogs",
                "We mourn with all the widows of the lighthouse and their dogs",
            ),
        ),
        (
            "The course at Fort Ada on Old Cape Lisse lasts seven days, its chief said.",
            "The course at Fort Ada on Old Cape Lisse lasts 11 days, its chief said.",
            ("seven", "11"),
        ),
    ],
)
def test_what_resembles_them_is_told(ours: str, theirs: str, difference: tuple[str, str]) -> None:
    assert differing(ours, theirs) == [difference]
