"""A dataclass's fields -> the keys an author writes for them, and what its annotations say of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Annotated, Any, get_args, get_origin, get_type_hints

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
    """The way it is written, when its type doesn't tell."""
    bounds: Between | None
    """How large the number is, or how many items the list has."""


def yaml_key(name: str) -> str:
    """Return a field's key in deck.yaml."""
    return name.rstrip("_").replace("_", "-")


_KNOWN: dict[type[Node], dict[str, WrittenField]] = {}


def keys_of(cls: type[Node]) -> dict[str, WrittenField]:
    """Return the fields that an author writes, by their keys, in the order of the class; worked out once."""
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
    """Yield the classes of what stands in the fields that an author writes."""
    waiting = [field.hint for field in keys_of(cls).values()]
    while waiting:
        hint = waiting.pop(0)
        if isinstance(hint, type) and issubclass(hint, Node):
            yield hint
        waiting = [*get_args(hint), *waiting]
