"""``python tests/keep_version.py``: keep decks, papers and answers as this version of deckbuild makes them.

They go to ``tests/decks/<version>/``, for ``test_old_decks.py`` to try on every later version. What authors write there
(``WRITTEN``) is taken from the version before where it is missing, and stays where it is there; the rest is made anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

import deckbuild
import made_templates
from filling import by_pdfium, by_pikepdf, by_pypdf

ROOT = Path(__file__).parent.parent
DECKS = ROOT / "tests" / "decks"
SUMS = "SHA256SUMS"
FILLERS = {"pikepdf": by_pikepdf, "pypdf": by_pypdf, "pdfium": by_pdfium}
WRITTEN = ("course-day", "everything", "english", "template", "next", "faulty")
"""The folders in which files are written by hand."""
MADE = (
    "*/output", "*/filled", "*/answers.csv", "*/.deckbuild.json", "course-day/answers.yaml", "english/answers.yaml",
    "everything/answers.yaml", "next/deck-2.yaml", "next/answers-deck.yaml", "new", "json", SUMS,
)  # fmt: skip
"""What is made, and first taken away."""
PAPERS: dict[str, list[list[str]]] = {
    "course-day": [["build"]],
    "everything": [["build"], ["slides"], ["handout", "--edition", "all"], ["handout", "--participants", "LIST"]],
    "english": [["build"]],
    "template": [["build"]],
    "new": [["build"]],
}
"""The commands that make a deck's papers."""
NO_FONT = "font-files"
"""The one key that no deck uses: a font in the project would bring its licence along."""
TOLD: dict[str, list[str]] = {
    "build": ["build", "english/deck.yaml", "--json"],
    "build-faulty": ["build", "faulty/deck.yaml", "--json"],
    "handout": ["handout", "english/deck.yaml", "--edition", "booklet", "--participants", "everything/deltagere.csv",
                "-o", "print", "--json"],
    "check": ["check", "faulty/deck.yaml", "--format", "json"],
    "diff": ["diff", "next/deck.yaml", "next/deck-2.yaml", "--json"],
}  # fmt: skip
"""Commands that tell programs what they did; what they print is kept."""


def run(folder: Path, *arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a ``deckbuild`` command in ``folder``; fails when it doesn't end with ``code``."""
    command = [sys.executable, "-m", "deckbuild", *map(str, arguments)]
    place = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "LC_ALL": "C", "PYTHONPATH": place}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == code, f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


def sums(version: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a version, by its path."""
    files = sorted(path for path in version.rglob("*") if path.is_file() and path.name != SUMS)
    return {path.relative_to(version).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def main() -> None:
    """Make the folder of this version anew; exits with what is in the way."""
    number = ".".join(deckbuild.__version__.split(".")[:2])
    if subprocess.check_output(["git", "tag", "--list", f"v{number}.*"], cwd=ROOT):
        sys.exit(f"{number} is out: its files never change. Raise the version first.")
    version = DECKS / number
    _take_over(version)
    _write_decks(version)
    for folder in sorted(path.parent for path in version.glob("*/filled.yaml")):
        _fill(folder)
    for name, commands in PAPERS.items():
        for command in commands:
            words = ["deltagere.csv" if word == "LIST" else word for word in command]
            run(version / name, words[0], "deck.yaml", *words[1:])
    _tell(version)
    listed = sums(version)
    (version / SUMS).write_text("".join(f"{digest}  {name}\n" for name, digest in listed.items()), "utf-8")
    if unused := sorted(_keys_of_schema(version) - _keys_of_decks(version) - {NO_FONT}):
        sys.exit(f"No deck of {number} uses {', '.join(unused)}: write it into one, and run this again.")


def _take_over(version: Path) -> None:
    """Copy what is written by hand from the version before, and take away what was made."""
    earlier = [path for path in versions() if path != version]
    for name in WRITTEN:
        if not (version / name).exists() and earlier:
            shutil.copytree(earlier[-1] / name, version / name)
    for pattern in MADE:
        for path in version.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def versions() -> list[Path]:
    """Return the folders of the versions, the oldest first."""
    found = [path for path in DECKS.iterdir() if re.fullmatch(r"[0-9]+\.[0-9]+", path.name)]
    return sorted(found, key=lambda path: [int(part) for part in path.name.split(".")])


def _write_decks(version: Path) -> None:
    """Write the decks that no author wrote here: the course day, the first deck, the next day's; and the template."""
    shutil.copy(ROOT / "deck.yaml", version / "course-day")
    shutil.copytree(ROOT / "assets", version / "course-day" / "assets", ignore=_no_pictures, dirs_exist_ok=True)
    template = version / "template" / "kommune.potx"
    made_templates.make("wide", template)
    _set_clock(template)
    run(version, "new", "new", "--lang", "da", "--title", "Ny dag", "--date", "12. marts 2027", "--owner", "Kommunen")
    shutil.rmtree(version / "new" / ".vscode")
    (version / "new" / "deck.schema.json").unlink()  # for editors; the deck does without it
    run(version / "next", "next", "deck.yaml", "--date", "9. april 2027", "--content", "empty")


def _no_pictures(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".png")]


