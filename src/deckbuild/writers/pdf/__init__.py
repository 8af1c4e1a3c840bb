"""From finished frames and pages to PDF.

A ``Frame`` becomes a page of ``slides.pdf``; a ``Folio`` a page of ``handout.pdf``. Nothing is placed or decided here:
an item stands where its box says, a line of text is drawn where layout broke it. What becomes what:

========================  =====================================================================================
TextBox, a cell, a label  one text object; each ``Piece`` is shown at its own place (``text``)
Shape, Connector          a painted path (``shapes``)
WriteBox, Tick            rules, dots, outlines and the warm dot (``writing``)
Picture                   an image, embedded once for each file (``pdf``)
Thumbnail                 its frame, drawn once as a form and shown scaled (``pdf``)
a run's ``link``          an annotation over its pieces (``links``)
sections, bookmarks       the outline (``slides``, ``document``)
what each of them is      marked content (``marking``) of an element (``elements``) in the tree that ``tagger`` grows
========================  =====================================================================================

The files claim to be PDF/UA-1 and PDF/A-2a. reportlab makes pages, fonts and images; ``assembly`` takes its objects,
adds structure (``structure``) and ``metadata``, mends its ``codes`` and writes a compact ``file``.

House coordinates are in points with y downward; ``Pen`` is the one place that turns y around.
"""

from deckbuild.writers.pdf.copies import write_copies, write_merged
from deckbuild.writers.pdf.handout import write_handout
from deckbuild.writers.pdf.slides import write_slides

__all__ = ["write_copies", "write_handout", "write_merged", "write_slides"]
