"""The fields of a dataclass -> the keys that an author writes, with what the annotations say of each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from deckbuild.dataclass import dataclass
from deckbuild.model.deck import Node
from deckbuild.model.written import NOT_WRITTEN, Between, Notation


@dataclass(frozen=True, slots=True)
class WrittenField:
    """A field that an author writes."""

    name: str
    hint: Any
    """Its type."""
    required: bool
    default: Any
    form: Notation | None
    """The notation of its value, if the type alone doesn't determine it."""
    bounds: Between | None
    """The smallest and largest number, or the fewest and most items of a list."""


def yaml_key(name: str) -> str:
    """Return a field's key in deck.yaml: ``carry_to`` is ``carry-to``, ``from_`` is ``from``."""
    return name.rstrip("_").replace("_", "-")


_KNOWN: dict[type[Node], dict[str, WrittenField]] = {}


def keys_of(cls: type[Node]) -> dict[str, WrittenField]:
    """Return key -> field for all fields that an author writes, in the order of the class. The result is cached."""
    if cls not in _KNOWN:
        _KNOWN[cls] = _keys_of(cls)
    return _KNOWN[cls]


def _keys_of(cls: type[Node]) -> dict[str, WrittenField]:
    hints = get_type_hints(cls, include_extras=True)
    found: dict[str, WrittenField] = {}
    for field in fields(cls):
        hint, *notes = (
            get_args(hints[field.name]) if get_origin(hints[field.name]) is Annotated else [hints[field.name]]
        )
        if NOT_WRITTEN not in notes:
            found[yaml_key(field.name)] = WrittenField(
                field.name, hint, field.default is MISSING and field.default_factory is MISSING, field.default,
                next((note for note in notes if isinstance(note, Notation)), None),
                next((note for note in notes if isinstance(note, Between)), None),
            )  # fmt: skip
    return found


def parts_of(cls: type[Node]) -> Iterator[type[Node]]:
    """Yield the node classes that occur in the types of the fields that an author writes."""
    waiting = [field.hint for field in keys_of(cls).values()]
    while waiting:
        hint = waiting.pop(0)
        if isinstance(hint, type) and issubclass(hint, Node):
            yield hint
        waiting = [*get_args(hint), *waiting]
