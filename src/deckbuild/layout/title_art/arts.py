"""The arts by their names, and where each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Group, Item
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.layout.title_art.canvas import ArtCanvas
from deckbuild.layout.title_art.cascade import cascade
from deckbuild.layout.title_art.hall import hall
from deckbuild.layout.title_art.register import register
from deckbuild.layout.title_art.ribbons import ribbons
from deckbuild.layout.title_art.rings import rings
from deckbuild.model.deck import Deck
from deckbuild.model.theme import TitleArt
from deckbuild.units import Pt, Rect, mm

_LEAST = 0.25
"""An art that would have less than this share of its usual height is left out."""


@dataclass(frozen=True, slots=True)
class PlacedArt:
    """An art, the area it has on the title slide, and on the cover of an A4 page from the left edge of the text."""

    draw: Callable[[ArtCanvas], Iterator[Item]]
    on_slide: Rect
    on_cover: Rect
    in_corner: bool = False
    """Whether it keeps its place on the title slide, out of the way of text."""


ARTS: Mapping[TitleArt, PlacedArt] = {
    TitleArt.REGISTER: PlacedArt(register, Rect(520, 40, 384, 284), Rect(mm(56), mm(30), mm(108), mm(81))),
    TitleArt.CASCADE: PlacedArt(cascade, Rect(56, 108, 848, 212), Rect(0, mm(44), mm(164), mm(67))),
    TitleArt.RINGS: PlacedArt(rings, Rect(608, 40, 296, 296), Rect(mm(65), mm(30), mm(98), mm(98))),
    TitleArt.RIBBONS: PlacedArt(ribbons, Rect(64, 0, 832, 240), Rect(0, mm(16), mm(164), mm(74))),
    TitleArt.HALL: PlacedArt(hall, Rect(560, 140, 400, 400), Rect(mm(56), mm(20), mm(108), mm(108)), in_corner=True),
}
"""All arts but ``NONE``. A new one is a file here, a name in ``TitleArt`` and a line in this table."""
COVER_UNIT: Pt = mm(0.3)
"""How long a point of the title slide is on an A4 cover."""


def art_of(deck: Deck) -> PlacedArt | None:
    """Return the art of a deck: its own choice, or else the theme's; ``None`` for none, and without sections."""
    return ARTS.get(deck.info.art or deck.theme.title_art) if deck.sections else None


def draw(name: str, art: PlacedArt, deck: Deck, box: Rect, usual: Pt, unit: Pt, settings: TextSettings) -> list[Item]:
    """Return an art drawn in ``box``, as one group; nothing where the box is much lower than the ``usual`` height."""
    if box.h < _LEAST * usual:
        return []
    counts = [sum(slide.section == section.number for slide in deck.slides) for section in deck.sections]
    canvas = ArtCanvas(
        name=name, box=box, unit=unit, sections=deck.sections, counts=tuple(counts), theme=deck.theme,
        named=unit == 1, settings=settings,
    )  # fmt: skip
    return [Group(id=name, box=box, items=tuple(art.draw(canvas)))]


def on_title_slide(name: str, deck: Deck, free: tuple[Pt, Pt], settings: TextSettings) -> list[Item]:
    """Return the art of a title slide in its place, as far as that is ``free`` of text: from one height to another."""
    art = art_of(deck)
    if art is None:
        return []
    box = art.on_slide
    if not art.in_corner:
        top, foot = max(box.y, free[0]), free[1]
        box = replace(box, y=top, h=min(box.h, foot - top))
    return draw(name, art, deck, box, art.on_slide.h, 1.0, settings)
