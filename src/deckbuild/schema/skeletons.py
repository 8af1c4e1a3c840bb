"""What an editor puts in when an author begins a key: its required parts, each a place to type in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deckbuild.schema.building_blocks import FIGURE, TRUE_OR_FALSE, Schema

CLAUSE = re.compile(r"[.:;,](?=\s|$)| \(")
"""Ends the first clause of a description."""
FEW = 2
"""How many items a list begins with, if it may."""
USUAL = ["bullets"]
"""What a slide or column begins with: of all that it may hold."""
FIRST = ("bullets", "write")
"""What a mapping that needs nothing begins with, if it may; else its first key."""
NAME = "Name"
BESIDE = "x-beside"
"""Keys that go with whichever of its alternatives a mapping has."""


class Skeleton:
    """The skeleton of one value; its places to type in are numbered in the order they are visited."""

    def __init__(self, definitions: Mapping[str, Schema], translate: Callable[[str], str]) -> None:
        self._definitions = definitions
        self._translate = translate
        self._places = 0

    def of(self, schema: Schema, description: str = "") -> Any:
        """Return a value of the schema with ``${1:hint}`` where there is something to type."""
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
            return {self._place(self._translate(NAME)): self.of(schema["additionalProperties"], "…")}
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
    """Return the keys without which a mapping isn't whole: of its alternatives, the usual."""
    if "properties" not in schema:
        return []
    forms: list[list[str]] = [form["required"] for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ()))]
    also = next((form for form in forms if form == USUAL), max(forms, key=len, default=[]))
    return [*schema.get("required", ()), *schema.get("else", {}).get("required", ()), *also, *schema.get(BESIDE, ())]


def together(schema: Schema, key: str) -> list[str]:
    """Return the keys of a mapping that belong with one of them, itself the first."""
    alternative = any(form["required"] == [key] for form in schema.get("oneOf", ()))
    return [key, *schema.get("dependencies", {}).get(key, ()), *(schema.get(BESIDE, ()) if alternative else ())]


def _first(schema: Schema) -> str:
    keys: list[str] = [*schema["properties"]]
    return next((key for key in FIRST if key in keys), keys[0])


def _short(forms: Sequence[Schema], description: str) -> str:
    """Return what the plain value that stands for a whole mapping is: the mapping has it as one of its keys."""
    keys = [schema for form in forms for schema in form.get("properties", {}).values()]
    return next((key.get("description", description) for key in keys if forms[0].items() <= key.items()), description)
