"""The house's import directions: downward only, writers see no blocks and no layout."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_imports_go_downward_only():
    linter = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.slow
def test_checking_and_laying_out_load_no_writer():
    code = "import sys, deckbuild.pipeline.check; print([m for m in ('pptx', 'reportlab') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_help_starts_without_heavy_libraries():
    """``deckbuild --help`` comes at once: it needs no language and no findings, which are many classes."""
    heavy = ["pptx", "reportlab", "pikepdf", "pypdfium2", "uharfbuzz", "markdown_it"]
    heavy += ["deckbuild.diagnostics", "deckbuild.locales.language", "importlib.resources"]
    code = (
        "import sys; from deckbuild.cli.main import main; main(['--lang', 'da', '--help'], standalone_mode=False); "
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"
