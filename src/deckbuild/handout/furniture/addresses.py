"""Addresses of links on paper: a number in brackets stands after a link, and a list under the text has its address.

Paper can't be clicked. A link whose words are its address needs no number, nor does one to a slide of the deck.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeVar, cast
from urllib.parse import unquote

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.text import Tag
from deckbuild.handout.strip import Strip, finished
from deckbuild.handout.style.paragraphs import box
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.text.paragraph import TextSettings, set_par, text_width
from deckbuild.model.text import Run, Text
from deckbuild.units import Pt, mm

_Printed = TypeVar("_Printed")
_SCHEMES = ("mailto:", "https://", "http://")


@dataclass(slots=True)
class Addresses:
    """The addresses of the links under one title, in the order in which they are first named."""

    found: dict[str, int] = field(default_factory=dict)
    """Address as the author wrote it -> its number, from 1."""

    def numbered(self, printed: _Printed) -> _Printed:
        """Return texts, or what holds them, with the number of its address after each link."""
        return cast(_Printed, self._numbered(printed))

    def _numbered(self, value: Any) -> Any:
        match value:
            case None | str() | float() | Enum() | Span():
                return value
            case Text():
                runs = tuple(self._runs(run for run in value.runs if not run.numbers))
                return value if runs == value.runs else replace(value, runs=runs)
            case tuple():
                made = tuple(map(self._numbered, value))
                return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
            case Mapping():
                changed = {key: made for key, old in value.items() if (made := self._numbered(old)) is not old}
                return {**value, **changed} if changed else value
            case _ if is_dataclass(value) and not isinstance(value, type):
                own = ((name, getattr(value, name)) for name in _given(type(value)))
                changed = {name: made for name, old in own if (made := self._numbered(old)) is not old}
                return replace(value, **changed) if changed else value
        return value

    def _runs(self, runs: Iterable[Run]) -> Iterator[Run]:
        for link, stretch in groupby(runs, lambda run: run.link):
            own = list(stretch)
            yield from own
            words = "".join(run.text for run in own)
            if link and not link.startswith("#") and words.strip() and _bare(words) != _bare(link):
                number = self.found.setdefault(link, len(self.found) + 1)
                yield Run(f"{NO_BREAK_SPACE}[{number}]", soft=True, numbers=True)

    def strips(self, name: str, width: Pt, style: PaperStyle, settings: TextSettings, before: Pt) -> list[Strip]:
        """Return the list, ``width`` points wide: a strip for each address, with ``before`` above the first."""
        made = [
            _address_strip(f"{name}/address{number}", number, address, width, style, settings)
            for address, number in self.found.items()
        ]
        pairs = (0, len(made) - 2)  # the first two and the last two stay on one page
        return [
            replace(strip, before=0.0 if place else before, keep=place in pairs and strip is not made[-1])
            for place, strip in enumerate(made)
        ]


def _address_strip(name: str, number: int, address: str, width: Pt, style: PaperStyle, settings: TextSettings) -> Strip:
    lead = f"[{number}]"
    left = text_width(lead, settings.face(), style.note.step.size) + mm(1.5)
    mark = set_par((Run(lead),), replace(style.note, tag=Tag.LABEL), left, settings)
    par = set_par((Run(address.removeprefix("mailto:"), link=address),), style.note_ink, width - left, settings)
    items = box(f"{name}/number", [mark], 0.0, 0.0, left), box(name, [par], left, 0.0, width - left)
    return finished(items, par.height)


@lru_cache(maxsize=256)
def _given(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that are given to it, and not made from the others."""
    return tuple(one.name for one in fields(kind) if one.init)


def _bare(address: str) -> str:
    """Return an address as it is told to people: without its scheme and ``www.``."""
    bare = unquote(address.strip()).lower()
    for scheme in _SCHEMES:
        bare = bare.removeprefix(scheme)
    return bare.removeprefix("www.").rstrip("/")
