"""Composing a page: its heights are settled, every item gets its place, and rows of one table become one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from deckbuild.dataclass import dataclass
from deckbuild.frame.document import Page
from deckbuild.frame.items import Item, TableItem, WriteBox
from deckbuild.frame.transform import moved
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.furniture.note_lines import own_notes_strip
from deckbuild.handout.furniture.running_heads import Running, chrome, left_margin, running_name
from deckbuild.handout.pagination.spare_height import cap_alike, fill, grow
from deckbuild.handout.pagination.unit import group_of
from deckbuild.handout.pagination.unit_on_page import UnitOnPage
from deckbuild.handout.pagination.whole_units import PageUnits
from deckbuild.handout.strip import References, Strip, needs_no_rule, unruled
from deckbuild.handout.style.style import DIVIDER, PaperStyle
from deckbuild.model.deck import Deck
from deckbuild.units import Pt, Rect


@dataclass(slots=True)
class Composed:
    """A page whose heights are settled."""

    parts: PageUnits
    notes: Strip | None
    """Lines for own notes at its foot; ``None`` when there are none."""
    notes_steps: int = 0

    @property
    def style(self) -> PaperStyle:
        """The look of the paper it stands on."""
        return self.parts[0].unit.style

    @property
    def section(self) -> int:
        """The section the page belongs to."""
        return self.parts[0].unit.section


def compose_all(pages: Sequence[PageUnits], deck: Deck) -> list[Composed]:
    """Settle the heights of all pages. Strips that grow together grow by the same steps on all of them."""
    made = [compose(page, deck) for page in pages]
    uneven = cap_alike(pages)
    return [
        compose(page, deck) if any(part.unit.id in uneven for part in page) else one
        for page, one in zip(pages, made, strict=True)
    ]


def compose(page: PageUnits, deck: Deck) -> Composed:
    """Settle the heights of a page: its spare height becomes write lines."""
    for part in page:
        part.settle_anew()
    left = grow(page)
    last = page[-1]
    notes = own_notes_strip(
        f"{last.unit.id}/own-notes{last.suffix}",
        deck,
        last.unit.style,
        ruled=not last.ruled and (len(page) > 1 or last.unit.beside),
    )
    steps = fill(page, left, notes)
    return Composed(page, notes if steps is not None else None, steps or 0)


def finished_page(composed: Composed, deck: Deck, number: int, references: References) -> Page:
    """Return the finished page ``number`` (from 1)."""
    style = composed.style
    x, y = left_margin(number, style), style.title_top
    items: list[Item] = []
    for index, part in enumerate(composed.parts):
        if index:
            y += style.divider_above
            items.append(rule(f"{part.unit.id}/divider", x, x + style.width, y, DIVIDER))
            y += style.divider_below
        divided = index < len(composed.parts) - 1
        items += _part_items(part, x, y, references, deck.labels.own_notes, divided=divided)
        y += part.height
    if composed.notes:
        y += composed.notes.before
        items += moved(composed.notes.build(composed.notes_steps, references), x, y)
    first = composed.parts[0].unit
    opening = deck.labels.opening if deck.sections else ""
    running = Running(opening if first.group == group_of(0) else first.title)
    around = chrome(deck, number, references.pages, composed.section, running, style)
    joined = joined_tables(items)
    anchors = tuple(part.unit.id for part in composed.parts if not part.continued)
    if references.sections.get(composed.section) == number:
        anchors = (section_anchor(composed.section), *anchors)
    name = running_name(deck, number, composed.section, around, style)
    whole = (*around, *joined, *name)
    return Page(number=number, width=style.page_width, height=style.page_height, items=whole, anchors=anchors)


def _part_items(part: UnitOnPage, x: Pt, y: Pt, references: References, own_notes: str, *, divided: bool) -> list[Item]:
    items: list[Item] = list(moved(part.header.items, x, y))
    for (strip, steps, top), after in zip_longest(part.placed(), part.strips[1:]):
        bare = needs_no_rule(strip, after, divided=divided)
        built = unruled(strip, steps, references) if bare else strip.build(steps, references)
        items += moved(built, x, y + top)
    if part.unit.beside:
        items += _notes_column(part, x + part.unit.style.notes_x, y, own_notes)
    return items


def _notes_column(part: UnitOnPage, x: Pt, y: Pt, own_notes: str) -> list[Item]:
    """Return the items of a notes column at ``(x, y)``: the thumbnail, and under it lines to the part's foot."""
    style = part.unit.style
    items: list[Item] = []
    if part.unit.thumbnail and not part.continued:
        items += moved([part.unit.thumbnail], x, y + style.thumb_top)
    count = part.notes_count
    if count > 0:
        name, label = f"{part.unit.id}/margin{part.suffix}", f"{own_notes}: {part.unit.title}"
        area = Rect(x, y + part.notes_first - style.pitch, style.notes_width, count * style.pitch)
        items.append(WriteBox(id=name, box=area, count=count, pitch=style.pitch, label=label, note=True))
    return items


def section_anchor(section: int) -> str:
    """Return the name of the anchor that links to a section lead to."""
    return f"section/{section}"


def joined_tables(items: Iterable[Item]) -> list[Item]:
    """Return the items of a page with the rows of each table joined: one table, at the place of its first row."""
    made: list[Item] = []
    places: dict[str, int] = {}
    for item in items:
        if isinstance(item, TableItem):
            place = places.setdefault(item.id, len(made))
            before = made[place] if place < len(made) else None
            if isinstance(before, TableItem):
                box = replace(before.box, h=before.box.h + item.box.h)
                made[place] = replace(before, rows=(*before.rows, *item.rows), box=box)
                continue
        made.append(item)
    return made
