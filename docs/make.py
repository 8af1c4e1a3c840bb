"""``python docs/make.py``: make anew what is generated here: the schema, the reference page, the gallery's pictures."""

from __future__ import annotations

from pathlib import Path

from deckbuild.schema import schema_text
from make_gallery import GALLERY, cases, index
from make_reference import Reference
from reference_words import DA, EN

DOCS = Path(__file__).parent


def texts() -> dict[Path, str]:
    """Return the generated texts by file."""
    return {
        DOCS / "deck.schema.json": schema_text(),
        DOCS / "deck.schema.da.json": schema_text("da"),
        **{DOCS / words.file: Reference(words).text() for words in (EN, DA)},
        GALLERY / "README.md": index(),
    }


def main() -> None:
    """Write everything; pictures of cases that are gone go too."""
    for picture in GALLERY.glob("*.png"):
        picture.unlink()
    for case in cases():
        case.draw()
    for path, text in texts().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
