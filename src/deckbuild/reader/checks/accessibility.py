"""Checks of descriptions of pictures and of the texts of links, which only the author can make accessible.

Sources: the accessibility checker of PowerPoint, and WCAG 2.2, 1.1.1 (non-text content) and 2.4.4 (link purpose). Other
points of these need no check: repeated titles are numbered, and tables always have heads. ``contrast`` checks colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.diagnostics import Span
from deckbuild.locales import any_of, every_language
from deckbuild.model.deck import Deck, Node
from deckbuild.model.text import Text
from deckbuild.reader.checks.walk import place_of, values
from deckbuild.reader.context import Reading

_KNOWN = [language.phrases for language in every_language()]
FILE_NAME = re.compile(
    r"(?:.*\.(?:png|jpe?g|gif|svg|emf|wmf|tiff?|bmp|heic|webp)"
    rf"|{any_of('img', 'dsc', *(known.picture_file for known in _KNOWN))}[ _-]?\d+)\W*",
    re.I,
)
EMPTY_WORDS = re.compile(
    rf"(?:{any_of(*(known.articles for known in _KNOWN))} )?{any_of(*(known.picture for known in _KNOWN))}\W*", re.I
)
VAGUE = re.compile(rf"{any_of(*(known.vague_link for known in _KNOWN))}\W*", re.I)
ADDRESS = re.compile(r"(https?://|www\.)\S+", re.I)
LONGEST = 500
"""Most characters of a description: a screen reader reads it in one go, without a pause or a way back."""


def check_access(deck: Deck, reading: Reading) -> None:
    """Warn of descriptions and link texts that don't help those who can't see the slide."""
    for value, _ in values(deck):
        if isinstance(value, Text):
            _check_links(value, reading)
        elif isinstance(value, Node) and (place := value.places.get("alt")):
            _check_alt(str(getattr(value, "alt", "")), place, reading)


def _check_alt(alt: str, place: Span, reading: Reading) -> None:
    if FILE_NAME.fullmatch(alt):
        reading.warning(
            "poor-alt",
            place,
            "This is the name of a file, not a description.",
            "Say in a sentence or two what the picture shows, and what it is there for.",
        )
    elif EMPTY_WORDS.fullmatch(alt):
        reading.warning(
            "poor-alt",
            place,
            "“{alt}” says nothing about what there is to see.",
            "Say in a sentence or two what the picture shows, and what it is there for.",
            alt=alt,
        )
    elif len(alt) > LONGEST:
        reading.warning(
            "long-alt",
            place,
            "This description has {count} characters; it is read aloud in one go.",
            "Keep the main point, at most {most} characters, and put the rest into the text or the notes.",
            count=len(alt),
            most=LONGEST,
        )


def _check_links(text: Text, reading: Reading) -> None:
    for words, link in _links(text):
        place = place_of(words, text)
        if place is None:
            continue
        if VAGUE.fullmatch(words):
            reading.warning(
                "vague-link",
                place,
                "The link's text “{words}” doesn't say where it leads; some have only the links read to them.",
                "Make a link of the words that name the page: `[the municipality's strategy]({link})`.",
                words=words,
                link=link,
            )
        elif ADDRESS.fullmatch(words):
            reading.warning(
                "vague-link",
                place,
                "The link's text is the address itself, which is read aloud letter by letter.",
                "Make a link of the words that name the page: `[the municipality's strategy]({link})`.",
                link=link,
            )


def _links(text: Text) -> Iterator[tuple[str, str]]:
    """Yield each link's whole text and its target; a link may have runs of several styles."""
    words, leads = "", None
    for run in (*text.runs, None):
        link = run.link if run else None
        if leads and link != leads:
            yield words.strip(), leads
            words = ""
        if run and link:
            words += run.text
        leads = link
