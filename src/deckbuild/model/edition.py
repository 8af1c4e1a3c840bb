"""The editions of the handout: the same content, each for another reader or printer."""

from __future__ import annotations

from enum import Enum


class Edition(Enum):
    """For whom the handout is made; the values are what deck.yaml and ``--edition`` say."""

    PARTICIPANT = "participant"
    """For the participants to write in. The slides' feet name its pages, whichever editions are made."""
    LARGE_PRINT = "large-print"
    """For participants who see little: 18 points, laid out anew."""
    GREYSCALE = "greyscale"
    """For a printer without colours: the participants' edition in greys that tell as much."""
    BOOKLET = "booklet"
    """The participants' on A5, two pages side by side on A4 to be folded; its pages have numbers of their own."""
    GUIDE = "guide"
    """For the course team to teach from."""
    FILLABLE = "fillable"
    """The participants' pages with fields to fill in on a screen; ``deckbuild collect`` reads the answers."""
