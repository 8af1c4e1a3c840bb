"""Changing the text of a deck file. ``check --fix`` and ``next`` both do it with this package, and only with it.

``source_editor`` collects edits and makes them all at once. ``outline`` knows which lines and columns belong to a key,
an item or a value. ``scalars`` writes a text so that YAML reads it back unchanged. Nothing here writes to the disk.
"""

from deckbuild.editing.outline import LOADER, KeyLines, OtherWritingError, SourceOutline, known
from deckbuild.editing.scalars import as_value, quoted, scalar
from deckbuild.editing.source_editor import OverlapError, Place, SourceEditor

__all__ = [
    "LOADER",
    "KeyLines",
    "OtherWritingError",
    "OverlapError",
    "Place",
    "SourceEditor",
    "SourceOutline",
    "as_value",
    "known",
    "quoted",
    "scalar",
]
