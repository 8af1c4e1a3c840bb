"""The PowerPoint writer: a ``Presentation`` in, the bytes of a ``.pptx`` out.

The modules, and what each of them writes:

- ``SlideMaster`` -> one slide master and its slide layouts (``masters.slide_master``, ``masters.placeholders``);
  with a template, the template's own parts instead (``masters.template_base``)
- ``Theme`` -> the theme part: colours, fonts, the palette's further colours (``masters.theme_part``, ``palette``)
- ``Frame`` -> a slide part (``slide``), its notes -> a notes slide (``notes``)
- ``TextBox`` -> a placeholder or a text box, ``Par`` -> ``a:p`` (``text``)
- ``Shape``, ``Connector``, ``PictureItem`` -> ``p:sp``, ``p:cxnSp``, ``p:pic`` (``shapes``), the file of a picture
  -> a media part (``media``); ``Group`` -> ``p:grpSp`` (``slide``)
- ``TableItem`` -> a native table (``table``), ``ChartItem`` -> a native chart (``charts``)
- ``TextBox.clicks`` -> ``p:timing`` (``timing``)
- a run's ``link`` -> a relationship and ``a:hlinkClick`` (``links``)
- ``Presentation.sections`` -> PowerPoint's sections (``masters.presentation``)

All XML is made as text; python-pptx holds the package together and ``package`` saves it, the same bytes every time.
The rules are those of ECMA-376, 5th edition, part 1 (PresentationML: 19, DrawingML: 20 and 21) and part 2 (packages).
"""

from deckbuild.writers.pptx.writer import write

__all__ = ["write"]
