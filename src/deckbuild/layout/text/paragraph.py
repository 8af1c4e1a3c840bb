"""Typesetting of paragraphs: from the author's ``Text`` to a ``Par`` with its lines broken and placed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuild.characters import NO_BREAK_SPACE, SOFT_HYPHEN, count_letters
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.fonts.faces import CAP_HEIGHT, DESCENT, Family, Style, face
from deckbuild.frame.text import Align, Bullet, Line, LineEnd, Par, Piece, Tag, TextRun
from deckbuild.layout.text.line_breaking import (
    WHOLE_LINE,
    BrokenLine,
    Hyphenate,
    break_lines,
    chunks,
    run_style,
)
from deckbuild.layout.text.no_break import Bound, bounds_in, with_no_break_spaces
from deckbuild.locales import USUAL, language_of, language_tag
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK, ON_ACCENT, SOFT, Color, Step
from deckbuild.units import Pt

FILL = 0.98
"""The share of a text box's width that lines on slides may fill. PowerPoint, which measures text a little differently,
then never breaks a line that fits here."""
_USUAL_MARGIN = 0.75
"""The usual right inset of a text box, as a share of the width that lines leave unfilled (``1 - FILL``)."""


@dataclass(frozen=True, slots=True)
class ParStyle:
    """The paragraph format. Lengths are in points."""

    step: Step
    """Type size and leading."""
    color: Color = INK
    bold: bool = False
    italic: bool = False
    bold_color: Color | None = None
    """Colour of bold runs; ``None`` when it is that of the others."""
    align: Align = Align.LEFT
    indent: Pt = 0.0
    """Left edge of the lines, from the left edge of the text box."""
    hang: Pt = 0.0
    """The hanging indent: how far left of the lines the bullet stands."""
    before: Pt = 0.0
    """Space before the paragraph."""
    tag: Tag = Tag.PARAGRAPH
    level: int = 0
    heading: bool = False
    """Whether it is set in the family of headings."""

    @property
    def soft(self) -> Color:
        """The colour of soft runs: on an accent there is none that is softer."""
        return ON_ACCENT if self.color == ON_ACCENT else SOFT


@dataclass(frozen=True, slots=True)
class TextSettings:
    """Settings for line breaking that hold for a whole paper."""

    lang: str = language_of(USUAL).tag
    fill: float = FILL
    """The share (0..1) of a text box's width that lines may fill."""
    hyphenate: Hyphenate | None = None
    """Finds hyphenation points; ``None`` for no hyphenation."""
    hyphenation_zone: float = WHOLE_LINE
    """The share (0..1) of a line that may stay empty before a word is hyphenated to fill it."""
    family: Family = Family.SANS
    """The family that text is measured and embedded in."""
    heading: Family = Family.SANS
    """The family of headings."""

    @property
    def families(self) -> tuple[Family, Family]:
        """The families of text and of headings."""
        return self.family, self.heading

    def family_of(self, style: ParStyle) -> Family:
        """Return the family of a paragraph."""
        return self.heading if style.heading else self.family

    def face(self, *, bold: bool = False, italic: bool = False, heading: bool = False) -> Style:
        """Return a face of the text, or of the headings."""
        return Style.of(bold=bold, italic=italic, family=self.heading if heading else self.family)

    def margin(self, pars: Iterable[Par], width: Pt) -> Pt:
        """Return the right inset, in points, of a PowerPoint text box of ``width`` points around ``pars``.

        It makes PowerPoint break lines where layout did. The text area left by the inset is wider than the widest line,
        and narrower than any line together with the next word; it keeps the family's tolerance from both limits, or
        half the distance between them where that is less. It is 0 on paper, and for a font that may need it all.
        """
        if self.fill == 1 or self.wider > 1 + 2 * self.family.tolerance:
            return 0.0
        lines = [(par.indent, line) for par in pars for line in par.lines]
        least = max((indent + line.width for indent, line in lines), default=0.0)
        most = min((indent + line.width_with_next for indent, line in lines), default=math.inf)
        most = min(most, width)
        tolerance = min(self.family.tolerance * width, (most - least) / 2)
        usual = width * (1 - (1 - self.fill) * _USUAL_MARGIN)
        return width - min(max(usual, least + tolerance), most - tolerance)

    @property
    def editable(self) -> bool:
        """Whether people edit the text: on slides, where nothing is put into it for looks alone."""
        return self.fill < 1

    @property
    def wider(self) -> float:
        """How many times as wide as measured the text may be, in the theme's own font; 1 or more."""
        return max(1.0, FILL / self.fill)

    def fill_of(self, wider: float) -> float:
        """Return the share of the width to fill with text that may be ``wider`` times as wide as measured."""
        return min(self.fill, FILL / wider)


def text_width(text: str, style: Style, size: Pt) -> Pt:
    """Return the width of ``text`` on one line, in points at ``size`` points."""
    return sum(face(style).width(word, size) for word in _split(text))


