"""PowerPoint templates: a ``.potx`` or ``.pptx`` of somebody else's, read so that our content can stand in it.

- ``package``: the file -> its parts and relationships, without slides and what hangs on them
- ``colors``, ``looks``, ``art``: theme colours, inherited text styles, backgrounds and decoration -> plain values
- ``layouts``: each of the template's layouts -> a ``Drawn`` layout with its placeholders
- ``roles``: which of them serves which of our named layouts, as the author says or as is guessed
- ``furnish``: all that -> a ``Theme`` whose ``House`` layout and writers use as they use our own

The rules are those of ECMA-376, 5th edition, part 1: placeholders inherit from layout to master (19.3.1.36),
text styles from ``lstStyle`` to the master's ``txStyles`` (21.1.2.4.12), colours through the colour map (19.3.1.6).
"""
