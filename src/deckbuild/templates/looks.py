"""Reads the text style of a placeholder: it inherits from layout, slide master and presentation, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from lxml import etree

from deckbuild.characters import ignorable
from deckbuild.dataclass import dataclass
from deckbuild.model.slide_layouts import Align, Anchor
from deckbuild.templates.colors import Colors, TemplateColor
from deckbuild.templates.package import NAMESPACES, Element, TemplatePackage, local_name, number, parse
from deckbuild.units import EMU_PER_PT, Pt

_ALIGN = {"l": Align.LEFT, "ctr": Align.CENTER, "r": Align.RIGHT, "just": Align.LEFT, "dist": Align.LEFT}
_ANCHOR = {"t": Anchor.TOP, "ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
_SIGNS = frozenset("•–—-▪■●○►»›")
"""Signs of lists that common fonts have."""
_BULLETS = {
    "buClrTx": "a:buClr", "buClr": "a:buClr", "buSzTx": "a:buSzPct", "buSzPct": "a:buSzPct", "buSzPts": "a:buSzPct",
    "buFontTx": "a:buFont", "buFont": "a:buFont", "buNone": "a:bu", "buAutoNum": "a:bu", "buChar": "a:bu",
    "buBlip": "a:bu",
}  # fmt: skip
"""Element -> what it says of bullets, in the order of the schema: their colour, size, font and sign."""
_DECLARED = re.compile(r' xmlns(:\w+)?="[^"]*"')
_SYMBOLS = ("Wingdings", "Symbol", "Webdings")
_IN_SYMBOLS = {"§": "▪", "·": "•", "l": "●", "n": "■", "Ø": "►", "¨": "○", "o": "○", "u": "■", "w": "▪"}
"""A letter -> about what Wingdings and Symbol have in its place."""
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}
"""Letters of symbol fonts are also written so, as private characters."""
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle",
           "sldNum": "otherStyle"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceholderTextStyle:
    """The text style of a placeholder's first outline level. Lengths are in points."""

    size: Pt
    color: TemplateColor
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = Align.LEFT
    font: str = ""
    """The font family."""
    stated: bool = False
    """Whether slides have to name the font family, since they don't inherit it."""
    line_spacing: float = 1.0
    """Line spacing; 1 is single: 1.2 sizes."""
    letter_spacing: Pt = 0.0
    """White between letters."""
    bullet: str = ""
    """The sign of its lists, as a letter of any font; empty when it has none, or one that only some fonts have."""
    bullet_color: TemplateColor | None = None
    """The colour of that sign, where it is not the text's."""
    bullet_share: float = 1.0
    """The size of that sign, as a share of the text's."""
    bullets: tuple[Mapping[str, str], ...] = ()
    """What each outline level says of bullets, down to the first without: ``a:buClr`` and the like -> XML."""


@dataclass(frozen=True, slots=True)
class BodyProperties:
    """The body properties of a placeholder: insets (left, top, right, bottom), vertical anchor, direction of text."""

    insets: tuple[Pt, Pt, Pt, Pt]
    anchor: Anchor
    upright: bool
    """Whether its text is horizontal."""


def read_frame(shapes: list[Element]) -> BodyProperties:
    """Return the body properties of a placeholder; ``shapes`` are the layout's, then the slide master's."""
    bodies = [b for s in shapes if (b := s.find("p:txBody/a:bodyPr", NAMESPACES)) is not None]

    def first(name: str, default: str) -> str:
        return next((str(b.get(name)) for b in bodies if b.get(name) is not None), default)

    left, top, right, bottom = (_number(bodies, name, inset) / EMU_PER_PT for name, inset in _INSETS.items())
    turned = any(number(x, "rot") for s in shapes[:1] for x in s.iterfind("p:spPr/a:xfrm", NAMESPACES))
    upright = first("vert", "horz") == "horz" and not turned
    return BodyProperties((left, top, right, bottom), _ANCHOR.get(first("anchor", "t"), Anchor.TOP), upright)


def _number(of: list[Element], name: str, default: int) -> int:
    """Return the first number of this name among several elements."""
    return next((number(element, name) for element in of if element.get(name) is not None), default)


def read_look(
    package: TemplatePackage, master: str, kind: str, shapes: list[Element], colors: Colors
) -> PlaceholderTextStyle:
    """Return the text style of a placeholder of the type ``kind``; ``shapes`` as for ``read_frame``."""
    pars = list(_paragraph_styles(package, master, kind, shapes))
    runs = [(r, stated) for p, stated in pars if (r := _runs(p)) is not None]

    def attribute(name: str, *, of: list[Element], default: str) -> str:
        return next((str(e.get(name)) for e in of if e.get(name) is not None), default)

    plain = [run for run, _ in runs]
    color = next((c for run in plain if (c := colors.solid(run))), TemplateColor(colors.named("tx1"), "tx1"))
    font, stated = next(
        ((f.get("typeface", ""), s) for r, s in runs if (f := r.find("a:latin", NAMESPACES)) is not None), ("", False)
    )
    spacing = next((s for p, _ in pars for s in p.iterfind("a:lnSpc/*", NAMESPACES)), None)
    major = kind in ("title", "ctrTitle")
    family = font
    if not font or font.startswith("+"):
        family, stated = theme_font(package, master, major=font.startswith("+mj") or (not font and major)), False
    size = max(1.0, _number(plain, "sz", 1800) / 100)
    bullets = _bullets_of(par for par, _ in pars)
    listed = kind in ("body", "obj")
    levels = (
        _bullets_of(e for e, _ in _paragraph_styles(package, master, kind, shapes, level))
        for level in range(1, 10 if listed else 1)
    )
    signed = tuple({name: _xml(e) for name, e in said.items()} for said in takewhile(_sign, levels))
    return PlaceholderTextStyle(
        size=size,
        color=color,
        bold=attribute("b", of=plain, default="0") in ("1", "true"),
        italic=attribute("i", of=plain, default="0") in ("1", "true"),
        caps=attribute("cap", of=plain, default="none") == "all",
        align=_ALIGN.get(attribute("algn", of=[p for p, _ in pars], default="l"), Align.LEFT),
        font=family,
        stated=stated,
        line_spacing=_line_spacing(spacing, size),
        letter_spacing=_number(plain, "spc", 0) / 100,
        bullet=_bullet(bullets),
        bullet_color=colors.read(bullets.get("a:buClr")),
        bullet_share=_share(bullets),
        bullets=signed,
    )


