"""Paragraphs: ``Par`` -> ``a:p`` (ECMA-376 part 1, 21.1.2).

The lines that layout broke are not written. PowerPoint breaks the text itself, in a box of the same width, so the text
can be edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.dataclass import dataclass
from deckbuild.fonts.bidi import reads_from_right
from deckbuild.fonts.faces import Family, Style
from deckbuild.frame.items import Anchor
from deckbuild.frame.text import Bullet, BulletKind, Par, TextRun
from deckbuild.model.theme import Color
from deckbuild.units import Pt, emu
from deckbuild.writers.pptx.formats import (
    HEADING_FONT,
    LINE,
    NO_BULLET,
    Format,
    Levels,
    Properties,
    Spacing,
    bullet_properties,
    commonest,
    completed,
    differing,
    element,
    level_element,
    points,
    run_properties,
    weight,
)
from deckbuild.writers.pptx.markup import attribute, escape
from deckbuild.writers.pptx.names import named
from deckbuild.writers.pptx.palette import Palette
from deckbuild.writers.pptx.text_styles import Inherited

_ANCHOR = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""GUID of slide number fields (21.1.2.2.4)."""


def anchor_name(anchor: Anchor) -> str:
    """Return the value of ST_TextAnchoringType."""
    return _ANCHOR[anchor]


def body_properties(
    anchor: Anchor,
    *,
    wrap: bool = True,
    insets: tuple[Pt, Pt, Pt, Pt] = (0.0, 0.0, 0.0, 0.0),
    fit: str = "",
) -> str:
    """Return ``a:bodyPr`` (21.1.2.1.1). The ``insets`` are left, top, right and bottom, in points.

    Without ``fit`` text keeps its size, and the shape too.
    """
    left, top, right, bottom = map(emu, insets)
    return (
        f'<a:bodyPr vert="horz" wrap="{"square" if wrap else "none"}" lIns="{left}" tIns="{top}" rIns="{right}" '
        f'bIns="{bottom}" rtlCol="0" anchor="{_ANCHOR[anchor]}">{fit}</a:bodyPr>'
    )


def inherited_body(anchor: Anchor, inset: Pt, usual: Anchor) -> str:
    """Return ``a:bodyPr`` of a placeholder of ours: its right ``inset``, and its anchor unless it is ``usual``."""
    right = f' rIns="{emu(inset)}"' if emu(inset) else ""
    placed = f' anchor="{_ANCHOR[anchor]}"' if anchor is not usual else ""
    return f"<a:bodyPr{right}{placed}/>"


