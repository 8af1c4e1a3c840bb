"""A deck file as an editor sees it: plain data, by the types of YAML 1.2."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: yes and no are texts, and there are no dates."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), [*_first])


def plain(text: str) -> Any:
    """Return a file's data. Raises ``yaml.YAMLError`` where it is not YAML."""
    return yaml.load(text, Loader)  # noqa: S506  (a safe loader)