def _bullets_of(pars: Iterable[Element]) -> dict[str, Element]:
    """Return what paragraph styles, the nearest first, say of bullets (21.1.2.4): part of the look -> its element."""
    found: dict[str, Element] = {}
    for element in (e for par in pars for e in par):
        if name := _BULLETS.get(local_name(element)):
            found.setdefault(name, element)
    return {name: found[name] for name in dict.fromkeys(_BULLETS.values()) if name in found}


def _sign(bullets: Mapping[str, Element]) -> str:
    """Return the letter that is the sign of a level; some templates have one that can't be seen for none."""
    sign = str(bullets["a:bu"].get("char", "")) if "a:bu" in bullets else ""
    return sign if any(not letter.isspace() and not ignorable(letter) for letter in sign) else ""


def _bullet(bullets: Mapping[str, Element]) -> str:
    """Return the sign of lists (21.1.2.4.3); symbol fonts have theirs in places of letters."""
    sign = _sign(bullets)
    font = str(bullets["a:buFont"].get("typeface", "")) if "a:buFont" in bullets else ""
    return (
        _IN_SYMBOLS.get(sign[-1:].translate(_PRIVATE), "")
        if font.startswith(_SYMBOLS)
        else sign
        if sign in _SIGNS
        else ""
    )


def _share(bullets: Mapping[str, Element]) -> float:
    """Return the size of bullets as a share of their text's (21.1.2.4.9)."""
    size = bullets.get("a:buSzPct")
    if size is None or local_name(size) != "buSzPct":
        return 1.0
    return min(4.0, max(0.25, number(size, "val", 100000) / (100 if "%" in size.get("val", "") else 100000)))


def _xml(element: Element) -> str:
    """Return an element as slides write it, whose prefixes are the usual ones."""
    bare = parse(etree.tostring(element))
    etree.cleanup_namespaces(bare)
    return _DECLARED.sub("", etree.tostring(bare, encoding="unicode", with_tail=False))


def _line_spacing(spacing: Element | None, size: Pt) -> float:
    """Return line spacing, where 1 is single: of a share (``a:spcPct``) or an exact leading (``a:spcPts``), or 1."""
    if spacing is None or not spacing.get("val"):
        return 1.0
    value = number(spacing, "val")
    if spacing.tag.endswith("}spcPts"):  # hundredths of a point
        return value / 100 / (1.2 * size)
    return value / (100 if str(spacing.get("val")).endswith("%") else 100000)


def _paragraph_styles(
    package: TemplatePackage, master: str, kind: str, shapes: list[Element], level: int = 1
) -> Iterator[tuple[Element, bool]]:
    """Yield the elements with properties of a ``level``, from 1, the nearest first, each as (element, not inherited).

    LibreOffice writes text styles only on the sample text of a layout; slides do not inherit these.
    """
    for shape in shapes:
        yield from ((e, False) for e in shape.iterfind(f"p:txBody/a:lstStyle/a:lvl{level}pPr", NAMESPACES))
    style = _STYLES.get(kind, "bodyStyle")
    yield from ((e, False) for e in package.tree(master).iterfind(f"p:txStyles/p:{style}/a:lvl{level}pPr", NAMESPACES))
    for shape in shapes if level == 1 else ():
        for par in shape.iterfind("p:txBody/a:p", NAMESPACES):
            properties = par.find("a:pPr", NAMESPACES)
            if properties is not None and properties.get("lvl", "0") == "0":
                yield properties, True
            yield par, True
            break
    main = package.tree(package.main)
    yield from ((e, False) for e in main.iterfind(f"p:defaultTextStyle/a:lvl{level}pPr", NAMESPACES))


def _runs(par: Element) -> Element | None:
    """Return the run properties of a paragraph style or a sample paragraph, or None."""
    for path in ("a:defRPr", "a:r/a:rPr", "a:fld/a:rPr", "a:endParaRPr"):
        found = par.find(path, NAMESPACES)
        if found is not None and (len(found) or found.attrib):
            return found
    return None


def read_loose_font(package: TemplatePackage, master: str) -> str:
    """Return the font family of a text box that states none: that of the presentation's default text style."""
    main = package.tree(package.main)
    found = main.find("p:defaultTextStyle/a:lvl1pPr/a:defRPr/a:latin", NAMESPACES)
    family = "" if found is None else str(found.get("typeface", ""))
    if not family or family.startswith("+"):
        return theme_font(package, master, major=family.startswith("+mj"))
    return family


def theme_font(package: TemplatePackage, master: str, *, major: bool) -> str:
    """Return the theme's font family: for headings (``major``) or for running text."""
    theme = package.related(master, "theme")
    if theme is None:
        return "Arial"
    which = "majorFont" if major else "minorFont"
    found = package.tree(theme).find(f"a:themeElements/a:fontScheme/a:{which}/a:latin", NAMESPACES)
    return (found.get("typeface") if found is not None else "") or "Arial"
