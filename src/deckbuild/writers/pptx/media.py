"""The media parts of a deck. Equal pictures share one part, however often they are used."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Group, Item, PictureItem
from deckbuild.images.facts import encoded
from deckbuild.units import Pt
from deckbuild.writers.pptx.links import PackagePart
from deckbuild.writers.pptx.markup import RELATIONSHIPS

MEDIA_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
"""Extension -> content type, for the formats that PowerPoint shows on every platform."""


class Media:
    """Makes the media parts of one file when they are first used, as large as ``frames`` show them."""

    def __init__(self, make: Callable[[str, str, bytes], PackagePart], frames: Iterable[Frame]) -> None:
        self._make = make
        self._widths: dict[Path, Pt] = {}
        for frame in frames:
            for picture in _pictures(frame.items):
                self._widths[picture.path] = max(self._widths.get(picture.path, 0.0), picture.whole.w)
        self._by_path: dict[Path, tuple[PackagePart, PackagePart | None]] = {}
        self._by_content: dict[str, PackagePart] = {}

    def relate(self, part: PackagePart, picture: PictureItem) -> tuple[str, str]:
        """Return the ids of two relationships from ``part``: to the bitmap, and to the SVG (empty if there is none).

        Raises ``ImageError`` for a file that can't be shown.
        """
        found = self._by_path.get(picture.path)
        if found is None:
            made = encoded(picture.path, self._widths[picture.path])
            svg = self._part("svg", made.drawing) if made.drawing else None
            found = self._by_path[picture.path] = self._part(made.kind, made.data), svg
        dots, svg = found
        kind = f"{RELATIONSHIPS}/image"
        return part.relate_to(dots, kind), part.relate_to(svg, kind) if svg else ""

    def _part(self, extension: str, content: bytes) -> PackagePart:
        key = f"{hashlib.sha256(content).hexdigest()}.{extension}"
        found = self._by_content.get(key)
        if found is None:
            name = f"/ppt/media/image{len(self._by_content) + 1}.{extension}"
            found = self._by_content[key] = self._make(name, MEDIA_TYPES[extension], content)
        return found


def _pictures(items: Iterable[Item]) -> Iterator[PictureItem]:
    for item in items:
        if isinstance(item, PictureItem):
            yield item
        elif isinstance(item, Group):
            yield from _pictures(item.items)
