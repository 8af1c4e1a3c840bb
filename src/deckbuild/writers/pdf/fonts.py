"""The faces of a paper, embedded as subsets of what it uses, and words as operands of the text operators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from deckbuild.fonts.bidi import has_right_to_left, visual
from deckbuild.fonts.faces import Style, face
from deckbuild.units import Pt

SOFT_HYPHEN = "\u00ad"
MISSING = "□"
"""Drawn for letters the font lacks."""

# Layout shapes what lies between two places where a line may end, so kerning stops there too.
_JOINT = re.compile(r"(?<=\w[-–/])(?=\w)")
_ESCAPED = {ord(c): "\\" + c for c in "()\\"}


def _escaped(code: int) -> str:
    """Return a character code as it is written inside a literal string (ISO 32000-1, 7.3.4.2)."""
    return _ESCAPED.get(code) or (chr(code) if 32 <= code < 127 else f"\\{code:03o}")


class Typeface:
    """One face as embedded in one document. Widths are in thousandths of the type size."""

    def __init__(self, canvas: Canvas, style: Style, characters: Iterable[str]) -> None:
        self._face = face(style)
        used = set(characters) - {"\n"}
        missing = self._face.missing(used)
        wanted = sorted(used - missing | ({MISSING} if missing else set()))
        data = self._face.subset(wanted)
        font = TTFont(f"Arimo-{style.value}", BytesIO(data), asciiReadable=False)
        _restore_advances(font, data)
        # Both weights come out of one variable file under one name; reportlab embeds one file for each name.
        font.face.name = f"Arimo-{style.value}".encode()
        self._scale = 1000 / self._face.units_per_em
        self._widths: dict[int, float] = font.face.charWidths
        self._codes: dict[str, tuple[int, str]] = {}
        letters = iter(wanted)
        parts = font.splitString("".join(wanted), canvas._doc)
        for subset, codes in parts:
            for code, letter in zip(codes, letters, strict=False):
                self._codes[letter] = subset, _escaped(code)
        for letter in missing:  # a glyph that says so; none at all would break both standards for accessible PDFs
            self._codes[letter] = self._codes[MISSING]
            self._widths[ord(letter)] = self._widths[ord(MISSING)]
        self.names: list[str] = [
            font.getSubsetInternalName(n, canvas._doc) for n in range(1 + max((p[0] for p in parts), default=0))
        ]
        """The font's name in the page's resources, for each subset of at most 256 characters."""
        self._words: dict[str, tuple[list[tuple[int, str]], float]] = {}
        self._operands: dict[str, tuple[list[tuple[str, str]], float]] = {}
        self._space = self._word(" ")[1]

    def operands(self, text: str, size: Pt, width: Pt | None, tail: str = "") -> list[tuple[str, str]]:
        """Return ``text`` and ``tail`` (nothing, or a space) as (font name, operator), at ``size`` points.

        ``text`` comes out ``width`` points wide: where layout did not kern (at a soft hyphen that is not used) the
        difference goes to its spaces.
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
        """Return the operands of ``text``, each space ``stretch`` wider, and its width."""
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
        """Return the subsets and string contents of a word with its kerning, and its width."""
        fragments: list[tuple[int, str]] = []
        width = 0.0
        for part in _JOINT.split(word):
            core = part.rstrip(SOFT_HYPHEN)
            shaped = self._face.shape(core)
            turned = has_right_to_left(core)  # kerning is told in the order of writing: not used here
            kerns: Iterable[int] = (0,) * len(core) if turned else shaped.kerns or (0,) * len(core)
            advance = 0.0
            for letter, kern in zip(core, kerns, strict=True):
                subset, string = self._codes.get(letter, (0, "\\000"))
                advance += self._widths.get(ord(letter), 0.0) + kern * self._scale
                if kern:
                    string += f") {-kern * self._scale:.5g} ("
                _join(fragments, [(subset, string)])
            rest = shaped.advance * self._scale - advance
            if fragments and abs(rest) > 0.5:  # letters that combine into fewer glyphs
                _join(fragments, [(fragments[-1][0], f") {-rest:.5g} (")])
            width += shaped.advance * self._scale
            if len(core) < len(part):  # a hyphen that is shown, yet read as part of the word
                _join(fragments, [self._codes[SOFT_HYPHEN]])
                width += self._widths[ord(SOFT_HYPHEN)]
        self._words[word] = fragments, width
        return fragments, width


def _restore_advances(font: TTFont, data: bytes) -> None:
    """Give glyphs that share the last advance of ``hmtx`` that advance in font units.

    A table may store trailing equal advances once (OpenType, hmtx); reportlab repeats the scaled one instead.
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
    """Append string contents, one entry for each stretch of one subset."""
    for subset, string in more:
        if runs and runs[-1][0] == subset:
            runs[-1] = subset, runs[-1][1] + string
        else:
            runs.append((subset, string))


def _operator(string: str) -> str:
    """Return the operator that shows ``string``, the contents of a literal string perhaps with adjustments."""
    if ") " not in string:
        return f"({string}) Tj"
    return f"[({string})]".replace(" ()]", "]") + " TJ"
