"""The form in a booklet: one entry for each thing that a participant writes or crosses off, in reading order.

The PDF writer makes form fields of the entries. ``answers`` reads filled fields back by the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from hashlib import sha256
from typing import ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.document import Document
from deckbuild.frame.items import Group, Item, Ruling, TextBox, Tick, WriteBox


class FormEntryKind(Enum):
    """How an entry is filled in."""

    LINE = "line"
    """With a few words: a text field of one line."""
    LINES = "lines"
    """With text of any length: a text field of several lines."""
    ONE = "one"
    """By crossing off one circle: radio buttons."""
    SEVERAL = "several"
    """By crossing off any number of circles: check boxes."""


@dataclass(frozen=True, slots=True)
class Option:
    """A circle that can be crossed off."""

    name: str
    """For ``SEVERAL``, the name of the circle's field. For ``ONE``, the value it gives the field: its number from 1."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormEntry:
    """Something that a participant fills in."""

    id: str
    """Its stable id. It is also the name of its form field; with ``SEVERAL`` each circle has a field of its own."""
    kind: FormEntryKind
    label: str
    """The question."""
    number: str = ""
    """The question's number as printed."""
    options: tuple[Option, ...] = ()
    """The circles, in reading order."""
    note: bool = False
    """Whether it is a place for the participant's own notes, not an answer to a question."""
    name: bool = False
    """Whether the participant writes their name here."""


@dataclass(frozen=True, slots=True)
class FieldOrigin:
    """Where a place to fill in comes from. It stands on the place itself, as the name of its annotation.

    Programs that rewrite a file page by page, or join several, throw away the form and rename its fields; the name of
    an annotation (/NM, ISO 32000-1, 12.5.2) stays.
    """

    deck: str
    """The deck's stable name."""
    version: str
    """The form's version."""
    page: int
    """The number of the page in the handout, from 1."""
    field: str
    """The name of the field."""

    def named(self, place: int) -> str:
        """Return the name of the annotation; ``place`` tells it from others on its page."""
        return f"deckbuild {self.version} {self.page}.{place} {self.deck}/{self.field}"

    @classmethod
    def read(cls, name: str) -> FieldOrigin | None:
        """Return what the name of an annotation says; ``None`` when it isn't one of ours."""
        found = re.fullmatch(r"deckbuild ([0-9a-f]{12}) (\d{1,6})\.\d+ ([^/]+)/(.+)", name, re.DOTALL)
        return cls(found[3], found[1], int(found[2]), found[4]) if found else None


@dataclass(frozen=True, slots=True)
class Form:
    """All entries of a booklet, with the deck and the version they belong to."""

    MARKER: ClassVar[str] = "deckbuild"
    """The name of the hidden field that holds deck and version in handouts of 0.1."""

    deck: str
    """The deck's stable name."""
    entries: tuple[FormEntry, ...]

    @property
    def version(self) -> str:
        """A hash of what is asked and how it is answered, 12 hex digits. It changes when any of that does."""
        asked = [(e.id, e.kind.value, e.label, [(o.name, o.label) for o in e.options]) for e in self.entries]
        return sha256(repr(asked).encode()).hexdigest()[:12]

    def is_name(self, field: str) -> bool:
        """Whether participants write their name in the field."""
        return any(entry.name and entry.id == field for entry in self.entries)


def kind_of(box: WriteBox) -> FormEntryKind:
    """Return ``LINE`` for a box with a single ruled line, else ``LINES``."""
    return FormEntryKind.LINE if box.ruling is Ruling.LINES and box.count == 1 else FormEntryKind.LINES


def form_of(document: Document) -> Form:
    """Return the form of a booklet. A question that stands on several pages gives one entry."""
    found: dict[str, FormEntry] = {}
    for item in fillable(item for page in document.pages for item in page.items):
        match item:
            case WriteBox(echo=False):
                entry = FormEntry(
                    id=item.id, kind=kind_of(item), label=item.label, number=item.number, note=item.note, name=item.name
                )  # fmt: skip
                found.setdefault(item.id, entry)
            case Tick(choice=asked):
                kind = FormEntryKind.ONE if asked.one else FormEntryKind.SEVERAL
                entry = found.get(asked.id) or FormEntry(id=asked.id, kind=kind, label=asked.label, number=asked.number)
                option = Option(str(len(entry.options) + 1) if asked.one else item.id, item.label)
                found[asked.id] = replace(entry, options=(*entry.options, option))
    return Form(document.id, tuple(found.values()))


def fillable(items: Iterable[Item]) -> Iterator[WriteBox | Tick]:
    """Yield the items that a participant fills in, in reading order, also those inside groups."""
    for item in items:
        if isinstance(item, Group):
            yield from fillable(item.items)
        elif isinstance(item, WriteBox | Tick):
            yield item


@dataclass(frozen=True, slots=True)
class Copy:
    """A participant's own copy of the booklet: the text that replaces each box that has a ``stamp``."""

    name: str
    boxes: Mapping[str, TextBox]
    """Stamp -> the text box to print where the booklet has its box of that stamp."""
