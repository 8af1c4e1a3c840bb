"""What a title art is drawn from, and where: the same on the title slide and on a cover."""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import DaySection
from deckbuild.model.slide_layouts import LayoutKind
from deckbuild.model.theme import MARK, Color, Theme, accent
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtCanvas:
    """The place of a title art, and what it shows. A deck without sections has none."""

    name: str
    """What the ids of its items begin with."""
    box: Rect
    """The area it may use, on its page."""
    unit: Pt
    """How long a point of the title slide is here: strokes and type are as many times as large."""
    sections: tuple[DaySection, ...]
    counts: tuple[int, ...]
    """How many slides each section has."""
    theme: Theme
    """The theme of the slides."""
    named: bool
    """Whether it names the sections; on a cover the contents do."""
    settings: TextSettings

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of each section in the slides of all sections, from 0 to 1."""
        return tuple(count / sum(self.counts) for count in self.counts)

    @property
    def _on_ground(self) -> bool:
        return self.named and bool(self.theme.slide_master.layouts[LayoutKind.TITLE].ground)

    def accent(self, section: int) -> Color:
        """Return the accent of a section (from 1), or a colour that shows on the title slide's ground."""
        return self.theme.pale_on_accent if self._on_ground else accent(section)

    @property
    def here(self) -> Color:
        """The colour of the one mark that all sections lead to, such as the star inside the rings."""
        return self.theme.plates or MARK if self._on_ground else MARK
