"""PowerPoint templates: somebody else's ``.potx`` or ``.pptx``, read so that our slides can use its layouts.

- ``package``: the file -> its parts and relationships; slides, and parts that only they use, are left out
- ``colors``, ``looks``, ``fills``, ``art``: theme colours, inherited text styles, fills, backgrounds and decoration ->
  plain values
- ``table_styles``: the style of its tables; ``built_in_tables`` has those that PowerPoint knows without a definition
- ``layouts``: each slide layout of the template -> a ``TemplateLayout`` with its placeholders
- ``roles``: chooses a ``TemplateLayout`` for each ``LayoutKind``: the one that the author names, or the most likely
- ``filling``: which placeholder the text of each role fills
- ``clearing``: the part of a content area that decoration leaves free
- ``adapt``: all of these -> a ``Theme`` whose ``SlideMaster`` layout and writers use as they use our own
- ``describe``: the template's layouts and placeholders as text, for ``deckbuild template inspect``

The rules are those of ECMA-376, 5th edition, part 1. A placeholder inherits from the slide layout, then from the slide
master (19.3.1.36); a text style from ``lstStyle``, then from the master's ``txStyles`` (21.1.2.4.12). The colour map
translates names of colours (19.3.1.6).
"""
