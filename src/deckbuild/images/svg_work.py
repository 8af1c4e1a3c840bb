"""How much work a drawing is: counted before it is drawn, since a few lines can ask for years of it."""

from __future__ import annotations

import re
from typing import Any

from deckbuild.images.model import Flaw, ImageError
from deckbuild.images.svg_cleaning import HREF, SVG

MOST_DRAWN = 200_000
"""The most elements that are drawn, each counted as often as it is used."""
DEEPEST = 200
"""How deep elements may lie in each other, through uses too."""
LIGHT = 2000
"""With fewer elements than this, and no costly ones, a drawing takes a moment at any size."""
_COSTLY = {f"{SVG}{name}" for name in ("filter", "pattern", "mask", "image", "marker")}
_USED = re.compile(r"url\(\s*['\"]?\s*#([^)'\"\s]+)")
_LAYER = re.compile(r"(?<!-)\bopacity\b|clip-path|mix-blend-mode|isolation")
"""Attributes and properties that make a renderer draw an element by itself, on a canvas as large as all."""
_MOST_LAYERS = 20
_NUMBER = re.compile(r"\d+")


def work(root: Any) -> int:
    """Return how many elements and letters are drawn, each as often as it is used; a use of itself is removed.

    Costly elements, or what may be many layers, make it at least ``LIGHT``. Raises ``ImageError`` when it is too much,
    or too deep.
    """
    counting = _Counting(root)
    drawn = counting.cost(root, 0)
    costly = any(element.tag in _COSTLY for element in root.iter())
    written = (f"{key}:{value}" if key == "style" else key for each in root.iter() for key, value in each.items())
    layered = any(_LAYER.search(part) for part in (counting.rules, *written))
    return max(drawn, LIGHT) if costly or (layered and drawn > _MOST_LAYERS) else drawn


class _Counting:
    def __init__(self, root: Any) -> None:
        self._named = {element.get("id"): element for element in root.iter() if element.get("id")}
        self._known: dict[Any, int] = {}
        self._open: set[Any] = set()
        self.rules = " ".join(element.text or "" for element in root.iter(f"{SVG}style"))
        self._styled = [self._named[name] for name in _USED.findall(self.rules) if name in self._named]

    def cost(self, element: Any, depth: int) -> int:
        """Return how many elements and letters are drawn for one, with all that it holds and uses."""
        if element in self._known:
            return self._known[element]
        if depth > DEEPEST:
            raise ImageError(Flaw.TOO_MUCH_WORK, "its elements lie too deep in each other")
        self._open.add(element)
        total = 1 + (sum(map(len, element.itertext())) if element.tag == f"{SVG}text" else 0)
        for child in element:
            total += self.cost(child, depth + 1)
        for key, value in list(element.attrib.items()):
            for name in [value.strip()[1:]] if key in HREF and value.strip()[:1] == "#" else _USED.findall(value):
                used = self._named.get(name)
                if used in self._open:
                    del element.attrib[key]
                    break
                if used is not None:
                    times = len(_NUMBER.findall(element.get("d", "") + element.get("points", "")))
                    total += self.cost(used, depth + 1) * (max(1, times) if key.startswith("marker") else 1)
        if element.get("class") and self._styled:
            total += sum(self.cost(used, depth + 1) for used in self._styled if used not in self._open)
        if total > MOST_DRAWN:
            raise ImageError(Flaw.TOO_MUCH_WORK, f"it draws more than {MOST_DRAWN} elements")
        self._open.discard(element)
        self._known[element] = total
        return total
