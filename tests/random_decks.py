"""Decks made by chance from a seed: what no author would write on purpose, and sooner or later does."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

PHRASES = """netværkslederen samler erfaringer fra hverdagen
andenordensforandring er mere end en omlægning
velfærdstransformation i en netværksbaseret organisation
forventningsafstemningen med personalelederen
beslutningsgrundlaget bliver fælles, når alle bidrager
støj er viden, vi endnu ikke har sat ord på
selvstændiggørelse kræver tillid og tydelige rammer
hvem savner vi ved bordet?
borgernes egne ord er det bedste afsæt
reguleringsformer, der kan genforhandles undervejs
sammenhængskraften i lokalsamfundet
»wicked problems« har ingen opskrift
en prototype er et spørgsmål, man kan røre ved
kl. 9.00–9.20 tjekker vi ind
det samme **to** gange er ikke *det samme*
medindflydelse og/eller medbestemmelse""".splitlines()
ODD = [
    "x" * 90,
    "😀 og 🎉",
    "שלום betyder fred",
    "Speciallægepraksisplanlægningsstabiliseringsperiode",
    "https://eksempel.dk/en/lang/adresse/uden/mellemrum/som/skal/brydes/et/sted",
    "Δημοκρατία og Демократия",
    "1.234.567,89 kr.",
    "a\u00a0b\u00a0c",
]


class Chance:
    """Repeatable choices from one seed."""

    def __init__(self, seed: int, *, odd: float = 0.1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - not a secret, only the same on every machine
        self._odd = odd

    def phrase(self) -> str:
        """Return a phrase, or now and then something odd."""
        return self._random.choice(ODD if self._random.random() < self._odd else PHRASES)

    def sentence(self, most: int = 3) -> str:
        """Return up to ``most`` phrases as one sentence."""
        text = ", ".join(self.phrase() for _ in range(self._random.randint(1, most)))
        return text[0].upper() + text[1:]

    def several(self, low: int, high: int, make: Callable[[], Any]) -> list[Any]:
        """Return between ``low`` and ``high`` of what ``make`` makes."""
        return [make() for _ in range(self._random.randint(low, high))]

    def slide(self) -> dict[str, Any]:
        """Return a slide of a kind that can go on over further slides."""
        kinds: list[Callable[[], dict[str, Any]]] = [
            lambda: {"bullets": self.several(1, 14, self.item)},
            lambda: {"numbered": self.several(1, 10, self.sentence)},
            lambda: {"text": "\n\n".join(self.several(1, 4, self.sentence))},
            lambda: {"reflection": self.several(1, 8, self.sentence)},
            lambda: {"table": self.table()},
            lambda: {"comparison": self.comparison()},
            lambda: {
                "definition": {"term": "Støj", "text": self.sentence(), "points": self.several(1, 3, self.phrase)}
            },
            lambda: {"columns": self.several(2, 2, lambda: {"bullets": self.several(1, 4, self.phrase)})},
            lambda: {"cards": self.several(2, 4, lambda: {"head": "Kort", "text": self.phrase()})},
        ]
        return {"title": self.sentence(1), **self._random.choice(kinds)()}

    def item(self) -> Any:
        """Return a list item, sometimes with a list inside it."""
        if self._random.random() < 0.8:
            return self.sentence()
        return {"text": self.sentence(), "sub": [{"text": self.sentence(), "sub": self.several(1, 3, self.sentence)}]}

    def comparison(self) -> dict[str, Any]:
        """Return a comparison of up to 12 rows."""
        rows = self.several(2, 12, lambda: {"theme": self.phrase(), "from": self.sentence(2), "to": self.phrase()})
        return {"from": "Før", "to": "Nu", "rows": rows}

    def table(self) -> dict[str, Any]:
        """Return a table of up to 40 rows."""
        columns = self._random.randint(2, 5)
        rows = [[self.sentence(2) for _ in range(columns)] for _ in range(self._random.choice([3, 6, 12, 40]))]
        return {"columns": [f"Kolonne {n + 1}" for n in range(columns)], "rows": rows}


def random_slides(seed: int, count: int, *, odd: float = 0.1) -> list[dict[str, Any]]:
    """Return ``count`` slides; ``odd`` is the share of phrases that are something odd."""
    chance = Chance(seed, odd=odd)
    return [chance.slide() for _ in range(count)]


def as_yaml(slides: list[dict[str, Any]]) -> str:
    """Return slides as YAML; JSON is a part of it."""
    return "\n".join("- " + json.dumps(slide, ensure_ascii=False) for slide in slides)
