"""What languages differ in. A language is a module of facts (``da.py``) and a catalogue of messages (``da.po``).

The source of every message is the English template in the code; ``tests/messages.py`` lists those that it lacks. A
language without a catalogue says its messages in English.
"""

from deckbuild.locales.catalogue import translator
from deckbuild.locales.choice import deck_language, system_language
from deckbuild.locales.labels import Labels
from deckbuild.locales.language import Language
from deckbuild.locales.languages import (
    LANGUAGES,
    SOURCE,
    USUAL,
    any_of,
    every_language,
    known_language,
    language_of,
    language_tag,
)

__all__ = [
    "LANGUAGES",
    "SOURCE",
    "USUAL",
    "Labels",
    "Language",
    "any_of",
    "deck_language",
    "every_language",
    "known_language",
    "language_of",
    "language_tag",
    "system_language",
    "translator",
]
