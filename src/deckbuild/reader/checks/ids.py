"""The slides' ids: given by the author, or made from the title."""

from __future__ import annotations

from deckbuild.diagnostics import Span
from deckbuild.model.slug import slug
from deckbuild.reader.context import Reading

TITLE_SLIDE, LITERATURE_SLIDE = "title", "literature"
"""The ids of the two slides that deckbuild adds. Links may lead to them."""


def slide_ids(titles: list[str], own: list[tuple[str, Span] | None], reading: Reading) -> list[str]:
    """Return an id for every slide, from ``own`` or else from its title; repeated titles get ``name-2``, ``name-3``.

    ``own`` has the author's id and its place for each slide, or ``None``. An id that is taken is reported.
    """
    taken: dict[str, Span] = {}
    for name in own:
        if name is None:
            continue
        if name[0] in (TITLE_SLIDE, LITERATURE_SLIDE):
            reading.error(
                "same-id",
                name[1],
                "The id “{id}” is taken: a slide that is made for you has it.",
                "Give the slide another id.",
                id=name[0],
            )
        elif name[0] in taken:
            reading.error(
                "same-id",
                name[1],
                "The id “{id}” is taken: the slide on line {line} has it.",
                "Give one of the two slides another id.",
                id=name[0],
                line=taken[name[0]].line,
            )
        else:
            taken[name[0]] = name[1]
    given: set[str] = {TITLE_SLIDE, LITERATURE_SLIDE, *taken}
    counts: dict[str, int] = {}
    ids = []
    for title, name in zip(titles, own, strict=True):
        ids.append(name[0] if name else _free(slug(title) or "slide", given, counts))
    return ids


def _free(base: str, given: set[str], counts: dict[str, int]) -> str:
    while True:
        counts[base] = counts.get(base, 0) + 1
        candidate = base if counts[base] == 1 else f"{base}-{counts[base]}"
        if candidate not in given:
            given.add(candidate)
            return candidate
