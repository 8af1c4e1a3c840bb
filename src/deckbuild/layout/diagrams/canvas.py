"""What all kinds of diagram share: the parameters, as one object, and the result of drawing one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Choice, Connector, Group, Item, Tick, extent
from deckbuild.layout.diagrams.labels import Label, bold, noted, set_label
from deckbuild.layout.drawing_looks import DiagramLook
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.text import Text
from deckbuild.model.theme import INK, PAPER, Color, Step
from deckbuild.units import Pt, Rect, mm, union

_TO_TEXT = 4
"""White between a head and its text, on the slide, in points."""
TICK_CLEAR: Pt = mm(2.1)
"""White space between a node and the circle to cross off beside it."""


@dataclass(frozen=True, slots=True)
class DrawnDiagram:
    """A diagram: its group, the circles to cross off beside its nodes, and whether it fits its box."""

    group: Group
    ticks: tuple[Tick, ...]
    fits: bool
    height: Pt = 0.0
    """How much of the box's height it needs, in points; 0 for all."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a diagram, or a card: its head, and perhaps a short text."""

    head: Text
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """Where and how a diagram is drawn: its box, format, colours and alternative text."""

    name: str
    """The id of the block. The ids of all shapes begin with it."""
    box: Rect
    look: DiagramLook
    settings: TextSettings
    accent: Color
    wash: Color
    alt: str
    tick: Pt = 0.0
    """Radius of the circle to cross off at each node; 0 for no circles."""

    @property
    def fill(self) -> Color:
        """The fill colour of nodes: that of the paper where they are to be written on."""
        return PAPER if self.look.white else self.wash

    @property
    def tick_room(self) -> Pt:
        """The space a circle needs outside a node's edge, in points; 0 without circles."""
        return 2 * self.tick + TICK_CLEAR if self.tick else 0.0

    def note(self, label: Step) -> Step:
        """Return the type size of the text under a label: the largest that is 10 % smaller, or else the smallest."""
        notes = self.look.notes
        return next((note for note in notes if note.size <= label.size * 0.9), notes[-1])

    def scaled(self, length: Pt) -> Pt:
        """Return a length on the slide scaled to the drawing's format."""
        return length * self.look.scale

    def label(self, part: Part, step: Step, wide: Pt, pad: Pt, *, whole: bool) -> Label:
        """Set a part in a node ``wide`` points wide, ``pad`` from its sides: its head, and its text in smaller type."""
        parts = [(part.head, bold(step))]
        if part.text:
            parts.append((part.text, noted(self.note(step), self.scaled(_TO_TEXT))))
        return set_label(tuple(parts), wide, self.settings, whole=whole, room=wide - 2 * pad)

    def attempts(self) -> Iterator[tuple[Step, bool]]:
        """Yield the type sizes to try for labels, largest first: with whole words (``True``), then with hyphenation."""
        yield from ((step, True) for step in self.look.labels)
        yield from ((step, False) for step in self.hyphenated)

    @property
    def hyphenated(self) -> tuple[Step, ...]:
        """The type sizes at which long words may be hyphenated: the two smallest, at which fewest words need it."""
        return self.look.labels[-2:]

    def arrow(
        self, name: str, start: tuple[Pt, Pt], end: tuple[Pt, Pt], glue: tuple[tuple[str, int], tuple[str, int]]
    ) -> Connector:
        """Return an arrow from ``start`` to ``end``, glued to the shapes and connection sites of ``glue``."""
        (first, first_site), (last, last_site) = glue
        return Connector(
            id=f"{self.name}/{name}", x1=start[0], y1=start[1], x2=end[0], y2=end[1], color=INK,
            width=self.look.arrow, arrow=True, start=first, start_site=first_site, end=last, end_site=last_site,
        )  # fmt: skip

    def tick_at(self, number: int, x: Pt, y: Pt, label: str) -> Tick:
        """Return the circle to cross off at node ``number``, from 1, with centre ``(x, y)``."""
        choice = Choice(id=self.name, label=self.alt)
        return Tick(id=f"{self.name}/{number}", x=x, y=y, r=self.tick, label=label, choice=choice)

    def drawing(self, items: Iterable[Item], ticks: Iterable[Tick], *, fits: bool, height: Pt = 0.0) -> DrawnDiagram:
        """Return the finished drawing: one group around all ``items``. ``height`` is as in ``DrawnDiagram``."""
        items = tuple(items)
        group = Group(id=self.name, box=union([extent(item) for item in items]), items=items, alt=self.alt)
        return DrawnDiagram(group, tuple(ticks), fits, height or self.box.h)
