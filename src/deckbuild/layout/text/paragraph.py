"""Setting paragraphs: from the author's Text to a Par with broken lines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from deckbuild.fonts.faces import CAP_HEIGHT, DESCENT, Style, face
from deckbuild.frame.text import Align, Bullet, BulletKind, Line, Par, Piece, Tag, TextRun
from deckbuild.layout.text.line_breaking import SOFT_HYPHEN, WHOLE, Broken, Hyphenate, break_lines, chunks, run_style
from deckbuild.layout.text.no_break import NO_BREAK_SPACE, with_bonds
from deckbuild.model.labels import language_tag
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK, SOFT, Color, Step
from deckbuild.units import Pt

FILL = 0.98
"""Share of the width that slides fill: PowerPoint then never breaks a line that fits here."""


KEPT = 0.75
"""Share of what is not filled that a box usually keeps free."""
UNSURE = 0.006
"""Share of the width by which PowerPoint and LibreOffice may measure a line otherwise than we do. A box is never so
wide, less this, that a line could take the next word, nor so narrow that it would lose its last."""


@dataclass(frozen=True, slots=True)
class ParStyle:
    """How a paragraph is set. Lengths in points."""

    step: Step
    color: Color = INK
    bold: bool = False
    italic: bool = False
    bold_color: Color | None = None
    """Colour of the bold runs, when it differs."""
    align: Align = Align.LEFT
    indent: Pt = 0.0
    hang: Pt = 0.0
    before: Pt = 0.0
    tag: Tag = Tag.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class TextSettings:
    """The conditions paragraphs are set under: the same for a whole paper."""

    lang: str = "da-DK"
    fill: float = FILL
    hyphenate: Hyphenate | None = None
    ragged: float = WHOLE
    """The share of a line that may stay empty before a compound is divided at a joint to fill it."""

    def margin(self, pars: Iterable[Par], width: Pt) -> Pt:
        """Return what a box of ``width`` points around ``pars`` keeps free at its right."""
        if self.fill == 1 or self.wider > 1:  # paper; letters that may need all there is
            return 0.0
        lines = [(par.indent, line) for par in pars for line in par.lines]
        needed = max((indent + line.width for indent, line in lines), default=0.0)
        too_much = min((indent + line.longer for indent, line in lines), default=math.inf)
        sure = min(UNSURE * width, (min(too_much, width) - needed) / 2)
        usual = width * (1 - (1 - self.fill) * KEPT)
        return width - min(max(usual, needed + sure), min(too_much, width) - sure)

    @property
    def wider(self) -> float:
        """How much wider than measured letters may be."""
        return max(1.0, FILL / self.fill)

    def fill_of(self, wider: float) -> float:
        """Return the share to fill with letters that may be ``wider`` times as wide as those measured."""
        return min(self.fill, FILL / wider)


def text_width(text: str, style: Style, size: Pt) -> Pt:
    """Return how wide ``text`` is on one line, in points."""
    return sum(face(style).width(word, size) for word in _split(text))


def _split(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split(" "):
        words += [word, " "]
    return [w for w in words[:-1] if w]


def baseline(step: Step) -> Pt:
    """Return how far below the top of a line its baseline lies.

    With exact leading LibreOffice puts all the difference above the text, so the descent stays; so do we.
    """
    return step.leading - DESCENT * step.size


def middle(step: Step) -> Pt:
    """Return how far below the top of a line the middle of its capitals lies: where a mark beside it belongs."""
    return baseline(step) - CAP_HEIGHT * step.size / 2


def bullet_run(text: str, style: ParStyle, color: Color, *, bold: bool = False) -> TextRun:
    """Return the run of a bullet in the size of its paragraph."""
    return TextRun(text, Style.of(bold=bold, italic=False), style.step.size, color)


def set_par(
    text: Text | tuple[Run, ...],
    style: ParStyle,
    width: Pt,
    settings: TextSettings,
    bullet: Bullet | None = None,
) -> Par:
    """Set one paragraph in ``width`` points (its indent included).

    What belongs together stays on one line, and no short word stands alone on the last, where that costs no line.
    """
    return _set_fairly(text.runs if isinstance(text, Text) else text, style, width, settings, bullet)


REMEMBERED = 1 << 16
"""Paragraphs, some 2 KB each. Blocks are tried, measured and placed, so that a third is asked for more than once; the
preview asks for nearly all of them again at each save."""


@lru_cache(maxsize=REMEMBERED)
def _set_fairly(
    runs: tuple[Run, ...], style: ParStyle, width: Pt, settings: TextSettings, bullet: Bullet | None
) -> Par:
    made = _set(runs, style, width, settings, bullet)
    if len(made.lines) < 2:
        return made
    room = width * settings.fill - style.indent
    tied = with_bonds(runs, settings.lang)
    if tied is not runs and _widest(tied, style) <= room:
        kept = _set(tied, style, width, settings, bullet)
        if _no_worse(kept, made):
            runs, made = tied, kept
    unsure = settings.fill < 1 and _short_end(made)
    if unsure or _lonely(made, room):
        bound = _set(bind_last_words(runs), style, width, settings, bullet)
        if _no_worse(bound, made) and not _parted(bound):
            return bound if unsure or bound.lines[-2].width >= room * _COMPANY else made
    return made


def _widest(runs: tuple[Run, ...], style: ParStyle) -> Pt:
    """Return how wide the widest is of what stays on one line."""
    found = chunks(runs, bold=style.bold, italic=style.italic)
    return max((chunk.width for chunk in found), default=0.0) * style.step.size


_LONELY_WIDTH, _COMPANY, _LONG = 0.4, 0.5, 12
"""A last line of one word is lonely under the first share of the measure, unless it has more letters than the third.
The line above gives it a word if it stays wider than the second share."""


def _lonely(par: Par, room: Pt) -> bool:
    """Whether a paragraph ends in a line of a single short word."""
    if len(par.lines) < 2 or not one_word(par.lines[-1]):
        return False
    letters = len("".join(piece.run.text for piece in par.lines[-1].pieces))
    return letters <= _LONG and par.lines[-1].width < room * _LONELY_WIDTH


def one_word(line: Line) -> bool:
    """Whether a line has no space."""
    return len("".join(piece.run.text for piece in line.pieces).split()) < 2


_SHORT = 8
"""Letters of a last word that must not stand alone, should PowerPoint break a line elsewhere than we do."""


def _short_end(par: Par) -> bool:
    """Whether a paragraph of several lines ends in a short word."""
    words = par.plain.split()
    return len(par.lines) > 1 and len(words) > 3 and len(words[-1]) <= _SHORT


def _no_worse(par: Par, before: Par) -> bool:
    """Whether a paragraph takes no more lines than it took ``before``, and no more of them end inside a word."""
    return len(par.lines) == len(before.lines) and _hyphens(par) <= _hyphens(before)


def _hyphens(par: Par) -> int:
    """How many lines end inside a word, at a hyphen of its own or one that layout added."""
    return sum(line.pieces[-1].run.text.endswith((SOFT_HYPHEN, "-")) for line in par.lines if line.pieces)


def _parted(par: Par) -> bool:
    """Whether words bound by a space that doesn't break are wider than a line, and so are parted all the same."""
    texts = ["".join(piece.run.text for piece in line.pieces) for line in par.lines]
    cut = any(text.startswith(NO_BREAK_SPACE) or text.endswith(NO_BREAK_SPACE) for text in texts)
    return cut or NO_BREAK_SPACE not in texts[-1]


