"""Which languages there are, and a language by its code or tag.

A language is a module in this folder that is called by its code (ISO 639: two or three small letters) and has its facts
as ``LANGUAGE``. It is loaded when something is asked of it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from deckbuild.locales.language import Language

LANGUAGES = tuple(
    sorted(
        module.name for module in iter_modules([str(Path(__file__).parent)]) if re.fullmatch("[a-z]{2,3}", module.name)
    )
)
"""The codes of all languages."""
SOURCE = "en"
"""The language of the messages in the code."""
USUAL = "da"
"""The language of a deck that names none."""


@cache
def known_language(tag: str) -> Language | None:
    """Return the language of a code or BCP 47 tag, such as ``da`` or ``da-DK``; nothing for one that is not ours."""
    code = tag.partition("-")[0].lower()
    if code in LANGUAGES:
        language: Language = import_module(f"{__package__}.{code}").LANGUAGE
        return language
    return next((language for language in every_language() if language.tag.partition("-")[0] == code), None)


def language_of(tag: str) -> Language:
    """Return the language of a code or tag that is known to be ours.

    Raises ``KeyError`` when it is not.
    """
    language = known_language(tag)
    if language is None:
        raise KeyError(tag)
    return language


@cache
def every_language() -> tuple[Language, ...]:
    """Return all languages, in the order of their codes."""
    return tuple(language_of(code) for code in LANGUAGES)


def language_tag(lang: str) -> str:
    """Return the BCP 47 tag of a language of deck.yaml: ``en`` is ``en-GB``; any other tag stays as it is."""
    return language_of(lang).tag if lang in LANGUAGES else lang


def any_of(*expressions: str) -> str:
    """Return a regular expression for any of some; empty ones are left out."""
    return f"(?:{'|'.join(filter(None, expressions))})"
