"""What a back room is sent to do: the files of the desk, the places to read, and how."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copytaster.desk.inbox.teaching import taught_path
from copytaster.desk.settings.settings import Settings
from copytaster.wire.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Errand:
    """The folders of the catalogue and of the ledger, the places to read, and how to read them.

    `taught` is the file of what the user taught.
    """

    catalogue: Path
    ledger: Path
    taught: Path
    places: tuple[Path, ...]
    fallback_encoding: str
    watch: bool
    poll: bool
    rule_commands: bool

    @property
    def reading(self) -> ReadOptions:
        """How its files are read: nothing outside its places."""
        within = tuple(os.fspath(place) for place in self.places)
        return ReadOptions(fallback_encoding=self.fallback_encoding, within=within)

    def to_json(self) -> str:
        """The errand as one argument of a command."""
        return json.dumps(
            {
                "catalogue": os.fspath(self.catalogue),
                "ledger": os.fspath(self.ledger),
                "taught": os.fspath(self.taught),
                "places": [os.fspath(place) for place in self.places],
                "fallback_encoding": self.fallback_encoding,
                "watch": self.watch,
                "poll": self.poll,
                "rule_commands": self.rule_commands,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Errand:
        """The errand that `to_json` wrote."""
        record = json.loads(text)
        record["catalogue"] = Path(record["catalogue"])
        record["ledger"] = Path(record["ledger"])
        record["taught"] = Path(record["taught"])
        record["places"] = tuple(Path(place) for place in record["places"])
        return cls(**record)


def errand_for(
    catalogue: Path,
    ledger: Path,
    places: Sequence[Path],
    settings: Settings,
    taught: Path | None = None,
) -> Errand:
    """The errand of the back room for these places, as the settings have it.

    `taught` stands in for the platform's file of taught rules.
    """
    absolute = tuple(place.absolute() for place in places)
    return Errand(
        catalogue.absolute(),
        ledger.absolute(),
        (taught or taught_path()).absolute(),
        absolute,
        settings.fallback_encoding,
        settings.watch,
        settings.poll,
        settings.rule_commands,
    )
