"""A language -> what translates messages into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from deckbuild.locales.languages import SOURCE


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the catalogue of a language; one without a ``.po`` leaves messages as they are.

    Made from the ``.po`` itself, so that no compiled copy can be out of date, and only when something is said.
    """
    file = files(__package__) / f"{language}.po"
    if not file.is_file():
        return NullTranslations()
    from polib import pofile

    return GNUTranslations(BytesIO(pofile(file.read_text("utf-8")).to_binary()))


def translator(language: str) -> Callable[[str], str]:
    """Return what gives a message in ``language``; a message without translation stays English."""
    if language == SOURCE:
        return _unchanged

    def translate(message: str, /) -> str:
        return catalogue(language).gettext(message)

    return translate


def _unchanged(message: str, /) -> str:
    return message
