"""The PowerPoint writer: a ``Presentation`` in, the bytes of a ``.pptx`` out.

What becomes what:

- ``House`` -> one slide master and its named layouts (``master``, ``placeholders``)
- ``Theme`` -> the theme part: colours, fonts, the palette's further colours (``theme_part``, ``palette``)
- ``Frame`` -> a slide part (``slide``), its notes -> a notes slide (``notes``)
- ``TextBox`` -> a placeholder or a text box, ``Par`` -> ``a:p`` (``text``)
- ``Shape``, ``Connector``, ``Picture``, ``Group`` -> ``p:sp``, ``p:cxnSp``, ``p:pic``, ``p:grpSp`` (``shapes``)
- ``Table`` -> a native table (``table``)
- ``TextBox.clicks`` -> ``p:timing`` (``timing``)
- ``Presentation.sections`` -> PowerPoint's sections (``presentation``)

All XML is made as text; python-pptx holds the package together and ``package`` saves it, the same bytes every time.
The rules are those of ECMA-376, 5th edition, part 1 (PresentationML: 19, DrawingML: 20 and 21) and part 2 (packages).
"""

from deckbuild.writers.pptx.writer import write

__all__ = ["write"]