def bind_last_words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Replace the last space by one that doesn't break."""
    bound = list(runs)
    for index in reversed(range(len(bound))):
        head, space, tail = bound[index].text.rpartition(" ")
        if space and (tail or index < len(bound) - 1):
            bound[index] = replace(bound[index], text=f"{head}{NO_BREAK_SPACE}{tail}")
            break
    return tuple(bound)


def _set(
    runs: tuple[Run, ...],
    style: ParStyle,
    width: Pt,
    settings: TextSettings,
    bullet: Bullet | None,
) -> Par:
    """Break and place a paragraph's lines."""
    styles = tuple(run_style(run, bold=style.bold, italic=style.italic) for run in runs)
    room = width * settings.fill - style.indent
    size = style.step.size
    broken = break_lines(
        runs,
        styles,
        size,
        room,
        bold=style.bold,
        italic=style.italic,
        hyphenate=settings.hyphenate,
        ragged=WHOLE if style.bold else settings.ragged,
    )
    made = tuple(
        TextRun(
            run.text.replace(SOFT_HYPHEN, ""),
            styles[i],
            size,
            SOFT if run.soft else style.bold_color if style.bold_color and run.bold else style.color,
            run.link,
            language_tag(run.lang) if run.lang else None,
        )
        for i, run in enumerate(runs)
    )
    first = baseline(style.step)
    lines = []
    for index, line in enumerate(broken):
        dx = style.indent
        if style.align is Align.CENTER:
            dx += (width - style.indent - line.width) / 2
        elif style.align is Align.RIGHT:
            dx += width - style.indent - line.width
        pieces = tuple(Piece(s.x + dx, s.width, _with_text(made[s.run], s.text)) for s in line.stretches if s.text)
        lines.append(Line(first + index * style.step.leading, line.width, pieces, line.longer))
    if any(line.hyphenated for line in broken):
        made = _with_soft_hyphens(made, broken)
    return Par(
        runs=made,
        lines=tuple(lines),
        top=0.0,
        height=len(lines) * style.step.leading,
        leading=style.step.leading,
        before=style.before,
        align=style.align,
        indent=style.indent,
        bullet=bullet,
        hang=style.hang,
        level=style.level,
        tag=style.tag,
        lang=settings.lang,
    )


