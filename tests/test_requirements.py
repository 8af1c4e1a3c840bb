"""requirements/: every library of pyproject.toml is pinned, by version and by hash, and no file names a registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "requirements"
FILES = ["ci.txt", "lowest.txt"]
REMEDY = "run requirements/update"
PIN = re.compile(r"^([\w.-]+)==([\w.]+)[^\n]*((?:\n    --hash=sha256:[0-9a-f]{64}[ \\]*)+)$", re.MULTILINE)


def pins(name: str) -> dict[str, Version]:
    """The versions of a file, by library; all but comments must be one, with its hashes."""
    text = re.sub(r"^#.*\n", "", (FOLDER / name).read_text("utf-8"), flags=re.MULTILINE)
    assert PIN.sub("", text).strip() == ""
    return {canonicalize_name(library): Version(version) for library, version, _ in PIN.findall(text)}


def wanted() -> list[Requirement]:
    """What pyproject.toml and the build ask for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    build = [line for line in (FOLDER / "build.in").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert {*project["build-system"]["requires"]} <= {*build}
    return [
        Requirement(line)
        for line in (
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["spelling"],
            *project["project"]["optional-dependencies"]["test"],
            *build,
        )
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_library_is_pinned_within_its_bounds(name):
    known = pins(name)
    missed = [each for each in wanted() if known.get(canonicalize_name(each.name)) not in each.specifier]
    assert missed == [], REMEDY


def test_lowest_is_the_lowest():
    """Each library's lower bound is a version that there is, and that is the one tried."""
    known = pins("lowest.txt")
    for each in wanted():
        (lowest,) = (Version(part.version) for part in each.specifier if part.operator == ">=")
        assert known[canonicalize_name(each.name)] == lowest, f"{each}: {REMEDY}, or name the lowest that there is"


@pytest.mark.parametrize("name", FILES)
def test_no_registry_is_named(name):
    assert not re.search(r"://|index-url|find-links", (FOLDER / name).read_text("utf-8"))
