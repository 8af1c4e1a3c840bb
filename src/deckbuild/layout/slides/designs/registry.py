"""Which design a theme has."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.layout.slides.designs.design import Design
from deckbuild.layout.slides.designs.ribbons import Ribbons
from deckbuild.layout.slides.designs.strip import CellStrip
from deckbuild.layout.slides.designs.tabs import Tabs
from deckbuild.layout.slides.designs.template import FromTemplate
from deckbuild.model.theme import Theme

_DESIGNS: Mapping[str, Design] = {"tabs": Tabs(), "ribbons": Ribbons(), "strip": CellStrip()}
_FROM_TEMPLATE = FromTemplate()


def design_of(theme: Theme) -> Design:
    """Return what draws around the content: the template's design, or the one that the theme names."""
    return _FROM_TEMPLATE if theme.slide_master.template else _DESIGNS[theme.design]
