"""The parts that schemas are made of: scalars, lists, mappings.

The reader keeps a scalar as the author wrote it, so a text may also be what YAML calls a number. ``errorMessage``,
``patternErrorMessage`` and ``defaultSnippets`` are extensions of yaml-language-server; other programs ignore them.
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
"""A boolean, defined by the types it is not: with ``type: boolean`` editors would offer true and false for a text."""
TEXT = "Write a text here."
COLON = "Write a text here. If it has a colon in it, put quotation marks around the whole text."
LINE: Schema = {"anyOf": [{"type": ["string", "number"], "pattern": r"\S", "errorMessage": TEXT}, TRUE_OR_FALSE]}
"""A text: any scalar that is not null."""
CELL: Schema = {"anyOf": [{"type": ["string", "number", "null"]}, TRUE_OR_FALSE]}
"""A text that may be left out."""
AROUND = f"[{QUOTES} ]*"
"""Regular expression for what may surround a word or number: quotation marks and spaces."""


def caseless(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, in capital or small letters."""
    return "|".join(
        "".join(
            f"[{c.upper()}{c.lower()}]" if c.upper() != c.lower() else re.escape(c).replace("\\-", "-") for c in word
        )
        for word in words
    )


def words(names: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words as the reader does: any case, quoted or not."""
    return f"^{AROUND}({caseless(names)}){AROUND}$"


def pattern(expression: str, message: str | Phrase, *examples: Any, types: list[str] | None = None) -> Schema:
    """Return the schema of scalars that match ``expression``; editors show ``message`` for all others."""
    return {
        "type": types or ANY_SCALAR,
        "pattern": expression,
        "patternErrorMessage": message,
        **({"examples": list(examples)} if examples else {}),
    }


def yes_no() -> Schema:
    """Return the schema of yes or no, in any language."""
    return _offering(pattern(words([*sorted(YES), *sorted(NO)]), "Write yes or no.", types=["string"]))


def yes_no_or_number(low: int, high: int) -> Schema:
    """Return the schema of yes, no or a number from ``low`` to ``high``."""
    form = words([*sorted(YES), *sorted(NO)]) + r"|^\s*[0-9]{1,9}\s*$"
    made = pattern(form, "Write yes, no or a number of lines.", types=["integer", "string"])
    return _offering({**made, "minimum": low, "maximum": high})


def _offering(form: Schema) -> Schema:
    """Return a schema for which editors offer yes and no. True and false mean the same, but are not offered."""
    offered = [{"label": word, "bodyText": word} for word in ("yes", "no")]
    return {"anyOf": [form, TRUE_OR_FALSE], "defaultSnippets": offered}


def number(low: int | None = None, high: int | None = None) -> Schema:
    """Return the schema of a whole number, quoted or not."""
    bounds = {"minimum": low, "maximum": high} if low is not None else {}
    made = pattern(rf"^{AROUND}-?[0-9]{{1,9}}{AROUND}$", "Write a whole number.", types=["integer", "string"])
    return {**made, **bounds}


FIGURE = r"[0-9]|^[^A-Za-zÆØÅæøå]*$|^#?[Nn]/?[Aa]$|^null$"


def figure() -> Schema:
    """Return the schema of a number in any notation, or of a sign that the number is not known, such as ``~``."""
    return {
        "type": ["number", "string", "null"],
        "pattern": FIGURE,
        "patternErrorMessage": "Write a number, such as 12.5, or ~ where it is not known.",
    }


def choice(names: list[str]) -> Schema:
    """Return the schema of one of some words."""
    return {
        "anyOf": [
            {"enum": names},
            pattern(words(names), "Write one of the words that are offered.", types=["string"]),
        ]
    }


def reference(name: str) -> Schema:
    """Return a reference to the definition called ``name``."""
    return {"$ref": f"#/definitions/{name}"}


def with_description(description: str, schema: Schema) -> Schema:
    """Return a schema with a description. Draft-07 ignores keys beside a ``$ref``, so that is put into ``allOf``."""
    return {"description": description, **({"allOf": [schema]} if "$ref" in schema else schema)}


def untold(schema: Schema) -> Schema:
    """Return a schema without its description, for use in a schema that has one already."""
    return {key: value for key, value in schema.items() if key != "description"}


def closed(properties: dict[str, Schema], required: list[str], description: str = "") -> Schema:
    """Return the schema of a mapping with these keys and no others."""
    return {
        **({"description": description} if description else {}),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def named(item: Schema) -> Schema:
    """Return the schema of a mapping whose keys are names that the author chooses."""
    return {"type": "object", "additionalProperties": item, "propertyNames": {"minLength": 1}}


def listed(item: Schema, bounds: tuple[int, int] = AT_LEAST_ONE) -> Schema:
    """Return the schema of a list; ``bounds`` are the fewest and the most items."""
    low, high = bounds
    return {
        "type": "array",
        "items": item,
        **({"minItems": low} if low else {}),
        **({"maxItems": high} if high < MANY else {}),
    }


def either(*schemas: Schema) -> Schema:
    """Return the schema of a value that matches any of the schemas."""
    return {"anyOf": [dict(schema) for schema in schemas]}
