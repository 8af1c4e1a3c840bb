"""Charts: their numbers, from the deck or from a file, and whether they can be drawn as the author wants.

``fields`` reads numbers in the deck, ``files`` those in CSV and XLSX files; ``checks`` knows what each kind can show.
"""

from deckbuild.reader.sections.charts import fields, files, gathering  # noqa: F401  (they register how their fields are read)
