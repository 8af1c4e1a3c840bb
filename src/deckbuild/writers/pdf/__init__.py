"""From finished frames and pages to PDF.

A ``Frame`` becomes a page of ``slides.pdf`` (``slides``), a ``Page`` one of ``handout.pdf`` (``handout``, ``copies``).
The writer decides nothing: items are drawn in their boxes, and lines of text end where layout broke them. What each
thing becomes, and in which module:

========================  =====================================================================================
TextBox, a cell, a label  one text object; each ``Piece`` is shown at its own place (``text``, ``fonts``)
Shape, Connector          a painted path (``shapes``, ``paths``)
WriteBox, Tick            rules, dots, outlines and the warm dot (``writing``); in a fillable file also widgets
                          (``form``, ``typing_font``)
PictureItem               a form XObject, embedded once for each file (``images``)
Thumbnail                 its frame, drawn once as a form XObject and shown scaled (``document``)
a run's ``link``          an annotation over its pieces (``links``)
sections, bookmarks       the outline (``slides``, ``handout``)
each item's meaning       marked content (``tags.marked_content``) of a structure element (``tags.elements``); the
                          elements are made while items are drawn (``tags.tagger``)
========================  =====================================================================================

``inventory`` first collects characters, pictures and thumbnails. ``draw`` then draws each item with a ``pen``.

The files claim to be PDF/UA-1 and PDF/A-2a. reportlab makes pages, fonts and images. ``assembly`` takes its objects,
adds the structure tree (``tags.structure_tree``) and ``metadata``, corrects the ToUnicode CMaps
(``tags.character_codes``) and writes a compact ``file``.

Boxes are in points with y downward, PDF has y upward; ``Paths`` and ``Pen`` convert.
"""

from deckbuild.writers.pdf.copies import write_copies, write_merged
from deckbuild.writers.pdf.handout import write_handout
from deckbuild.writers.pdf.slides import write_slides

__all__ = ["write_copies", "write_handout", "write_merged", "write_slides"]
