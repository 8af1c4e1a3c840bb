"""The pictures of a deck's pages. A page that looks the same after a save keeps its picture."""

from __future__ import annotations

import secrets
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

from deckbuild.images.model import ImageError
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut
from deckbuild.preview.drawing import draw, leaves, look

TOGETHER = 4
"""The most pages that are drawn at once. All of them are finished at the same time, so a few are enough."""

Pages = Mapping[Edition | None, Sequence[str]]
"""Edition, or None for the slides -> the names of its pages' pictures."""


class Album:
    """Names and draws pictures of pages. It may be used by one thread only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.series = secrets.token_hex(4)
        """A random name for this run, part of each picture's name: browsers keep pictures of earlier runs."""
        self._made = 0
        self._laid_out: LaidOut | None = None
        self._names: dict[Hashable, str] = {}
        self._older: dict[Hashable, str] = {}
        self._homes: dict[str, tuple[Edition | None, int]] = {}
        self.pictures: dict[str, bytes] = {}
        """Name -> PNG, for the pictures drawn so far."""

    def take(self, laid_out: LaidOut) -> Pages:
        """Name the pages' pictures; a page that looks the same as before keeps its name.

        Pictures that are replaced are kept for one more save, since changes are often undone.
        """
        same_colors = self._laid_out is not None and self._laid_out.theme == laid_out.theme
        before = self._older | self._names if same_colors else {}
        frames = laid_out.presentation.frames
        names: dict[Hashable, str] = {}
        homes: dict[str, tuple[Edition | None, int]] = {}
        pages: dict[Edition | None, list[str]] = {}
        for edition in (None, *laid_out.documents):
            pages[edition] = []
            for place, leaf in enumerate(leaves(laid_out, edition)):
                key = edition, look(leaf, frames, self._folder)
                name = names.setdefault(key, before.get(key) or self._new_name())
                homes.setdefault(name, (edition, place))
                pages[edition].append(name)
        kept = homes.keys() | self._homes.keys()
        self.pictures = {name: picture for name, picture in self.pictures.items() if name in kept}
        self._laid_out, self._older, self._names, self._homes = laid_out, self._names, names, homes
        return pages

    def _new_name(self) -> str:
        self._made += 1
        return f"{self.series}-{self._made}"

    def named(self, name: str) -> bool:
        """Whether a name has the form of this run's pictures."""
        return name.startswith(f"{self.series}-")

    @property
    def missing(self) -> list[str]:
        """The names of pictures that are still to be drawn."""
        return [name for name in self._homes if name not in self.pictures]

    def draw(self, wanted: Sequence[str]) -> None:
        """Draw up to ``TOGETHER`` missing pictures of one paper: some of ``wanted``, or else of the others."""
        missing = self.missing
        asked = [name for name in wanted if name in self._homes and name not in self.pictures] or missing
        if not asked or self._laid_out is None:
            return
        edition = self._homes[asked[0]][0]
        some = [name for name in asked if self._homes[name][0] is edition][:TOGETHER]
        self.pictures.update(zip(some, self._drawn(edition, some), strict=True))

    def _drawn(self, edition: Edition | None, names: Sequence[str]) -> list[bytes]:
        """Draw pages of one paper. The result is empty for a page with a picture file that is gone or damaged."""
        assert self._laid_out is not None  # noqa: S101  (asked for by ``draw``)
        try:
            return draw(self._laid_out, edition, [self._homes[name][1] for name in names])
        except ImageError:
            if len(names) == 1:
                return [b""]
            return [picture for name in names for picture in self._drawn(edition, [name])]
