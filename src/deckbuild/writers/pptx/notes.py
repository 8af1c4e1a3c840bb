"""Speaker notes: ``Frame.notes`` -> ``p:notes`` (ECMA-376 part 1, 19.3.1.26). They inherit from the notes master."""

from __future__ import annotations

from deckbuild.frame.document import Frame
from deckbuild.frame.text import BulletKind, Par
from deckbuild.units import Pt, emu
from deckbuild.writers.pptx.figures import non_visual, placeholder_shape
from deckbuild.writers.pptx.markup import EMPTY_GROUP, HEADER, NAMESPACES, attribute, escape
from deckbuild.writers.pptx.text import SLIDE_NUMBER, TextContext, bullet_sign, list_starts

_INDENT: Pt = 18


def notes_xml(frame: Frame, pen: TextContext, *, counted: bool) -> str:
    """Return the notes page of ``frame``. ``counted`` as for its slide: whether its number is written as a field."""
    starts = list_starts(frame.notes)
    body = "".join(_paragraph(par, start, pen) for par, start in zip(frame.notes, starts, strict=True))
    key = f"{frame.id}|notes"
    lang = attribute(pen.lang)
    image = (
        f"<p:sp><p:nvSpPr>{non_visual(2, pen.name('Slide image') + ' 1', f'{key}|image')}<p:cNvSpPr>"
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
    )
    tag, attributes = ("fld", f' id="{SLIDE_NUMBER}" type="slidenum"') if counted else ("r", "")
    figure = f'<a:rPr lang="{lang}"/><a:t>{frame.number}</a:t>'
    shown = f'<a:p><a:{tag}{attributes}>{figure}</a:{tag}><a:endParaRPr lang="{lang}"/></a:p>'
    text = _placeholder(3, pen.name("Notes"), key, 'type="body" idx="1"', body or pen.blank())
    page = _placeholder(4, pen.name("Page number"), f"{key}|number", 'type="sldNum" sz="quarter" idx="5"', shown)
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}{image}"
        f"{text}{page}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _placeholder(number: int, name: str, key: str, ph: str, text: str) -> str:
    head = non_visual(number, f"{name} {number - 1}", key)
    return placeholder_shape(head, f" {ph}", "", f"<a:bodyPr/><a:lstStyle/>{text}")


def _paragraph(par: Par, start: int, pen: TextContext) -> str:
    """Return ``a:p`` with the level, the bullet, bold, italic and links; ``start`` is where its list begins."""
    lang = par.lang or pen.lang
    runs = []
    bullet = par.bullet
    hanging = bullet is not None and bullet.kind is BulletKind.HANGING
    if bullet is not None and hanging:
        runs.append(f'<a:r><a:rPr lang="{attribute(lang)}"/><a:t>{escape(bullet.run.text)}\t</a:t></a:r>')
    for run in par.runs:
        marks = (' b="1"' if run.style.bold else "") + (' i="1"' if run.style.italic else "")
        look = f'lang="{attribute(run.lang or lang)}"{marks}'
        link = pen.link(run.link) if run.link else ""
        for index, text in enumerate(run.text.split("\n")):
            if index:
                runs.append(f"<a:br><a:rPr {look}/></a:br>")
            if text:
                runs.append(f"<a:r><a:rPr {look}>{link}</a:rPr><a:t>{escape(text)}</a:t></a:r>")
    return f'<a:p>{_properties(par, start, pen)}{"".join(runs)}<a:endParaRPr lang="{attribute(lang)}"/></a:p>'


def _properties(par: Par, start: int, pen: TextContext) -> str:
    level = f' lvl="{min(par.level, 8)}"' if par.level else ""
    left = emu(_INDENT * (par.level + 1))
    if par.bullet is None:
        return f"<a:pPr{level}><a:buNone/></a:pPr>"
    if par.bullet.kind is BulletKind.HANGING:
        return f'<a:pPr marL="{left}"{level} indent="{-emu(_INDENT)}"><a:buNone/></a:pPr>'
    font = f'<a:buFont typeface="{attribute(pen.font)}"/>'
    return f'<a:pPr marL="{left}"{level} indent="{-emu(_INDENT)}">{font}{bullet_sign(par.bullet, start)}</a:pPr>'
