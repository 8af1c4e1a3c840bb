"""Names that PowerPoint shows in its panes and menus, in the deck's language."""

from __future__ import annotations

from deckbuild.locales import language_of


def named(name: str, lang: str) -> str:
    """Return ``name`` in the deck's language ``lang``, a BCP 47 tag. Names without a translation stay as they are."""
    return language_of(lang).names.get(name, name)
