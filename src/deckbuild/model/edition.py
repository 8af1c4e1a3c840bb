"""The editions of the handout: the same content, each for another reader or printer."""

from __future__ import annotations

from enum import Enum


class Edition(Enum):
    """For whom the handout is made; the values are what deck.yaml and ``--edition`` say."""

    PARTICIPANT = "participant"
    """For the participants to write in. The slides' feet name its pages, whichever editions are made."""
    LARGE_PRINT = "large-print"
    """For participants with low vision: set in 18 points, on pages of its own."""
    GREYSCALE = "greyscale"
    """The participants' edition for a printer without colours. Colours become greys that can be told apart."""
    BOOKLET = "booklet"
    """The participants' edition on A5, two pages side by side on A4, to be folded. Its pages have their own numbers."""
    GUIDE = "guide"
    """For the course team to teach from."""
    FILLABLE = "fillable"
    """The participants' edition with fields to fill in on a screen; ``deckbuild collect`` reads the answers."""
