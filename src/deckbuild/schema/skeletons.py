"""What an editor puts in when an author begins a key: its required parts, each a place to type in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from deckbuild.schema.pieces import Schema

CLAUSE = re.compile(r"[.:;,](?=\s|$)| \(")
"""Ends the first clause of a description."""
FEW = 2
"""How many items a list begins with, if it may."""
USUAL = ["bullets"]
"""What a column begins with: of all that it may hold."""


class Skeleton:
    """The skeleton of one value; its places to type in are numbered in the order they are visited."""

    def __init__(self, definitions: Mapping[str, Schema]) -> None:
        self._definitions = definitions
        self._places = 0

    def of(self, schema: Schema, said: str = "") -> Any:
        """Return a value of the schema with ``${1:hint}`` where there is something to type."""
        said = schema.get("description", said)
        if "allOf" in schema:
            return self.of(schema["allOf"][0], said)
        if name := schema.get("$ref", "").rpartition("/")[2]:
            return self.of({**self._definitions[name], "description": said})
        if "properties" in schema:
            return {key: self.of(schema["properties"][key]) for key in needed(schema)}
        if "items" in schema:
            count = min(max(schema.get("minItems", 1), FEW), schema.get("maxItems", FEW))
            items = [self.of(schema["items"], "…") for _ in range(count)]
            return [f"[{', '.join(item)}]" if isinstance(item, list) else item for item in items]
        if forms := schema.get("anyOf"):
            whole = next((form for form in forms if len(needed(form)) > 1), None)
            return self.of({"description": _short(forms, said), **forms[0]} if whole is None else whole)
        return self._place(schema, said)

    def _place(self, schema: Schema, said: str) -> str:
        self._places += 1
        if "enum" in schema:
            return f"${{{self._places}|{','.join(schema['enum'])}|}}"
        hint = schema["examples"][0] if "examples" in schema else CLAUSE.split(said, maxsplit=1)[0]
        return f"${{{self._places}:{hint}}}"


def needed(schema: Schema) -> list[str]:
    """Return the keys without which a mapping isn't whole: of its alternatives, the usual."""
    keys = schema.get("properties", {})
    forms: list[list[str]] = [form["required"] for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ())) if keys]
    also = next((form for form in forms if form == USUAL), max(forms, key=len, default=[]))
    return [*schema.get("required", ()), *also] if keys else []


def _short(forms: Sequence[Schema], said: str) -> str:
    """Return what the plain value that stands for a whole mapping is: the mapping has it as one of its keys."""
    keys = [schema for form in forms for schema in form.get("properties", {}).values()]
    return next((key["description"] for key in keys if forms[0].items() <= key.items()), said)


def snippet(label: str, schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Return a schema that offers its skeleton."""
    return {**schema, "defaultSnippets": [{"label": label, "body": Skeleton(definitions).of(schema)}]}
