"""A table that says something of each member of an enumeration says it of all: no paper ends in a KeyError."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

import deckbuild

SOME = {
    "handout.blocks.questions._GROUNDS", "model.default_layouts._FOOT", "templates.roles._WANTED",
    "templates.roles._LIKE", "layout.title_art.arts.ARTS", "layout.slides.short.SHORT_FORMS",
    "model.theme.SHORT_FORMS", "writers.pptx.text_styles.SHORT_FORMS",
    "layout.slides.outline._OVER_TEXT", "layout.slides.outline._LARGE", "model.slide_layouts.VARIANTS",
    "reader.sections.template.VARIANTS", "templates.describe.VARIANTS",
    "templates.roles.VARIANTS", "model.themes.bog._FOOT", "model.default_layouts._COLUMNS",
    "model.themes.bog._COLUMNS", "model.themes.bog._CARDS",
    "model.themes.sal._COLUMNS", "model.themes.sal._HEAD", "writers.pptx.figures._PRESETS",
    "writers.pdf.tags.tagger._HEADINGS", "writers.pptx.masters.placeholders._PLACEHOLDERS",
    "writers.pptx.masters.slide_master._TYPES", "reader.syntax.decode._NOT_TEXT",
    "reader.guesses.missing.AT_THE_LEFT", "reader.guesses.misplaced.AT_THE_LEFT",
}  # fmt: skip
"""Tables that are meant for some of the members only: they are asked with ``get`` or for these alone."""


def constants() -> Iterator[tuple[str, object]]:
    """Yield the constants of every module by their names, and the fields of those that are dataclasses."""
    for module in pkgutil.walk_packages(deckbuild.__path__, "deckbuild."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            path = f"{module.name.removeprefix('deckbuild.')}.{name}"
            yield path, value
            if is_dataclass(value) and not isinstance(value, type):
                yield from ((f"{path}.{field.name}", getattr(value, field.name)) for field in fields(value))


def tables() -> Iterator[tuple[str, set[Enum], type[Enum]]]:
    """Yield each table whose keys are the members of an enumeration."""
    for path, value in constants():
        kinds = {type(key) for key in value} if isinstance(value, Mapping) else set()
        if len(kinds) == 1 and issubclass(kind := kinds.pop(), Enum) and isinstance(value, Mapping):
            yield path, {*value}, kind


def test_tables_of_members_are_whole():
    found = {path: {*kind} - keys for path, keys, kind in tables()}
    assert {path for path, lacking in found.items() if lacking} == SOME
