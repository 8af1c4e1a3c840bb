"""The snippet that an editor inserts when an author begins a key: its required parts, each with a tab stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deckbuild.blocks.registry import kinds
from deckbuild.schema.building_blocks import FIGURE, TRUE_OR_FALSE, Schema

CLAUSE = re.compile(r"[.:;,](?=\s|$)| \(")
"""Finds the end of the first clause of a description."""
FEW = 2
"""How many items a list begins with, if its bounds allow."""
USUAL = next(each.KIND for each in kinds() if each.USUAL)
"""The content key that a new slide or column gets."""
FIRST = (USUAL, "write")
"""The keys that a mapping without required keys may begin with: the first that it has, or else its first key."""
NAME = "Name"
BESIDE = "x-beside"
"""Keyword for keys that belong with each of a mapping's alternatives."""


class Skeleton:
    """Makes the skeleton of one value. Its tab stops are numbered in the order in which they are made."""

    def __init__(self, definitions: Mapping[str, Schema], translate: Callable[[str], str]) -> None:
        self._definitions = definitions
        self._translate = translate
        self._places = 0

    def of(self, schema: Schema, description: str = "") -> Any:
        """Return a value that fits the schema, with ``${1:hint}`` where the author has to type something."""
        description = schema.get("description", description)
        if "allOf" in schema:
            return self.of(schema["allOf"][0], description)
        if name := schema.get("$ref", "").rpartition("/")[2]:
            return self.of({**self._definitions[name], "description": description})
        if "properties" in schema:
            return self.keys(schema, needed(schema) or [_first(schema)])
        if "items" in schema:
            if "examples" in schema:
                return [self._place(str(example)) for example in schema["examples"][0]]
            count = min(max(schema.get("minItems", 1), FEW), schema.get("maxItems", FEW))
            items = [self.of(schema["items"], "…") for _ in range(count)]
            return [f"[{', '.join(item)}]" if isinstance(item, list) else item for item in items]
        if "additionalProperties" in schema:
            names = schema.get("propertyNames", {}).get("enum")
            name = self._choice(names) if names else self._place(self._translate(NAME))
            return {name: self.of(schema["additionalProperties"], "…")}
        if forms := schema.get("anyOf"):
            if forms[-1] == TRUE_OR_FALSE:
                words = [offered["label"] for offered in schema.get("defaultSnippets", ())]
                return self._choice(words) if words else self._scalar(forms[0], description)
            whole = next((form for form in forms if len(needed(form)) > 1), None)
            return self.of({"description": _short(forms, description), **forms[0]} if whole is None else whole)
        return self._scalar(schema, description)

    def keys(self, schema: Schema, keys: Sequence[str]) -> dict[str, Any]:
        """Return some keys of a mapping, each with its value."""
        return {key: self.of(schema["properties"][key]) for key in keys}

    def hint(self, description: str) -> str:
        """Return the first clause of a description."""
        return CLAUSE.split(description, maxsplit=1)[0]

    def _scalar(self, schema: Schema, description: str) -> str:
        if "enum" in schema:
            return self._choice(schema["enum"])
        if "examples" in schema:
            return self._place(schema["examples"][0])
        if "minimum" in schema:
            return self._place(str(max(schema["minimum"], 1)))
        return self._place("12" if schema.get("pattern") == FIGURE else self.hint(description))

    def _place(self, hint: str) -> str:
        self._places += 1
        return f"${{{self._places}:{hint or '…'}}}"

    def _choice(self, words: Sequence[str]) -> str:
        self._places += 1
        return f"${{{self._places}|{','.join(words)}|}}"


def needed(schema: Schema) -> list[str]:
    """Return the required keys of a mapping, with those of its usual alternative: ``USUAL``, or else the longest."""
    if "properties" not in schema:
        return []
    forms: list[list[str]] = [form["required"] for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ()))]
    also = next((form for form in forms if form == [USUAL]), max(forms, key=len, default=[]))
    return [*schema.get("required", ()), *schema.get("else", {}).get("required", ()), *also, *schema.get(BESIDE, ())]


def together(schema: Schema, key: str) -> list[str]:
    """Return a key of a mapping and the keys that it needs beside it, the key itself first."""
    alternative = any(form["required"] == [key] for form in schema.get("oneOf", ()))
    return [key, *schema.get("dependencies", {}).get(key, ()), *(schema.get(BESIDE, ()) if alternative else ())]


def _first(schema: Schema) -> str:
    keys: list[str] = [*schema["properties"]]
    return next((key for key in FIRST if key in keys), keys[0])


def _short(forms: Sequence[Schema], description: str) -> str:
    """Return the description of a shorthand value: that of the key with the same schema in the full mapping."""
    keys = [schema for form in forms for schema in form.get("properties", {}).values()]
    return next((key.get("description", description) for key in keys if forms[0].items() <= key.items()), description)
