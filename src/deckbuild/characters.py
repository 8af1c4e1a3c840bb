"""Characters as people type and paste them: what means nothing on paper, what is white space, how a sign is named."""

from __future__ import annotations

import re
import unicodedata

NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"

_WITHOUT_MEANING = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffc\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""Default-ignorable code points (Unicode's DerivedCoreProperties.txt) that have no effect in left-to-right text, and
marks of ruby notes; and what is left of a picture amid copied text. Not among them: the soft hyphen, joiners, and
variation selectors, which choose a letter's form."""
_JOINERS = "\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Code points that change the letters beside them, but have no glyph and no width of their own."""
SPACES = "\u1680\u2000-\u2006\u2008\u200a\u205f\u3000"
"""Spaces of other widths; a line may end at them."""
NARROW_SPACES = "\u2007\u2009\u202f"
"""Spaces that are used inside figures; a line does not end at them."""
LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
"""What other programs write where a line ends, PowerPoint for one. Editors do not count them as ends of lines."""
_ODD = re.compile(f"[\u0300-\u036f{_WITHOUT_MEANING}{SPACES}{NARROW_SPACES}{LINE_ENDS}]")
_MEANINGLESS = re.compile(f"[{_WITHOUT_MEANING}]+")
_TO_SPACE, _TO_NO_BREAK, _TO_BREAK = (re.compile(f"[{signs}]") for signs in (SPACES, NARROW_SPACES, LINE_ENDS))
_OFF_LINES = f" \n\t{SOFT_HYPHEN}"
_STRETCH = re.compile(r"[ \t]{2,}|\t")
IGNORABLE = f"{_WITHOUT_MEANING}{_JOINERS}{SOFT_HYPHEN}"
"""Code points that are never shown: they have no glyph and no width. For a class of a regular expression."""
_IGNORABLE = re.compile(f"[{IGNORABLE}]")
_VISIBLE = re.compile(rf"[^\s{IGNORABLE}]")


def indent(line: str) -> str:
    """Return the white space that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def cleaned(text: str) -> str:
    """Return ``text`` in composed letters, without code points that mean nothing, with three kinds of white space only.

    These are the space, the no-break space and the line feed; a tab stays. Some programs write *å* as two code points,
    a letter and a ring; fonts have the composed letter (Unicode's normal form C).
    """
    if not _ODD.search(text):
        return text
    text = unicodedata.normalize("NFC", text)
    text = _TO_BREAK.sub("\n", _MEANINGLESS.sub("", text))
    return _TO_NO_BREAK.sub(NO_BREAK_SPACE, _TO_SPACE.sub(" ", text))


def one_space(text: str) -> str:
    """Return ``text`` with one space for each stretch of spaces and tabs."""
    return _STRETCH.sub(" ", text) if "  " in text or "\t" in text else text


def ignorable(letter: str) -> bool:
    """Whether a character is never shown: it has no glyph and no width."""
    return bool(_IGNORABLE.match(letter))


def visible(text: str) -> bool:
    """Whether anything of a text is seen when it is printed."""
    return bool(_VISIBLE.search(text))


def count_letters(text: str) -> int:
    """Count the characters that layout puts on a line wherever lines end: all but white space and soft hyphens."""
    return len(text) - sum(map(text.count, _OFF_LINES))


def named(sign: str) -> str:
    """Return what a message shows of a sign: itself, or ``U+200B ZERO WIDTH SPACE`` when it can't be seen.

    A text of several characters is shown as it is.
    """
    if len(sign) == 1 and unicodedata.category(sign)[0] in "CZM":
        return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()
    return sign
