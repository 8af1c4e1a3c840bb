"""Named copies: each participant's name on the cover and in every running head. The handout is laid out only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Document
from deckbuild.frame.form import Copy
from deckbuild.frame.items import Item, TextBox, WriteBox
from deckbuild.frame.text import Align, Tag
from deckbuild.handout.furniture.running_heads import name_line
from deckbuild.handout.style.paragraphs import one_line
from deckbuild.handout.style.settings import deck_settings
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, text_width
from deckbuild.model.collected import Participant
from deckbuild.model.deck import Deck
from deckbuild.model.theme import INK, SOFT, Step
from deckbuild.units import Pt, Rect, mm

COVER, HEAD = "name/cover", "name/head"
_COVER_SIZES, _HEAD_SIZES = (14.0, 12.0, 10.5, 9.0), (9.0, 8.0, 7.0)
"""Type sizes in points, the first that fits is used: for a cover line 9 mm high and a running head 4.5 mm high."""
_LINE, _HEAD_LINE = mm(9), mm(4.5)
_COVER_LEADING = mm(6)
_ABOVE_LINE = mm(1)


def named(
    document: Document, deck: Deck, people: Sequence[Participant], diagnostics: Diagnostics
) -> tuple[Document, tuple[Copy, ...]]:
    """Return the handout with places for the name, and for each participant the texts that go there.

    Reports a cover without lines, and a name that is too long for the cover's line.
    """
    name = name_line(deck)
    places = [i for page in document.pages for i in page.items if isinstance(i, WriteBox) and i.id == name]
    line = next((place for place in places if not place.echo), None)
    if not name or line is None:
        diagnostics.error(
            "no-name-line",
            deck.handout.at("cover") or deck.span,
            "The cover has no line to print the participants' names on.",
            "Under `handout:` write `cover: [{name}]`.",
            name=deck.labels.name,
        )
        return document, ()
    heads = {_head_stamp(place.box): place.box for place in places if place.echo}
    settings = deck_settings(deck, always=False)
    copies = []
    for person in people:
        boxes = {COVER: _on_line(person, line, settings, diagnostics)}
        boxes.update({stamp: _in_head(person.name, stamp, room, settings) for stamp, room in heads.items()})
        copies.append(Copy(person.name, boxes))
    if not copies:
        return document, ()
    pages = tuple(replace(page, items=tuple(_stamped(page.items, name, copies[0]))) for page in document.pages)
    return replace(document, pages=pages), tuple(copies)


def _head_stamp(room: Rect) -> str:
    """Return the key of all running heads with room of this size: the name is set alike in them."""
    return f"{HEAD}/{room.w:.1f}x{room.h:.1f}"


def _stamped(items: Sequence[Item], name: str, copy: Copy) -> Iterator[Item]:
    """Yield the items of a page, and after each box for the name the name of ``copy`` as a text box."""
    for item in items:
        yield item
        if isinstance(item, WriteBox) and item.id == name:
            if not item.echo:
                yield copy.boxes[COVER]
            else:
                box = copy.boxes[_head_stamp(item.box)]
                yield replace(box, box=item.box)


def _on_line(person: Participant, line: WriteBox, settings: TextSettings, diagnostics: Diagnostics) -> TextBox:
    """Return the name above the cover's line, at the largest size that fits. Reports a name that fits at none."""
    zoom = line.box.h / _LINE
    steps = tuple(Step(size * zoom, _COVER_LEADING * zoom) for size in _COVER_SIZES)
    par = one_line(person.name, ParStyle(steps[0], INK), line.box.w, settings, steps[1:])
    if text_width(person.name, settings.face(), steps[-1].size) > line.box.w:
        diagnostics.error(
            "long-name",
            person.span,
            "“{name}” is longer than the cover's line.",
            "Shorten it, such as by initials for middle names.",
            name=person.name,
        )
    y: Pt = line.box.bottom - _ABOVE_LINE * zoom - par.height
    return TextBox(id=COVER, box=Rect(line.box.x, y, line.box.w, par.height), pars=(par,), stamp=COVER)


def _in_head(name: str, stamp: str, room: Rect, settings: TextSettings) -> TextBox:
    """Return the name flush right in a running head, shortened when the head leaves too little room."""
    zoom = room.h / _HEAD_LINE
    steps = tuple(Step(size * zoom, room.h) for size in _HEAD_SIZES)
    style = ParStyle(steps[0], SOFT, align=Align.RIGHT, tag=Tag.ARTIFACT)
    par = one_line(name, style, room.w, settings, steps[1:])
    return TextBox(id=HEAD, box=room, pars=(par,), artifact=True, stamp=stamp)
