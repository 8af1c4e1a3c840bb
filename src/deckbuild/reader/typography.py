"""Dashes and quotation marks that are set for what people type: a hyphen and a straight quotation mark.

Each becomes another sign only where it is sure which. In all other places it stays as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.characters import NO_BREAK_SPACE, one_space
from deckbuild.dataclass import dataclass
from deckbuild.locales import any_of, every_language
from deckbuild.locales.language import Language
from deckbuild.model.clock import DAY, HOUR
from deckbuild.model.text import BREAK, Run
from deckbuild.model.words import is_address, is_code

HELD = {"-": "\x01", "*": "\x02", "_": "\x03", '"': "\x04"}
"""Stand-ins for signs that are meant as they are typed. No file can contain them."""
_HELD = re.compile("[\x01-\x04]")
_RELEASED = str.maketrans({held: sign for sign, held in HELD.items()})
COMMANDS = frozenset(
    ("cat", "cd", "cp", "curl", "diff", "docker", "git", "grep", "kubectl", "ls", "mkdir", "mv",
     "npm", "pip", "python", "rm", "ssh", "su", "sudo", "tar", "tee")
)  # fmt: skip
"""A text that begins with one of these is a command, in which a hyphen has a meaning."""
_SPACE = f" {NO_BREAK_SPACE}"
_SPACED_HYPHEN = re.compile(rf"(\S*)[{_SPACE}]-(?=[{_SPACE}]+(\S*))")
_OPERATORS = frozenset("=+*<>|/")
_CODE = re.compile(r"\$\w|&&|\||;\s*\w+ -")
"""Matches signs of a command or a program."""
_OPENS = re.compile(r'(?<![^\s(\[–—/-])(?<!\w\()"(?=\S)')
_CLOSES = re.compile(r'(?<=[^\s(\[])"(?!\w)')
"""A straight quotation mark before the first and after the last letter of what it quotes; none in code: ``f("x")``."""
_INNER = {"»": "›", "«": "‹", "“": "‘", "”": "’", "„": "‚"}
"""The mark of a quotation -> that of a quotation inside one."""
_NUMBER = r"(\d{1,4})(?:([.:,])(\d{1,2}))?"
_RANGE = re.compile(rf"(?<![\w.,:/+–-])(?<!\d[{_SPACE}]){_NUMBER}-{_NUMBER}(?![\w/–=*+-]|[.,:]\d|[{_SPACE}]\d)")
"""Matches two numbers with a hyphen between them, and no further figures beside them, as telephone numbers have."""
_MINUS = "\u2212"
_NEGATIVE = re.compile(rf"-\d+(?:[.,]\d+)*(?:[{_SPACE}]?(?:%|kr\.?))?")
_CODES = re.compile(
    rf"(?<!\w){any_of(*(language.phrases.codes for language in every_language()))}"
    r"(?:\.?[ -]?(?:nr|no|nummer|number))?[.:]*\s$",
    re.IGNORECASE,
)
_YEARS = frozenset(range(1000, 2200))


def typeset(runs: tuple[Run, ...], language: Language) -> tuple[Run, ...]:
    """Return runs with one space for any white space, en dashes and the quotation marks of ``language``.

    Stand-ins for signs become the signs.
    """
    texts: list[str] = []
    ends_in_space = True
    for run in runs:
        text = one_space(run.text)
        if BREAK in text:
            text = re.sub(rf" *{BREAK} *", BREAK, text)
        if ends_in_space:
            text = text.lstrip(" ")
        if text:
            ends_in_space = text[-1] in f" {BREAK}"
        texts.append(text)
    whole = "".join(texts)  # what stands beside a sign may be in another run
    whole = dashes(_with_quotation_marks(whole, language), language)
    if _HELD.search(whole):
        whole = whole.translate(_RELEASED)
    made: list[Run] = []
    start = 0
    for run, text in zip(runs, texts, strict=True):
        text = whole[start : start + len(text)]
        start += len(text)
        if text:
            made.append(run if text == run.text else replace(run, text=text))
    return tuple(made) or (Run(""),)


def _with_quotation_marks(text: str, language: Language) -> str:
    """Return a text whose straight quotation marks are those of ``language``, if they are all in clear pairs.

    One after a figure is the sign for inches where no quotation is open.
    """
    if '"' not in text or _CODE.search(text) or is_code(text) or text.split(None, 1)[0] in COMMANDS:
        return text
    outer = language.labels.quote_open, language.labels.quote_close
    pairs = (outer, tuple(_INNER.get(sign, sign) for sign in outer))
    made, depth = list(text), 0
    for match in re.finditer('"', text):
        at = match.start()
        after_opening = at > 0 and text[at - 1] == '"' and made[at - 1] == outer[0]
        opens = bool(_OPENS.match(text, at)) or after_opening
        closes = bool(_CLOSES.match(text, at)) and not after_opening
        if closes and not opens and not depth and text[at - 1 : at].isdigit():
            continue
        depth += opens - closes
        if opens == closes or not 0 <= depth <= len(pairs):
            return text
        made[at] = pairs[depth - 1][0] if opens else pairs[depth][1]
    return text if depth else "".join(made)


def dashes(text: str, language: Language) -> str:
    """Return a text in which a hyphen between words, or between the figures of a range, is an en dash.

    Before a number that is all of the text it is a minus sign.
    """
    if "-" not in text:
        return text
    if _NEGATIVE.fullmatch(text):
        return _MINUS + text[1:]
    if " - " in text or f"{NO_BREAK_SPACE}-" in text:
        words = text.split(None, 1)
        if words[0] not in COMMANDS and " = " not in text:
            text = _SPACED_HYPHEN.sub(_dash, text)
    return _RANGE.sub(lambda match: match[0].replace("-", "–") if _is_range(match, language) else match[0], text)


def _dash(match: re.Match[str]) -> str:
    """Return what a hyphen between spaces becomes: a dash between words; it stays in a formula or a command."""
    before, after = match[1], match[2]
    if before[-1:] in _OPERATORS or after[:1] in _OPERATORS or (is_address(before) and is_address(after)):
        figures = before[-1:].isdigit() and after[:1].isdigit()
        if not figures:
            return match[0]
    return f"{match[0][:-1]}–"


@dataclass(frozen=True, slots=True)
class _End:
    """One of the two numbers of a range, as it is written: ``9``, ``9.15``, ``1,5``."""

    whole: str
    sign: str
    part: str

    @property
    def value(self) -> tuple[int, float]:
        part = self.part or "0"
        return int(self.whole), float(f"0.{part}" if self.sign == "," else part)

    @property
    def is_clock(self) -> bool:
        minutes = self.sign in ".:" and len(self.part) != 1 and int(self.part or 0) < HOUR
        return minutes and int(self.whole) * HOUR <= DAY


def _is_range(match: re.Match[str], language: Language) -> bool:
    """Whether two numbers with a hyphen between them are the ends of a range.

    Both are of one kind, numbers or clock times, and the second is greater; only times with minutes may pass midnight.
    Numbers have as many figures, or the second has one more, and four figures are years. Others are a range if a unit
    follows, or if a word for pages stands before them. After a word such as *telephone* all are a code.
    """
    first, last = _End(*match.groups("")[:3]), _End(*match.groups("")[3:])
    clock = first.is_clock and last.is_clock
    alike = clock or first.sign == last.sign or {first.sign, last.sign} == {"", ","}
    with_minutes = clock and bool(first.part and last.part)
    rises = first.value < last.value or (with_minutes and first.value != last.value)
    padded = (len(first.whole) > 2 and first.whole[0] == "0") or (last.whole[0] == "0" != first.whole[0])
    more = len(last.whole) - len(first.whole)
    sized = more in (0, 1) and (len(last.whole) < 4 or {int(first.whole), int(last.whole)} <= _YEARS)
    clear = with_minutes or (not padded and (sized or _is_counted(match, language)))
    return alike and rises and clear and not _CODES.search(match.string, 0, match.start())


def _is_counted(match: re.Match[str], language: Language) -> bool:
    """Whether two numbers are told to count or number something."""
    pages = rf"(?<!\w)(?:{language.phrases.pages})[{_SPACE}]$"
    unit = rf"[{_SPACE}]?(?:{language.bonds.after_figures})(?!\w)"
    text = match.string
    before = re.search(pages, text[: match.start()], re.IGNORECASE)
    return bool(before or re.match(unit, text[match.end() :], re.IGNORECASE))
