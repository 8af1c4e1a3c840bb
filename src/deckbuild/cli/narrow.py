"""Letters that a terminal's encoding lacks, as code pages 850 and 1252 lack many, written so that they can be read.

The stand-ins have no quotation marks, and backslashes only as JSON has them, so that JSON stays JSON.
"""

from __future__ import annotations

import codecs
import unicodedata

READABLE = "deckbuild.readable"
"""The name of the error handler, for ``TextIOWrapper.reconfigure(errors=…)``."""

_SIGNS = {
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "↑": "^", "↓": "v", "↳": "->", "≥": ">=", "≤": "<=", "≠": "!=",
    "≈": "~", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "…": "...", "“": "'", "”": "'", "„": "'",
    "«": "'", "»": "'", "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "•": "*", "·": "*", "✓": "v",
    "✔": "v", "✗": "x", "✘": "x", "×": "x", "☐": "[ ]", "☑": "[x]", "☒": "[x]", "€": "EUR", "Œ": "OE",
    "œ": "oe", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "ﬁ": "fi", "⟨": "<", "⟩": ">", "\u200b": "",
    "\u200c": "", "\u200d": "", "\xad": "", "\ufeff": "", "\ufe0f": "", "æ": "ae", "Æ": "AE", "ø": "oe",
    "Ø": "OE", "å": "aa", "Å": "AA",
}  # fmt: skip


def readable(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for letters that can't be encoded, and where to go on (an error handler of ``codecs``)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_stand_in(letter) for letter in letters), error.end


codecs.register_error(READABLE, readable)


def _stand_in(letter: str) -> str:
    """Return a sign's stand-in, a letter without its accent, or the name of a picture such as ``[party popper]``."""
    if letter in _SIGNS:
        return _SIGNS[letter]
    if "\ud800" <= letter <= "\udfff":  # a byte of a file name that could not be decoded
        return f"\\u{ord(letter):04x}"
    plain = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    if plain != letter and plain.isascii() and not set(plain) & {'"', "\\"}:
        return plain
    return f"[{unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}]" if ord(letter) > 0x7F else "?"
