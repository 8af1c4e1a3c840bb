"""``theme: {template: …}`` -> a ``Theme``: opens the template, finds the author's layouts in it, reports findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckbuild.diagnostics import Phrase, Span, because
from deckbuild.fonts.widths import UNKNOWN, widening
from deckbuild.foreign import files as foreign
from deckbuild.model.slide_layouts import VARIANTS, LayoutKind, Role
from deckbuild.model.theme import Theme
from deckbuild.model.theme_settings import ThemeSettings, Wish
from deckbuild.model.themes import resized
from deckbuild.reader.context import FAILED, Failed, MappingNode, Node, Reading, shortened
from deckbuild.reader.language.examples import shape
from deckbuild.reader.language.suggest import listed, nearest
from deckbuild.reader.sections import slide_layouts
from deckbuild.reader.sections.files_beside import nearest_file
from deckbuild.reader.values import scalars
from deckbuild.reader.values.unknown_keys import duplicate_key, key_name, unknown_key
from deckbuild.reader.values.wrong_kind import wrong_kind

if TYPE_CHECKING:
    from deckbuild.templates.findings import Findings
    from deckbuild.templates.layouts import Template, TemplateLayout
    from deckbuild.templates.package import NotATemplateError

NAMES = {name: kind for name, kind in slide_layouts.NAMES.items() if kind not in VARIANTS}
"""Name, in small letters -> kind of layout for which a template has one of its own."""
FILES = (".pptx", ".potx", ".pptm", ".potm")
PLACES = ("title", "subtitle", "body", "body2", "body3", "body4", "table", "section", "number")
"""The keys with which the author assigns placeholders, by their indexes."""
UNUSABLE = {
    "ole": (
        "“{file}” is an old .ppt file, or is protected by a password.",
        "Open it in PowerPoint, take the password away (File, Info), and save it as a PowerPoint template (.potx).",
    ),
    "strict": (
        "“{file}” is saved as “Strict Open XML”, which can't be read here.",
        "Open it in PowerPoint and save it as a PowerPoint template (.potx).",
    ),
    "corrupt": ("“{file}” is damaged.", "Fetch the template anew, or open it in PowerPoint and save it again."),
    "empty": (
        "“{file}” has no slide layouts.",
        "Name a .potx or .pptx file that has some; PowerPoint lists them under View, Slide Master.",
    ),
    "odd": (
        "“{file}” is not a template that can be used: this stands in it: {what}.",
        "Open it in PowerPoint and save it again, or fetch the template anew.",
    ),
    "other": (
        "“{file}” is not a PowerPoint template.",
        "Name a .potx or .pptx file, such as `template: assets/kommune.potx`.",
    ),
}  # fmt: skip


def read_path(node: Node, reading: Reading, key: str) -> Path | Failed:
    """Return the path of the template's file, or FAILED if it doesn't exist."""
    return _file(node, reading, key, FILES)


def read_fonts(node: Node, reading: Reading, key: str) -> tuple[Path, ...] | Failed:
    """Return the paths of the font files to measure text with."""
    nodes = node.value if isinstance(node.value, list) and not isinstance(node, MappingNode) else [node]
    found = [_file(each, reading, key, (".ttf", ".otf")) for each in nodes]
    return tuple(f for f in found if f is not FAILED) if FAILED not in found else FAILED


def _file(node: Node, reading: Reading, key: str, kinds: tuple[str, ...]) -> Path | Failed:
    found = nearest_file(node, reading, key, kinds)
    return FAILED if found is FAILED else reading.file.path.parent / found


def read_roles(node: Node, reading: Reading, key: str) -> dict[LayoutKind, Wish] | Failed:
    """Return kind of layout -> the layout of the template that the author wants for it."""
    if not isinstance(node, MappingNode):
        wrong_kind(
            node,
            reading,
            key,
            "keys",
            shape({"text": Phrase("Title and Content")}),
            listed(la.value for la in LayoutKind if la not in VARIANTS),
        )
        return FAILED
    found: dict[LayoutKind, Wish] = {}
    seen: dict[LayoutKind, Node] = {}
    for name_node, value in node.value:
        layout = NAMES.get(key_name(name_node, reading))
        if layout is None:
            unknown_key(name_node, [*NAMES], reading)
        elif layout in seen:
            duplicate_key(name_node, seen[layout], reading)
        else:
            seen[layout] = name_node
            wish = _wish(value, reading, layout.value)
            if wish is not FAILED:
                found[layout] = wish
    return found if len(found) == len(node.value) else FAILED


def _wish(node: Node, reading: Reading, key: str) -> Wish | Failed:
    """Read the layout that the author wants: ``Title Only``, ``6`` or ``{layout: Two Content, body: 1}``."""
    if not isinstance(node, MappingNode):
        wanted = scalars.to_str(node, reading, key)
        return FAILED if wanted is FAILED else Wish(layout=wanted, span=reading.span(node))
    wanted = ""
    places: dict[Role, int] = {}
    for name_node, value in node.value:
        name = key_name(name_node, reading)
        if name == "layout":
            layout = scalars.to_str(value, reading, name)
            if layout is FAILED:
                return FAILED
            wanted = layout
        elif name in PLACES:
            idx = scalars.to_int(value, reading, name)
            if idx is FAILED:
                return FAILED
            places[Role(name)] = idx
        else:
            unknown_key(name_node, ("layout", *PLACES), reading)
            return FAILED
    return Wish(layout=wanted, held=places, span=reading.span(node))


def templated(look: ThemeSettings, node: Node, reading: Reading) -> Theme | Failed:
    """Return the theme that is made from the author's template, or FAILED when a fault was reported."""
    from deckbuild.templates.adapt import furnish  # loads lxml, which only decks with a template need
    from deckbuild.templates.layouts import read_template
    from deckbuild.templates.package import NotATemplateError, checked, open_template
    from deckbuild.templates.roles import choose

    assert look.template is not None  # noqa: S101  (the caller checked it)
    where = look.at("template") or node
    file = look.template.name
    try:
        content = foreign.content(look.template, foreign.TEMPLATE)
        with checked():
            template = read_template(open_template(look.template, content))
    except NotATemplateError as error:
        _unusable(error, file, where, reading)
        return FAILED
    except OSError as error:
        hint = "Check its name, and whether another program has it open."
        reading.error(
            "missing-file", where, "“{file}” can't be read: {reason}.", hint, file=file, reason=because(error)
        )
        return FAILED
    given = _wanted(look, template, node, reading)
    if len(given) < sum(bool(wish.layout) for wish in look.roles.values()):
        return FAILED
    chosen = choose(template, given)
    if not _holds(look, chosen, node, reading):
        return FAILED
    places = {layout: wish.held for layout, wish in look.roles.items()}
    try:
        named = _named(template, file, reading)
        with checked():
            theme, findings = furnish(
                template, content, chosen, places, partial(widening, files=look.font_files), named
            )
    except NotATemplateError as error:
        _unusable(error, file, where, reading)
        return FAILED
    except OSError:
        hint = "Take it out of `font-files:`."
        reading.error("wrong-file", look.at("font_files") or node, "A font file can't be read.", hint)
        return FAILED
    guessed = {layout.value: drawn.name for layout, drawn in chosen.items() if layout not in {*given, *VARIANTS}}
    _report(findings, guessed, file, where, reading, inactive=template.package.left_out())
    return _as_asked(theme, look)


