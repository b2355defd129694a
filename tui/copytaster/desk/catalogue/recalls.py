"""What kills, withdraws or corrects what, as the catalogue has it (`recalling` finds it)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.desk.words.rows import Recall

if TYPE_CHECKING:
    from copytaster.desk.catalogue.catalogue import Catalogue


def recalls_by(catalogue: Catalogue, number: int) -> list[Recall]:
    """What the item of a row recalls."""
    return _recalls(catalogue, "recall = ?", number)


def recalls_of(catalogue: Catalogue, number: int) -> list[Recall]:
    """What recalls the item of a row, or another of its story."""
    story = (
        "target IN (SELECT number FROM articles WHERE number = ?1 OR story ="
        " (SELECT story FROM articles WHERE number = ?1))"
    )
    return _recalls(catalogue, story, number)


def _recalls(catalogue: Catalogue, condition: str, number: int) -> list[Recall]:
    rows = catalogue.connection.execute(
        "SELECT recall, target, r.kind, way FROM recalls r JOIN articles a ON a.number = recall"  # noqa: S608
        f" WHERE {condition} ORDER BY a.moment DESC, recall DESC, target",
        (number,),
    )
    return [Recall(*row) for row in rows]