def _with_text(run: TextRun, text: str) -> TextRun:
    """Return the run with other text; ``dataclasses.replace`` takes four times as long, and this runs for each line."""
    return TextRun(text, run.style, run.size, run.color, run.link, run.lang)


def _with_soft_hyphens(runs: tuple[TextRun, ...], broken: Sequence[Broken]) -> tuple[TextRun, ...]:
    """Write the hyphens that are used into the runs, so that PowerPoint breaks at the same places."""
    made = []
    for number, run in enumerate(runs):
        text, rest = "", run.text
        for stretch in (s for line in broken for s in line.stretches if s.run == number):
            core = stretch.text.rstrip(SOFT_HYPHEN)
            start = rest.index(core)
            text += rest[: start + len(core)] + stretch.text[len(core) :]
            rest = rest[start + len(core) :]
        made.append(_with_text(run, text + rest))
    return tuple(made)


def stack(pars: Iterable[Par], top: Pt = 0.0) -> tuple[Par, ...]:
    """Put paragraphs under one another from ``top``; space before the first is not applied."""
    placed: list[Par] = []
    y = top
    for par in pars:
        if placed:
            y += par.before
        placed.append(replace(par, top=y))
        y += par.height
    return tuple(placed)


def height(pars: tuple[Par, ...]) -> Pt:
    """Return the height of stacked paragraphs from the top of the first to the foot of the last."""
    return pars[-1].top + pars[-1].height - pars[0].top if pars else 0.0


def dash(style: ParStyle, color: Color, *, bold: bool = True) -> Bullet:
    """Return the dash that stands before list items."""
    return Bullet(BulletKind.DASH, bullet_run("–", style, color, bold=bold))


def numeral(number: int, style: ParStyle, color: Color, *, bold: bool = True) -> Bullet:
    """Return the figure that stands before the items of a numbered list."""
    return Bullet(BulletKind.NUMBER, bullet_run(str(number), style, color, bold=bold), number)


def hanging(text: str, style: ParStyle, color: Color) -> Bullet:
    """Return text that stands in the hanging column, such as a question's number."""
    return Bullet(BulletKind.HANGING, bullet_run(text, style, color, bold=True))
