"""Dataclasses -> schemas, from the same annotations that the reader reads by."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from deckbuild.model.deck import Node as Model
from deckbuild.model.text import Paragraph, Text
from deckbuild.model.written import AT_LEAST_ONE, Between
from deckbuild.reader.language.fields import WrittenField, keys_of, yaml_key
from deckbuild.reader.values.convert import ONE_OR_MANY
from deckbuild.schema.building_blocks import (
    CELL,
    LINE,
    Schema,
    choice,
    closed,
    either,
    listed,
    named,
    number,
    reference,
    untold,
    with_description,
    yes_no,
)
from deckbuild.schema.documentation import class_doc, field_docs
from deckbuild.schema.special_forms import FIELD_FORMS, TYPE_FORMS

UNOFFERED = "x-default"
"""Key for the default of a yes-no field. From ``default`` editors would offer ``"yes"`` quoted, or true and false."""


class Shapes:
    """Schemas of dataclasses, each defined once and referred to by name."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def define(self, name: str, schema: Schema) -> Schema:
        """Store a definition under a name, and return the reference to it."""
        self.definitions[name] = schema
        return reference(name)

    def of_class(self, cls: type[Model]) -> Schema:
        """Return the reference to the schema of a class, which is made at the first call."""
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}  # a class may contain itself: this ends the recursion
            self.define(cls.__name__, self.with_shorthand(cls, self.mapping(cls)))
        return reference(cls.__name__)

    def with_shorthand(self, cls: type[Model], mapping: Schema) -> Schema:
        """Return the schema of all ways to write a class: the ``mapping`` of its keys, or its shorthand."""
        if form := TYPE_FORMS.get(cls):
            return form(mapping)
        whole = {**mapping, **_rules(cls)}
        if cls.SHORTHAND:
            return either(untold(mapping["properties"][yaml_key(cls.SHORTHAND)]), whole)
        return whole

    def mapping(self, cls: type[Model], optional: Sequence[str] = (), required: Sequence[str] = ()) -> Schema:
        """Return the schema of a class as a mapping; the keys ``optional`` and ``required`` overrule the class."""
        docs, fields = field_docs(cls), keys_of(cls)
        properties = {
            key: {**with_description(docs.get(field.name, ""), self.field(field)), **default_of(field.default)}
            for key, field in fields.items()
        }
        needed = [key for key, field in fields.items() if field.required and key not in optional]
        return closed(properties, [*needed, *required], class_doc(cls))

    def field(self, field: WrittenField) -> Schema:
        """Return the schema of a field's value."""
        if field.form:
            return FIELD_FORMS[field.form]
        if field.bounds and field.hint in (int, int | None):
            return number(*field.bounds)
        return self.value(field.hint, field.bounds or AT_LEAST_ONE)

    def value(self, hint: Any, bounds: Between = AT_LEAST_ONE) -> Schema:
        """Return the schema of values of a type; ``bounds`` are the fewest and the most items of a list."""
        simple = {Text: LINE, str: LINE, Path: LINE}
        if hint in simple:
            return simple[hint]
        if hint is int:
            return number()
        if hint is bool:
            return yes_no()
        origin, args = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return self.value(next(arg for arg in args if arg is not type(None)), bounds)
        if origin is tuple:
            return self._list(args[0], bounds)
        if origin is not None and issubclass(origin, Mapping):
            return named(self.value(args[1]))
        if issubclass(hint, Enum):
            return choice([str(member.value) for member in hint])
        return self.of_class(hint)

    def _list(self, item: Any, bounds: Between) -> Schema:
        if item is Paragraph:
            return LINE
        if get_origin(item) is tuple:
            return listed(listed(CELL), bounds)
        if item in ONE_OR_MANY:
            return either(self.value(item), listed(self.value(item)))
        return listed(self.value(item), bounds)


def _rules(cls: type[Model]) -> Schema:
    """Return the rules on combinations of a class's keys: one of several, at least one of several, one with others."""
    found: Schema = {}
    for word, ways in (("oneOf", cls.ONE_OF), ("anyOf", cls.ANY_OF)):
        if ways:
            found[word] = [{"required": [*way]} for way in ways]
    if cls.TOGETHER:
        found["dependencies"] = {key: [*others] for key, others in cls.TOGETHER.items()}
    return found


def default_of(value: Any) -> Schema:
    """Return the schema's part with the default of a key; empty when there is no default to show."""
    if isinstance(value, tuple) and len(value) == 1:
        (value,) = value
    if isinstance(value, Enum):
        return {"default": value.value}
    if isinstance(value, bool):
        return {UNOFFERED: "yes" if value else "no"}
    return {"default": value} if isinstance(value, int | str) and value != "" else {}
