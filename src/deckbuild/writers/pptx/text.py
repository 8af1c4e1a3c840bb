"""Paragraphs: ``Par`` -> ``a:p`` (ECMA-376 part 1, 21.1.2).

The lines that layout broke are not written. PowerPoint breaks the text itself, in a box of the same width, so the text
can be edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.fonts.faces import Style
from deckbuild.frame.items import Anchor
from deckbuild.frame.text import Align, Bullet, BulletKind, Par, TextRun
from deckbuild.model.slide_layouts import Placeholder
from deckbuild.model.theme import Color
from deckbuild.units import Pt, emu
from deckbuild.writers.pptx.markup import attribute, escape
from deckbuild.writers.pptx.names import named
from deckbuild.writers.pptx.palette import Palette

_ALIGN = {Align.LEFT: "l", Align.CENTER: "ctr", Align.RIGHT: "r"}
_ANCHOR = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""GUID of slide number fields (21.1.2.2.4)."""


def anchor_name(anchor: Anchor) -> str:
    """Return the value of ST_TextAnchoringType."""
    return _ANCHOR[anchor]


def placeholder_properties(placeholder: Placeholder, margin: Pt, anchor: Anchor) -> str:
    """Return ``a:bodyPr`` of a template's placeholder: its own insets, the right one larger by ``margin``."""
    left, top, right, bottom = placeholder.insets
    return (
        f'<a:bodyPr lIns="{emu(left)}" tIns="{emu(top)}" rIns="{emu(right + margin)}" bIns="{emu(bottom)}" '
        f'anchor="{_ANCHOR[anchor]}"><a:normAutofit/></a:bodyPr>'
    )


