"""What a back room is sent to do: where the catalogue and ledger are, and what to read how."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copytaster.desk.settings import Settings


@dataclass(frozen=True, slots=True)
class Errand:
    """The folders of the catalogue and of the ledger, the places to read, and how to read them."""

    catalogue: Path
    ledger: Path
    places: tuple[Path, ...]
    fallback_encoding: str
    watch: bool
    poll: bool

    def to_json(self) -> str:
        """The errand as one argument of a command."""
        return json.dumps(
            {
                "catalogue": os.fspath(self.catalogue),
                "ledger": os.fspath(self.ledger),
                "places": [os.fspath(place) for place in self.places],
                "fallback_encoding": self.fallback_encoding,
                "watch": self.watch,
                "poll": self.poll,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Errand:
        """The errand that `to_json` wrote."""
        record = json.loads(text)
        record["catalogue"] = Path(record["catalogue"])
        record["ledger"] = Path(record["ledger"])
        record["places"] = tuple(Path(place) for place in record["places"])
        return cls(**record)


def errand_for(catalogue: Path, ledger: Path, places: Sequence[Path], settings: Settings) -> Errand:
    """The errand of the back room for these places, as the settings have it."""
    absolute = tuple(place.absolute() for place in places)
    return Errand(
        catalogue.absolute(),
        ledger.absolute(),
        absolute,
        settings.fallback_encoding,
        settings.watch,
        settings.poll,
    )
