"""``deckbuild check --fix``: it mends what it claims, and nothing else.

A deck of tests/broken that can be mended has what becomes of it in tests/mended, written by ``--update-references``.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest
import yaml

from commands import deckbuild
from deckbuild.reader import read
from deckbuild.reader.encodings import as_utf8
from deckbuild.reader.fix import mend, only_sure
from sampling import some

HERE = Path(__file__).parent
BROKEN, MENDED = HERE / "broken", HERE / "mended"
BROKEN_NAMES, MENDED_NAMES = (sorted(p.stem for p in folder.glob("*.yaml")) for folder in (BROKEN, MENDED))


@pytest.mark.parametrize("name", BROKEN_NAMES)
def test_mended(name, monkeypatch, *, update_references):
    monkeypatch.chdir(BROKEN)
    mended = mend(Path(f"{name}.yaml"))
    reference = MENDED / f"{name}.yaml"
    if update_references:
        reference.unlink(missing_ok=True)
        if mended.after != mended.before:
            reference.write_bytes(mended.after)
    assert mended.after == (reference.read_bytes() if reference.is_file() else mended.before)


def test_no_mended_deck_is_left_over():
    assert {p.stem for p in MENDED.glob("*")} <= {p.stem for p in BROKEN.glob("*.yaml")}


@pytest.mark.parametrize("name", some(MENDED_NAMES))
def test_it_mends_what_it_claims(name, monkeypatch):
    """What it says it mended is told no more, and mending again finds nothing."""
    monkeypatch.chdir(BROKEN)
    path = Path(f"{name}.yaml")
    mended = mend(path)
    left = {(d.code, d.span.line) for d in read(path, mended.after).diagnostics if d.span}
    assert mended.faults
    assert not {(d.code, d.span.line) for d in mended.faults if d.span} & left


def scalars(text: str) -> dict[int, list[str]]:
    """Every value and key by the line it begins on. The lines of a text under ``|`` are compared as lines."""
    found: dict[int, list[str]] = {}
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            found.setdefault(event.start_mark.line, []).append("" if event.style in ("|", ">") else event.value)
    return found


@pytest.mark.parametrize("name", some(MENDED_NAMES))
def test_it_changes_nothing_else(name):
    """Lines without a fault mended are the same, and mean the same where YAML could read them before."""
    before = as_utf8((BROKEN / f"{name}.yaml").read_bytes()).decode().split("\n")
    after = (MENDED / f"{name}.yaml").read_bytes().decode().split("\n")
    assert len(before) == len(after)
    changed = {number for number, (was, now) in enumerate(zip(before, after, strict=True)) if was != now}
    try:
        was, now = scalars("\n".join(before)), scalars("\n".join(after))
    except yaml.YAMLError:
        return  # before, it meant nothing
    swallowed = {n for n in was if n not in changed and n not in now}
    assert not swallowed
    assert {n: v for n, v in was.items() if n not in changed} == {n: now[n] for n in was if n not in changed}


@pytest.mark.parametrize("name", some(MENDED_NAMES))
@pytest.mark.parametrize(
    "way",
    [
        "crlf",
        pytest.param("bom", marks=pytest.mark.slow),
        pytest.param("decomposed", marks=pytest.mark.slow),
        "commented",
    ],
)
def test_comments_line_ends_and_letters_stay_as_they_are(name, way):
    """A file that only looks different is mended in the same places and goes on looking different."""
    ways = {
        "crlf": lambda text: text.replace("\n", "\r\n"),
        "bom": lambda text: codecs.BOM_UTF8.decode() + text,
        "decomposed": lambda text: unicodedata.normalize("NFD", text),
        "commented": lambda text: f"# Æøå: {{ikke rørt}}\n{text}\n# slut “her”: \t",
    }
    plain = as_utf8((BROKEN / f"{name}.yaml").read_bytes()).decode()
    expected = ways[way](mended_alone(plain))
    assert unicodedata.normalize("NFC", mended_alone(ways[way](plain))) == unicodedata.normalize("NFC", expected)


@cache
def mended_alone(text: str) -> str:
    """Mend a deck without the files it names."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        path.write_bytes(text.encode())
        return mend(path).after.decode()


def test_a_good_deck_is_left_alone():
    deck = HERE.parent / "deck.yaml"
    assert mend(deck).after == deck.read_bytes()


# The command ---------------------------------------------------------------------------------------------------------

BAD = "deck:\r\n  title: Prøve  # vores\r\nslides:\r\n  - title: Workshop: en snak\r\n    punkter: [Et]\r\n"


