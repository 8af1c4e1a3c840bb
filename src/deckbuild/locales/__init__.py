"""What languages differ in. A language is a module of facts (``da.py``) and a catalogue of messages (``da.po``).

The source of every message is the English template in the code. A message that a catalogue lacks stays English.
``tests/messages.py`` lists what is missing.

Nothing here loads a language before it is asked for: ``deckbuild --help`` needs none. So the classes of what a language
has are imported from ``labels.py`` and ``language.py`` themselves.
"""

from deckbuild.locales.catalogue import translator
from deckbuild.locales.choice import deck_language, language_named_in, system_language
from deckbuild.locales.languages import (
    LANGUAGES,
    SOURCE,
    USUAL,
    any_of,
    every_language,
    known_code,
    known_language,
    language_of,
    language_tag,
)

__all__ = [
    "LANGUAGES",
    "SOURCE",
    "USUAL",
    "any_of",
    "deck_language",
    "every_language",
    "known_code",
    "known_language",
    "language_named_in",
    "language_of",
    "language_tag",
    "system_language",
    "translator",
]
