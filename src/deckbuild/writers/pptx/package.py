"""Saves python-pptx's parts as a package, so that the same deck gives the same bytes (ECMA-376 part 2).

python-pptx's own ``save`` can't be used, for two reasons: it writes the current time into the zip, and it follows
relationships by recursion, which exceeds the recursion limit on a long chain of links between slides.
"""

from __future__ import annotations

import zipfile
from collections.abc import Container, Iterable, Iterator
from io import BytesIO
from itertools import count
from typing import Any

from deckbuild.writers.pptx.markup import HEADER, RELATIONSHIPS, attribute
from deckbuild.writers.pptx.media import MEDIA_TYPES

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold."""
_LEVEL = 4
"""Deflate level. It takes half the time of the default, 6, and gives about 5 % more bytes."""


def zip_bytes(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of ``entries``, (name, content), in their order, without times or owners.

    PNG and JPEG are stored, since they are compressed already.
    """
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o600 << 16
            packed = name.endswith((".png", ".jpeg"))
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=_LEVEL)
    return target.getvalue()


def first_free(pattern: str, taken: Container[str]) -> str:
    """Return the first name that isn't taken; ``pattern`` has ``%d`` for a number counted from 1."""
    return next(name for n in count(1) if (name := pattern % n) not in taken)


def parts_of(package: Any) -> list[Any]:
    """Return all parts that ``package`` leads to by relationships, each once, depth first."""
    seen: set[int] = set()
    found: list[Any] = []
    stack = [_targets(package._rels)]
    while stack:
        for part in stack[-1]:
            if id(part) not in seen:
                seen.add(id(part))
                found.append(part)
                stack.append(_targets(part.rels))
                break
        else:
            stack.pop()
    return found


def _targets(relations: Any) -> Iterator[Any]:
    return iter([relation.target_part for relation in relations.values() if not relation.is_external])


def save(package: Any) -> bytes:
    """Return the bytes of ``package`` as a file."""
    return zip_bytes(_entries(package))


def _entries(package: Any) -> Iterator[tuple[str, bytes]]:
    parts = parts_of(package)
    media = {p.partname.ext: p.content_type for p in parts if p.partname.ext in MEDIA_TYPES}
    others = [(str(p.partname), p.content_type) for p in parts if p.partname.ext not in MEDIA_TYPES]
    yield "[Content_Types].xml", content_types_xml(media, others).encode()
    yield "_rels/.rels", package._rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def relations_xml(relations: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> str:
    """Return a relationships part (ECMA-376 part 2). ``relations`` are (type, target), with ids from ``rId1``."""
    made = "".join(
        f'<Relationship Id="rId{i}" Type="{kind if "://" in kind else f"{RELATIONSHIPS}/{kind}"}" '
        f'Target="{attribute(target)}"/>'
        for i, (kind, target) in enumerate(relations, start=1)
    )
    return (
        f'{HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{made}</Relationships>"
    )


def content_types_xml(defaults: dict[str, str], overrides: list[tuple[str, str]]) -> str:
    """Return ``[Content_Types].xml``; ``defaults`` is extension -> type, ``overrides`` are (part name, type)."""
    known = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **defaults,
    }
    made = [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in sorted(known.items())]
    made += [f'<Override PartName="{attribute(n)}" ContentType="{t}"/>' for n, t in overrides]
    return (
        f'{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(made)}</Types>'
    )
