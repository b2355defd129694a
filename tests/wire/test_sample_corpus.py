"""Reading, measured on the sample corpus, whose labels are by hand."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from copytaster.wire.article import Article, Role
from copytaster.wire.lines.lines import classify
from copytaster.wire.reading import read
from corpus.labels import (
    FOLDED,
    KEPT,
    SAMPLES,
    UNSCORED,
    LabelledText,
    labelled_texts,
    sample_paths,
    story_rows,
)

TEXTS = labelled_texts()
ROLES = frozenset(role.value for role in Role) - {"link", "furniture"}
NOT_FOR_READERS = frozenset({Role.LINK, Role.FURNITURE, Role.NOTE})

CHECKED_FIELDS = [
    ("20260914T1402Z_meridian_w4417.anpa", {"date": "2026-09-14T14:02:00Z", "source": "MP"}),
    ("20260918T1544Z_meridian_w4602.anpa", {"date": "2026-09-18T15:44:00Z", "urgency": 5}),
    ("20260919T2312Z_halma_s0931.anpa", {"date": "2026-09-19T23:12:00Z", "category": "s"}),
    (
        "20260916T0441Z_dpk_eko041.iptc",
        {"date": "2026-09-16T04:41:00Z", "slug": "Hohenmark-transport", "urgency": 2},
    ),
    ("20260916T0655Z_dpk_eko058.iptc", {"urgency": 3, "take": "2ND LEAD", "language": "en"}),
    ("20260914T1010Z_dpk_evm012.iptc", {"urgency": 6, "slug": "Kestria-animals-offbeat"}),
    (
        "20260916T0545Z_meridian_lacombe-embargo.xml",
        {"embargo": "2026-09-16T07:00:00Z", "slug": "Lacombe-Harbour", "status": "usable"},
    ),
    ("20260917T1620Z_meridian_kestria-upper-house.xml", {"date": "2026-09-17T16:20:00Z"}),
    ("20260920T1408Z_meridian_lantern-recovered.xml", {"guid": "mp.20260920.lantern.3"}),
    (
        "20260915T0640Z_avd_lanterne.xml",
        {"version": "2", "advisory": "ADDS prosecutor, alarm", "slug": "Valdonne-crime-art"},
    ),
    (
        "20260917T0900Z_avd_vaccin-fievre-des-marais.xml",
        {"embargo": "2026-09-17T18:00:00Z", "language": "fr", "byline": "Odile Ferrand"},
    ),
    (
        "20260918T0522Z_meridian_zuikai-launch_v2.xml",
        {"version": "2", "guid": "urn:newsml:meridian.example:20260918:zuikai-launch"},
    ),
    ("20260919T0921Z_meridian_theris-crew-missing_v2.xml", {"status": "canceled", "version": "2"}),
    (
        "20260917T1133Z_meridian_tarvenia-flood.json",
        {"version": "3", "urgency": 2, "slug": "Tarvenia-Flood", "date": "2026-09-17T11:33:00Z"},
    ),
    (
        "20260920T2358Z_meridian_almarena-analysis.json",
        {"title": "What Berrocal’s narrow win means for a thirsty Almarena"},
    ),
    (
        "20260918T1000Z_meridian_glass-eels.json",
        {"status": "withheld", "embargo": "2026-09-21T04:00:00Z"},
    ),
    (
        "20260916T0702Z_pressline_lacombe.eml",
        {
            "title": "Banque Lacombe and Harbour & General Bank Announce Recommended Cash Offer",
            "date": "2026-09-16T07:02:11Z",
        },
    ),
    (
        "20260918T0810Z_halma_final-preview.eml",
        {"title": "Two clubs without a cup meet in Kaltenbrück, one of them by bus"},
    ),
    ("20260917T2140Z_reader_foghorn.eml", {"title": "A letter for publication: the foghorn"}),
    (
        "20260917T1310Z_skarhavencourier_port-inquiry.html",
        {"title": "Judge who walks to work will lead Quay 9 inquiry", "language": "en"},
    ),
    (
        "20260918T1500Z_publicradiokestria_hayabune-bolts.html",
        {"title": "Bolt 17 is called Hiroe: a satellite and the people who tightened it"},
    ),
    (
        "20260915T0800Z_fieldnotes_longhouse.md",
        {"title": "Day 41: the longhouse has a cellar", "slug": "longhouse-cellar"},
    ),
    ("20260914T0712Z_norwire_harbour-fire_alert.txt", {"take": "ALERT", "urgency": 1}),
    ("20260918T1012Z_norwire_la-candela-mine_update3.txt", {"take": "UPDATE 3"}),
    (
        "20260914T1322Z_norwire_harbour-fire_corrected.txt",
        {
            "advisory": "(Corrects paragraph 7 to say that the warehouse held 1,200 tonnes of"
            " fertiliser, not 12,000 tonnes)"
        },
    ),
    ("20260916T1109Z_norwire_harrow-resigns_kill.txt", {"take": "KILL", "status": "canceled"}),
    ("20260919T0840Z_norwire_theris-ferry_hold.txt", {"take": "HOLD", "status": "withheld"}),
    (
        "20260916T1500Z_norwire_marsh-fever-vaccine_embargo.txt",
        {"embargo": "2026-09-17T18:00:00Z"},
    ),
    ("20260918T0611Z_inbox_0047.txt", {"title_derived": True, "date": "2026-09-18"}),
    ("20260917T0550Z_tta_morla-flood_gradovar.txt", {"title_derived": True, "date": "2026-09-17"}),
]

OTHER_LANGUAGES = {
    "20260915T0938Z_quotidien-montcalme_lanterne-volee.txt": "fr",
    "20260916T1015Z_kaltenbruecker-zeitung_bahnstreik-abgewendet.txt": "de",
    "20260920T2355Z_almarenahoy_berrocal-presidenta.txt": "es",
    "20260919T0730Z_tta_morla-krest_ru.txt": "ru",
    "20260919T0955Z_aigialos_theris-alkyoni_el.txt": "el",
    "20260918T0405Z_soyo_hayabune2_ja.txt": "ja",
    "20260917T1230Z_sahra_maktaba_ar.txt": "ar",
}


@cache
def articles(name: str) -> tuple[Article, ...]:
    found = read(SAMPLES / name)
    assert isinstance(found, list), f"{name}: {found}"
    return tuple(found)


@cache
def roles_by_line(text: LabelledText) -> dict[int, str]:
    lines = text.text.split("\n")
    roles: dict[int, str] = {}
    for block in classify(text.text).blocks:
        assert block.lines is not None, (text.path.name, block)
        for number in range(block.lines[0], block.lines[1] + 1):
            if lines[number - 1].strip():
                assert number not in roles, f"{text.path.name}:{number} is in two blocks"
                roles[number] = block.role.value
    return roles


def wrongly_folded() -> list[str]:
    """The lines that are folded though they are part of the article."""
    return [
        f"{text.path.name}:{number}: {text.labels[number]}: {text.copied[number]}"
        for text in TEXTS
        for number, role in roles_by_line(text).items()
        if role in ("link", "furniture") and text.labels[number] not in FOLDED | UNSCORED
    ]


def rightly_folded() -> int:
    return sum(
        roles_by_line(text).get(number) in ("link", "furniture")
        for text in TEXTS
        for number in text.numbers(*FOLDED)
    )


def share_found(label: str) -> float:
    places = [(text, number) for text in TEXTS for number in text.numbers(label)]
    return sum(roles_by_line(text).get(number) == label for text, number in places) / len(places)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.path.stem)
def test_every_line_of_every_text_has_one_label(text: LabelledText) -> None:
    assert [text.copied[number] for number in sorted(text.labels)] == text.lines
    assert set(text.labels.values()) <= ROLES | FOLDED | UNSCORED
    assert text.numbers("blank") == [
        number for number, line in enumerate(text.lines, 1) if not line.strip()
    ]


def test_every_plain_text_has_labels() -> None:
    assert {text.path for text in TEXTS} == {p for p in sample_paths() if p.suffix == ".txt"}


def test_the_corpus_holds_at_least_two_files_of_every_agency_format() -> None:
    formats = Counter(found[0].format for path in sample_paths() if (found := articles(path.name)))
    kinds = ("nitf", "newsml-g2", "ninjs", "html", "mail", "iptc7901", "anpa")
    assert {kind: formats[kind] for kind in kinds if formats[kind] < 2} == {}
    assert formats["rss"] + formats["atom"] + formats["feed"] == 2
    assert formats["text"] >= 40
    assert sum(formats.values()) >= 66


def test_the_corpus_is_small_enough_for_a_wheel() -> None:
    assert sum(path.stat().st_size for path in sample_paths()) <= 400_000


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.name)
def test_every_file_opens_with_title_and_body(path: Path) -> None:
    for article in articles(path.name):
        assert article.title.strip()
        shown = [block for block in article.blocks if block.role not in NOT_FOR_READERS]
        notes = [block for block in article.blocks if block.role is Role.NOTE]
        assert any(block.role is Role.BODY for block in shown) or notes, article.title


def test_files_with_many_articles_give_each_of_them() -> None:
    expected = Counter(name.partition("#")[0] for name, _ in story_rows())
    assert {path.name: len(articles(path.name)) for path in sample_paths()} == expected


def test_no_two_articles_have_the_same_id() -> None:
    ids = Counter(article.id for path in sample_paths() for article in articles(path.name))
    assert [identity for identity, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(("name", "expected"), CHECKED_FIELDS, ids=lambda value: str(value)[:60])
def test_the_fields_of_a_wire_file_are_those_it_names(
    name: str, expected: dict[str, object]
) -> None:
    article = articles(name)[0]
    assert {field: getattr(article, field) for field in expected} == expected


@pytest.mark.parametrize("name", ["20260914T1402Z_meridian_w4417.anpa"])
def test_the_slug_and_the_take_of_a_writethru_are_told_apart(name: str) -> None:
    article = articles(name)[0]
    assert "Kestria-Port Fire" in (article.slug or "")
    assert (article.take or "").casefold() == "1st ld-writethru"


@pytest.mark.parametrize(("name", "language"), OTHER_LANGUAGES.items())
def test_articles_in_other_languages_are_known_as_such(name: str, language: str) -> None:
    assert articles(name)[0].language == language


def test_what_is_not_for_publication_is_no_part_of_the_article() -> None:
    article = articles("20260917T0900Z_avd_vaccin-fievre-des-marais.xml")[0]
    assert all(b.role is Role.NOTE for b in article.blocks if "555 0168" in b.text)


def test_the_furniture_of_a_page_is_no_part_of_the_article() -> None:
    article = articles("20260917T1310Z_skarhavencourier_port-inquiry.html")[0]
    kept = " ".join(block.text for block in article.blocks if not block.role.folded)
    assert "Eleven of its fourteen recommendations" in kept
    for furniture in ("Goose has four friends", "Tide table", "Printed on Tollbod Square"):
        assert furniture not in kept


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.path.stem)
def test_every_line_that_says_something_is_in_one_block(text: LabelledText) -> None:
    spoken = {number for number, label in text.labels.items() if label != "blank"}
    assert set(roles_by_line(text)) == spoken


def test_no_line_of_any_story_is_folded() -> None:
    lost = [
        f"{text.path.name}:{number}: {text.copied[number]}"
        for text in TEXTS
        for number in text.numbers(*KEPT)
        if roles_by_line(text).get(number) in ("link", "furniture")
    ]
    assert lost == []


def test_what_is_folded_was_furniture() -> None:
    right, wrong = rightly_folded(), wrongly_folded()
    assert right / (right + len(wrong)) >= 0.98, wrong


def test_nine_in_ten_lines_of_furniture_are_folded() -> None:
    assert rightly_folded() / sum(len(text.numbers(*FOLDED)) for text in TEXTS) >= 0.9


@pytest.mark.parametrize(
    ("label", "goal"),
    [("title", 0.9), ("caption", 0.85), ("byline", 0.85), ("date", 0.85), ("deck", 0.7)],
)
def test_most_heads_and_captions_are_found(label: str, goal: float) -> None:
    assert share_found(label) >= goal
