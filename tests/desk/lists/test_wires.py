"""The wires: what each source sent in a span, what became of it, and which is quiet."""

from __future__ import annotations

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.lists.wires import PARTS, Span, Wires, read_wires
from copytaster.desk.words.rows import Verdict
from desk.making import article, file_articles

NOON = 1_789_387_200.0  # 2026-09-14, 12:00 UTC


def wires_of(catalogue: Catalogue, span: Span, now: float = NOON) -> Wires:
    return read_wires(catalogue.connection, span, now)


def test_each_source_has_its_articles_in_the_part_of_the_span_in_which_they_came(
    catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    file_articles(
        writer,
        [
            article("a", source="Norwire", date="2026-09-14T11:30:00Z"),
            article("b", source="Norwire", date="2026-09-14T11:40:00Z"),
            article("c", source="TTA", date="2026-09-13T12:30:00Z"),
        ],
    )
    norwire, tta = wires_of(catalogue, Span.DAY).wires
    assert (norwire.source, norwire.total, norwire.parts[PARTS - 1]) == ("Norwire", 2, 2)
    assert (tta.source, tta.total, tta.parts[0]) == ("TTA", 1, 1)


def test_a_source_that_sent_nothing_in_the_span_is_still_a_wire(
    catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    file_articles(
        writer,
        [
            article("a", source="Norwire", date="2026-09-14T11:30:00Z"),
            article("b", source="TTA", date="2026-09-04T11:30:00Z"),
        ],
    )
    wires = {wire.source: wire.total for wire in wires_of(catalogue, Span.DAY).wires}
    assert wires == {"Norwire": 1, "TTA": 0}


def test_a_wire_is_quiet_when_it_is_silent_for_many_times_its_usual_gap(
    catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    busy = [
        article(f"a{day}{hour}", source="Busy", date=f"2026-09-{day:02}T{hour:02}:00:00Z")
        for day in range(1, 11)
        for hour in range(24)
    ]
    rare = [article("r1", source="Rare", date="2026-09-01T10:00:00Z")]
    file_articles(writer, [*busy, *rare])
    quiet = {wire.source: wire.quiet for wire in wires_of(catalogue, Span.WEEK).wires}
    assert quiet == {"Busy": True, "Rare": False}


def test_a_folder_of_the_past_shows_its_own_last_days(
    catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    file_articles(writer, [article("a", source="Norwire", date="2026-09-14T11:30:00Z")])
    wires = wires_of(catalogue, Span.DAY, NOON + 400 * 86_400)
    assert wires.until == NOON - 1_800
    assert wires.total == 1


def test_what_was_decided_is_counted(
    catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    file_articles(
        writer,
        [article(name, source="TTA", date="2026-09-14T11:30:00Z") for name in ("a", "b", "c")],
    )
    rows = RowReader(catalogue.connection)
    deeds.judge(rows.items([1]), Verdict.KEPT)
    deeds.judge(rows.items([2]), Verdict.SPIKED)
    (tta,) = wires_of(catalogue, Span.DAY).wires
    assert (tta.unread, tta.kept, tta.spiked) == (1, 1, 1)


def test_an_empty_desk_has_no_wires(catalogue: Catalogue, deeds: Deeds) -> None:
    wires = wires_of(catalogue, Span.DAY)
    assert (wires.wires, wires.parts, wires.total, wires.most) == ((), (), 0, 0)
