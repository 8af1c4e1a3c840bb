"""What people type, paste and leave behind in a text."""

from __future__ import annotations

import random

SPACES = (
    "  ",
    "\t",
    " \t ",
    "\u00a0",
    "\u202f",
    "\u3000",
    "\u2003",
    "\n",
    "\r\n",
    "\r",
    "\x0b",
    "\x0c",
    "\u2028",
    "\x85",
)
WORD = (
    "“",
    "”",
    "„",
    "’",
    "‘",
    "«",
    "»",
    "–",
    "—",
    "…",
    "•\t",
    "·",
    "\u00ad",
    "\u2011",
    "o\t",
    "§",
    "",
    "\ufffc",
    "½",
    "™",
)
ADDRESSES = (
    "https://eksempel.dk", "<https://eksempel.dk/a_b?c=d&e=%C3%A6#f>", "www.eksempel.dk/æøå", "navn@eksempel.dk",
    "[her](https://eksempel.dk)", "[her](", "[her]()", "[her](javascript:alert(1))", "mailto:navn@eksempel.dk",
    "C:\\Users\\navn\\fil.docx", "\\\\server\\drev", "file:///etc/passwd", "https://[::1", "http://",
    "tel:+4512345678",
)  # fmt: skip
CODE = (
    "`kode`", "``", "<b>fed</b>", "&amp;", "&#0;", "&#x1F600;", "a_b_c", "**", "**fed", "*kursiv*", "~~ud~~",
    "{{navn}}", "${x}",
    "\\", "\\n", "%s", "{0}", "x^2^", "H~2~O", "$E=mc^2$", "]{lang=en}", "[wicked problems]{lang=en}",
    "<!-- -->", "![](a.png)",
    "# overskrift", "> citat", "1. punkt", "- [ ] punkt", "|a|b|", "---", "```\nkode\n```", "=1+1", "\x1b[31m",
)  # fmt: skip
EMOJI = (
    "😀", "👩‍👩‍👧‍👦", "👍🏽", "🇩🇰", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "❤️", "☑", "✔️", "⚠", "→", "⇒", "\u20e3", "\ufe0f",
    "\U000e0001", "🏽", "🇩",
)  # fmt: skip
RIGHT_TO_LEFT = (
    "שלום", "مرحبا", "مرحبا 123 abc", "(שלום)", "\u200f", "\u200e", "\u202e", "\u202b", "\u202c", "\u2067",
    "\u2069",
    "שָׁלוֹם", "لا", "ﷺ",
)  # fmt: skip
JOINERS = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "a\u030a", "\u0301", "e\u0301\u0301\u0301", "क्ष", "ก็",
    "각", "\u034f", "ﬁ",
    "\U00010348", "\ue000", "\ufffe", "\uffff", "\x00", "\x07", "\x7f", "\ud800", "\U0010ffff",
)  # fmt: skip
LONG = (
    "x" * 90, "Speciallægepraksisplanlægningsstabiliseringsperiode",
    "a-" * 80, "æ" * 900, "ord " * 400, "/" * 70, "." * 300,
    "٣", "1.234.567,89 kr.", "9.15", "kl. 9", "-0", "1e400", "١٢", "²", "",
)  # fmt: skip
KINDS = (SPACES, WORD, ADDRESSES, CODE, EMOJI, RIGHT_TO_LEFT, JOINERS, LONG)


def typed(chance: random.Random) -> str:
    """Return something that somebody typed: of each kind as often as of any other."""
    return chance.choice(chance.choice(KINDS))


def typed_text(chance: random.Random, text: str) -> str:
    """Return ``text`` with up to four such things in it."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        text = text[:at] + typed(chance) + text[at:]
    return text
