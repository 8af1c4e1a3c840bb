"""Repeated parts of a schema -> definitions that are written once and referred to.

The same part, such as a text, a list of texts or a whole drawing, occurs in dozens of places. Written out each time,
the schema is two and a half times as long. The language server resolves references before it checks a deck, so editors
show the same.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from deckbuild.schema.building_blocks import Schema

_ONE = ("if", "then", "else", "not", "items", "additionalProperties")
"""Keywords whose value is a schema (JSON Schema draft-07, validation 6 and 9)."""
_LISTS = ("allOf", "anyOf", "oneOf")
"""Keywords whose value is a list of schemas."""
_NAMED = ("properties", "patternProperties", "definitions")
"""Keywords whose value holds schemas by name."""
_SNIPPETS = "defaultSnippets"
"""Completions that editors offer; an extension of yaml-language-server."""
_SAID = ("title", "description", "markdownDescription", "doNotSuggest")
"""Keywords that describe a property or hide it from completion; they demand nothing of a value."""
_LEAST = 60
"""A part shorter than this, in characters, is not worth a reference."""


def shared(schema: Schema) -> Schema:
    """Return an equivalent schema, in which each part that occurred more than once is a definition.

    The definitions are called ``shared1`` and so on, in the order in which they are first met.
    """
    schema = _sharing_snippets(schema)
    count = _counted(schema)
    names = {_text(part): name for name, part in reversed(schema["definitions"].items())}
    definitions: Schema = {}
    number = itertools.count(1)

    def rebuilt(part: Any, own: str = "") -> Any:
        if not isinstance(part, dict):
            return part
        text = _text(part)
        if not own and count[text] > 1 and len(text) >= _LEAST and text not in names:
            names[text] = f"shared{next(number)}"
            definitions[names[text]] = inside(part)
        if names.get(text, own) != own:
            return {"$ref": f"#/definitions/{names[text]}"}
        return inside(part)

    def inside(part: Schema) -> Schema:
        made = dict(part)
        for key, value in part.items():
            if key in _ONE:
                made[key] = rebuilt(value)
            elif key in _LISTS:
                made[key] = [rebuilt(each) for each in value]
            elif key == "properties":
                made[key] = {name: rebuilt(_with_form_apart(each, count)) for name, each in value.items()}
            elif key in _NAMED:
                made[key] = {name: rebuilt(each, name if key == "definitions" else "") for name, each in value.items()}
        return made

    whole = inside(schema)
    whole["definitions"] = {**whole["definitions"], **definitions}
    return whole


def _sharing_snippets(schema: Schema) -> Schema:
    """Return a schema in which definitions share the snippets that several of them offer.

    A ``$ref`` can't lead to a list of snippets, but it can lead to a schema that has only snippets. That schema has
    ``type: object``: without a type the language server offers its snippets a second time, on a line of their own.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    snippets: dict[str, Any] = {}
    for name, part in schema["definitions"].items():
        for snippet in part.get(_SNIPPETS, ()):
            holders[_text(snippet)].append(name)
            snippets[_text(snippet)] = snippet
    groups: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for text, names in holders.items():
        if len(names) > 1:
            groups[tuple(names)].append(snippets[text])
    definitions = {name: dict(part) for name, part in schema["definitions"].items()}
    for number, (sharing, group) in enumerate(groups.items(), 1):
        definitions[f"snippets{number}"] = {"type": "object", _SNIPPETS: group}
        for name in sharing:
            part = definitions[name]
            part[_SNIPPETS] = [snippet for snippet in part[_SNIPPETS] if snippet not in group]
            part["allOf"] = [*part.get("allOf", ()), {"$ref": f"#/definitions/snippets{number}"}]
    return {**schema, "definitions": definitions}


def _form(part: Any) -> Schema:
    """Return what a property demands of its value, without its descriptions."""
    return {key: value for key, value in part.items() if key not in _SAID} if isinstance(part, dict) else {}


def _with_form_apart(part: Any, count: Mapping[str, int]) -> Any:
    """Return a property with its demands moved into ``allOf``, if several properties make the same demands.

    Then the demands can be a shared definition, though the descriptions differ.
    """
    form = _form(part)
    if "allOf" in form or count[_text(form)] < 2 or len(_text(form)) < _LEAST or count[_text(part)] > 1:
        return part
    return {**{key: value for key, value in part.items() if key in _SAID}, "allOf": [form]}


def _text(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)


def _counted(schema: Schema) -> Counter[str]:
    """Return the JSON text of each part of a schema -> how often it occurs. Parts of a repeated part count once."""
    count: Counter[str] = Counter()

    def visit(part: Any) -> None:
        if not isinstance(part, dict):
            return
        count[_text(part)] += 1
        if count[_text(part)] > 1:
            return
        for key, value in part.items():
            if key in _ONE:
                visit(value)
            elif key in _LISTS or key in _NAMED:
                for each in value.values() if key in _NAMED else value:
                    visit(each)
            if key == "properties":
                count.update(_text(_form(each)) for each in value.values())

    visit(schema)
    return count
