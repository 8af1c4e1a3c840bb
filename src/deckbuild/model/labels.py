"""The words the papers print by themselves, in the deck's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's words for the papers."""

    lang: str
    """BCP 47 tag written into both papers."""
    editions: Mapping[Edition, str]
    """What the end of each edition's file name says it is."""
    handout_page: str
    write_on_page: str
    source: str
    and_: str
    paraphrase: str
    continued: str
    own_notes: str
    yes: str
    no: str
    carried_to: str
    from_page: str
    words_and_literature: str
    words: str
    literature: str
    in_handout: str
    page_abbr: str
    legend_write: str
    legend_carried: str
    legend_id: str
    legend_tick: str
    quote_open: str
    quote_close: str
    page_of: str
    name: str
    slide: str
    numbered_title: str
    """How a title is told from others of the same words."""
    opening: str
    """What stands before the first section, where the deck is called like one of its sections."""
    time: str
    point: str
    theme: str


DANISH = Labels(
    lang="da-DK",
    editions={
        Edition.PARTICIPANT: "haefte",
    },
    handout_page="Hæftet side {page}",
    write_on_page="Skriv: hæftet side {page}",
    source="Tekst {number}",
    and_="og",
    paraphrase="Frit efter {who}",
    continued="(fortsat)",
    own_notes="Egne noter",
    yes="Ja",
    no="Nej",
    carried_to="Føres videre til {sheet}, side {page}",
    from_page="fra side {page}",
    words_and_literature="Ordliste og litteratur",
    words="Forkortelser",
    literature="Litteratur",
    in_handout="i hæftet",
    page_abbr="s. {pages}",
    legend_write="Her skriver du",
    legend_carried="Føres videre til {sheet}",
    legend_id="Slide {slide}, spørgsmål {question}",
    legend_tick="Kryds af",
    quote_open="»",
    quote_close="«",
    page_of="{page} / {pages}",
    name="Navn",
    slide="Slide",
    numbered_title="{title} {n} af {total}",
    opening="Indledning",
    time="Tid",
    point="Punkt",
    theme="Tema",
)

ENGLISH = Labels(
    lang="en-GB",
    editions={
        Edition.PARTICIPANT: "handout",
    },
    handout_page="Handout page {page}",
    write_on_page="Write: handout page {page}",
    source="Text {number}",
    and_="and",
    paraphrase="After {who}",
    continued="(continued)",
    own_notes="Own notes",
    yes="Yes",
    no="No",
    carried_to="Carried on to {sheet}, page {page}",
    from_page="from page {page}",
    words_and_literature="Words and literature",
    words="Short forms",
    literature="Literature",
    in_handout="in the handout",
    page_abbr="p. {pages}",
    legend_write="Write here",
    legend_carried="Carried on to {sheet}",
    legend_id="Slide {slide}, question {question}",
    legend_tick="Tick",
    quote_open="“",
    quote_close="”",
    page_of="{page} / {pages}",
    name="Name",
    slide="Slide",
    numbered_title="{title} {n} of {total}",
    opening="Introduction",
    time="Time",
    point="Item",
    theme="Theme",
)

LABELS = {"da": DANISH, "en": ENGLISH}


def language_tag(lang: str) -> str:
    """Return the BCP 47 tag of a language of deck.yaml: ``en`` is ``en-GB``; any other tag stays as it is."""
    return LABELS[lang].lang if lang in LABELS else lang
