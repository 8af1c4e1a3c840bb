"""What the reference page says itself, in each language; all else comes from the schema and the gallery."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """The page's own words in one language."""

    language: str
    file: str
    """The page's name in ``docs/``."""
    anchors: dict[str, str]
    """What several kinds hold -> the heading it is told under."""
    head: str
    deck: str
    slide: str
    layouts: str
    kinds: str
    body: str
    questions: str
    items: str
    handout: str
    sources: str
    work: str
    figures: str
    table: str
    theme: str
    settings: str
    columns: tuple[str, str, str, str]
    """The heads of a table of keys."""
    required: str
    write: str
    """How a schema's remedy begins."""
    text: str
    keys: str
    link: str
    """What links to the keys told elsewhere."""
    or_: str
    yes_or_no: str
    whole: str
    listed: str
    exactly: str
    between: str
    slide_alt: str
    page_alt: str


SMALLEST = """\
```yaml
deck:
  title: Bedre møder
slides:
  - title: Dagens spørgsmål
    bullets:
      - Hvad virker?
      - Hvad mangler?
```
"""

EN = Words(
    language="en",
    file="reference.md",
    anchors={
        "Question": "questions",
        "ListItem": "items-of-lists",
        "SourceRef": "sources",
        "Handout": "the-slide-in-the-handout",
    },
    head="""\
# deck.yaml, key by key

*[På dansk](reference.da.md).* Made by `python docs/make.py` from the program itself; change the docstrings and the
decks in `docs/gallery/` instead of this page. All pictures, in both themes, are in [the gallery](gallery/README.md).

## The smallest deck

"""
    + SMALLEST
    + """
`deckbuild build` makes slides and a handout of it. A text may have `**bold**`, `*italic*` and `[a
link](https://example.org)`. Where a text has a colon or begins with a sign, put it in quotation marks, or write
`>-` and the text on the lines below, two spaces further in.

| in a text | is |
|---|---|
| `**bold**`, `__bold__` | bold: the signs stand at the edges of words, text between them; not in `__init__(self)` |
| `*italic*`, `_italic_` | italic, in the same way |
| `[text](https://address)`, `(mailto:…)`, `(#slide-id)` | a link |
| `[texte]{lang=fr}` | words in another language |
| `\\` at the end of a line; `\\n` in quotation marks | a line break |
| `\\*`, `\\_` and a backslash before a sign of this table | the sign itself; backslashes of a path stay |
| `&shy;`, `&nbsp;` | where a word may be divided; a space at which no line ends |
| ` - ` between words, `5-6` where the second figure is greater | a dash; not in numbers such as `tlf. 12-34 56 78` |
| `"…"` in pairs | the quotation marks of the language |
| `- `, `* `, `+ ` or `1. ` before a line, under `text: \\|` | a list; an indented paragraph belongs to its item |
| `# `, `## ` … before a line, under `text: \\|` | a heading |
| an empty line, under `text: \\|` or `>-` | a new paragraph; other line ends are spaces |

All else that looks like a mark is printed as it stands, and reported; so is a mark that may be meant as a sign, such as
a line `+ VAT` under a price. Any amount of white space is printed as one
space. Characters that can't be seen and have no effect are left out.

## The file
""",
    deck="## The head\n\nUnder `deck:`\n",
    slide="""\
## A slide

A list item under `slides:`, with a title and **one** of [the kinds](#the-kinds), or several under `body:`. A slide
with `section:` has no title.
""",
    layouts="""\
### Another layout

What stands on a slide decides its layout. `layout:` chooses another, by the name here or the name that PowerPoint's
layout menu shows:

| `layout:` | for | what it does |
|---|---|---|
| `columns` | a list | sets it in two columns |
| `columns` | two or three kinds under `body:` | sets them side by side |
| `text` | a short list or text, short questions (`questions`) | begins at the top, and is not set large |
| `picture` | one picture | fills the slide up to its edges; so does `fit: fill` |
| `figure` | one picture | keeps it within the margins |
| `picture-text` | a picture, and lists or text under `body:` | the picture fills the right side up to its edges |
| `beside` | a picture, figure or chart, and text under `body:` | sets it beside the text, as pictures are without it |
| `text`, `figure` | the same | sets them one under the other; the name is that of the upper one |

In a template you can write the name of one of its layouts, or its number: `deckbuild template inspect FILE` lists them.
A list in a layout with two places for text stands in both.

A layout that does not suit the slide is told, with those that do. The handout stays as it is.
""",
    kinds="""\
## The kinds

What stands on a slide, in the order of the registry. Many may be written in a short way, which the examples show.
""",
    body="""\
### body

Several kinds on one slide, one under the other: a list with one kind in each item. In `columns` they stand side by
side.
""",
    questions="""\
## Questions

In `reflection:`, and under a slide's `handout:` in `write:` and `each:`. A question is a text, or these keys:
""",
    items="""\
## Items of lists

In `bullets:` and `numbered:`. An item is a text; a text with a list under it (end it with a colon); or these keys:
""",
    handout="""\
## The slide in the handout

Under a slide's own `handout:`
""",
    sources="""\
## Sources

Under `sources:` each work has a name of your own; a slide says `source: name`, `source: [name, other]`, or gives
the pages:
""",
    work="A work has\n",
    figures="""\
## Figures and tables

Under `figures:` and `tables:` each has a name of your own, and a slide shows it with `figure: name` or `table:
name`. A figure holds one drawing:
""",
    table="A table has\n",
    theme="""\
## The look

`theme: lys` or `theme: mørk`, the name of a file that holds these keys (`theme: assets/tema.yaml`), or the keys
themselves:
""",
    settings="## The handout\n\nUnder `handout:` at the very left\n",
    columns=("key", "what it is", "value", "without it"),
    required="required",
    write="Write ",
    text="text",
    keys="keys",
    link="keys",
    or_=" or ",
    yes_or_no="yes or no",
    whole="a whole number from {low} to {high}",
    listed="list",
    exactly="list of {low}",
    between="list of {low} to {high}",
    slide_alt="The slide with {key}",
    page_alt="Its page of the handout",
)

