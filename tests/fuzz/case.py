"""One case: files, and the commands to give them to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DECK = (("check", "deck.yaml", "--format", "json"), ("check", "--fix", "deck.yaml"), ("build", "deck.yaml", "--json"))
"""The commands for a deck. ``build`` must make all that ``check`` accepts."""


@dataclass(frozen=True, slots=True)
class Case:
    """Files of a folder, what they were made of, and the commands to run in the folder."""

    files: Mapping[str, bytes]
    plain: Mapping[str, bytes]
    """The same files without a fault, for comparing how long they take."""
    commands: tuple[tuple[str, ...], ...] = DECK
    beside: Mapping[str, Path] = field(default_factory=dict)
    """Folders that the files name: linked, never written."""

    def write(self, folder: Path, *, plain: bool = False) -> None:
        """Write the files into an empty folder."""
        for name, content in (self.plain if plain else self.files).items():
            (folder / name).write_bytes(content)
        for name, place in self.beside.items():
            (folder / name).symlink_to(place, target_is_directory=True)
