"""What a booklet asks, as a form: an entry for everything that is written or crossed, in reading order.

The writer makes fields of it; what was filled in is read back by the same names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import ClassVar

from deckbuild.frame.document import Document
from deckbuild.frame.items import Group, Item, Ruling, TextBox, Tick, WriteBox


class FormEntryKind(Enum):
    """How an entry is filled in."""

    LINE = "line"
    """With a few words."""
    LINES = "lines"
    """With text of any length."""
    ONE = "one"
    """By crossing one circle."""
    SEVERAL = "several"
    """By crossing any number of circles."""


@dataclass(frozen=True, slots=True)
class Option:
    """A circle to cross."""

    name: str
    """For ``SEVERAL`` the name of its field; for ``ONE`` its value: its place in the row, from 1."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormEntry:
    """Something that a participant fills in."""

    id: str
    """Its stable id; also the name of its field, but for ``SEVERAL``, whose circles have fields of their own."""
    kind: FormEntryKind
    label: str
    """What is asked."""
    number: str = ""
    """The question's number as printed."""
    options: tuple[Option, ...] = ()
    """The circles, in reading order."""
    note: bool = False
    """Whether it is for own notes: no question asks for it."""
    name: bool = False
    """Whether it is the participant's name."""


@dataclass(frozen=True, slots=True)
class Form:
    """All entries of a booklet, and which deck in which wording they belong to."""

    MARKER: ClassVar[str] = "deckbuild"
    """The name of the field, shown nowhere, that holds deck and version."""

    deck: str
    """The deck's stable name."""
    entries: tuple[FormEntry, ...]

    @property
    def version(self) -> str:
        """A short name of this wording: another as soon as anything asked, or how it is answered, changes."""
        asked = [(e.id, e.kind.value, e.label, [(o.name, o.label) for o in e.options]) for e in self.entries]
        return sha256(repr(asked).encode()).hexdigest()[:12]


def kind_of(box: WriteBox) -> FormEntryKind:
    """Return how a box is written in: one of a single line by a few words."""
    return FormEntryKind.LINE if box.ruling is Ruling.LINES and box.count == 1 else FormEntryKind.LINES


def form_of(document: Document) -> Form:
    """Return what the booklet asks, each once."""
    found: dict[str, FormEntry] = {}
    echoed: set[str] = set()
    for item in fillable(item for page in document.pages for item in page.items):
        match item:
            case WriteBox(echo=True):
                echoed.add(item.id)
            case WriteBox():
                entry = FormEntry(id=item.id, kind=kind_of(item), label=item.label, number=item.number, note=item.note)
                found.setdefault(item.id, entry)
            case Tick(choice=asked):
                kind = FormEntryKind.ONE if asked.one else FormEntryKind.SEVERAL
                entry = found.get(asked.id) or FormEntry(id=asked.id, kind=kind, label=asked.label, number=asked.number)
                option = Option(str(len(entry.options) + 1) if asked.one else item.id, item.label)
                found[asked.id] = replace(entry, options=(*entry.options, option))
    return Form(document.id, tuple(replace(entry, name=entry.id in echoed) for entry in found.values()))


def fillable(items: Iterable[Item]) -> Iterator[WriteBox | Tick]:
    """Yield what is filled in, in reading order."""
    for item in items:
        if isinstance(item, Group):
            yield from fillable(item.items)
        elif isinstance(item, WriteBox | Tick):
            yield item


@dataclass(frozen=True, slots=True)
class Copy:
    """Somebody's own copy: what stands in it where the booklet has a ``stamp``."""

    name: str
    boxes: Mapping[str, TextBox]
    """Stamp -> its text; it stands where the booklet's own box of that stamp does."""
