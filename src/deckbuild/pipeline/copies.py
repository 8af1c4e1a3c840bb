"""Named copies of the handout: from a list of participants to a file for each, or one for the printer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

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

UNNAMED = frozenset({Edition.GUIDE, Edition.FILLABLE})
"""The editions without names: the team's has no line for one, and on a screen participants type theirs."""
_LONGEST = 60
"""Letters of a name within a file's name."""


@dataclass(frozen=True, slots=True)
class Copies:
    """An edition with places for the name, and its copies."""

    document: Document
    copies: tuple[Copy, ...]
    suffix: str
    """What the end of the file's or folder's name says they are."""
    merged: bool

    def files(
        self, folder: Path, name: str, presentation: Presentation, theme: Theme
    ) -> tuple[Path, Mapping[str, bytes]]:
        """Return where the copies of the paper called ``name`` go, and the files by their names."""
        stem = name.removesuffix(".pdf")
        whole = f"{stem}-{self.suffix}"
        if self.merged:
            return folder, {f"{whole}.pdf": pdf.write_merged(self.document, presentation, theme, self.copies)}
        names = copy_names(stem, [copy.name for copy in self.copies])
        made = pdf.write_copies(self.document, presentation, theme, self.copies)
        return folder / whole, dict(zip(names, made, strict=True))


def name_copies(
    deck: Deck, documents: Mapping[Edition, Document], people: People, diagnostics: Diagnostics
) -> dict[Edition, Copies]:
    """Return the editions that carry names; none when the list has errors."""
    listed = read_participants(people.path, diagnostics)
    if not listed:
        return {}
    made = {}
    for edition, document in documents.items():
        if edition not in UNNAMED:
            placed, copies = named(document, deck, listed, diagnostics)
            made[edition] = Copies(placed, copies, deck.labels.named, people.merged)
    return made


def copy_names(stem: str, people: Sequence[str]) -> list[str]:
    """Return a file name for each person's copy; those that would be the same are numbered."""
    taken: set[str] = set()
    names = []
    for place, person in enumerate(people, 1):
        base = f"{stem}-{slug(person)[:_LONGEST].strip('-') or place}"
        name = next(free for n in count(1) if (free := base if n == 1 else f"{base}-{n}") not in taken)
        taken.add(name)
        names.append(f"{name}.pdf")
    return names
