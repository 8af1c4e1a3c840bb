"""The words the papers print by themselves, in the deck's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.model.answer import Answer
from deckbuild.model.chart import ChartKind
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
    a_word: str
    """Heads the lines for a word beside what is ticked."""
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
    file: str
    """The head of the column that says which file answers came from."""
    answers_sheet: str
    """The name of the sheet of collected answers."""
    slide: str
    numbered_title: str
    """How a title is told from others of the same words."""
    opening: str
    """What stands before the first section, where the deck is called like one of its sections."""
    time: str
    point: str
    theme: str
    named: str
    """What the end of a name says of a folder of copies with names on them."""
    guide: str
    """What the course team's edition is called."""
    how_to_read: str
    sheet_answers: str
    """Where a sheet is, and which answers are carried to it."""
    day: str
    day_lasts: str
    day_lasts_unbroken: str
    duration: str
    hours: str
    minutes: str
    slides: str
    page: str
    sections: str
    hidden: str
    not_in_handout: str
    hint: str
    answers: Mapping[Answer, str]
    """What each way of answering is called; nothing where nobody answers on paper."""
    each_answer: str
    """How each of a slide's questions is answered, when it is the same for all."""
    answer_of: str
    """How some of a slide's questions are answered."""
    empty_column: str
    row_crosses: str
    ticks: str
    ticks_and_word: str
    marks: str
    board: str
    charts: Mapping[ChartKind, str]
    """What a chart of each kind is called."""
    unknown: str
    """Where a number is missing."""
    months: tuple[str, ...]
    """Their short names, from January."""
    day_of_month: str
    number_range: str
    """Many numbers in short."""


DANISH = Labels(
    lang="da-DK",
    editions={
        Edition.PARTICIPANT: "haefte",
        Edition.LARGE_PRINT: "haefte-stor-skrift",
        Edition.GREYSCALE: "haefte-graatoner",
        Edition.BOOKLET: "foldehaefte",
        Edition.GUIDE: "vejledning",
        Edition.FILLABLE: "haefte-til-skaerm",
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
    a_word="et ord",
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
    file="Fil",
    answers_sheet="Svar",
    slide="Slide",
    numbered_title="{title} {n} af {total}",
    opening="Indledning",
    time="Tid",
    point="Punkt",
    theme="Tema",
    named="navne",
    guide="Vejledning til kursusteamet",
    how_to_read="Et spørgsmål har det samme nummer på slidet, i hæftet og her: {number} er slide {slide}, "
    "spørgsmål {question}. »Hæftet side …« er siden i deltagernes hæfte.",
    sheet_answers="{sheet} er på side {page} i hæftet. Hertil føres svar på {numbers}.",
    day="Dagen time for time",
    day_lasts="I alt {total}, heraf {pauses} pause.",
    day_lasts_unbroken="I alt {total}.",
    duration="Varighed",
    hours="{n} t.",
    minutes="{n} min.",
    slides="Slides",
    page="Side",
    sections="Afsnit",
    hidden="Skjult: springes over i visningen",
    not_in_handout="Ikke i hæftet",
    hint="Hjælp",
    answers={
        Answer.LINES: "linjer",
        Answer.YES_NO: "ja eller nej",
        Answer.TICK: "kryds",
        Answer.SCALE: "kryds på en linje",
        Answer.BOX: "felt til ord eller tegning",
        Answer.DOTS: "felt med prikker",
        Answer.BLANK: "tomt felt",
        Answer.WORD: "en kort linje",
        Answer.NONE: "",
    },
    each_answer="{how} ved hvert spørgsmål",
    answer_of="{how} ved {numbers}",
    empty_column="en tom kolonne, »{head}«",
    row_crosses="et kryds i hver række: {names}",
    ticks="et kryds ved hvert punkt, »{label}«",
    ticks_and_word="et kryds og et ord ved hvert punkt, »{label}«",
    marks="et kryds på figuren",
    board="en hel side at skrive på",
    charts={
        ChartKind.COLUMN: "Søjlediagram",
        ChartKind.BAR: "Liggende søjlediagram",
        ChartKind.LINE: "Kurvediagram",
        ChartKind.AREA: "Områdediagram",
        ChartKind.PIE: "Cirkeldiagram",
        ChartKind.DOUGHNUT: "Kransediagram",
        ChartKind.SCATTER: "Punktdiagram",
    },
    unknown="ukendt",
    months=("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."),
    day_of_month="{day}. {month} {year}",
    number_range="{count} tal, {first} til {last}, lavest {low}, højest {high}",
)

ENGLISH = Labels(
    lang="en-GB",
    editions={
        Edition.PARTICIPANT: "handout",
        Edition.LARGE_PRINT: "handout-large-print",
        Edition.GREYSCALE: "handout-greyscale",
        Edition.BOOKLET: "booklet",
        Edition.GUIDE: "guide",
        Edition.FILLABLE: "handout-fillable",
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
    a_word="a word",
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
    file="File",
    answers_sheet="Answers",
    slide="Slide",
    numbered_title="{title} {n} of {total}",
    opening="Introduction",
    time="Time",
    point="Item",
    theme="Theme",
    named="names",
    guide="Guide for the course team",
    how_to_read="A question has the same number on the slide, in the handout and here: {number} is slide {slide}, "
    "question {question}. “Handout page …” is the page in the participants' handout.",
    sheet_answers="{sheet} is on page {page} of the handout. Answers to {numbers} are carried there.",
    day="The day by the clock",
    day_lasts="{total} in all, {pauses} of it breaks.",
    day_lasts_unbroken="{total} in all.",
    duration="Length",
    hours="{n} h",
    minutes="{n} min",
    slides="Slides",
    page="Page",
    sections="Sections",
    hidden="Hidden: skipped in the show",
    not_in_handout="Not in the handout",
    hint="Help",
    answers={
        Answer.LINES: "lines",
        Answer.YES_NO: "yes or no",
        Answer.TICK: "ticks",
        Answer.SCALE: "a cross on a line",
        Answer.BOX: "a field for words or a drawing",
        Answer.DOTS: "a field of dots",
        Answer.BLANK: "an empty field",
        Answer.WORD: "a short line",
        Answer.NONE: "",
    },
    each_answer="{how} for each question",
    answer_of="{how} for {numbers}",
    empty_column="an empty column, “{head}”",
    row_crosses="a cross in each row: {names}",
    ticks="a tick at every point, “{label}”",
    ticks_and_word="a tick and a word at every point, “{label}”",
    marks="a cross on the figure",
    board="a whole page to write on",
    charts={
        ChartKind.COLUMN: "Column chart",
        ChartKind.BAR: "Bar chart",
        ChartKind.LINE: "Line chart",
        ChartKind.AREA: "Area chart",
        ChartKind.PIE: "Pie chart",
        ChartKind.DOUGHNUT: "Doughnut chart",
        ChartKind.SCATTER: "Scatter chart",
    },
    unknown="unknown",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    day_of_month="{day} {month} {year}",
    number_range="{count} numbers, {first} to {last}, lowest {low}, highest {high}",
)

LABELS = {"da": DANISH, "en": ENGLISH}


def language_tag(lang: str) -> str:
    """Return the BCP 47 tag of a language of deck.yaml: ``en`` is ``en-GB``; any other tag stays as it is."""
    return LABELS[lang].lang if lang in LABELS else lang
