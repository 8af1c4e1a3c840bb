"""YAML text -> nodes."""

from __future__ import annotations

import yaml

from deckbuild.reader.reading import Node, Reading

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(reading: Reading) -> Node | None:
    return yaml.compose(reading.file.text, Loader=LOADER)
