"""The settings that the author wrote under ``theme:``. The reader makes a ``Theme`` of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.model.deck import Node
from deckbuild.model.slide_layouts import LayoutKind, Role
from deckbuild.model.written import Notation


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch(Node):
    """A colour of the author's own."""

    hex: str
    """RRGGBB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Node):
    """A layout of the template, for one of ours."""

    layout: str = ""
    """Its name, or its number as ``deckbuild template inspect`` counts; empty leaves the choice to us."""
    held: Mapping[Role, int] = field(default_factory=dict)
    """Which placeholder, by its index, holds what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSettings(Node):
    """A theme's name, or what differs from a theme. What is left out stays as it is there."""

    SHORTHAND: ClassVar[str] = "base"

    template: Annotated[Path | None, Notation.TEMPLATE_FILE] = None
    """A PowerPoint template (.potx or .pptx) to stand in, instead of our own master."""
    roles: Annotated[Mapping[LayoutKind, Wish], Notation.LAYOUT_ROLES] = field(default_factory=dict)
    """Which of the template's layouts serves which of ours; those left out are guessed."""
    font_files: Annotated[tuple[Path, ...], Notation.FONT_FILES] = ()
    """Files of the template's fonts, to measure text with."""
    base: Annotated[str, Notation.THEME_BASE] = "lys"
    """The theme to begin with: lys, mørk, bog or sal."""
    font: str | None = None
    """The family of the slides' type, such as Arial."""
    colors: Annotated[Mapping[str, Swatch], Notation.THEME_COLORS] = field(default_factory=dict)
    """Colour name -> six digits, such as ``accent1: 09508A``."""
    title: Annotated[int | None, Notation.TYPE_SIZE_TITLE] = None
    """The size of slide titles, in points."""
    body: Annotated[tuple[int, ...], Notation.TYPE_SIZES_BODY] = ()
    """The sizes of running text to choose from, in points, the largest first; none under 18."""
    table: Annotated[tuple[int, ...], Notation.TYPE_SIZES_TABLE] = ()
    """The sizes of tables to choose from, in points, the largest first; none under 12."""
