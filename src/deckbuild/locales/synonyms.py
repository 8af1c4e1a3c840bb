"""What authors write, in any language, where deck.yaml has words of its own."""

from __future__ import annotations

from deckbuild.locales.languages import every_language

_WORDS = [language.words for language in every_language()]

YES = {"true", "on", *(words.yes[0] for words in _WORDS)}
"""What is read as yes, in small letters."""
NO = {"false", "off", *(words.no[0] for words in _WORDS)}
"""What is read as no, in small letters."""
ALSO_WORDS = {key for words in _WORDS for key in words.running_text}
"""Keys that stand before a colon in running text too."""
