"""What schemas are put together of: scalars, lists, mappings.

The reader takes the author's own characters, so that a text may be what YAML calls a number. ``errorMessage``,
``patternErrorMessage`` and ``defaultSnippets`` are words of the language server's; others pass over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from deckbuild.diagnostics import Phrase
from deckbuild.locales.synonyms import NO, YES
from deckbuild.model.written import AT_LEAST_ONE, MANY
from deckbuild.reader.values.scalars import QUOTES

Schema: TypeAlias = dict[str, Any]

ANY_SCALAR = ["string", "number", "boolean"]
TRUE_OR_FALSE: Schema = {"not": {"type": ["string", "number", "object", "array", "null"]}}
"""Told as what it is not, so that editors don't offer it where a text stands."""
TEXT = "Write a text here."
COLON = "Write a text here. If it has a colon in it, put quotation marks around the whole text."
LINE: Schema = {"anyOf": [{"type": ["string", "number"], "pattern": r"\S", "errorMessage": TEXT}, TRUE_OR_FALSE]}
"""A text: any scalar but nothing."""
CELL: Schema = {"anyOf": [{"type": ["string", "number", "null"]}, TRUE_OR_FALSE]}
"""A text that may be left out."""
AROUND = f"[{QUOTES} ]*"
"""What may surround a word or number."""


def caseless(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words, in capitals or not."""
    return "|".join(
        "".join(
            f"[{c.upper()}{c.lower()}]" if c.upper() != c.lower() else re.escape(c).replace("\\-", "-") for c in word
        )
        for word in words
    )


def words(names: Iterable[str]) -> str:
    """Return a regular expression for any of some words as the reader takes them: in quotation marks too."""
    return f"^{AROUND}({caseless(names)}){AROUND}$"


def pattern(expression: str, message: str | Phrase, *examples: Any, types: list[str] | None = None) -> Schema:
    """Return a scalar of a form; ``message`` is what the editor says of any other."""
    return {
        "type": types or ANY_SCALAR,
        "pattern": expression,
        "patternErrorMessage": message,
        **({"examples": list(examples)} if examples else {}),
    }


def yes_no() -> Schema:
    """Return yes or no, in any language."""
    return _offering(pattern(words([*sorted(YES), *sorted(NO)]), "Write yes or no.", types=["string"]))


def yes_no_or_number(low: int, high: int) -> Schema:
    """Return yes, no or how many."""
    form = words([*sorted(YES), *sorted(NO)]) + r"|^\s*[0-9]{1,9}\s*$"
    made = pattern(form, "Write yes, no or a number of lines.", types=["integer", "string"])
    return _offering({**made, "minimum": low, "maximum": high})


def _offering(form: Schema) -> Schema:
    """Return a form in which editors offer yes and no, but not true and false, though these mean the same."""
    offered = [{"label": word, "bodyText": word} for word in ("yes", "no")]
    return {"anyOf": [form, TRUE_OR_FALSE], "defaultSnippets": offered}


def number(low: int | None = None, high: int | None = None) -> Schema:
    """Return a whole number, in quotation marks or not."""
    bounds = {"minimum": low, "maximum": high} if low is not None else {}
    made = pattern(rf"^{AROUND}-?[0-9]{{1,9}}{AROUND}$", "Write a whole number.", types=["integer", "string"])
    return {**made, **bounds}


FIGURE = r"[0-9]|^[^A-Za-zÆØÅæøå]*$|^#?[Nn]/?[Aa]$|^null$"


def figure() -> Schema:
    """Return any number as people write it, or what stands where none is known."""
    return {
        "type": ["number", "string", "null"],
        "pattern": FIGURE,
        "patternErrorMessage": "Write a number, such as 12.5, or ~ where it is not known.",
    }


def choice(names: list[str]) -> Schema:
    """Return one of some words."""
    return {
        "anyOf": [
            {"enum": names},
            pattern(words(names), "Write one of the words that are offered.", types=["string"]),
        ]
    }


def reference(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def with_description(description: str, schema: Schema) -> Schema:
    """Return a schema with a description; nothing may stand beside a reference."""
    return {"description": description, **({"allOf": [schema]} if "$ref" in schema else schema)}


def untold(schema: Schema) -> Schema:
    """Return a schema without its description, where what it is part of has one."""
    return {key: value for key, value in schema.items() if key != "description"}


def closed(properties: dict[str, Schema], required: list[str], description: str = "") -> Schema:
    """Return a mapping that has no other keys."""
    return {
        **({"description": description} if description else {}),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def named(item: Schema) -> Schema:
    """Return a mapping whose keys are the author's own names."""
    return {"type": "object", "additionalProperties": item, "propertyNames": {"minLength": 1}}


def listed(item: Schema, bounds: tuple[int, int] = AT_LEAST_ONE) -> Schema:
    """Return a list of so many items."""
    low, high = bounds
    return {
        "type": "array",
        "items": item,
        **({"minItems": low} if low else {}),
        **({"maxItems": high} if high < MANY else {}),
    }


def either(*schemas: Schema) -> Schema:
    """Return what may be written in several ways."""
    return {"anyOf": [dict(schema) for schema in schemas]}
