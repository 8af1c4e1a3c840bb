"""What PowerPoint's panes and menus call things, in the deck's language."""

from __future__ import annotations

from deckbuild.locales import language_of


def named(name: str, lang: str) -> str:
    """Return a name in the deck's language ``lang``, a BCP 47 tag; names not of our making stay as they are."""
    return language_of(lang).names.get(name, name)