def _split(text: str) -> list[str]:
    """Split ``text`` into words and spaces: what line breaking measures, and caches, one by one."""
    words: list[str] = []
    for word in text.split(" "):
        words += [word, " "]
    return [w for w in words[:-1] if w]


def baseline(step: Step) -> Pt:
    """Return the distance in points from the top of a line to its baseline.

    With exact leading LibreOffice adds or removes space only above the text, so the descent stays the same below the
    baseline. We do the same.
    """
    return step.leading - DESCENT * step.size


def middle(step: Step) -> Pt:
    """Return the distance in points from the top of a line to the middle of its capitals, where a mark is centred."""
    return baseline(step) - CAP_HEIGHT * step.size / 2


def set_par(
    text: Text | tuple[Run, ...],
    style: ParStyle,
    width: Pt,
    settings: TextSettings,
    bullet: Bullet | None = None,
) -> Par:
    """Set a paragraph in a text box ``width`` points wide; the indent is part of that width.

    Text that belongs together, such as a figure and its unit, stays on one line. A short word does not stand alone on
    the last line. Both are done only where they need no further line.
    """
    runs = text.runs if isinstance(text, Text) else text
    kept = _set_improved(runs, style, width, settings, bullet)
    for made, run in zip(kept[0].runs, runs, strict=True):
        old, new = made.source, run.source
        if old is not new and (old != new or (old and new and old.path != new.path)):
            kept[0] = from_places(kept[0], [run.source for run in runs])
            break
    return kept[0]


def from_places(par: Par, sources: Iterable[Span | None]) -> Par:
    """Return a paragraph whose runs come from other places."""
    return replace(par, runs=tuple(replace(run, source=at) for run, at in zip(par.runs, sources, strict=True)))


_CACHED = 1 << 16
"""How many paragraphs are cached, about 2 KB each. Layout tries, measures and places a block, so a third of all
paragraphs are set more than once. The preview sets nearly all of them again at each save."""


@lru_cache(maxsize=_CACHED)
def _set_improved(
    runs: tuple[Run, ...], style: ParStyle, width: Pt, settings: TextSettings, bullet: Bullet | None
) -> list[Par]:
    """Return a list of one: the paragraph, as it is set for the text that was last asked for.

    An equal text may stand elsewhere; then ``set_par`` puts the paragraph from there in its place.
    """
    return [_improved(runs, style, width, settings, bullet)]


def _improved(runs: tuple[Run, ...], style: ParStyle, width: Pt, settings: TextSettings, bullet: Bullet | None) -> Par:
    """Set a paragraph, then set it again with no-break spaces, and keep what is no worse."""
    made = _set(runs, style, width, settings, bullet)
    if len(made.lines) < 2:
        return made
    room = width * settings.fill - style.indent
    for what in bounds_in(runs, words=not settings.editable):
        bound = with_no_break_spaces(runs, settings.lang, what)
        if bound is not runs and widest_chunk(bound, style, settings) <= room:
            tried = _set(bound, style, width, settings, bullet)
            if what is not Bound.WORDS or _no_worse(tried, made):  # figures may cost a line
                runs, made = bound, tried
                break
    if settings.editable or not _ends_in_runt(made, room):
        return made
    tried = _set(bind_last_words(runs), style, width, settings, bullet)
    if not _no_worse(tried, made) or _broken_at_no_break_space(tried):
        return made
    return tried if tried.lines[-2].width >= room * _LEAST_LINE_ABOVE else made


def widest_chunk(runs: tuple[Run, ...], style: ParStyle, settings: TextSettings) -> Pt:
    """Return the width in points of the widest text between two break opportunities."""
    found = chunks(runs, bold=style.bold, italic=style.italic, family=settings.family_of(style))
    return max((chunk.width for chunk in found), default=0.0) * style.step.size


_RUNT_WIDTH = 0.4
"""A runt, a last line of one short word, is narrower than this share of the line width ..."""
_RUNT_LETTERS = 12
"""... and has no more characters than this."""
_LEAST_LINE_ABOVE = 0.5
"""The line above a runt gives it a word if it stays as wide as this share of the line width."""


def _ends_in_runt(par: Par, room: Pt) -> bool:
    """Whether the last line of a paragraph is a runt. ``room`` is the line width in points."""
    if len(par.lines) < 2 or not one_word(par.lines[-1]):
        return False
    letters = len("".join(piece.run.text for piece in par.lines[-1].pieces))
    return letters <= _RUNT_LETTERS and par.lines[-1].width < room * _RUNT_WIDTH


def one_word(line: Line) -> bool:
    """Whether a line has no more than one word."""
    return len("".join(piece.run.text for piece in line.pieces).split()) < 2


def _no_worse(par: Par, before: Par) -> bool:
    """Whether a paragraph has as many lines as it had ``before``, and no more of them end inside a word."""
    return len(par.lines) == len(before.lines) and _inside_words(par) <= _inside_words(before)


def _inside_words(par: Par) -> int:
    """How many lines end inside a word."""
    return sum(line.end is not LineEnd.SPACE for line in par.lines)