def check(*arguments: str, folder: Path) -> CompletedProcess[str]:
    return deckbuild("check", *arguments, folder=folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deck.yaml").write_bytes(BAD.encode())
    return tmp_path


def test_fix_writes_the_mended_deck_and_keeps_the_old_one(folder):
    done = check("--fix", folder=folder)
    assert done.returncode == 0, done.stdout
    good = BAD.replace("Workshop: en snak", '"Workshop: en snak"').replace("punkter", "bullets")
    assert (folder / "deck.yaml").read_bytes() == good.encode()
    (kept,) = (p for p in folder.iterdir() if p.name != "deck.yaml")
    assert kept.read_bytes() == BAD.encode()
    assert f"Mended 2 lines in deck.yaml; the file from before is kept as {kept.name}." in done.stdout
    assert '  4: - title: "Workshop: en snak"' in done.stdout


def test_a_last_line_of_which_nothing_is_left_is_told(folder):
    (folder / "deck.yaml").write_bytes(BAD.encode() + b"\x00")
    done = check("--fix", folder=folder)
    assert "Mended 3 lines in deck.yaml" in done.stdout
    assert "\n  6:\n" in done.stdout


def test_diff_shows_and_writes_nothing(folder):
    done = check("--diff", folder=folder)
    assert '+  - title: "Workshop: en snak"' in done.stdout
    assert [p.name for p in folder.iterdir()] == ["deck.yaml"]
    assert (folder / "deck.yaml").read_bytes() == BAD.encode()


def test_fix_without_anything_to_mend_writes_nothing(folder):
    check("--fix", folder=folder)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert "nothing that can be mended" in check("--fix", folder=folder).stdout
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_check_offers_it(folder):
    assert "2 of them can be mended for you: `deckbuild check --fix`." in check(folder=folder).stdout


def test_fix_keeps_json_clean(folder):
    assert check("--fix", "--format", "json", folder=folder).stdout.strip() == "[]"


def test_fix_of_no_deck_says_so(tmp_path):
    assert "There is no file" in check("--fix", folder=tmp_path).stdout


@pytest.mark.parametrize("name", some(BROKEN_NAMES))
def test_what_is_said_to_be_mended_is_mended(name, monkeypatch):
    """The findings that tell of an edit are those whose edits are made."""
    monkeypatch.chdir(BROKEN)
    path = Path(f"{name}.yaml")
    offered = [found for found in only_sure(path, read(path).diagnostics) if found.edits]
    mended = mend(path)
    assert bool(offered) == bool(mended.faults)
    assert all(found in mended.faults for found in offered)


def test_a_fault_that_hid_another_is_mended_all_the_same(tmp_path):
    """Behind the quotation marks stands an unknown key, which only shows once they are right."""
    deck = tmp_path / "deck.yaml"
    deck.write_text('deck:\n  title: "Vi siger "ja" nu"\n  tema: x\nslides:\n  - title: A\n    text: b\n', "utf-8")
    assert b"title: 'Vi siger \"ja\" nu'" in mend(deck).after


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp865", "utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_fix_saves_a_deck_in_another_encoding_as_utf_8_and_keeps_the_old_one(tmp_path, encoding):
    good = "deck:\r\n  title: Møde på Ærø\r\n  language: da\r\nslides:\r\n  - title: Første\r\n    text: Ja\r\n"
    deck = tmp_path / "deck.yaml"
    deck.write_bytes(good.encode(encoding))
    before = deck.read_bytes()
    done = check("--fix", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    assert deck.read_bytes().decode() == good
    (kept,) = (p for p in tmp_path.iterdir() if p != deck)
    assert kept.read_bytes() == before
    assert f"deck.yaml er gemt som UTF-8; den gamle fil er bevaret som {kept.name}." in done.stdout


def test_a_file_in_a_foreign_encoding_is_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is mended in a file that is not recoded: an edit would be of other bytes than it has."""
    deck = tmp_path / "deck.yaml"
    text = "deck:\n  title: Zażółć gęślą jaźń, a źródła są niżej\nslides:\n  - title: B\n    bulets: [C, D]\n"
    deck.write_bytes(text.encode("cp1250"))
    found = read(deck).diagnostics
    assert any(each.edits for each in found)
    assert mend(deck).after == deck.read_bytes()
    assert not any(each.edits for each in only_sure(deck, found))


SLIPS = {"no hyphen": "  ", "a dash": "  – ", "a long dash": "  — ", "no line": None}
FIRST_LINES = [(path, number)
               for path in (HERE.parent / "deck.yaml", *sorted((HERE.parent / "docs" / "gallery").glob("*.yaml")))
               for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"))
               if line.startswith(("  - title:", "  - section:"))]  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("place", some(FIRST_LINES), ids=lambda each: f"{each[0].stem}-{each[1]}")
def test_a_slip_in_the_first_line_of_a_slide_changes_no_other(place, slip, monkeypatch):
    path, number = place
    text = path.read_text(encoding="utf-8")
    lines, begin = text.split("\n"), SLIPS[slip]
    lines[number : number + 1] = [] if begin is None else [begin + lines[number][4:]]
    broken = "\n".join(lines)
    monkeypatch.setattr("deckbuild.reader.fix.content", lambda *_: broken.encode())
    assert mend(path).after.decode() == (broken if begin is None else text)