def _named(template: Template, file: str, reading: Reading) -> dict[str, TemplateLayout]:
    """Return name -> the layout of the template that slides ask for by it; report each that several layouts have."""
    from deckbuild.templates.roles import find

    found: dict[str, TemplateLayout] = {}
    for name, node in reading.names.layouts.values():
        drawn = find(template, name)
        if len(drawn) == 1:
            found[slide_layouts.folded(name)] = drawn[0]
        elif drawn:
            _repeated(drawn, name, file, node, reading)
    return found


def _repeated(drawn: Sequence[TemplateLayout], name: str, file: str, where: Node | Span, reading: Reading) -> None:
    """Report that several layouts have a name."""
    reading.error(
        "layout-repeats", where, "“{file}” has several layouts called “{name}”.",
        "Its number says which one you mean: {numbers}. `deckbuild template inspect {file}` lists the layouts.",
        file=file, name=shortened(name), numbers=", ".join(str(each.number) for each in drawn),
    )  # fmt: skip


def _unusable(error: NotATemplateError, file: str, where: Node | Span, reading: Reading) -> None:
    message, hint = UNUSABLE[error.kind]
    reading.error("not-a-template", where, message, hint, file=file, what=error.what)


def _wanted(look: ThemeSettings, template: Template, node: Node, reading: Reading) -> dict[LayoutKind, TemplateLayout]:
    """Return kind of layout -> the template's layout that the author wants; report each that can't be found."""
    from deckbuild.templates.roles import find

    given: dict[LayoutKind, TemplateLayout] = {}
    for layout, wish in look.roles.items():
        found = find(template, wish.layout) if wish.layout else []
        file = look.template.name if look.template else ""
        args: dict[str, Any] = {"name": shortened(wish.layout), "file": file, "role": layout.value}
        if len(found) == 1:
            given[layout] = found[0]
        elif found:
            _repeated(found, wish.layout, file, wish.span or node, reading)
        elif wish.layout:
            near = nearest(wish.layout, [drawn.name for drawn in template.layouts])
            hint = "`deckbuild template inspect {file}` lists the layouts."
            if near:
                hint = "Did you mean `{role}: {near}`? `deckbuild template inspect {file}` lists the layouts."
            message = "“{file}” has no layout called “{name}”."
            reading.error("unknown-layout", wish.span or node, message, hint, near=near, **args)
    return given


