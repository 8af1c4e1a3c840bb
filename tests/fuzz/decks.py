"""Faulty deck files, made of the decks that the project has."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from deckbuild.drafting import start
from deckbuild.editing import LOADER
from fuzz.case import Case
from fuzz.typed import typed, typed_text
from random_decks import as_yaml, random_slides

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
BESIDE = {
    "assets": ROOT / "assets",
    **{name: TESTS / "broken" / name for name in ("billeder", "tal", "temaer")},
}
"""The folders that decks name files in."""
COURSE_DAY, BROKEN = "deck.yaml", "tests/broken/"
NAMES = re.compile(r"\b(source|figure|board|slide|question|table|file|data):|\]\(#")
"""What a slide names that its own deck alone has."""
FEWEST, MOST = 3, 10
"""How many slides a deck has. Most have few: they find as many faults, and faster."""

OTHER_VALUES = (
    "", "null", "~", "1", "-1", "0", "1.5", "1e999", ".nan", "0x1F", "0o17", "99999999999999999999", "true",
    "nej", "'12'",
    "2026-02-30", "2026-11-30", "9.15", "9:15", "25:99", "[]", "{}", "[[]]", "[a, b]", "[1, [2, {a: b}]]", "{a: b}",
    "{text: {text: a}}", '""', "' '", '"\\0"', '"\\ud800"', "*a", "&a b", "!!binary aGVq", "!!set {a}", "!a b",
    "? a", "<<: a", "|",
    ">-", "- a", "@a", "%a", "`a`", "a: b", "a: b: c", "#FF0000", "../../../etc/passwd", "/dev/null", ".",
    "billeder",
    "billeder/falsk.png", "tal/tal.csv", "assets/logo.png", "a" * 300, "[" * 60 + "]" * 60,
)  # fmt: skip
SIGNS = "\t\n\r :-[]{}\"'*&!|>%@`#,?\\<“”–•~=.()æ1\u00a0\u200b\u2028\x0b\x00\ufeff\x85"
WORDS = (
    "---\n",
    "...\n",
    "- ",
    "  ",
    "\n  - ",
    "{a: ",
    "[[",
    "**",
    "](",
    "]{lang=en}",
    "null",
    "- title: ",
    ">-\n",
    "|\n",
    "\n\n",
)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace").replace("../../assets/", "assets/")


@cache
def seeds() -> dict[str, str]:
    """Return the decks to begin with, by name."""
    old = TESTS / "decks" / "0.1"
    paths = [*ROOT.glob("docs/gallery/*.yaml"), *TESTS.glob("broken/*.yaml"), *old.glob("*/deck.yaml")]
    found = {path.relative_to(ROOT).as_posix(): _text(path) for path in sorted(paths)}
    found |= {f"new {language}": start(language, "Prøve", "2026-11-30", "Åse") for language in ("da", "en")}
    return found | {COURSE_DAY: _text(ROOT / "deck.yaml")}


@cache
def slides(*, broken: bool) -> tuple[str, ...]:
    """Return every slide of the decks, or of those that are ``broken`` on purpose, as lines indented by two."""
    found = []
    for name, text in seeds().items():
        _, _, below = text.partition("\nslides:\n")
        below = re.split(r"^(?=[^\s#-])", below, maxsplit=1, flags=re.MULTILINE)[0]
        if (BROKEN in name) == broken:
            parts = re.split(r"^(?=  - )", below, flags=re.MULTILINE)
            found += [part.rstrip() for part in parts if part.startswith("  - ") and (broken or not NAMES.search(part))]
    return tuple(dict.fromkeys(found))


def slide(chance: random.Random) -> str:
    """Return a slide; few are broken, since a deck that is refused is not built."""
    return chance.choice(slides(broken=chance.random() < 0.04))


def small_deck(chance: random.Random) -> str:
    """Return a deck of ``FEWEST`` to ``MOST`` slides: one of the small ones with more slides, or slides by chance."""
    broken, count = chance.random() < 0.15, round(chance.triangular(FEWEST, MOST, FEWEST))
    deck = seeds()[chance.choice([name for name in seeds() if (BROKEN in name) == broken and name != COURSE_DAY])]
    if chance.random() < 0.2:
        made = as_yaml(random_slides(chance.randrange(10**9), count, odd=0.3))
        return "deck:\n  title: Prøve\nslides:\n" + "".join(f"  {line}\n" for line in made.splitlines())
    has = len(re.findall(r"^  - ", deck, flags=re.MULTILINE))
    more = [slide(chance) + "\n" for _ in range(max(0, count - has))]
    head, mark, below = deck.partition("\nslides:\n")
    return head + mark + "".join(more) + below if mark else deck


def _scalars(text: str) -> list[tuple[int, int]]:
    """Return where each value and each collection of a deck stands; none when YAML can't read it."""
    try:
        root = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError, RecursionError):
        return []
    found: list[tuple[int, int]] = []
    waiting = [root] if root is not None else []
    while waiting and len(found) < 5000:
        node = waiting.pop()
        begin, end = node.start_mark.index, node.end_mark.index
        found.append((begin, begin + len(text[begin:end].rstrip())))  # a block ends where the next thing begins
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return found[1:]


