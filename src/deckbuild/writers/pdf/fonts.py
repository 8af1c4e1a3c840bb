"""The font faces of a paper, embedded as subsets, and words as operands of the text-showing operators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from deckbuild.characters import SOFT_HYPHEN, ignorable
from deckbuild.fonts.bidi import has_right_to_left, visual
from deckbuild.fonts.faces import Style, face
from deckbuild.units import Pt

MISSING = "□"
"""Drawn in place of letters that the font does not have."""

# Layout measures the text between two possible line breaks as one piece. So there is no kerning across a break here.
_JOINT = re.compile(r"(?<=\w[-–/])(?=\w)")
_ESCAPED = {ord(c): "\\" + c for c in "()\\"}


def _escaped(code: int) -> str:
    """Return a character code as it is written inside a literal string (ISO 32000-1, 7.3.4.2)."""
    return _ESCAPED.get(code) or (chr(code) if 32 <= code < 127 else f"\\{code:03o}")


class Typeface:
    """One face, embedded in one document with ``characters``. Widths are in thousandths of the type size."""

    def __init__(self, canvas: Canvas, style: Style, characters: Iterable[str]) -> None:
        self._face = face(style)
        used = {letter for letter in characters if letter == SOFT_HYPHEN or (letter != "\n" and not ignorable(letter))}
        missing = self._face.missing(used)
        wanted = sorted(used - missing | ({MISSING} if missing else set()))
        data = self._face.subset(wanted)
        font = TTFont(style.postscript, BytesIO(data), asciiReadable=False)
        _restore_advances(font, data)
        # Both weights are instances of one variable font and have one name. reportlab embeds one file for each name.
        font.face.name = style.postscript.encode()
        self._scale = 1000 / self._face.units_per_em
        self._widths: dict[int, float] = font.face.charWidths
        self._codes: dict[str, tuple[int, str]] = {}
        letters = iter(wanted)
        parts = font.splitString("".join(wanted), canvas._doc)
        for subset, codes in parts:
            for code, letter in zip(codes, letters, strict=False):
                self._codes[letter] = subset, _escaped(code)
        for letter in missing:  # PDF/UA-1 and PDF/A-2 forbid text without a glyph (.notdef)
            self._codes[letter] = self._codes[MISSING]
            self._widths[ord(letter)] = self._widths[ord(MISSING)]
        self.names: list[str] = [
            font.getSubsetInternalName(n, canvas._doc) for n in range(1 + max((p[0] for p in parts), default=0))
        ]
        """Name in the page's font resources of each subset; a subset has at most 256 characters."""
        self._words: dict[str, tuple[list[tuple[int, str]], float]] = {}
        self._operands: dict[str, tuple[list[tuple[str, str]], float]] = {}
        self._space = self._word(" ")[1]

    def operands(self, text: str, size: Pt, width: Pt | None, tail: str = "") -> list[tuple[str, str]]:
        """Return ``text`` and ``tail`` (empty, or a space) at ``size`` points, as (font name, operator).

        ``text`` is drawn ``width`` points wide, as layout measured it. Layout does not kern across an unused soft
        hyphen; the difference is added to the spaces.
        """
        found = self._operands.get(text + tail)
        if found is None:
            found = self._operands[text + tail] = self._encode(visual(text) + tail, 0.0)
        operands, natural = found
        if width is not None:
            if tail:
                natural -= self._space
            spare = width - natural * size / 1000
            if (spare > 0.01 or spare < -0.01) and " " in text:
                return self._encode(visual(text) + tail, spare / text.count(" ") * 1000 / size)[0]
        return operands

    def _encode(self, text: str, stretch: float) -> tuple[list[tuple[str, str]], float]:
        """Return (font name, operator) for each stretch of ``text``, and its width without ``stretch``.

        Each space is ``stretch`` thousandths wider.
        """
        runs: list[tuple[int, str]] = []
        width = 0.0
        space = self._word(" ")
        gap = f") {-stretch:.2f} (" if stretch else ""
        for number, word in enumerate(text.split(" ")):
            if number:
                _join(runs, [(runs[-1][0] if runs else 0, space[0][0][1] + gap)])
                width += space[1]
            if word:
                fragment, advance = self._words.get(word) or self._word(word)
                _join(runs, fragment)
                width += advance
        return [(self.names[subset], _operator(string)) for subset, string in runs], width

    def _word(self, word: str) -> tuple[list[tuple[int, str]], float]:
        """Return a kerned word as (subset, content of a literal string), and its width."""
        fragments: list[tuple[int, str]] = []
        width = 0.0
        for part in _JOINT.split(word):
            core = part.rstrip(SOFT_HYPHEN)
            shaped = self._face.shape(core)
            turned = has_right_to_left(core)  # ``core`` is in visual order here, kerns are in reading order: not used
            kerns: Iterable[int] = (0,) * len(core) if turned else shaped.kerns or (0,) * len(core)
            advance = 0.0
            for letter, kern in zip(core, kerns, strict=True):
                if letter not in self._codes and ignorable(letter):
                    continue
                subset, string = self._codes.get(letter, (0, "\\000"))
                advance += self._widths.get(ord(letter), 0.0) + kern * self._scale
                if kern:
                    string += f") {-kern * self._scale:.5g} ("
                _join(fragments, [(subset, string)])
            rest = shaped.advance * self._scale - advance
            if fragments and abs(rest) > 0.5:  # some letters form a ligature when shaped
                _join(fragments, [(fragments[-1][0], f") {-rest:.5g} (")])
            width += shaped.advance * self._scale
            if len(core) < len(part):  # a soft hyphen at a line's end: it is drawn, but a reader joins the word
                _join(fragments, [self._codes[SOFT_HYPHEN]])
                width += self._widths[ord(SOFT_HYPHEN)]
        self._words[word] = fragments, width
        return fragments, width


def _restore_advances(font: TTFont, data: bytes) -> None:
    """Correct the advances of the glyphs that share the last advance of ``hmtx``, in font units.

    A font can store equal advances at the end of the table once (OpenType, hmtx). reportlab repeats the last one after
    scaling it, which is wrong.
    """
    tables = {
        data[at : at + 4]: int.from_bytes(data[at + 8 : at + 12], "big")
        for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16)
    }
    stored = int.from_bytes(data[tables[b"hhea"] + 34 : tables[b"hhea"] + 36], "big")
    metrics = font.face.hmetrics
    advance = metrics[stored - 1][0]
    metrics[stored:] = [(advance, bearing) for _, bearing in metrics[stored:]]


def _join(runs: list[tuple[int, str]], more: Iterable[tuple[int, str]]) -> None:
    """Append ``more``, (subset, string), to ``runs``. Adjacent strings of one subset become one entry."""
    for subset, string in more:
        if runs and runs[-1][0] == subset:
            runs[-1] = subset, runs[-1][1] + string
        else:
            runs.append((subset, string))


def _operator(string: str) -> str:
    """Return ``Tj``, or ``TJ`` when ``string``, the content of a literal string, has adjustments in it."""
    if ") " not in string:
        return f"({string}) Tj"
    return f"[({string})]".replace(" ()]", "]") + " TJ"