@dataclass(frozen=True, slots=True)
class TextContext:
    """What is needed to write paragraphs: colours, font, language, and the function that makes ``a:hlinkClick``."""

    palette: Palette
    font: str
    lang: str
    """The language of runs that have none of their own."""
    link: Callable[[str], str]
    home: str
    """The language of the deck, for the names in PowerPoint's panes."""
    inherits: Inherited
    stated: bool = False
    """Whether each run names the font, for templates whose placeholders don't pass it on."""
    bullet_font: str = ""
    """The font of bullets, where it is another."""
    heading: Family | None = None
    """The family of headings, where it is not that of the text."""
    bullets: Sequence[Properties] = ()
    """What the levels of a template say of bullets."""
    undone: Properties = field(default_factory=dict)
    """What a template's text boxes inherit and ours don't have, such as capitals: stated as not so."""
    looks: dict[tuple[Pt, Style, Color], Properties] = field(default_factory=dict)

    def name(self, name: str) -> str:
        """Return ``name`` in the deck's language, for PowerPoint's selection pane."""
        return named(name, self.home)

    def text(self, pars: Sequence[Par], inherited: Levels, *, field: bool = False) -> str:
        """Return ``a:lstStyle`` and ``a:p`` of each paragraph: a blank one when there is none, since one is needed.

        The list style states once what most of the text has in common and the ``inherited`` levels lack. With
        ``field`` the digits are a slide number field.
        """
        own = self._levels(pars, inherited)
        style = "".join(
            level_element(number + 1, Format(differing(own[number].paragraph, level.paragraph), run))
            for number, level in enumerate(inherited)
            if (run := differing(own[number].run, level.run)) or differing(own[number].paragraph, level.paragraph)
        )
        stated = f"<a:lstStyle>{style}</a:lstStyle>" if style else "<a:lstStyle/>"
        return stated + self.paragraphs(pars, own, field=field)

    def paragraphs(self, pars: Sequence[Par], levels: Levels, *, field: bool = False) -> str:
        """Return ``a:p`` of each paragraph, which state what differs from ``levels``, or a blank one."""
        starts = list_starts(pars)
        made = (self._paragraph(par, start, levels, field) for par, start in zip(pars, starts, strict=True))
        return "".join(made) or self.blank()

    def blank(self) -> str:
        """Return a paragraph without text."""
        return f'<a:p><a:endParaRPr lang="{self.lang}"/></a:p>'

    def family(self, style: Style | None = None) -> str:
        """Return ``a:latin`` for a face, or nothing when runs inherit the font."""
        if style and style.family is self.heading:
            return HEADING_FONT
        return f'<a:latin typeface="{attribute(self.font)}"/>' if self.stated else ""

    def _levels(self, pars: Sequence[Par], inherited: Levels) -> Levels:
        """Return the ``inherited`` levels, those that are used with the look of most of their text."""
        levels = list(inherited)
        starts = list_starts(pars)
        numbers = [level_of(par, inherited) for par in pars]
        for number in set(numbers):
            used = [(par, start) for par, start, own in zip(pars, starts, numbers, strict=True) if own == number]
            paragraph = commonest((self._paragraph_properties(par, start), 1) for par, start in used)
            looks = [(_shared(self._look(run)), weight(run.text)) for par, _ in used for run in par.runs if run.text]
            levels[number] = Format(
                completed(paragraph, inherited[number].paragraph),
                completed(commonest(looks) if looks else {}, inherited[number].run),
            )
        return levels

    def _paragraph(self, par: Par, start: int, levels: Levels, field: bool) -> str:
        """Return ``a:p``; ``start`` is the first number of the numbered list that it belongs to."""
        number, lang = level_of(par, levels), par.lang or self.lang
        level = levels[number]
        runs = [self._run(run, lang, level.run, field) for run in _joined(par.runs) if run.text]
        bullet = par.bullet
        if bullet is not None and bullet.kind is BulletKind.HANGING:
            look = self._attributes(bullet.run, lang, level.run)
            runs[:0] = [self._run(bullet.run, lang, level.run, False), f"<a:r>{look}<a:t>\t</a:t></a:r>"]
        properties = differing(self._paragraph_properties(par, start), level.paragraph)
        if number:
            properties = {"lvl": str(number), **properties}
        stated = element("a:pPr", properties) if properties else ""
        return f"<a:p>{stated}{''.join(runs)}{self._end(par, lang, level.run)}</a:p>"

    def _run(self, run: TextRun, lang: str, inherited: Properties, field: bool) -> str:
        """Return ``run`` as ``a:r`` (21.1.2.3.8), with ``a:br`` (21.1.2.2.1) for each line end in it.

        With ``field`` a run of digits is a slide number field (21.1.2.2.4).
        """
        if field and run.text.strip().isdigit():
            look = self._attributes(run, lang, inherited)
            return f'<a:fld id="{SLIDE_NUMBER}" type="slidenum">{look}<a:t>{run.text.strip()}</a:t></a:fld>'
        properties = self._attributes(run, lang, inherited, self.link(run.link) if run.link else "")
        # Soft hyphens are left only where a line ends. PowerPoint and LibreOffice break lines there, but show none.
        made = []
        for index, text in enumerate(run.text.replace(SOFT_HYPHEN, "-").split("\n")):
            if index:
                made.append(f"<a:br>{self._attributes(run, lang, inherited)}</a:br>")
            if text:
                made.append(f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>")
        return "".join(made)

    def _end(self, par: Par, lang: str, inherited: Properties) -> str:
        """Return ``a:endParaRPr`` (21.1.2.2.3): the look of text that a user types at the paragraph's end."""
        if par.runs:
            return self._attributes(par.runs[-1], lang, inherited, tag="a:endParaRPr")
        size = differing({"sz": str(points(_size(par)))}, inherited)
        return element("a:endParaRPr", {"lang": attribute(lang), **size})

    def _attributes(self, run: TextRun, lang: str, inherited: Properties, link: str = "", tag: str = "a:rPr") -> str:
        """Return ``a:rPr`` (21.1.2.3.9): the language, and what differs from the ``inherited`` look."""
        return element(tag, {"lang": attribute(run.lang or lang), **differing(self._look(run), inherited)}, link)

    def _look(self, run: TextRun) -> Properties:
        key = (run.size, run.style, run.color)
        found = self.looks.get(key)
        if found is None:
            look = run_properties(
                run.size,
                bold=run.style.bold,
                italic=run.style.italic,
                fill=self.palette.fill(run.color),
                family=self.family(run.style),
            )
            found = self.looks[key] = {**self.undone, **look}
        return found

    def _paragraph_properties(self, par: Par, start: int) -> Properties:
        spacing = Spacing(
            size=_size(par), leading=par.leading, before=par.before, indent=par.indent, hang=par.hang, align=par.align,
            line=par.runs[0].style.family.line if par.runs else LINE,
        )  # fmt: skip
        hanging = par.bullet is not None and par.bullet.kind is BulletKind.HANGING
        properties = spacing.properties(self._bullet(par, start), tab=hanging)
        from_right = reads_from_right("".join(run.text for run in par.runs))
        return {**properties, "algn": "r", "rtl": "1"} if from_right else properties

    def _bullet(self, par: Par, start: int) -> Properties:
        """Return the look of a paragraph's bullet: a template's own, where it has a sign for the level."""
        bullet = par.bullet
        if bullet is None or bullet.kind is BulletKind.HANGING:
            return NO_BULLET
        if bullet.kind is BulletKind.CHARACTER and self.bullets:
            return self.bullets[min(par.level, len(self.bullets) - 1)]
        font = self.bullet_font or self.font
        return bullet_properties(self.palette.color(bullet.run.color), font, bullet_sign(bullet, start))


def _size(par: Par) -> Pt:
    """Return the type size of a paragraph in points: that of its largest text."""
    return max((run.size for run in par.runs), default=round(par.leading / LINE))


def _shared(look: Properties) -> Properties:
    """Return what a list style may state of a run's look: bold and italic are said by the words that have them."""
    return {name: value for name, value in look.items() if name not in ("b", "i")}


def level_of(par: Par, levels: Levels) -> int:
    """Return the outline level of a paragraph, from 0: the one of its depth among those with a bullet like its own."""
    signs = {None: "buNone", BulletKind.HANGING: "buNone", BulletKind.CHARACTER: "buChar", BulletKind.NUMBER: "buAuto"}
    sign = signs[par.bullet.kind if par.bullet else None]
    alike = [number for number, level in enumerate(levels) if sign in level.paragraph.get("a:bu", "")]
    depth = min(par.level, 8)
    return alike[depth] if depth < len(alike) else depth


def bullet_sign(bullet: Bullet, start: int) -> str:
    """Return ``a:buChar`` (21.1.2.4.3), or ``a:buAutoNum`` (21.1.2.4.1), which PowerPoint counts."""
    if bullet.kind is BulletKind.NUMBER:
        first = f' startAt="{start}"' if start != 1 else ""
        return f'<a:buAutoNum type="arabicPlain"{first}/>'
    return f'<a:buChar char="{attribute(bullet.run.text)}"/>'


def list_starts(pars: Sequence[Par]) -> list[int]:
    """Return for each paragraph the first number of its list.

    PowerPoint counts on while adjacent paragraphs of a level have the same ``startAt``, so a new item renumbers those
    after it. Another ``startAt`` begins a new list (21.1.2.4.1). Deeper items in between do not end a list.
    """
    starts: list[int] = []
    running: dict[int, tuple[int, int]] = {}
    for par in pars:
        running = {level: run for level, run in running.items() if level <= par.level}
        number = par.bullet.number if par.bullet is not None and par.bullet.kind is BulletKind.NUMBER else 0
        if not number:
            running.pop(par.level, None)
            starts.append(1)
            continue
        first, last = running.get(par.level, (number, number - 1))
        first = first if number == last + 1 else number
        running[par.level] = (first, number)
        starts.append(first)
    return starts


def _joined(runs: Sequence[TextRun]) -> Iterator[TextRun]:
    """Yield the runs; those that look the same and are one link, or none, are one run."""
    for look, same in groupby(runs, lambda run: replace(run, text="")):
        yield replace(look, text="".join(run.text for run in same))
