"""``python docs/make.py``: make anew what is generated here: schema, reference page, page of findings, gallery."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from deckbuild.locales import SOURCE, every_language
from deckbuild.schema import schema_text
from make_diagnostics import page
from make_gallery import GALLERY, cases, index
from make_reference import Reference
from reference_words import PAGES

DOCS = Path(__file__).parent
COMPLETE = [language.code for language in every_language() if language.complete]


def texts() -> dict[Path, Callable[[], str]]:
    """Return what makes each generated text, by its file."""
    return {
        DOCS / "deck.schema.json": schema_text,
        **{DOCS / f"deck.schema.{code}.json": partial(schema_text, code) for code in COMPLETE if code != SOURCE},
        **{DOCS / PAGES[code].file: Reference(PAGES[code]).text for code in COMPLETE},
        DOCS / "diagnostics.md": page,
        GALLERY / "README.md": index,
    }


def main() -> None:
    """Write everything; pictures of cases that are gone go too."""
    for picture in GALLERY.glob("*.png"):
        picture.unlink()
    for case in cases():
        case.draw()
    for path, made in texts().items():
        path.write_text(made(), "utf-8")


if __name__ == "__main__":
    main()
