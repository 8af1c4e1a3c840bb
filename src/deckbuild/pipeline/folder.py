"""What the folder of papers tells of a deck: papers of an older version or another deck, copies for former people."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.deck import Deck
from deckbuild.model.edition import Edition
from deckbuild.model.slug import slug
from deckbuild.output.papers import outdated
from deckbuild.output.record import read_record, same_name
from deckbuild.pipeline.papers import MadePaper, Order, Outdated, PaperKind, paper_name
from deckbuild.reader import read

_GUIDE = (PaperKind.HANDOUT, Edition.GUIDE)
"""The edition that is made without names."""
_REPLACED = "The papers of this deck would replace those of “{other}”, which have the same name: “{paper}”."
_SAME_NAME = (
    "Papers of “{other}” with the same name lie in “{folder}”: “{paper}”. Those of this deck can't be made there too."
)


def wanted_papers(kinds: Sequence[PaperKind], editions: Sequence[Edition]) -> Iterator[tuple[PaperKind, Edition]]:
    """Yield each paper to make, once. Slides have no editions; they come with the participants'."""
    for kind in kinds:
        if kind is PaperKind.HANDOUT:
            yield from ((kind, edition) for edition in dict.fromkeys(editions))
        else:
            yield kind, Edition.PARTICIPANT


def way_to(deck: Path, folder: Path) -> str:
    """Return the path of a deck from the folder of its papers, with slashes; from another drive its whole path."""
    whole = deck.resolve()
    with suppress(ValueError):
        return Path(os.path.relpath(whole, folder.resolve())).as_posix()
    return whole.as_posix()


def check_name(deck: Deck, folder: Path, diagnostics: Diagnostics, order: Order | None = None) -> None:
    """Report that papers of another deck, which is still there, lie in ``folder`` under the names of this deck's.

    It is an error when the papers of ``order`` would replace them, or mix with them. Without an order it is not known
    which papers will be made, and where; so it is a warning.
    """
    own, known = way_to(deck.path, folder), _papers(deck, folder)
    if order is not None:
        editions = deck.handout.editions if order.editions is None else order.editions
        wanted = {*wanted_papers(order.kinds, editions)}
        copied = {pair for pair in wanted if order.people and pair[0] is PaperKind.HANDOUT} - {_GUIDE}
        known = {
            path: each
            for path, each in known.items()
            if (pair := (each.kind, each.edition)) in wanted and each.named == (pair in copied)
        }
    named = {path.as_posix().casefold() for path in known}
    places = dict.fromkeys((folder, *(path for path in known if path.is_dir())))
    entries = ((place / name, entry) for place in places for name, entry in read_record(place).items())
    others = {
        entry.deck: path.name
        for path, entry in entries
        if (path.parent != folder or path.as_posix().casefold() in named)
        and entry.deck not in ("", own)
        and path.is_file()
    }
    report, message = diagnostics.error, _REPLACED
    if order is None:
        report, message = diagnostics.warning, _SAME_NAME
    for other, paper in others.items():
        if _is_called(folder / other, deck.name):
            report(
                "name-taken",
                deck.info.at("output") or deck.info.at("title") or deck.info.span,
                message,
                ("Write `output: {name}` under `deck:`; the papers are then called that.",
                 "Or write them into another folder with `-o`."),
                folder=folder.name,
                other=Path(other).name,
                paper=paper,
                name=_another_name(deck),
            )  # fmt: skip


def outdated_papers(deck: Deck, folder: Path, source: str) -> list[Outdated]:
    """Return the deck's papers in ``folder`` that were made from another fingerprint than ``source``.

    For named copies their folder is returned.
    """
    known = _papers(deck, folder)
    found = {path if path in known else path.parent for path in outdated(folder, source)}
    return [paper for path, paper in known.items() if path in found]


def former_copies(made: Sequence[MadePaper], folder: Path) -> list[Path]:
    """Return the copies with names that lie beside those just ``made``, for people who are no longer on the list."""
    written = {file.instead or file.path for paper in made if paper.copies for file in paper.files}
    places = sorted({path.parent for path in written} - {folder})
    return [
        place / name
        for place in places
        for name, entry in sorted(read_record(place).items())
        if place / name not in written and not entry.instead and (place / name).is_file()
    ]


def _papers(deck: Deck, folder: Path) -> dict[Path, Outdated]:
    """Return all papers that the deck may have in ``folder``, and the folders of their named copies."""
    known: dict[Path, Outdated] = {}
    for kind, edition in wanted_papers(tuple(PaperKind), tuple(Edition)):
        path = folder / paper_name(deck, kind, edition)
        known[path] = Outdated(path, kind, edition, named=False)
        copies = path.with_name(f"{path.stem}-{deck.labels.named}")
        for each in (copies, copies.with_suffix(".pdf")):
            known[each] = Outdated(each, kind, edition, named=True)
    return known


def _is_called(path: Path, name: str) -> bool:
    """Whether there is a deck at ``path`` whose papers are called ``name``, as far as can be told."""
    if not path.is_file():
        return False
    other = read(path).deck
    return other is None or same_name(other.name, name)


def _another_name(deck: Deck) -> str:
    stem = slug(deck.path.stem)
    return f"{deck.name}-{2 if stem in ('', 'deck') or stem == deck.name else stem}"
