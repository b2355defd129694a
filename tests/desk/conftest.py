"""Every test has a desk of its own: catalogue and ledger are in its temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue, open_catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.ledger.ledger import Ledger, open_ledger
from desk.making import session, taught


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """An empty catalogue, without a ledger."""
    opened, _ = open_catalogue(tmp_path / "catalogue")
    yield opened
    opened.close()


@pytest.fixture
def writer(catalogue: Catalogue) -> CatalogueWriter:
    """The writer of the empty catalogue."""
    return CatalogueWriter(catalogue)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger with a clock that stands still."""
    opened = open_ledger(tmp_path / "state", session("first"))
    yield opened
    opened.close()


@pytest.fixture
def deeds(catalogue: Catalogue, tmp_path: Path) -> Iterator[Deeds]:
    """An empty ledger as the desk has it, attached to the catalogue."""
    opened, complaint = Deeds.open(tmp_path / "state", catalogue.connection, taught(tmp_path))
    assert complaint is None
    yield opened
    opened.close()
