"""Copies of one booklet that differ in whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.frame.items import TextBox


@dataclass(frozen=True, slots=True)
class Copy:
    """Somebody's own copy: what stands in it where the booklet has a ``stamp``."""

    name: str
    boxes: Mapping[str, TextBox]
    """Stamp -> its text; it stands where the booklet's own box of that stamp does."""
