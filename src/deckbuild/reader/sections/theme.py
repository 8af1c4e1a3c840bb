"""``theme:`` -> a ``Theme``: a name, a mapping, or a file beside the deck that holds the mapping."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.diagnostics import Diagnostics, Words
from deckbuild.fonts.widths import AS_WIDE
from deckbuild.model.theme import Theme
from deckbuild.model.theme_settings import ThemeSettings
from deckbuild.model.themes import ALSO_CALLED, SHIPPED, recolored, resized
from deckbuild.reader.checks.contrast import check_contrast
from deckbuild.reader.context import FAILED, Failed, Node, Reading, ScalarNode, SequenceNode, is_nothing, shortened
from deckbuild.reader.language.suggest import nearest
from deckbuild.reader.sections.files_beside import nearest_file
from deckbuild.reader.sections.template import templated
from deckbuild.reader.syntax.decode import BY_HAND, NOT_UTF8, load
from deckbuild.reader.syntax.parse import compose
from deckbuild.reader.values import scalars
from deckbuild.reader.values.convert import read_model

FILES = (".yaml", ".yml")
BASES = {**{name: name for name in SHIPPED}, **ALSO_CALLED}
THEMES = Words(tuple(f"`{name}`" for name in SHIPPED))
OWN = "Or the name of a file with colours of your own: `theme: assets/theme.yaml`."
EXAMPLE = "A theme file has lines such as `base: lys` and `colors:`, and under that `  accent1: 09508A`."


def read_base(node: Node, reading: Reading, key: str) -> str | Failed:
    """Return the theme that a name stands for."""
    value = scalars.scalar(node, reading, key)
    if value is FAILED:
        return FAILED
    word = value.strip(scalars.QUOTES + " ").casefold()
    if word in BASES:
        return BASES[word]
    near = nearest(word, BASES)
    hint = (
        "Did you mean `{key}: {near}`?" if near else "",
        "The themes are {themes}.",
        OWN if key == "theme" else "",
    )
    reading.error(
        "unknown-theme",
        node,
        "There is no theme called “{found}”.",
        hint,
        key=key,
        found=shortened(value),
        near=near,
        themes=THEMES,
    )
    return FAILED


def read_theme(node: Node, reading: Reading, key: str) -> Theme | Failed:
    """Return the theme that ``theme:`` asks for."""
    if isinstance(node, ScalarNode) and node.value.strip().lower().endswith(FILES):
        return _from_file(node, reading, key)
    if isinstance(node, SequenceNode) or is_nothing(node):
        message = (
            "There is nothing after `{key}:`." if is_nothing(node) else "Here stands a list where a theme belongs."
        )
        code = "empty-value" if is_nothing(node) else "wrong-kind"
        reading.error(
            code,
            node,
            message,
            ("Write a theme's name, such as `{key}: lys`. The themes are {themes}.", OWN),
            key=key,
            themes=THEMES,
        )
        return FAILED
    return _theme(node, reading, key)


def _theme(node: Node, reading: Reading, key: str) -> Theme | Failed:
    look: ThemeSettings | Failed = read_model(ThemeSettings, node, reading, key)
    if look is FAILED:
        return FAILED
    if look.template:
        return templated(look, node, reading)
    base = theme = SHIPPED[look.base]
    if look.colors:
        theme = recolored(base, {name: swatch.hex for name, swatch in look.colors.items()})
        check_contrast(theme, base, look.colors, node, reading)
    if look.font:
        theme = replace(theme, font=look.font)
        if look.font.casefold() not in {family.casefold() for family in AS_WIDE}:
            reading.warning(
                "other-font",
                look.at("font") or node,
                "Texts are measured with Arial's letters; in “{font}” lines may break elsewhere in PowerPoint.",
                "Look the slides through in PowerPoint, or keep `font: Arial`. The PDFs are set as with Arial.",
                font=look.font,
            )
    return resized(theme, look.title, look.body, look.table)


def _from_file(node: ScalarNode, reading: Reading, key: str) -> Theme | Failed:
    """Return the theme that a file beside the deck describes; its faults are reported with the lines of that file."""
    found = nearest_file(node, reading, key, FILES)
    if found is FAILED:
        return FAILED
    diagnostics = Diagnostics()
    file = load(reading.file.path.parent / found, diagnostics)
    if file is None or any(fault.code == NOT_UTF8 for fault in diagnostics):
        for fault in diagnostics:
            reading.diagnostics.add(replace(fault, help=BY_HAND if fault.code == NOT_UTF8 else EXAMPLE))
        return FAILED
    own = Reading(file, diagnostics, reading.grammar)
    root = compose(own)
    theme: Theme | Failed = FAILED if root is None or diagnostics.has_errors else _theme(root, own, key)
    reading.diagnostics.extend(diagnostics)
    reading.files += own.files
    return FAILED if diagnostics.has_errors else theme
