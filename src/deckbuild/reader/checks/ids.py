"""Stable names of slides: the author's own, or made of the title."""

from __future__ import annotations

from deckbuild.diagnostics import Span
from deckbuild.model.slug import slug
from deckbuild.reader.context import Reading

TITLE_SLIDE, LITERATURE_SLIDE = "title", "literature"
"""The ids of the slides that are made rather than written; links may lead to them."""


def slide_ids(titles: list[str], own: list[tuple[str, Span] | None], reading: Reading) -> list[str]:
    """Return an id for every slide; a repeated title counts on: ``refleksion``, ``refleksion-2``."""
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
