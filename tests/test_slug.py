"""Names made from titles."""

from __future__ import annotations

import unicodedata

import pytest

from deckbuild.model.slug import slug


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Sæt borgeren i spil, kap. 1", "saet-borgeren-i-spil-kap-1"),
        ("Ærø Å", "aeroe-aa"),
        ("Évaluation à l'œuvre", "evaluation-a-l-oeuvre"),
        ("Łukasz Đorđević", "lukasz-dordevic"),
        ("Þórður Guðmundsson", "thordur-gudmundsson"),
        ("Straße", "strasse"),
        ("?!", ""),
    ],
)
def test_letters_are_spelled_without_marks(title: str, made: str) -> None:
    assert slug(title) == made
    assert slug(title.upper()) == made
    assert slug(unicodedata.normalize("NFD", title)) == made
