"""Small decks for tests: YAML in, laid-out slides out."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jsonschema import Draft7Validator

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import Group, Item, Shape, TableItem, TextBox
from deckbuild.frame.text import Par
from deckbuild.layout.slides.deck import lay_out
from deckbuild.model.deck import Deck
from deckbuild.model.theme import Theme
from deckbuild.reader import read
from deckbuild.schema import deck_schema
from deckbuild.units import Rect
from deckbuild.writers import pptx
from plain_yaml import plain

HEAD = "deck:\n  title: Prøve\n"


@cache
def validator() -> Draft7Validator:
    """Return what tells whether an editor would take a deck."""
    return Draft7Validator(deck_schema("en"))


def read_deck(slides: str, head: str = HEAD, folder: Path | None = None) -> Deck:
    """Read the YAML of some slides; fails with the messages when it has faults."""
    text = head + "slides:\n" + textwrap.indent(textwrap.dedent(slides).strip("\n"), "  ") + "\n"
    with TemporaryDirectory() as temporary:
        path = (folder or Path(temporary)) / "deck.yaml"
        path.write_text(text, "utf-8")
        result = read(path)
    assert result.deck is not None, "\n".join(f"{d.span and d.span.line}: {d.text()}" for d in result.diagnostics)
    refused = [error.message for error in validator().iter_errors(plain(text))]
    assert refused == [], text  # what builds is right in an editor too
    return result.deck


def lay_out_yaml(slides: str, head: str = HEAD) -> tuple[Presentation, Diagnostics]:
    """Lay out some slides."""
    diagnostics = Diagnostics()
    return lay_out(read_deck(slides, head), Theme(), diagnostics), diagnostics


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield all items, those in groups too."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)


def texts(frame: Frame) -> Iterator[tuple[Rect, Par]]:
    """Yield every paragraph with the box it must stay in, in slide coordinates."""
    for item in walk(frame.items):
        if isinstance(item, TextBox | Shape):
            for par in item.pars:
                yield item.box, par
        elif isinstance(item, TableItem):
            y = item.box.y
            for row in item.rows:
                x = item.box.x
                for cell, width in zip(row.cells, item.widths, strict=True):
                    inner = Rect(
                        x + cell.inset[0], y + cell.text_top, width - cell.inset[0] - cell.inset[2], row.height
                    )
                    for par in cell.pars:
                        yield inner, par
                    x += width
                y += row.height


def shown(frame: Frame) -> str:
    """Return all text of a slide, paragraphs apart."""
    return "\n".join(par.plain for _, par in texts(frame))


def pptx_parts(slides: str) -> dict[str, bytes]:
    """Return the parts of some slides' .pptx by name, to be changed and put together again."""
    presentation, _ = lay_out_yaml(slides)
    with zipfile.ZipFile(io.BytesIO(pptx.write(presentation, Theme()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def save_parts(parts: Mapping[str, bytes], folder: Path) -> Path:
    """Put parts together to a .pptx in ``folder``."""
    path = folder / "deck.pptx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path
