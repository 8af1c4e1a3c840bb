"""What changed between two decks or two builds: which slides, and which pages are to be printed again.

::

    deck.yaml ---deck_papers--+
    folder of papers ---------+--papers_at--> papers --leaves--> fingerprints --compare--> Changes
    .pptx, .pdf --------------+
"""

from deckbuild.changes.compare import Change, Changes, Kind, compare, matched, stretches
from deckbuild.changes.fingerprints import BookmarkedPart, Leaf, leaves
from deckbuild.changes.papers import papers_at

__all__ = [
    "BookmarkedPart",
    "Change",
    "Changes",
    "Kind",
    "Leaf",
    "compare",
    "leaves",
    "matched",
    "papers_at",
    "stretches",
]
