"""Tables of rules that recognise a mistake of the author. They are tried in order, until one recognises the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar

C = TypeVar("C")
Recognise: TypeAlias = Callable[[C], bool]
"""A rule: reports the case and returns True if it recognises it; otherwise reports nothing and returns False."""


def recognised(rules: Iterable[Recognise[C]], case: C) -> bool:
    """Let the first rule that recognises the case report it. Returns whether one did."""
    return any(rule(case) for rule in rules)
