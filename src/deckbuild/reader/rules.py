"""Tables of rules that recognise what an author did wrong: tried in their order, until one knows the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar

C = TypeVar("C")
Recognise: TypeAlias = Callable[[C], bool]
"""Reports a fault if it is the one that this rule knows; whether it is."""


def recognised(rules: Iterable[Recognise[C]], case: C) -> bool:
    """Report a case by the first rule that knows it; whether one does."""
    return any(rule(case) for rule in rules)
