"""Where a field or type needs more than its annotation says: small named functions, registered here by decorators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from deckbuild.model.deck import Node as Model
from deckbuild.reader.context import Node, Reading

Convert: TypeAlias = Callable[[Node, Reading, str], Any]
"""Makes a value of a YAML node under a key, or FAILED when it told a fault."""
Finish: TypeAlias = Callable[[Any, Node, Reading], Any]
"""Checks a finished object against what its fields together must be; returns it, another in its place, or FAILED."""

FIELDS: dict[tuple[type[Model], str], Convert] = {}
TYPES: dict[type[Model], Convert] = {}
FINISH: dict[type[Model], Finish] = {}
Lacking: TypeAlias = Callable[[set[str], Node, Reading], bool]
"""Tells what is missing among an object's fields, also while some of them are wrong; whether all is there."""

LACKING: dict[type[Model], Lacking] = {}


def field_of(cls: type[Model], name: str) -> Callable[[Convert], Convert]:
    """Register how one field is read."""

    def register(convert: Convert) -> Convert:
        FIELDS[cls, name] = convert
        return convert

    return register


def type_of(cls: type[Model]) -> Callable[[Convert], Convert]:
    """Register how a type is read."""

    def register(convert: Convert) -> Convert:
        TYPES[cls] = convert
        return convert

    return register


def finish_of(cls: type[Model]) -> Callable[[Finish], Finish]:
    """Register what happens to an object once its fields are read."""

    def register(finish: Finish) -> Finish:
        FINISH[cls] = finish
        return finish

    return register


def lacking_of(cls: type[Model]) -> Callable[[Lacking], Lacking]:
    """Register what must be there though no field of it must."""

    def register(lacking: Lacking) -> Lacking:
        LACKING[cls] = lacking
        return lacking

    return register
