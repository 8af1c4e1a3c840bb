"""Named copies of the handout: a file for each person on a list, or one file with all copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Document, Presentation
from deckbuild.frame.form import Copy
from deckbuild.handout.front_and_back.participant_names import named
from deckbuild.model.deck import Deck
from deckbuild.model.edition import Edition
from deckbuild.model.slug import slug
from deckbuild.model.theme import Theme
from deckbuild.pipeline.papers import People
from deckbuild.reader.tabular.participants import read_participants
from deckbuild.writers import pdf

_LONGEST = 60
"""The most letters of a person's name in a file name."""


@dataclass(frozen=True, slots=True)
class Copies:
    """An edition with stamps for the name, and the copies to make of it."""

    document: Document
    copies: tuple[Copy, ...]
    suffix: str
    """The end of the file's or folder's name."""
    merged: bool
    fillable: bool

    def files(
        self, folder: Path, name: str, presentation: Presentation, theme: Theme
    ) -> tuple[Path, Mapping[str, bytes]]:
        """Return the folder for the copies of the paper called ``name``, and file name -> content.

        Merged copies are one file in ``folder``; others have a folder of their own.
        """
        stem = name.removesuffix(".pdf")
        whole = f"{stem}-{self.suffix}"
        if self.merged:
            return folder, {f"{whole}.pdf": pdf.write_merged(self.document, presentation, theme, self.copies)}
        names = copy_names(stem, [copy.name for copy in self.copies])
        made = pdf.write_copies(self.document, presentation, theme, self.copies, fillable=self.fillable)
        return folder / whole, dict(zip(names, made, strict=True))


def name_copies(
    deck: Deck, documents: Mapping[Edition, Document], people: People, diagnostics: Diagnostics
) -> dict[Edition, Copies]:
    """Return edition -> copies; empty when the list of people has errors.

    The guide has no copies, as it has no line for a name. A fillable copy is always a file of its own.
    """
    listed = read_participants(people.path, diagnostics)
    if not listed:
        return {}
    made: dict[Edition, Copies] = {}
    for edition, document in documents.items():
        if edition is not Edition.GUIDE:
            placed, copies = named(document, deck, listed, diagnostics)
            fillable = edition is Edition.FILLABLE
            made[edition] = Copies(placed, copies, deck.labels.named, people.merged and not fillable, fillable)
    if people.merged and Edition.FILLABLE in made:
        diagnostics.warning(
            "not-merged",
            None,
            "The copies to fill in on a screen are a file each: `--merged` is for the printer.",
            "Send each person their own. For the printer choose another edition.",
        )
    return made


def copy_names(stem: str, people: Sequence[str]) -> list[str]:
    """Return a file name for each person's copy, in order; equal names get numbers."""
    taken: set[str] = set()
    names = []
    for place, person in enumerate(people, 1):
        base = f"{stem}-{slug(person)[:_LONGEST].strip('-') or place}"
        name = next(free for n in count(1) if (free := base if n == 1 else f"{base}-{n}") not in taken)
        taken.add(name)
        names.append(f"{name}.pdf")
    return names
