"""Write decks of any size in the mix of a real course day: `python benchmarks/decks.py SLIDES FOLDER`.

Leaves `deck.yaml` in the folder, and the same text as `deck.md` for pandoc and as `handout.typ` for typst. The number
counts the title slide and the literature slide that every program adds by itself. The same number always gives the
same files.
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from danish import Danish
from markup import to_markdown, to_typst
from slides import slides

ADDED = 2
"""The title slide and the literature slide, which no deck.yaml mentions."""

SOURCES = {
    "soerensen-torfing": ("Sørensen & Torfing", "Samarbejdsdrevet innovation i den offentlige sektor"),
    "aakerstroem-pors": ("Åkerstrøm Andersen & Pors", "Velfærdsledelse"),
    "tortzen": ("Tortzen", "Nærdemokrati og borgerinddragelse"),
    "bason": ("Bason", "Sæt borgeren i spil"),
}


class Writer(yaml.SafeDumper):
    """Writes YAML as a person would: notes as a `|` block."""


def literal(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Represent text with line breaks as a block, all other text plainly."""
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Writer.add_representer(str, literal)


def deck(count: int) -> dict[str, Any]:
    """Compose the whole deck with that many slides."""
    sources = {
        name: {"number": number, "authors": authors, "title": title}
        for number, (name, (authors, title)) in enumerate(SOURCES.items(), 1)
    }
    return {
        "deck": {
            "title": "Velfærdstransformation",
            "subtitle": "Kursusdag for netværksledere",
            "owner": "Kommunen",
            "language": "da",
        },
        "words": {"NL": "netværksleder", "BI": "borgerinddragelse"},
        "sources": sources,
        "slides": list(slides(count - ADDED, list(SOURCES), Danish(seed=count))),
        "handout": {
            "paper": "A4",
            "cover": ["Navn", "Dato", "Netværk"],
            "sheets": {"Ledestjernen": "Her samler du det, du tager med videre fra dagen."},
        },
    }


def write(count: int, folder: Path) -> None:
    """Write the deck in all three languages."""
    folder.mkdir(parents=True, exist_ok=True)
    content = deck(count)
    text = yaml.dump(content, Dumper=Writer, allow_unicode=True, sort_keys=False, width=110)
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    (folder / "deck.md").write_text(to_markdown(content), encoding="utf-8")
    (folder / "handout.typ").write_text(to_typst(content), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
