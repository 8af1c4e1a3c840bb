"""The schema of the whole deck file: its head, its definitions, its slides and their content."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from deckbuild.blocks.registry import kind, kind_defined_under, kinds
from deckbuild.diagnostics import Phrase
from deckbuild.locales import SOURCE, translator
from deckbuild.model.deck import (
    SECTION,
    Block,
    Build,
    DeckInfo,
    Figure,
    Handout,
    HandoutSettings,
    Node,
    Slide,
    Source,
    SourceRef,
)
from deckbuild.model.slide_layouts import CHOSEN
from deckbuild.model.theme_settings import ThemeSettings, Wish
from deckbuild.model.written import MANY
from deckbuild.reader.language.fields import parts_of
from deckbuild.reader.language.top_keys import REQUIRED, TopKey
from deckbuild.reader.sections.content import IN_COLUMN, INSIDE
from deckbuild.reader.sections.definitions import drawings
from deckbuild.schema.building_blocks import (
    LINE,
    Schema,
    choice,
    closed,
    either,
    listed,
    named,
    pattern,
    with_description,
    yes_no,
)
from deckbuild.schema.dataclasses import Shapes, default_of
from deckbuild.schema.documentation import class_doc, field_docs
from deckbuild.schema.editors import Editors
from deckbuild.schema.sharing import shared
from deckbuild.schema.skeletons import BESIDE
from deckbuild.schema.special_forms import BASE, LANGUAGE, STABLE_NAME, WISH

ONE_CONTENT = "Put one content key on the slide, such as bullets; gather several under body."
ONE_IN_COLUMN = "Put one content key in the column, such as bullets; gather several under body."
ONE_IN_PART = "Put one content key in each part; a dash begins the next."
ONE_DRAWING = "Put one drawing here, such as steps."
NO_TITLE = "A section's slide is called what the section is called: leave title out."

SAID = ("description", "errorMessage", "patternErrorMessage")
"""The keys of a schema whose texts people read."""


@cache
def deck_schema(language: str = SOURCE) -> Schema:
    """Return the schema of deck.yaml, with descriptions and messages in ``language``."""
    made: Schema = translated(plain_schema(), translator(language))
    return made


@cache
def editors_schema(language: str = SOURCE) -> Schema:
    """Return the schema of deck.yaml in the form that yaml-language-server shows best."""
    plain = deck_schema(language)
    return Editors(translator(language), plain["definitions"]).whole(plain)


def translated(schema: Any, translate: Callable[[str], str]) -> Any:
    """Return a schema, or a part of one, with the texts that people read translated."""
    if isinstance(schema, list):
        return [translated(part, translate) for part in schema]
    if isinstance(schema, Phrase):
        return schema.text(translate)
    if not isinstance(schema, dict):
        return schema
    return {
        key: translate(part) if key in SAID and isinstance(part, str) else translated(part, translate)
        for key, part in schema.items()
    }


def plain_schema() -> Schema:
    """Return the untranslated schema. A message that is put together from parts is a ``Phrase``, not a text."""
    shapes = Shapes()
    holders = [part for each in kinds() for part in parts_of(each) if part.HOLDS_BLOCKS]
    for holder in holders:
        shapes.define(holder.__name__, {})  # filled below: it refers to the kinds, and one kind refers to it
    content = {each.KIND: with_description(class_doc(each), _on_slide(each, shapes)) for each in kinds()}
    for holder in holders:
        shapes.define(holder.__name__, _column(holder, content, shapes))
    body = listed(shapes.define("BodyItem", _body_item(content, INSIDE)))
    slide = shapes.define("Slide", _slide(content, body, shapes))
    table = kind_defined_under("tables")
    tables = shapes.define("TableByName", shapes.mapping(table, required=table.ANY_OF[-1]))
    top: dict[TopKey, Schema] = {
        TopKey.DECK: with_description(class_doc(DeckInfo), shapes.of_class(DeckInfo)),
        TopKey.THEME: with_description(
            "The look: lys, mørk, bog, sal, keys of your own, or the name of a file with them.", _theme(shapes)
        ),
        TopKey.WORDS: with_description("The short forms: what is written, and what it means.", named(LINE)),
        TopKey.SOURCES: with_description(
            "The literature, by names that slides use under `source:`.", named(shapes.of_class(Source))
        ),
        TopKey.FIGURES: with_description("Drawings, by names that slides use under `figure:`.", named(_figure(shapes))),
        TopKey.TABLES: with_description("Tables, by names that slides use under `table:`.", named(tables)),
        TopKey.SLIDES: with_description("The slides, in order.", listed(slide, (0, MANY))),
        TopKey.HANDOUT: with_description(class_doc(HandoutSettings), shapes.of_class(HandoutSettings)),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "deck.yaml",
        **closed(
            {key.value: top[key] for key in TopKey},
            [key.value for key in REQUIRED],
            "A day in one file: slides to present and a handout to write in.",
        ),
        "definitions": dict(sorted(shapes.definitions.items())),
    }


def schema_text(language: str = SOURCE) -> str:
    """Return the text of the schema file that editors read, with each definition on a line of its own."""
    schema = shared(editors_schema(language))
    definitions = ",\n".join(f"{_compact(name)}:{_compact(part)}" for name, part in schema.pop("definitions").items())
    return f'{_compact(schema)[:-1]},"definitions":{{\n{definitions}\n}}}}\n'


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _on_slide(kind: type[Block], shapes: Shapes) -> Schema:
    """Return the schema of a kind on a slide, where a drawing needs its own description, unlike in a figure."""
    match kind.DESCRIBED_BY:
        case ():
            return shapes.of_class(kind)
        case (key,):
            return shapes.define(kind.__name__, shapes.mapping(kind, required=(key,)))
        case keys:
            one_of_them: Schema = {"anyOf": [{"required": [key]} for key in keys]}
            return shapes.define(kind.__name__, {**shapes.mapping(kind), **one_of_them})


def _one_of(keys: Collection[str], message: str) -> list[Schema]:
    return [{"required": [key], "errorMessage": message} for key in keys]


def _body_item(content: dict[str, Schema], allowed: Collection[str]) -> Schema:
    made = closed({key: content[key] for key in allowed}, [], "A part of the slide: one content key.")
    return {**made, "oneOf": _one_of(allowed, ONE_IN_PART)}


def _column(cls: type[Node], content: dict[str, Schema], shapes: Shapes) -> Schema:
    head = shapes.mapping(cls)["properties"]
    inside = {key: content[key] for key in IN_COLUMN}
    shapes.define("ColumnItem", _body_item(content, IN_COLUMN))
    body = with_description("Several parts, one under the other.", listed({"$ref": "#/definitions/ColumnItem"}))
    return {
        **closed({**head, **inside, "body": body}, [], class_doc(cls)),
        "oneOf": _one_of([*inside, "body"], ONE_IN_COLUMN),
    }


def _slide(content: dict[str, Schema], body: Schema, shapes: Shapes) -> Schema:
    docs = field_docs(Slide)
    properties: dict[str, Schema] = {
        "title": with_description(docs["title"], LINE),
        "id": with_description(docs["id"], STABLE_NAME),
        "source": with_description(docs["source"], shapes.value(tuple[SourceRef, ...])),
        **content,
        "body": with_description("Several parts, one under the other, each with one content key.", body),
        "notes": with_description(docs["notes"], LINE),
        "lang": with_description(docs["lang"], LANGUAGE),
        "hidden": with_description(docs["hidden"], {**yes_no(), **default_of(False)}),
        "build": with_description(docs["build"], {**choice([build.value for build in Build]), **default_of(Build.ALL)}),
        "layout": with_description(docs["layout"], {"anyOf": [{"enum": [kind.value for kind in CHOSEN]}, LINE]}),
        "handout": with_description(docs["handout"], shapes.of_class(Handout)),
    }
    return {
        **closed(properties, [], class_doc(Slide)),
        "oneOf": _one_of([*content, "body"], ONE_CONTENT),
        "if": {"required": [SECTION]},
        "then": {"properties": {"title": False}, "errorMessage": NO_TITLE},
        "else": {"required": ["title"]},
    }


def _figure(shapes: Shapes) -> Schema:
    drawn = {key: with_description(class_doc(kind(key)), _drawing(kind(key), shapes)) for key in drawings()}
    properties: dict[str, Schema] = {
        "caption": with_description("Printed under the drawing.", LINE),
        "alt": with_description("What the drawing says, for those who can't see it.", LINE),
        "source": with_description("The work it is taken from.", shapes.value(tuple[SourceRef, ...])),
        **drawn,
    }
    made = closed(properties, [], class_doc(Figure))
    return shapes.define("Figure", {**made, "oneOf": _one_of([*drawn], ONE_DRAWING), BESIDE: ["alt"]})


def _drawing(kind: type[Block], shapes: Shapes) -> Schema:
    mapping = shapes.mapping(kind, optional=("alt",))
    return shapes.define(f"{kind.__name__}Drawing", shapes.with_shorthand(kind, mapping))


def _theme(shapes: Shapes) -> Schema:
    shapes.define(Wish.__name__, WISH)
    file = pattern(r"\.[Yy][Aa]?[Mm][Ll]\s*$", BASE["patternErrorMessage"], types=["string"])
    return either(BASE, file, shapes.mapping(ThemeSettings))
