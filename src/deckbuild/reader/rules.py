"""Rules that recognise what an author did wrong, in tables that are tried in order."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

from deckbuild.diagnostics import Edit, Span, Template
from deckbuild.reader.context import Node, Reporter


class Case(Protocol):
    """What a rule looks at."""

    @property
    def reading(self) -> Reporter:
        """Whom to report to."""
        ...

    @property
    def place(self) -> Node | Span:
        """Where the fault stands, unless a rule knows better."""
        ...


C = TypeVar("C", bound=Case)
Recognise: TypeAlias = Callable[[C], bool]
"""Reports a fault if it is the one it knows; whether it is. A ``Rule`` is one, and so is a function."""


@dataclass(frozen=True)
class Rule(Generic[C]):
    """One fault. The ``{names}`` in message and hint are attributes of the case."""

    code: str
    matches: Callable[[C], object]
    message: str
    hint: Template
    edits: Callable[[C], tuple[Edit, ...]] = lambda _: ()
    place: Callable[[C], Node | Span] = lambda case: case.place

    def __call__(self, case: C) -> bool:
        """Report the fault if it is this one; whether it is."""
        if not self.matches(case):
            return False
        texts = (self.message, self.hint) if isinstance(self.hint, str) else (self.message, *self.hint)
        names = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
        case.reading.error(
            self.code,
            self.place(case),
            self.message,
            self.hint,
            edits=self.edits(case),
            **{name: getattr(case, name) for name in names},
        )
        return True


def always(_: Case) -> bool:
    """Match whatever came so far down a table."""
    return True


def recognised(rules: Iterable[Recognise[C]], case: C) -> bool:
    """Report a case by the first rule that knows it; whether one does."""
    return any(rule(case) for rule in rules)
