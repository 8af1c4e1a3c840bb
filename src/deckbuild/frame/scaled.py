"""Finished slides at another size: every length multiplied, whatever it is part of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def scaled(value: T, by: float) -> T:
    """Return ``value`` with the lengths in it multiplied: the fields whose annotation names ``Pt``, at any depth."""
    return value if by == 1 else cast("T", _scaled(value, by))


@cache
def _lengths(kind: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a dataclass that can hold lengths, and whether they are lengths themselves."""
    return tuple((f.name, "Pt" in str(f.type)) for f in fields(kind))


def _scaled(value: Any, by: float) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name, length in _lengths(type(value)):
            old = getattr(value, name)
            new = _times(old, by) if length else _scaled(old, by)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        made = [_scaled(each, by) for each in value]
        same = all(a is b for a, b in zip(made, value, strict=True))
        return value if same else tuple(made)
    if isinstance(value, Mapping):
        return {key: _scaled(each, by) for key, each in value.items()}
    return value


def _times(value: Any, by: float) -> Any:
    """Multiply a length, or the lengths in tuples of them."""
    if isinstance(value, tuple):
        return tuple(_times(each, by) for each in value)
    return value * by if isinstance(value, int | float) else value