def _other_value(text: str, chance: random.Random) -> str:
    places = _scalars(text)
    if not places:
        return _sign(text, chance)
    begin, end = chance.choice(places)
    return text[:begin] + chance.choice(OTHER_VALUES) + text[end:]


def _typed(text: str, chance: random.Random) -> str:
    places = [(begin, end) for begin, end in _scalars(text) if begin < end and "\n" not in text[begin:end]]
    if not places:
        return typed_text(chance, text)
    begin, end = chance.choice(places)
    return text[:begin] + typed_text(chance, text[begin:end]) + text[end:]


def _quoted(text: str, chance: random.Random) -> str:
    """Replace a value by one in quotation marks, so that YAML takes whatever is typed."""
    places = _scalars(text)
    if not places:
        return typed_text(chance, text)
    begin, end = chance.choice(places)
    made = typed_text(chance, chance.choice(["", "ord og flere ord"]))
    escaped = "".join(sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in made)
    return text[:begin] + f'"{escaped}"' + text[end:]


def _sign(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice([*SIGNS, *WORDS, typed(chance)]) + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 15) :]


def _splice(text: str, chance: random.Random) -> str:
    source = chance.choice([text, slide(chance)])
    at, other = chance.randint(0, len(text)), chance.randint(0, len(source))
    return text[:at] + source[other : other + chance.randint(1, 200)] + text[at:]


def _lines(change: Callable[[list[str], int, random.Random], object]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return changed


def _indent(lines: list[str], number: int, chance: random.Random) -> None:
    last = number + chance.choice([1, 1, 2, 5])
    by = chance.choice([-4, -2, -1, 1, 2, 3, 4, 8])
    for at in range(number, min(last, len(lines))):
        line = lines[at]
        lines[at] = " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip())) :]


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _other_value, _other_value, _other_value, _typed, _typed, _quoted, _quoted, _sign, _delete, _splice,
    _lines(_indent),
    _lines(lambda lines, at, _: lines.pop(at)),
    _lines(lambda lines, at, chance: lines.insert(chance.randrange(len(lines)), lines[at])),
    _lines(lambda lines, at, chance: lines.insert(chance.randrange(len(lines)), lines.pop(at))),
    _lines(lambda lines, at, chance: lines.insert(at, slide(chance))),
    lambda text, chance: text[: chance.randint(0, len(text))],
    lambda text, chance: text.replace(chance.choice([": ", "- ", "\n", "  "]), typed(chance), chance.randint(1, 3)),
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """Return a deck with one to five things changed; one is the most usual."""
    for _ in range(chance.choice([1, 1, 1, 2, 3, 5])):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def encoded(text: str, chance: random.Random) -> bytes:
    """Return the bytes of a deck file: UTF-8, now and then in another encoding, or with a byte that is wrong."""
    data = text.encode("utf-8", "surrogatepass")
    draw = chance.random()
    if draw < 0.01:
        return text.encode(
            chance.choice(["cp1252", "utf-16", "utf-16-le", "cp865", "mac-roman", "utf-8-sig"]), "replace"
        )
    if draw < 0.02:
        at = chance.randint(0, len(data))
        return data[:at] + chance.randbytes(chance.randint(1, 4)) + data[at:]
    if draw < 0.03:
        return data.replace(b"\n", chance.choice([b"\r\n", b"\r"]))
    return data


def deck_case(chance: random.Random) -> Case:
    """Return a case of a small deck."""
    return _case(small_deck(chance), chance)


def course_day_case(chance: random.Random) -> Case:
    """Return a case of the course day."""
    return _case(seeds()[COURSE_DAY], chance)


def _case(text: str, chance: random.Random) -> Case:
    made = encoded(mutated(text, chance), chance)
    return Case({"deck.yaml": made}, {"deck.yaml": text.encode()}, beside=BESIDE)
