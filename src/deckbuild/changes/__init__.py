"""What changed between two decks or two builds: which slides, and which pages are to be printed again.

::

    deck.yaml ---deck_papers--+
    folder of papers ---------+--papers_at--> papers --fingerprint_pages--> PageFingerprints --compare--> Changes
    .pptx, .pdf --------------+
"""

from deckbuild.changes.compare import Change, ChangeKind, Changes, compare, pair_papers, print_ranges
from deckbuild.changes.fingerprints import BookmarkedPart, PageFingerprint, fingerprint_pages
from deckbuild.changes.papers import papers_at

__all__ = [
    "BookmarkedPart",
    "Change",
    "ChangeKind",
    "Changes",
    "PageFingerprint",
    "compare",
    "fingerprint_pages",
    "pair_papers",
    "papers_at",
    "print_ranges",
]