def body_properties(anchor: Anchor, *, wrap: bool = True, left: Pt = 0.0, right: Pt = 0.0, top: Pt = 0.0) -> str:
    """Return ``a:bodyPr`` (21.1.2.1.1) without autofit; the insets are ``left``, ``right`` and ``top``, in points."""
    return (
        f'<a:bodyPr vert="horz" wrap="{"square" if wrap else "none"}" lIns="{emu(left)}" '
        f'tIns="{emu(top)}" rIns="{emu(right)}" bIns="0" rtlCol="0" '
        f'anchor="{_ANCHOR[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def points(length: Pt) -> int:
    """Return a length in 1/100 pt, the unit of type sizes and of exact line spacing."""
    return round(length * 100)


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
    stated: bool = False
    """Whether each run names the font, for templates whose placeholders don't pass it on."""
    looks: dict[tuple[Pt, Style, Color, str], tuple[str, str]] = field(default_factory=dict)

    def name(self, name: str) -> str:
        """Return ``name`` in the deck's language, for PowerPoint's selection pane."""
        return named(name, self.home)

    def paragraphs(self, pars: Sequence[Par]) -> str:
        """Return ``a:p`` of each paragraph, and a blank one when there is none: a text body needs one."""
        starts = list_starts(pars)
        return "".join(self.paragraph(par, start) for par, start in zip(pars, starts, strict=True)) or self.blank()

    def blank(self) -> str:
        """Return a paragraph without text."""
        return f'<a:p><a:endParaRPr lang="{self.lang}"/></a:p>'

    def paragraph(self, par: Par, start: int = 1) -> str:
        """Return ``a:p``; ``start`` is the first number of the numbered list that it belongs to."""
        lang = par.lang or self.lang
        runs = "".join(self.run(run, lang) for run in _whole_links(par.runs) if run.text)
        bullet = par.bullet
        if bullet is not None and bullet.kind is BulletKind.HANGING:
            runs = self.run(bullet.run, lang) + self._tab(bullet.run, lang) + runs
        return f"<a:p>{self._paragraph_properties(par, start)}{runs}{self.end(par)}</a:p>"

    def run(self, run: TextRun, lang: str) -> str:
        """Return ``run`` as ``a:r`` (21.1.2.3.8), with ``a:br`` (21.1.2.2.1) for each line end in it."""
        lang = run.lang or lang
        attributes, fill = self._look(run, lang)
        link = self.link(run.link) if run.link else ""
        properties = f"<a:rPr {attributes}>{fill}{link}</a:rPr>"
        # Soft hyphens are left only where a line ends. PowerPoint and LibreOffice break lines there, but show none.
        shown = run.text.replace(SOFT_HYPHEN, "-")
        if "\n" not in shown:
            return f"<a:r>{properties}<a:t>{escape(shown)}</a:t></a:r>"
        made = []
        for index, text in enumerate(shown.split("\n")):
            if index:
                made.append(f"<a:br><a:rPr {attributes}>{fill}</a:rPr></a:br>")
            if text:
                made.append(f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>")
        return "".join(made)

    def number_field(self, par: Par) -> str:
        """Return ``a:p`` in which the digits are a slide number field (21.1.2.2.4)."""
        lang = par.lang or self.lang
        runs = []
        for run in par.runs:
            if run.text.strip().isdigit():
                attributes, fill = self._look(run, run.lang or lang)
                runs.append(
                    f'<a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr {attributes}>{fill}</a:rPr>'
                    f"<a:t>{run.text.strip()}</a:t></a:fld>"
                )
            elif run.text:
                runs.append(self.run(run, lang))
        return f"<a:p>{self._paragraph_properties(par, 1)}{''.join(runs)}{self.end(par)}</a:p>"

    def end(self, par: Par) -> str:
        """Return ``a:endParaRPr`` (21.1.2.2.3): the look of text that a user types at the paragraph's end."""
        lang = par.lang or self.lang
        if not par.runs:
            return f'<a:endParaRPr lang="{attribute(lang)}" sz="{points(round(par.leading / 1.2))}"/>'
        run = par.runs[-1]
        attributes, fill = self._look(run, run.lang or lang)
        return f"<a:endParaRPr {attributes}>{fill}</a:endParaRPr>"

    def family(self) -> str:
        """Return ``a:latin``, or nothing when runs inherit the font."""
        return f'<a:latin typeface="{attribute(self.font)}"/>' if self.stated else ""

    def _tab(self, run: TextRun, lang: str) -> str:
        attributes, fill = self._look(run, run.lang or lang)
        return f"<a:r><a:rPr {attributes}>{fill}</a:rPr><a:t>\t</a:t></a:r>"

    def _look(self, run: TextRun, lang: str) -> tuple[str, str]:
        """Return the attributes of ``a:rPr`` and its fill. All are written, so a run inherits none of them."""
        key = (run.size, run.style, run.color, lang)
        found = self.looks.get(key)
        if found is None:
            face = f'b="{int(run.style.bold)}" i="{int(run.style.italic)}"'
            attributes = f'lang="{attribute(lang)}" sz="{points(run.size)}" {face}'
            found = self.looks[key] = (attributes, self.palette.fill(run.color) + self.family())
        return found

    def _paragraph_properties(self, par: Par, start: int) -> str:
        """Return ``a:pPr`` (21.1.2.2.7): indents, exact line spacing, space before, bullet, tab."""
        level = f' lvl="{min(par.level, 8)}"' if par.level else ""
        return (
            f'<a:pPr marL="{emu(par.indent)}"{level} indent="{-emu(par.hang)}" algn="{_ALIGN[par.align]}">'
            f'<a:lnSpc><a:spcPts val="{points(par.leading)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{points(par.before)}"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{self._bullet(par.bullet, start)}{_tabs(par)}</a:pPr>'
        )

    def _bullet(self, bullet: Bullet | None, start: int) -> str:
        if bullet is None or bullet.kind is BulletKind.HANGING:
            return "<a:buNone/>"
        color = f"<a:buClr>{self.palette.color(bullet.run.color)}</a:buClr>"
        font = f'<a:buFont typeface="{attribute(self.font)}"/>'
        return f"{color}{font}{bullet_sign(bullet, start)}"


def bullet_sign(bullet: Bullet, start: int) -> str:
    """Return ``a:buChar`` (21.1.2.4.3), or ``a:buAutoNum`` (21.1.2.4.1), which PowerPoint counts."""
    if bullet.kind is BulletKind.NUMBER:
        first = f' startAt="{start}"' if start != 1 else ""
        return f'<a:buAutoNum type="arabicPlain"{first}/>'
    return f'<a:buChar char="{attribute(bullet.run.text)}"/>'


def _tabs(par: Par) -> str:
    """Return the tab stop at the indent, for text after a number in the hanging column."""
    if par.bullet is None or par.bullet.kind is not BulletKind.HANGING:
        return ""
    return f'<a:tabLst><a:tab pos="{emu(par.indent)}" algn="l"/></a:tabLst>'


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


def _whole_links(runs: Sequence[TextRun]) -> Iterator[TextRun]:
    """Yield the runs; those that are one link and look the same are one run, so that the slide has one link there."""
    for look, group in groupby(runs, lambda run: replace(run, text="") if run.link else None):
        same = tuple(group)
        yield from same if look is None else [replace(look, text="".join(run.text for run in same))]