DA = Words(
    language="da",
    file="reference.da.md",
    anchors={
        "Question": "spørgsmål",
        "ListItem": "punkter-i-lister",
        "SourceRef": "kilder",
        "Handout": "slidet-i-hæftet",
    },
    head="""\
# deck.yaml, ord for ord

*[In English](reference.md).* Siden laves af `python docs/make.py` ud fra selve programmet. Alle billeder, i begge
temaer, er i [galleriet](gallery/README.md). Er du ny, så begynd med [kursusdagen, trin for trin](kursusdagen.md).

## Den mindste kursusfil

"""
    + SMALLEST
    + """
`deckbuild build` laver slides og hæfte af den. Ordet foran kolonet er fast og på engelsk; det, der står efter, er dit.
En tekst kan have `**fed**`, `*kursiv*` og `[et link](https://example.org)`. Er der et kolon i en tekst, eller begynder
den med et tegn, så sæt den i anførselstegn, eller skriv `>-` og teksten på linjerne under, to mellemrum længere inde.

| i en tekst | bliver til |
|---|---|
| `**fed**`, `__fed__` | fed skrift: tegnene står lige før og lige efter ordene; ikke i `__init__(self)` |
| `*kursiv*`, `_kursiv_` | kursiv, på samme måde |
| `[tekst](https://adresse)`, `(mailto:…)`, `(#slide-id)` | et link |
| `[texte]{lang=fr}` | ord på et andet sprog |
| `\\` til sidst på en linje; `\\n` i anførselstegn | et linjeskift |
| `\\*`, `\\_` og en omvendt skråstreg foran et tegn i tabellen | tegnet selv; i en sti bliver skråstreger stående |
| `&shy;`, `&nbsp;` | hvor et ord må deles; et mellemrum, hvor ingen linje slutter |
| ` - ` mellem ord, `5-6` mellem tal | en tankestreg |
| `"…"` i par | sprogets egne anførselstegn |
| `- `, `* `, `+ ` eller `1. ` foran en linje, under `text: \\|` | en liste; et indrykket afsnit hører til sit punkt |
| `# `, `## ` … foran en linje, under `text: \\|` | en overskrift |
| en tom linje, under `text: \\|` eller `>-` | et nyt afsnit; andre linjeskift er mellemrum |

Andre tegn af den slags bliver trykt, som de står, og det får du besked om. Det får du også om tegn, der måske bare er
en del af teksten, for eksempel en linje `+ moms` under en pris. Flere mellemrum i træk bliver til ét. Tegn, der ikke
kan ses og ingen virkning har, bliver udeladt.

## Filen
""",
    deck="## Hovedet\n\nUnder `deck:`\n",
    slide="""\
## Et slide

Et punkt under `slides:` med en titel og **én** [slags indhold](#slags-indhold), eller flere under `body:`. Et slide med
`section:` har ingen titel.
""",
    layouts="""\
### Et andet layout

Det, der står på et slide, bestemmer layoutet. Med `layout:` vælger du et andet. Skriv navnet herfra eller det navn, der
står i PowerPoints menu over layouts:

| `layout:` | til | hvad det gør |
|---|---|---|
| `columns` | en liste | sætter den i to spalter |
| `columns` | to eller tre slags indhold under `body:` | sætter dem ved siden af hinanden |
| `text` | en kort liste eller tekst, korte spørgsmål (`questions`) | begynder øverst og bliver ikke sat stort |
| `picture` | ét billede | fylder slidet ud til kanten; det gør `fit: fill` også |
| `figure` | ét billede | bliver inden for margenerne |
| `picture-text` | et billede og lister eller tekst under `body:` | billedet fylder højre side ud til kanten |
| `beside` | et billede, en figur eller et diagram og tekst under `body:` | sætter det ved siden af, som billeder står |
| `text`, `figure` | det samme | sætter dem under hinanden; navnet er det øverstes |

I en skabelon kan du skrive navnet på et af dens layouts eller dets nummer: `deckbuild template inspect FIL` viser dem.
En liste i et layout med to pladser til tekst står i begge.

Passer et layout ikke til slidet, får du det at vide, og hvilke der passer. Hæftet er det samme.
""",
    kinds="""\
## Slags indhold

Det, der kan stå på et slide. Meget kan skrives kort, som eksemplerne viser.
""",
    body="""\
### body

Flere slags indhold på ét slide, det ene under det andet: en liste med én slags i hvert punkt. I `columns` står de ved
siden af hinanden.
""",
    questions="""\
## Spørgsmål

I `reflection:` og under et slides `handout:` i `write:` og `each:`. Et spørgsmål er en tekst eller disse linjer:
""",
    items="""\
## Punkter i lister

I `bullets:` og `numbered:`. Et punkt er en tekst, en tekst med en liste under sig (slut den med et kolon) eller disse
linjer:
""",
    handout="""\
## Slidet i hæftet

Under et slides eget `handout:`
""",
    sources="""\
## Kilder

Under `sources:` har hvert værk et navn, du selv vælger. På et slide skriver du `source: navn`,
`source: [navn, et-andet]` eller navnet med siderne:
""",
    work="Et værk har\n",
    figures="""\
## Figurer og tabeller

Under `figures:` og `tables:` har hver et navn, du selv vælger. På et slide skriver du `figure: navn` eller
`table: navn`. En figur har én tegning:
""",
    table="En tabel har\n",
    theme="""\
## Udseendet

`theme: lys` eller `theme: mørk`, navnet på en fil med disse linjer (`theme: assets/tema.yaml`) eller linjerne selv:
""",
    settings="## Hæftet\n\nUnder `handout:` helt til venstre\n",
    columns=("ord", "hvad det er", "hvad der kan stå", "hvis det udelades"),
    required="skal være der",
    write="Skriv ",
    text="tekst",
    keys="linjer",
    link="linjer",
    or_=" eller ",
    yes_or_no="yes eller no",
    whole="et helt tal fra {low} til {high}",
    listed="liste",
    exactly="liste med {low}",
    between="liste med {low} til {high}",
    slide_alt="Slidet med {key}",
    page_alt="Siden i hæftet",
)

PAGES = {words.language: words for words in (EN, DA)}
"""Code of a language -> the words of its page; every language that is complete has one."""
