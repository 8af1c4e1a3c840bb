"""Decks made by chance from a seed: every kind of content, short and long, as an author might write it."""

from __future__ import annotations

import random
from collections.abc import Callable

_WORDS = (
    "netværk", "borgere", "innovation", "andenordensforandring", "kan", "vi", "tør", "ledelse", "i", "af", "det",
    "offentlige", "spørgsmål", "selvstændiggørelse", "samarbejde", "nu", "velfærdsinstitution", "roller", "og", "mål",
    "et", "eksempel", "på", "kompetencer",
)  # fmt: skip


def _text(rng: random.Random, least: int, most: int) -> str:
    words = [rng.choice(_WORDS) for _ in range(rng.randint(least, most))]
    return " ".join(words).capitalize()


def _many(rng: random.Random, least: int, most: int, words: int) -> str:
    return "[" + ", ".join(_text(rng, 1, words) for _ in range(rng.randint(least, most))) + "]"


def _bullets(rng: random.Random) -> str:
    return f"bullets: {_many(rng, 1, 14, 24)}\n" + rng.choice(["", "handout: {margin: yes}\n", "handout: {lines: 3}\n"])


def _numbered(rng: random.Random) -> str:
    ticks = rng.choice(["", "handout: {ticks: gælder}\n", "handout: {ticks: {label: gælder hos os, word: yes}}\n"])
    return f"numbered: {_many(rng, 2, 9, 18)}\n{ticks}"


def _table(rng: random.Random) -> str:
    columns = rng.randint(2, 6)
    rows = ["[" + ", ".join(_text(rng, 1, 12) for _ in range(columns)) + "]" for _ in range(rng.randint(1, 9))]
    heads = ", ".join(_text(rng, 1, 2) for _ in range(columns))
    extra = rng.choice(["", "handout: {column: Hos os}\n"])
    return f"table:\n  columns: [{heads}]\n  rows:\n" + "".join(f"    - {row}\n" for row in rows) + extra


def _comparison(rng: random.Random) -> str:
    rows = "".join(
        f"    - {{theme: {_text(rng, 1, 2)}, from: {_text(rng, 1, 16)}, to: {_text(rng, 1, 16)}}}\n"
        for _ in range(rng.randint(2, 8))
    )
    crosses = rng.choice(["", "handout: {crosses: [Før, På vej, Efter], ask: Hvor er I?}\n"])
    return f"comparison:\n  from: Før\n  to: Efter\n  rows:\n{rows}{crosses}"


def _cards(rng: random.Random) -> str:
    cards = "".join(f"  - {{head: {_text(rng, 1, 2)}, text: {_text(rng, 2, 12)}}}\n" for _ in range(rng.randint(2, 4)))
    return f"cards:\n{cards}" + rng.choice(["", "handout: {each: [Hvem bringer den?, Hvad mangler?]}\n"])


def _questions(rng: random.Random) -> str:
    kinds = [
        "{{ask: '{}?'}}", "{{ask: 'Hvordan {}?'}}", "{{ask: '{}?', answer: [yes-no, lines]}}",
        "{{ask: '{}?', answer: word}}", "{{ask: 'Hvis ikke: {}?'}}",
        "{{ask: '{}?', answer: tick, choices: [Et, To og mere, Selvstændiggørelse]}}",
        "{{ask: '{}?', answer: scale, choices: [inddragelse, deltagelse, indflydelse]}}",
        "{{ask: '{}?', carry-to: Arket}}", "{{ask: '{}?', answer: box}}",
        "{{ask: '{}?', answer: dots, lines: 20}}", "{{ask: '{}?', answer: blank}}", "{{ask: '{}?', lines: 20}}",
    ]  # fmt: skip
    asked = "".join(f"  - {rng.choice(kinds).format(_text(rng, 2, 22))}\n" for _ in range(rng.randint(1, 7)))
    return f"reflection:\n{asked}"


def _text_slide(rng: random.Random) -> str:
    show = rng.choice(["", *(f"handout: {{show: {s}}}\n" for s in ("both", "text", "thumbnail"))])
    return f"text: {_text(rng, 5, 160)}\n{show}"


def _fields(rng: random.Random) -> str:
    return f"fields: {_many(rng, 1, 4, 3)}\n"


def _agenda(rng: random.Random) -> str:
    placeholders = "".join(
        f"  - {{time: {hour}.00-{hour + 1}.00, item: {_text(rng, 1, 12)}}}\n" for hour in range(9, rng.randint(12, 17))
    )
    return f"agenda:\n{placeholders}" + rng.choice(["", "handout: {margin: yes}\n"])


def _board(rng: random.Random) -> str:
    return f"board: {rng.choice(['dots', 'lines', 'blank'])}\n"


_KINDS: tuple[Callable[[random.Random], str], ...] = (
    _bullets, _bullets, _numbered, _table, _comparison, _cards, _questions, _questions, _text_slide, _fields, _agenda,
    _board,
)  # fmt: skip


def random_slides(seed: int, count: int = 14) -> str:
    """Return the YAML of ``count`` slides in three sections."""
    rng = random.Random(seed)  # noqa: S311 -- the same decks every time
    made = []
    for number in range(count):
        if number in (3, 9):
            made.append(f"- section: {_text(rng, 1, 3)}\n")
        body = rng.choice(_KINDS)(rng)
        made.append(f"- title: {_text(rng, 1, 7)}\n" + "".join(f"  {line}\n" for line in body.splitlines()))
    return "".join(made)
