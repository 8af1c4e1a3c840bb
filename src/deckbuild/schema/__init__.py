"""deck.yaml as a JSON Schema (draft-07), for the completion, hovers and checks of an editor.

It is made from the data that the reader reads by: the annotations of the model, as ``reader.language.fields`` has
them, and the registry of blocks. ``special_forms`` has the schemas of values that the reader reads with functions of
their own. The schema accepts everything that the reader accepts. Where a schema can't express a check, such as of
references, files or whether a text fits, ``deckbuild check`` makes it.
"""

from deckbuild.schema.deck_schema import deck_schema, schema_text

__all__ = ["deck_schema", "schema_text"]
