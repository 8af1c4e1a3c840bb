"""Translators of messages: English text in, text in another language out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from deckbuild.locales.languages import FOLDER, SOURCE


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the catalogue of a language. Without a ``.po`` it is empty, so that every message stays English.

    It is made from the ``.po`` itself, so that no compiled copy can be out of date, and only when something is said.
    """
    file = FOLDER / f"{language}.po"
    if not file.is_file():
        return NullTranslations()
    from polib import pofile

    return GNUTranslations(BytesIO(pofile(file.read_text("utf-8")).to_binary()))


def translator(language: str) -> Callable[[str], str]:
    """Return the function that translates messages into a language. A message without translation stays English."""
    if language == SOURCE:
        return _unchanged

    def translate(message: str, /) -> str:
        return catalogue(language).gettext(message)

    return translate


def _unchanged(message: str, /) -> str:
    return message