def _holds(look: ThemeSettings, chosen: Mapping[LayoutKind, TemplateLayout], node: Node, reading: Reading) -> bool:
    """Return whether the layouts have the placeholders that the author names; report the first that is missing."""
    for layout, wish in look.roles.items():
        has = chosen[layout].placeholders
        lost = [idx for idx in wish.held.values() if all(p.idx != idx for p in has)]
        if lost:
            known = ", ".join(f"{p.idx} ({p.kind})" for p in has)
            reading.error(
                "unknown-placeholder", wish.span or node,
                "The layout “{name}” has no placeholder with the index {idx}.", "It has {known}.",
                name=chosen[layout].name, idx=lost[0], known=known or "none at all",
            )  # fmt: skip
            return False
    return True


def _as_asked(theme: Theme, look: ThemeSettings) -> Theme:
    """Return the theme with the author's own colours, font and sizes."""
    if look.colors:
        given = {name: swatch.hex for name, swatch in look.colors.items()}
        scheme = {name: place for name, place in (theme.scheme or {}).items() if name not in given}
        theme = replace(theme, colors={**theme.colors, **given}, scheme=scheme)
    if look.font:
        master = theme.slide_master
        layouts, *others = (
            {kind: layout.without_fonts() for kind, layout in found.items()}
            for found in (master.layouts, *master.named.values())
        )
        named = dict(zip(master.named, others, strict=True))
        theme = replace(
            theme, font=look.font, stated=True, wider=widening(look.font, look.font_files),
            slide_master=replace(master, layouts=layouts, named=named),
        )  # fmt: skip
    return resized(theme, None, look.body, look.table)


def _report(
    findings: Findings, guessed: Mapping[str, str], file: str, where: Node | Span, reading: Reading, *, inactive: bool
) -> None:
    """Warn once of each thing that was guessed, and of each that the template lacks."""
    if guessed:
        listed = ", ".join(f"{role}: {name}" for role, name in guessed.items())
        reading.warning(
            "template-roles", where, "Layouts of “{file}” were chosen by their type and name: {listed}.",
            "`deckbuild template inspect {file}` prints a `roles:` block to paste and correct.",
            file=file, listed=listed,
        )  # fmt: skip
    if findings.recolored:
        reading.warning(
            "template-contrast", where,
            "Colours of “{file}” read badly on its ground; those that can't be read are replaced: {listed}.",
            "Text needs 7:1, large text and marks 4.5:1. Other colours can be given under `colors:`.",
            file=file, listed="; ".join(findings.recolored),
        )  # fmt: skip
    _report_looks(findings, file, where, reading)
    if findings.missing:
        reading.warning(
            "template-no-body", where,
            "The layouts of “{file}” have no placeholder for the text of {listed}; it stands in text boxes.",
            "Choose layouts with room for text under `roles:`, or leave it so.",
            file=file, listed=", ".join(sorted(findings.missing)),
        )  # fmt: skip
    if inactive:
        reading.warning(
            "template-left-out", where,
            "“{file}” has links, or what it would run or fetch from elsewhere, on its layouts: they are left out.",
            "Links and films belong on slides. If something is missing, save it in the template as a picture.",
            file=file,
        )  # fmt: skip
    if findings.covered:
        reading.warning(
            "template-art", where,
            "Decoration of “{file}” stands where the content does, and leaves too little room beside it: {listed}.",
            "Move the decoration in the template, or choose other layouts under `roles:`.",
            file=file, listed=", ".join(sorted(findings.covered)),
        )  # fmt: skip
    if findings.undrawn:
        reading.warning(
            "template-background", where,
            "Not all of the decoration of “{file}” can be drawn in slides.pdf and in thumbnails.",
            "The .pptx keeps all of it. What is missing there too is damaged: put it into the template anew.",
            file=file,
        )  # fmt: skip


def _report_looks(findings: Findings, file: str, where: Node | Span, reading: Reading) -> None:
    """Warn of looks of text and tables that are not known well enough."""
    if findings.table:
        reading.warning(
            "template-table", where,
            "Tables of “{file}” have a style that it names but does not contain: {style}. They get plain rules.",
            "In PowerPoint, right-click the style that you want under Table Design, choose Set as Default, and save.",
            file=file, style=findings.table,
        )  # fmt: skip
    for font, factor in findings.fonts.items():
        reading.warning(
            "template-font", where,
            "Lines are kept {percent} % shorter than in Arial, because the letters of “{font}” may be that much wider."
            if factor == UNKNOWN
            else "Lines are kept {percent} % shorter than in Arial, because the letters of “{font}” are wider.",
            "With the font's file they can be filled: `font-files: [assets/{font}.ttf]`.",
            font=font, percent=round(100 - 100 / factor),
        )  # fmt: skip
