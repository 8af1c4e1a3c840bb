"""Which key was meant: the nearest known one, the English for a Danish one, or where a known one belongs."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Literal
from unicodedata import category

from deckbuild.diagnostics import Words

DANISH = {
    "afsnit": "section", "titel": "title", "overskrift": "title", "undertitel": "subtitle", "ejer": "owner",
    "sprog": "language", "ord": "words", "ordliste": "words", "kilder": "sources", "kilde": "source",
    "litteratur": "sources", "figurer": "figures", "figur": "figure", "tabeller": "tables", "tabel": "table",
    "hæfte": "handout", "hæftet": "handout", "dagsorden": "agenda", "program": "agenda", "tid": "time",
    "punkt": "item", "punkter": "bullets", "liste": "bullets", "nummereret": "numbered", "tekst": "text",
    "begreb": "term", "citat": "quote", "af": "by", "rækker": "rows", "kolonner": "columns", "kolonne": "column",
    "sammenligning": "comparison", "fra": "from", "til": "to", "tema": "theme", "kort": "cards",
    "centrum": "center", "midte": "center", "felter": "fields", "stige": "ladder", "trin": "steps",
    "kredsløb": "cycle", "cyklus": "cycle", "tidslinje": "timeline", "pyramide": "pyramid", "hvornår": "when",
    "hvad": "what", "matrix": "quadrant", "kvadrant": "quadrant",
    "venstre": "left", "højre": "right", "spørgsmål": "ask", "spørg": "ask", "svar": "answer", "linjer": "lines",
    "valg": "choices", "vink": "hint", "tavle": "board", "billede": "picture", "fil": "file", "foto": "picture",
    "noter": "notes", "note": "notes", "forside": "cover", "ark": "sheets", "papir": "paper", "forfattere": "authors",
    "forfatter": "authors", "nummer": "number", "sider": "pages", "side": "pages", "billedtekst": "caption",
    "skriv": "write", "vis": "show", "kryds": "crosses", "krydser": "crosses", "margen": "margin", "navn": "name",
    "refleksion": "reflection", "definition": "definition", "indhold": "body", "hoved": "head", "pointer": "points",
    "diagram": "chart", "graf": "chart", "kategorier": "categories", "serier": "series", "tal": "values",
    "værdier": "values", "enhed": "unit", "decimaler": "decimals", "stablet": "stacked",
    "skrift": "font", "skrifttype": "font", "farver": "colors", "farve": "colors", "blæk": "ink", "brødtekst": "body",
}  # fmt: skip
"""Words that Danish authors write where the language has an English key."""

CHOICES = {
    "ja-nej": "yes-no", "ja/nej": "yes-no", "yes/no": "yes-no", "linje": "lines", "kryds": "tick", "afkryds": "tick",
    "skala": "scale", "boks": "box", "kasse": "box", "ord": "word", "ingen": "none", "intet": "nothing",
    "prikker": "dots", "linjer": "lines", "søjle": "column", "søjler": "column", "kurve": "line",
    "cirkel": "pie", "lagkage": "pie", "tom": "blank", "blankt": "blank", "begge": "both", "billede": "thumbnail",
}  # fmt: skip
"""The same for values."""


LIKE, SURE = 0.65, 0.8
"""How alike two words are, from 0 to 1, for one to be a guess at the other, and to be it without doubt."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or nothing."""
    known = list(known)
    plain = _plain(word)
    if meant := _same(plain, known):
        return meant
    lowered = {name.casefold(): name for name in known}
    close = get_close_matches(plain, lowered, n=1, cutoff=LIKE)
    return lowered[close[0]] if close else ""


def sure(word: str, known: Iterable[str]) -> str:
    """Return the known word that was meant, when no other comes near; so sure that it may be written for the author."""
    known = list(known)
    plain = _plain(word)
    if meant := _same(plain, known):
        return meant
    lowered = {name.casefold(): name for name in known}
    close = get_close_matches(plain, lowered, n=2, cutoff=LIKE)
    alone = len(close) == 1 and SequenceMatcher(None, close[0], plain).ratio() >= SURE
    return lowered[close[0]] if alone else ""


def _plain(word: str) -> str:
    letters = "".join(letter for letter in word if category(letter) != "Cf").strip("“”„\"' ")
    return letters.casefold().replace("_", "-").replace(" ", "-")


def _same(plain: str, known: list[str]) -> str:
    """Return the known word that is the same but for its letters' size, or the English of a Danish one."""
    if plain in known:
        return plain
    return next((words[plain] for words in (DANISH, CHOICES) if words.get(plain) in known), "")


def listed(names: Iterable[str], last: Literal["and", "or"] = "and") -> Words:
    """Return names for a message."""
    return Words(tuple(f"`{name}`" for name in names), last)