def _set_clock(package: Path) -> None:
    """Let all parts of a package be from 1980, so that it is the same bytes each time."""
    with zipfile.ZipFile(package) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)


def _fill(folder: Path) -> None:
    """Fill in handouts as ``filled.yaml`` says, and collect the answers beside the deck."""
    (folder / "filled").mkdir()
    for name, person in load(folder / "filled.yaml").items():
        handout = _fillable(folder, person.get("before", {}))
        filled = FILLERS[person["by"]](handout, person["fields"])
        (folder / "filled" / name).write_bytes(_same_id(filled))
    run(folder, "collect", "filled", "-o", "answers.yaml", "-o", "answers.csv")


def _fillable(folder: Path, before: Mapping[str, str]) -> bytes:
    """Return a deck's handout to be filled in on a screen, made when other words stood in the deck."""
    with TemporaryDirectory() as temporary:
        shutil.copytree(folder, temporary, dirs_exist_ok=True)
        deck = Path(temporary, "deck.yaml")
        text = deck.read_text("utf-8")
        for now, then in before.items():
            assert now in text
            text = text.replace(now, then)
        deck.write_text(text, "utf-8")
        run(Path(temporary), "handout", "deck.yaml", "--edition", "fillable", "-o", "screen")
        (handout,) = Path(temporary, "screen").glob("*.pdf")
        return handout.read_bytes()


def _same_id(pdf: bytes) -> bytes:
    """Return a PDF with nought for the part of its identifier that says when it was saved; of the same length."""
    return re.sub(rb"(/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<)([0-9A-Fa-f]+)", lambda m: m[1] + b"0" * len(m[2]), pdf)


def _tell(version: Path) -> None:
    """Keep what commands tell programs."""
    (version / "json").mkdir()
    for name, command in TOLD.items():
        code = int("faulty/deck.yaml" in command)
        with TemporaryDirectory() as temporary:
            shutil.copytree(version, temporary, dirs_exist_ok=True)
            printed = json.loads(run(Path(temporary), *command, code=code).stdout)
        if isinstance(printed, dict) and "seconds" in printed:
            printed["seconds"] = 0.5
        kept = {"command": command, "code": code, "printed": printed}
        (version / "json" / f"{name}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")


def load(path: Path) -> Any:
    """Return what a YAML file holds, every value as the text that stands there."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text("utf-8"), loader)  # noqa: S506 - it makes nothing but texts


def _keys_of_decks(version: Path) -> set[str]:
    """Return every key that is written in a deck of a version."""
    return {key for path in version.rglob("*.yaml") for key in _keys(load(path))}


def _keys(value: Any) -> Iterator[str]:
    """Yield every key in a YAML value, however deep."""
    if isinstance(value, Mapping):
        yield from value
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _keys(inner)


def _keys_of_schema(version: Path) -> set[str]:
    """Return every key of the language, as ``deckbuild schema`` tells editors."""
    return set(_properties(json.loads(run(version, "schema").stdout)))


def _properties(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from _properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _properties(inner)


if __name__ == "__main__":
    main()
