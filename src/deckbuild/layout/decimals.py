"""Columns of figures: what counts as one, and how the signs before decimals stand in line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.dataclass import dataclass
from deckbuild.fonts.faces import Style
from deckbuild.layout.text.paragraph import text_width

_FIGURE = re.compile(r"[-+−–±]?\s?\d[\d.,\s]*(%|kr\.?)?")
_NO_FIGURE = ("", "-", "–", "—")
"""What stands in a column of figures where there is none."""
_DECIMAL = re.compile(r"([.,])(?:\d{1,2}|\d{4,})(?!\d|[.,]\d)")
"""A sign that is surely before decimals: no three digits follow, and no other sign."""
_WHOLE = {
    sign: re.compile(rf"[-+−–±]?\s?\d+(?:[{others}\s]\d{{3}}(?!\d))*")
    for sign, others in (("", ".,"), (",", "."), (".", ","))
}
"""Sign before decimals -> the whole number of a figure."""
_FACE = Style.of(bold=False, italic=False)


def are_figures(texts: Sequence[str]) -> bool:
    """Whether a column has figures and nothing else."""
    figures = _figures(texts)
    return len(figures) > 1 and all(_FIGURE.fullmatch(text) for text in figures)


@dataclass(frozen=True, slots=True)
class Decimals:
    """The decimals of a column of figures, and what stands after them; widths in em."""

    sign: str
    """What stands before them; empty when the column does not tell."""
    widest: float

    def hang(self, text: str) -> float:
        """Return the width that a figure leaves free at its right, where others have more decimals."""
        return self.widest - _after(text.strip(), self.sign) if text.strip() not in _NO_FIGURE else 0.0


def decimals_of(texts: Sequence[str]) -> Decimals | None:
    """Return the decimals of a column of figures; ``None`` where all are as wide, so that nothing is to be aligned.

    Three digits after a sign are thousands, unless another figure of the column shows the sign before decimals.
    """
    figures = _figures(texts)
    sign = next((found[1] for text in figures if (found := _DECIMAL.search(text))), "")
    widths = {_after(text, sign) for text in figures}
    return Decimals(sign, max(widths)) if len(widths) > 1 else None


def _figures(texts: Sequence[str]) -> list[str]:
    return [text for each in texts if (text := each.strip()) not in _NO_FIGURE]


def _after(text: str, sign: str) -> float:
    """Return the width of what follows the whole number of a figure."""
    whole = _WHOLE[sign].match(text)
    return text_width(text[whole.end() :] if whole else "", _FACE, 1.0)
