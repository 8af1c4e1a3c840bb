"""A check for words that are in no dictionary.

Hunspell checks the words, because it knows how Danish compounds are made. It uses the dictionaries that are installed
on the computer.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.diagnostics import Diagnostics, Phrase, Words
from deckbuild.locales import LANGUAGES, known_language, language_of
from deckbuild.model.deck import Deck, Source
from deckbuild.model.text import Run, Text
from deckbuild.reader.checks.walk import place_of, values

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
OF_THE_PAPERS = ("slide", "slides", "slidet", "slidets", "slidene")
"""Words that the papers themselves use, though Danish dictionaries lack them."""
NOT_PROSE = re.compile(r"\S*(?:://|@|www\.|\w\.\w)\S*|\w*\d\w*")
SHORT = 5
"""A word with fewer letters may be an abbreviation, which dictionaries have with its full stop."""
MOST_SUGGESTED = 15
"""For how many words suggestions are looked up: each takes up to a second."""


def check_spelling(deck: Deck, diagnostics: Diagnostics) -> None:
    """Warn of each word that the dictionary of its language lacks, once, at the first place where it is used."""
    known = {word.casefold() for word in _own_words(deck)}
    reported: set[str] = set()
    for value, lang in values(deck):
        if not isinstance(value, Text):
            continue
        for run in value.runs:
            spoken = known_language(run.lang or lang)
            if spoken is None:
                continue
            language = spoken.code
            dictionary = _dictionary(language)
            if dictionary is None:
                _missing(language, reported, diagnostics)
                continue
            for word in _words(run):
                if word.casefold() in known | reported or _right(word, dictionary, known):
                    continue
                reported.add(word.casefold())
                _report(word, language, value, diagnostics, suggest=len(reported) <= MOST_SUGGESTED)


def _report(word: str, language: str, text: Text, diagnostics: Diagnostics, *, suggest: bool) -> None:
    place = place_of(word, text)
    others = (code for code in LANGUAGES if code != language and (found := _dictionary(code)) and found.spell(word))
    if other := next(others, ""):
        diagnostics.warning(
            "spelling",
            place,
            "“{word}” is not {language} but {other}.",
            "Write `[{word}]{{lang={lang}}}`, so that it is read aloud right, or add it to `spelling:` under `deck:`.",
            word=word,
            language=Phrase(language_of(language).english_name),
            other=Phrase(language_of(other).english_name),
            lang=other,
        )
        return
    near = _dictionary(language).suggest(word)[:3] if suggest else ()
    diagnostics.warning(
        "spelling",
        place,
        "“{word}” is in no dictionary.",
        ("Did you mean {near}?" if near else "", "If it is right, add it to the list `spelling:` under `deck:`."),
        word=word,
        near=Words(tuple(f"`{each}`" for each in near), "or"),
    )


def _own_words(deck: Deck) -> Iterator[str]:
    """Yield the words that the deck itself declares: under ``spelling:`` and ``words:``, its owner, its sources."""
    texts = [*OF_THE_PAPERS, *deck.info.spelling, *deck.words, deck.info.owner.plain if deck.info.owner else ""]
    for source in deck.sources.values():
        texts += [part.plain for part in _texts(source)]
    for text in texts:
        for word in WORD.findall(text):
            yield word
            yield from re.split("[-'’]", word)


def _texts(source: Source) -> Iterator[Text]:
    for name in source.__dataclass_fields__:
        value = getattr(source, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Text):
                yield each


def _words(run: Run) -> Iterator[str]:
    text = NOT_PROSE.sub(" ", run.text.replace(SOFT_HYPHEN, ""))
    for word in WORD.findall(text):
        if len(word) > 1 and not word.isupper():
            yield word


def _right(word: str, dictionary: Any, known: set[str]) -> bool:
    """Whether a word is spelt right: as a whole, in all parts between hyphens, or a known word with a genitive s."""
    if dictionary.spell(word) or (len(word) < SHORT and dictionary.spell(f"{word}.")):
        return True
    parts = re.split("[-'’]", word)
    if len(parts) > 1:
        return all(len(p) < 2 or p.isupper() or p.casefold() in known or dictionary.spell(p) for p in parts)
    return word.endswith("s") and word[:-1].casefold() in known


def _missing(language: str, reported: set[str], diagnostics: Diagnostics) -> None:
    if f"({language})" in reported:
        return
    reported.add(f"({language})")
    diagnostics.warning(
        "no-dictionary",
        None,
        "The spelling of {language} can't be checked: there is no {language} dictionary.",
        "`pip install deckbuild[spelling]`, and LibreOffice with that language or hunspell's dictionary for it.",
        language=Phrase(language_of(language).english_name),
    )


@cache
def _dictionary(language: str) -> Any:
    """Return Hunspell with a language's dictionary, or ``None`` if either is not installed."""
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    for name in language_of(language).dictionaries:
        for folder in _folders(language):
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return Hunspell(name, hunspell_data_dir=str(folder))
    return None


def _folders(language: str) -> Iterator[Path]:
    """Yield the folders where dictionaries are kept: hunspell's own, and LibreOffice's on each system."""
    yield from map(Path, filter(None, os.environ.get("DICPATH", "").split(os.pathsep)))
    yield from dictionary_folders(language, sys.platform, os.environ, Path.home(), Path("/"))


def dictionary_folders(
    language: str, platform: str, environ: Mapping[str, str], home: Path, root: Path
) -> Iterator[Path]:
    """Yield the folders in which programs keep a language's dictionaries, the user's folders first.

    LibreOffice has its own dictionaries under ``extensions/dict-da``. Those that the user added are in the profile,
    under ``uno_packages``. ``platform`` is ``sys.platform``; ``home`` and ``root`` are folders.
    """
    match platform:
        case "win32":
            profile = Path(environ.get("APPDATA", home / "AppData/Roaming"), "LibreOffice")
            programs = [environ.get(name) for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")]
            offices = [Path(folder, "LibreOffice", "share") for folder in dict.fromkeys(programs) if folder]
            plain = [profile.parent / "hunspell"]
        case "darwin":
            profile = home / "Library/Application Support/LibreOffice"
            offices = [base / "Applications/LibreOffice.app/Contents/Resources" for base in (root, home)]
            plain = [home / "Library/Spelling", root / "Library/Spelling", root / "opt/homebrew/share/hunspell"]
        case _:
            profile = home / ".config/libreoffice"
            offices = [root / "usr/lib/libreoffice/share", root / "usr/lib64/libreoffice/share"]
            offices += [office / "share" for office in sorted((root / "opt").glob("libreoffice*"))]
            offices.append(root / "snap/libreoffice/current/lib/libreoffice/share")
            plain = [root / "usr/share/hunspell", root / "usr/share/myspell/dicts", root / "usr/local/share/hunspell"]
    added = sorted(profile.glob("4/user/uno_packages/cache/uno_packages/*/*"))
    yield from plain
    yield from (folder for package in added for folder in (package, package / "dictionaries"))
    yield from (office / "extensions" / f"dict-{language}" for office in offices)