def _broken_at_no_break_space(par: Par) -> bool:
    """Whether a line ends at a no-break space all the same, because the bound words are wider than a line."""
    texts = ["".join(piece.run.text for piece in line.pieces) for line in par.lines]
    cut = any(text.startswith(NO_BREAK_SPACE) or text.endswith(NO_BREAK_SPACE) for text in texts)
    return cut or NO_BREAK_SPACE not in texts[-1]


def bind_last_words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs with the last space replaced by a no-break space."""
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
    """Break a paragraph into lines and place them."""
    family = settings.family_of(style)
    styles = tuple(run_style(run, bold=style.bold, italic=style.italic, family=family) for run in runs)
    room = width * settings.fill - style.indent
    size = style.step.size
    broken = break_lines(
        runs,
        styles,
        size,
        room,
        bold=style.bold,
        italic=style.italic,
        family=family,
        hyphenate=settings.hyphenate,
        hyphenation_zone=WHOLE_LINE if style.bold else settings.hyphenation_zone,
    )
    made = tuple(
        TextRun(
            run.text.replace(SOFT_HYPHEN, ""),
            styles[i],
            size,
            style.soft if run.soft else style.bold_color if style.bold_color and run.bold else style.color,
            run.link,
            language_tag(run.lang) if run.lang else None,
            run.source,
        )
        for i, run in enumerate(runs)
    )
    lines = _lines(broken, made, style, width)
    if any(line.end in (LineEnd.OWN_SIGN, LineEnd.HYPHEN) for line in broken):
        made = _with_soft_hyphens(made, broken)
    return Par(
        runs=made,
        lines=lines,
        top=0.0,
        height=len(lines) * style.step.leading,
        leading=style.step.leading,
        before=style.before,
        align=style.align,
        indent=style.indent,
        bullet=bullet and in_family(bullet, family),
        hang=style.hang,
        level=style.level,
        tag=style.tag,
        lang=settings.lang,
    )


def in_family(bullet: Bullet, family: Family) -> Bullet:
    """Return a bullet in a face of its paragraph's family, unless that lacks it."""
    own = bullet.run.style
    style = Style.of(bold=own.bold, italic=own.italic, family=family)
    if own is style or face(style).missing(bullet.run.text):
        return bullet
    return replace(bullet, run=replace(bullet.run, style=style))


def _lines(broken: Sequence[BrokenLine], runs: Sequence[TextRun], style: ParStyle, width: Pt) -> tuple[Line, ...]:
    """Place broken lines in a text box ``width`` points wide."""
    lines = []
    for index, line in enumerate(broken):
        dx = style.indent
        if style.align is Align.CENTER:
            dx += (width - style.indent - line.width) / 2
        elif style.align is Align.RIGHT:
            dx += width - style.indent - line.width
        pieces = tuple(Piece(f.x + dx, f.width, _with_text(runs[f.run], f.text)) for f in line.fragments if f.text)
        top = baseline(style.step) + index * style.step.leading
        lines.append(Line(top, line.width, pieces, line.width_with_next, line.end))
    return tuple(lines)


def _with_text(run: TextRun, text: str) -> TextRun:
    """Return the run with other text. ``dataclasses.replace`` takes four times as long, and this runs for each line."""
    return TextRun(text, run.style, run.size, run.color, run.link, run.lang)


def _with_soft_hyphens(runs: tuple[TextRun, ...], broken: Sequence[BrokenLine]) -> tuple[TextRun, ...]:
    """Return the runs with a soft hyphen wherever a line ends at one, so that PowerPoint breaks there too.

    White space at a line's end is on no line, and a line has one space for several. So letters are counted.
    """
    ends: dict[int, list[int]] = {}
    counts = [0] * len(runs)
    for fragment in (fragment for line in broken for fragment in line.fragments):
        counts[fragment.run] += count_letters(fragment.text)
        if fragment.text.endswith(SOFT_HYPHEN):
            ends.setdefault(fragment.run, []).append(counts[fragment.run])
    made = list(runs)
    for number, after in ends.items():
        text, seen = "", 0
        for letter in runs[number].text:
            text += letter
            seen += count_letters(letter)
            if after and seen == after[0]:
                text += SOFT_HYPHEN
                after.pop(0)
        made[number] = _with_text(runs[number], text)
    return tuple(made)


def stack(pars: Iterable[Par], top: Pt = 0.0) -> tuple[Par, ...]:
    """Place paragraphs under one another, the first at ``top`` points. The space before the first is ignored."""
    placed: list[Par] = []
    y = top
    for par in pars:
        if placed:
            y += par.before
        placed.append(par if par.top == y else replace(par, top=y))
        y += par.height
    return tuple(placed)


def height(pars: tuple[Par, ...]) -> Pt:
    """Return the height of stacked paragraphs, from the top of the first to the bottom of the last, in points."""
    return pars[-1].top + pars[-1].height - pars[0].top if pars else 0.0
