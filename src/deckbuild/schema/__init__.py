"""deck.yaml as a JSON Schema (draft-07), for the completion, hovers and checks of an editor.

It is made of what the reader reads by: the plans of ``reader.convert``, the bounds of ``reader.limits``, the registry
of blocks. What the reader reads by a function of its own has its schema in ``forms``. It is never stricter than the
reader, and as strict as a schema can be: references, files and what only measuring tells are left to
``deckbuild check``.
"""

from deckbuild.schema.deck_schema import deck_schema, schema_text

__all__ = ["deck_schema", "schema_text"]
