"""Reads ``focus:``, the place of the important part of a picture."""

from __future__ import annotations

import re

from deckbuild.model.deck import Focus
from deckbuild.reader.context import FAILED, Failed, Node, Reading, shortened
from deckbuild.reader.language.suggest import same
from deckbuild.reader.values import scalars

_ACROSS = {"left": 0.0, "center": 0.5, "right": 1.0}
_DOWN = {"top": 0.0, "center": 0.5, "bottom": 1.0}
_SHARES = re.compile(r"(\d{1,3})\s*%[\s,]+(\d{1,3})\s*%")


def focus(node: Node, reading: Reading, key: str) -> Focus | Failed:
    """Read a place in a picture: one or two words, or two percentages from the left and from the top."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    found = _place(value.casefold())
    if found:
        return found
    words = " ".join(same(word, _ACROSS | _DOWN) or word for word in value.casefold().split())
    near = words if _place(words) else ""
    reading.error(
        "wrong-value",
        node,
        "`{key}:` can't be “{found}”.",
        "Did you mean `{near}`?"
        if near
        else "Write `left`, `right`, `top`, `bottom`, two of them such as `top left`, or how far from the left and "
        "from the top: `{key}: 30% 20%`.",
        key=key,
        found=shortened(value),
        near=near,
        edits=reading.swap(node, near) if near else (),
    )
    return FAILED


def _place(value: str) -> Focus | None:
    if shares := _SHARES.fullmatch(value):
        x, y = (int(share) / 100 for share in shares.groups())
        return Focus(x, y) if x <= 1 and y <= 1 else None
    words = value.replace("-", " ").split()
    if not 1 <= len(words) <= 2:
        return None
    for across, down in ((words[0], words[-1]), (words[-1], words[0])):
        if len(words) == 2 and across in _ACROSS and down in _DOWN:
            return Focus(_ACROSS[across], _DOWN[down])
    if len(words) == 1 and words[0] in _ACROSS | _DOWN:
        return Focus(_ACROSS.get(words[0], 0.5), _DOWN.get(words[0], 0.5))
    return None
