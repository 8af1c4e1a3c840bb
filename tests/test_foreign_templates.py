"""Slides in templates that nobody here made: those that LibreOffice brings, saved by it as PowerPoint files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import tools
from test_templates import FIGURES, KINDS, ROOT, Built, build, check

SHIPPED = Path("/usr/lib/libreoffice/share/template/common/presnt")
FOREIGN = ("Beehive", "DNA", "Forestbird", "Midnightblue", "Portfolio", "Vivid")
"""Presentation templates that LibreOffice brings; converted when it is there, never kept."""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The course day in templates that LibreOffice brings, saved by it as PowerPoint files."""
    sources = [SHIPPED / f"{name}.otp" for name in FOREIGN]
    if shutil.which("soffice") is None or not all(source.is_file() for source in sources):
        pytest.skip("LibreOffice and its templates are not here")
    folder = tmp_path_factory.mktemp("foreign")
    shutil.copytree(ROOT / "assets", folder / "assets")
    switches = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "potx"]
    subprocess.run(["soffice", *switches, "--outdir", folder, *sources], check=True, capture_output=True, timeout=300)
    course = (ROOT / "deck.yaml").read_text("utf-8")
    return {name: build(folder / f"{name}.potx", folder, course) for name in FOREIGN}


@pytest.mark.slow
@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_templates(foreign: dict[str, Built], name: str, tmp_path: Path) -> None:
    built = foreign[name]
    check(built)
    shutil.copy(built.template, tmp_path)
    check(build(tmp_path / built.template.name, tmp_path, KINDS + FIGURES))


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(foreign: dict[str, Built]) -> None:
    assert tools.sdk_errors(*(built.pptx for built in foreign.values())) == []
