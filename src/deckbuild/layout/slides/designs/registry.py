"""The designs by the names that themes have for them."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.layout.slides.designs.design import Design
from deckbuild.layout.slides.designs.ribbons import Ribbons
from deckbuild.layout.slides.designs.strip import CellStrip
from deckbuild.layout.slides.designs.tabs import Tabs

DESIGNS: Mapping[str, Design] = {"tabs": Tabs(), "ribbons": Ribbons(), "strip": CellStrip()}
