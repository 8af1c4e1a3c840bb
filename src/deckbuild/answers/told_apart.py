"""Tell apart the handouts in one file: which pages, and so which answers, belong to one participant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from deckbuild.answers.widgets import Widget
from deckbuild.dataclass import dataclass


class EntangledError(Exception):
    """A file holds several handouts, and it can't be told which answers belong to whom."""


@dataclass(frozen=True, slots=True)
class FilledField:
    """A form field of a filled handout."""

    label: str
    """The question it answers, as the handout has it."""
    circles: bool
    """Whether it is answered by crossing off circles."""
    values: tuple[str, ...]
    """The typed text, or the states of the circles that are crossed off; empty when nothing is filled in."""
    meanings: Mapping[str, str]
    """State of its circles -> the option that it means, as the handout has it."""


@dataclass(slots=True)
class _Pages:
    """Pages of one handout."""

    widgets: Sequence[Widget]
    keys: set[object] = field(init=False)
    """What a handout has on one page only: the number of the page or, where that is unknown, the names of fields."""
    said: dict[str, str] = field(init=False)
    """Field name -> what is filled in."""
    fields: set[int] = field(init=False)
    made: set[tuple[str, str]] = field(init=False)
    """Deck and version it was made from; empty when unknown."""

    def __post_init__(self) -> None:
        origins = [widget.origin for widget in self.widgets if widget.origin]
        self.keys = {each.page for each in origins} or {each.name for each in self.widgets if not each.echo}
        self.said = {widget.name: widget.value for widget in self.widgets if widget.value}
        self.fields = {widget.field for widget in self.widgets}
        self.made = {(each.deck, each.version) for each in origins}

    def takes(self, page: _Pages) -> bool:
        """Whether a page can belong to the same handout: it is not there yet, and its name is no other person's."""
        return (
            not self.keys & page.keys
            and self.made == page.made
            and all(self.said.get(name, value) == value for name, value in page.said.items())
        )

    def agreement(self, page: _Pages) -> int:
        """How many fields the page shares with these, in the file and by what is filled in."""
        return len(self.fields & page.fields) + len(self.said.keys() & page.said.keys())


def told_apart(pages: Iterable[Sequence[Widget]]) -> list[Sequence[Widget]]:
    """Return the widgets of each handout in a file.

    A page belongs to a handout that lacks it. Of several the one that shares fields with it is taken. Raises
    ``EntangledError`` when that doesn't tell either, or when a program has made one field of several people's.
    """
    found: list[_Pages] = []
    for widgets in pages:
        page = _Pages(widgets)
        if not page.keys:
            continue
        fitting = [n for n, each in enumerate(found) if each.takes(page)]
        best = max((found[n].agreement(page) for n in fitting), default=0)
        fitting = [n for n in fitting if found[n].agreement(page) == best]
        if len(fitting) > 1:
            raise EntangledError
        if fitting:
            found[fitting[0]] = _Pages([*found[fitting[0]].widgets, *widgets])
        else:
            found.append(page)
    if len(set().union(*(each.fields for each in found))) < sum(len(each.fields) for each in found):
        raise EntangledError
    return [each.widgets for each in found]


def fields_of(widgets: Iterable[Widget]) -> dict[str, FilledField]:
    """Return the fields of one handout by name.

    A circle that is shown crossed off is crossed off, whatever its field says (ISO 32000-2, 12.7.5.2.3). Where none is
    shown so, the field is believed: programs that fill in forms may leave what is shown to the viewer.
    """
    named: dict[str, list[Widget]] = defaultdict(list)
    for widget in widgets:
        named[widget.name].append(widget)
    return {name: _field(places) for name, places in named.items()}


def _field(places: Sequence[Widget]) -> FilledField:
    said = next((widget.value for widget in places if widget.value), "")
    crossed = dict.fromkeys(widget.shown for widget in places if widget.shown)
    values = (said,) if said and (said in crossed or not crossed) else tuple(crossed)
    meanings = {state: option for widget in places for state, option in widget.meanings.items()}
    return FilledField(places[0].label, places[0].circle, values, meanings)
