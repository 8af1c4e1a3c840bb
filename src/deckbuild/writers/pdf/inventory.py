"""Collects what a paper uses before it is drawn: characters of each face, picture files, frames in thumbnails."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path
from typing import assert_never

from deckbuild.dataclass import dataclass
from deckbuild.fonts.faces import Style
from deckbuild.frame.document import Frame
from deckbuild.frame.items import (
    ChartItem,
    Connector,
    Group,
    Item,
    PictureItem,
    Polyline,
    Shape,
    TableItem,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.frame.text import Par
from deckbuild.units import Pt


@dataclass(slots=True)
class Inventory:
    """The characters of each face, the pictures and the thumbnails that a paper uses."""

    frames: Sequence[Frame]
    """The frames that thumbnails can show."""
    width: Pt
    """Width of a frame, in points."""
    characters: dict[Style, set[str]] = field(default_factory=dict)
    pictures: dict[Path, Pt] = field(default_factory=dict)
    """File -> the greatest width in points at which it is shown, uncropped; in order of use."""
    thumbnails: dict[int, Pt] = field(default_factory=dict)
    """Index of a frame -> the greatest width in points at which it is shown; in order of use."""

    def take(self, items: Iterable[Item], scale: float = 1.0) -> None:
        """Add everything that ``items`` use; they are shown at ``scale`` times their size."""
        for item in items:
            match item:
                case TextBox() | Shape():
                    self._text(item.pars)
                case TableItem():
                    for row in item.rows:
                        for cell in row.cells:
                            self._text(cell.pars)
                case Group() | ChartItem():
                    self.take(item.items, scale)
                case PictureItem():
                    self.pictures[item.path] = max(self.pictures.get(item.path, 0.0), item.whole.w * scale)
                case Thumbnail():
                    if self.thumbnails.get(item.frame, 0.0) < item.box.w:
                        self.thumbnails[item.frame] = item.box.w
                        self.take(self.frames[item.frame].items, item.box.w / self.width)
                case Connector() | Polyline() | WriteBox() | Tick():
                    pass
                case _:
                    assert_never(item)

    def _text(self, pars: Iterable[Par]) -> None:
        characters = self.characters
        for par in pars:
            runs = [piece.run for line in par.lines for piece in line.pieces]
            if par.bullet is not None:
                runs.append(par.bullet.run)
            for run in runs:
                used = characters.get(run.style)
                if used is None:
                    # A line ends with a space, as in ``text``.
                    used = characters[run.style] = {" "}
                used.update(run.text)
