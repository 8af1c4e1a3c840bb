"""A language -> what translates messages into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

LANGUAGES = ("da", "en")


@cache
def catalogue(language: str, package: str = "deckbuild.locales") -> GNUTranslations:
    """Return the catalogue of a language, which lies in ``package``.

    Made from the ``.po`` itself, so that no compiled copy can be out of date, and only when something is said.
    """
    from polib import pofile

    text = (files(package) / f"{language}.po").read_text("utf-8")
    return GNUTranslations(BytesIO(pofile(text).to_binary()))


def translator(language: str, package: str = "deckbuild.locales") -> Callable[[str], str]:
    """Return what gives a message in ``language``; a message without translation stays English."""
    if language == "en":
        return _unchanged

    def translate(message: str, /) -> str:
        return catalogue(language, package).gettext(message)

    return translate


def _unchanged(message: str, /) -> str:
    return message
