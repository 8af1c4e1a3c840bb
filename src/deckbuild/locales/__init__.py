"""The words of messages in other languages than English: a ``.po`` file each, read when something is to be said.

The source of every message is the English template in the code; ``tests/messages.py`` lists those without Danish.
"""

from deckbuild.locales.catalogue import LANGUAGES, translator
from deckbuild.locales.choice import deck_language, system_language

__all__ = ["LANGUAGES", "deck_language", "system_language", "translator"]
