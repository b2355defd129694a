import pytest

from copytaster.wire.lines.agency_credit import credited_agency
from copytaster.wire.reading import read_bytes


@pytest.mark.parametrize(
    ("lede", "agency"),
    [
        ("SKARHAVEN, Sept 14 (Norwire) - An explosion shook the port.", "Norwire"),
        ("PORT BRANNOCK, Kestria (MP) — Fire guts a warehouse.", "MP"),
        ("Montcalme, 15 sept. (AVD) - La lanterne a disparu.", "AVD"),
        ("Kaltenbrück (dpk) - Die Bahn fährt wieder.", "dpk"),
    ],
)
def test_a_dateline_credits_its_agency(lede, agency):
    assert credited_agency(lede) == agency


@pytest.mark.parametrize(
    "lede",
    [
        "The mayor (who was late) - as ever - spoke first.",
        "He told the agency (Norwire) - twice - that it was over.",
        "SKARHAVEN - An explosion shook the port (Norwire).",
        "Norwire has learned that the port (Quay 9) - is closed.",
        "(Norwire) - An explosion shook the port.",
        "",
    ],
)
def test_an_attribution_in_the_text_is_no_source(lede):
    assert credited_agency(lede) is None


def test_the_source_of_an_article_is_the_credited_agency():
    text = b"Blast in port\n\nSKARHAVEN, Sept 14 (Norwire) - An explosion shook the port at dawn.\n"
    assert read_bytes(text, "a.txt")[0].source == "Norwire"
