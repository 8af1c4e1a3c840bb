"""Words from right to left inside Danish text: the order of letters on the line, and of reading."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from pptx import Presentation as Powerpoint

from deckbuild.fonts.bidi import visual
from deckbuild.model.theme import Theme
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.writers.pdf import write_slides
from decks import lay_out_yaml

A, B, C, D = "\u05d0\u05d1\u05d2\u05d3"
ORDERS = {
    "Kun dansk (2025).": "Kun dansk (2025).",
    f"Ordet {A}{B}{C} her": f"Ordet {C}{B}{A} her",
    f"{A}{B} {C}{D}": f"{D}{C} {B}{A}",
    f"før {A}{B}, {C}{D}.": f"før {D}{C} ,{B}{A}.",
    f"før {A}{B} 12,5 {C}": f"før {C} 12,5 {B}{A}",
    f"før {A}{B} (2025) efter": f"før (2025) {B}{A} efter",
    f"({A}{B})": f"({B}{A})",
    f"{A} [{B}] {C}": f"{C} [{B}] {A}",
    f"{A}\u05b8{B}": f"{B}\u05b8{A}",
}
"""As written -> as it stands on the line, from left to right."""


@pytest.mark.parametrize("text", ORDERS)
def test_order_on_the_line(text: str) -> None:
    assert visual(text) == ORDERS[text]


def test_pdf_is_read_in_the_order_of_writing() -> None:
    """What is drawn turned says how it is read (ISO 32000-1, 14.9.4)."""
    word = f"{A}{B}{C}"
    presentation, diagnostics = lay_out_yaml(f"- title: En\n  text: Ordet {word} her")
    assert not list(diagnostics)
    pdf = write_slides(presentation, Theme())
    streams = [zlib.decompress(part) for part in _streams(pdf)]
    wanted = f"Ordet {word} her".encode("utf-16-be").hex().encode()
    assert any(b"/ActualText <feff" + wanted in stream for stream in streams)


def _streams(pdf: bytes) -> list[bytes]:
    parts = pdf.split(b"stream\n")[1::2]
    return [part.rpartition(b"\nend")[0] for part in parts if part[:1] == b"\x78"]


def test_powerpoint_sets_a_paragraph_whose_first_letter_is_from_right_to_left_at_the_right(tmp_path: Path) -> None:
    deck = "deck: {title: En, language: da}\nslides:\n"
    (tmp_path / "deck.yaml").write_text(f"{deck}  - title: En\n    bullets: [{A}{B} {C}, Ordet {A}{B}, En]\n", "utf-8")
    laid_out, found = lay_out_deck(tmp_path / "deck.yaml")
    assert laid_out is not None
    assert [(each.code, each.span.line, each.span.column) for each in found if each.span] == [("right-to-left", 4, 15)]
    slides = Powerpoint(io.BytesIO(render_paper(laid_out, PaperKind.SLIDES))).slides
    formats = {
        par.text: (par._p.pPr is not None and par._p.pPr.get("rtl"), par._p.pPr is not None and par._p.pPr.get("algn"))
        for shape in slides[-1].placeholders
        for par in shape.text_frame.paragraphs
    }
    assert formats[f"{A}{B} {C}"] == ("1", "r")
    assert not any(formats[f"Ordet {A}{B}"])
    assert not any(formats["En"])
