"""The languages there are, and how to find one by its code, tag or name.

A language is a module in this folder. Its name is the language's code (ISO 639: two or three small letters), and its
``LANGUAGE`` holds the facts. It is imported when it is needed for the first time.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.locales.language import Language

FOLDER = Path(__file__).parent
LANGUAGES = tuple(
    sorted(module.name for module in iter_modules([str(FOLDER)]) if re.fullmatch("[a-z]{2,3}", module.name))
)
"""The codes of all languages."""
SOURCE = "en"
"""The language of the messages in the code."""
USUAL = "da"
"""The language of a deck that names none."""


@cache
def known_code(called: str) -> str | None:
    """Return the code of the language that has a code (``da``), a BCP 47 tag (``da-DK``) or a name (``dansk``).

    Capitals don't matter, and a tag may have an underscore. Returns nothing for a language that is not ours.
    """
    whole = called.casefold()
    code = re.split("[-_]", whole)[0]
    if code in LANGUAGES:
        return code
    return next((language.code for language in every_language() if {whole, code} & language.called), None)


@cache
def known_language(called: str) -> Language | None:
    """Return the language that is called by a code, tag or name; see ``known_code``."""
    code = known_code(called)
    language: Language | None = import_module(f"{__package__}.{code}").LANGUAGE if code else None
    return language


def language_of(called: str) -> Language:
    """Return the language of a code, tag or name that is known to be ours.

    Raises ``KeyError`` when it is not.
    """
    language = known_language(called)
    if language is None:
        raise KeyError(called)
    return language


@cache
def every_language() -> tuple[Language, ...]:
    """Return all languages, in the order of their codes."""
    return tuple(language_of(code) for code in LANGUAGES)


def language_tag(lang: str) -> str:
    """Return the BCP 47 tag of a language of deck.yaml: ``en`` is ``en-GB``. Any other tag is returned unchanged."""
    return language_of(lang).tag if lang in LANGUAGES else lang


def any_of(*expressions: str) -> str:
    """Return a regular expression that matches any of several; empty ones are left out."""
    return f"(?:{'|'.join(filter(None, expressions))})"
