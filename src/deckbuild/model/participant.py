"""Who gets a copy of the handout."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckbuild.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Participant:
    """A person with a copy of their own, and where their name stands in the list."""

    name: str
    span: Span = field(compare=False)
