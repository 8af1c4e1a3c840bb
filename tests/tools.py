"""Find and run the programs that tests look at papers with.

A tool that is missing skips the test, saying which one and how to get it. Where `DECKBUILD_REQUIRE_TOOLS=1` is set, as
on the build server, it fails the test instead: a check that is skipped in silence is no check.

The validators live in the folder that `.ci/validators/setup.sh` filled; `DECKBUILD_TOOLS` names it.
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

Word = tuple[float, float, float, float, str]
"""A word on a page: left, top, right and bottom edge in points from the page's top left corner, and the text."""

VALIDATORS = {
    "pptx-sdk": "pptx-sdk",
    "verapdf": "verapdf",
    "openxml-audit": "venv/bin/openxml-audit",
    "page-validation": "venv/bin/page-validation",
    "axe-core": "node_modules/axe-core/axe.min.js",
    "playwright-core": "node_modules/playwright-core/index.js",
    "pdf-lib": "node_modules/pdf-lib/package.json",
    "pdfjs-dist": "node_modules/pdfjs-dist/package.json",
    "yaml-language-server": "node_modules/yaml-language-server/bin/yaml-language-server",
}
"""Where each validator is in the folder that `DECKBUILD_TOOLS` names."""

PACKAGES = {
    "soffice": "libreoffice-impress",
    "qpdf": "qpdf",
    "gs": "ghostscript",
    "mutool": "mupdf-tools",
    "pdftk": "pdftk-java",
    "pdftocairo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdfunite": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdffonts": "poppler-utils",
    "pandoc": "pandoc",
    "chromium": "chromium",
    "node": "nodejs",
}
"""The Debian package of each program that is looked for on the path."""

XHTML = "{http://www.w3.org/1999/xhtml}"


def find(tool: str) -> Path | None:
    """Find a tool: a validator in its folder, any other program on the path."""
    folder = os.environ.get("DECKBUILD_TOOLS")
    if folder and tool in VALIDATORS:
        candidate = Path(folder, VALIDATORS[tool])
        if candidate.is_file():
            return candidate
    program = shutil.which(tool)
    return Path(program) if program else None


def require(tool: str) -> Path:
    """Find a tool or end the test: skipped on a developer's machine, failed where all tools have to be present."""
    program = find(tool)
    if program is not None:
        return program
    if tool in VALIDATORS:
        remedy = "run .ci/validators/setup.sh DIR and set DECKBUILD_TOOLS=DIR"
    else:
        remedy = f"install the Debian package {PACKAGES.get(tool, tool)}"
    reason = f"{tool} is missing: {remedy}"
    if os.environ.get("DECKBUILD_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def run(tool: str, *arguments: str | Path, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run a required tool and give what it printed; its exit code is for the caller to judge.

    The tool gets a process group of its own, so that one that hangs is ended together with what it started:
    LibreOffice is a script that starts a launcher that starts the program.
    """
    command = [str(require(tool)), *(str(argument) for argument in arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, encoding="utf-8", start_new_session=True
    ) as process:
        try:
            stdout, stderr = process.communicate(timeout=timeout)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(command, process.returncode, stdout, stderr)


def findings(tool: str, *arguments: str | Path) -> list[str]:
    """Run a validator of ours and give its `error` lines, fields parted by blanks.

    The exit code and the lines have to agree: a validator that crashed has not found the file good.
    """
    result = run(tool, *arguments)
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    errors = [" ".join(fields[1:]) for fields in lines if fields[0] == "error"]
    good = [fields for fields in lines if fields[0] == "ok"]
    sound = result.returncode == 1 if errors else result.returncode == 0 and good
    if not sound:
        raise AssertionError(f"{tool} ended with {result.returncode}: {result.stderr or result.stdout}")
    return errors


def sdk_errors(*pptx: Path) -> list[str]:
    """List what Microsoft's Open XML SDK finds wrong; starting it takes 0.5 s, so name several files at once."""
    return findings("pptx-sdk", *pptx)


def verapdf_errors(pdf: Path, *flavours: str) -> list[str]:
    """List the rules of the flavours (PDF/UA-1 and PDF/A-2a unless named) that veraPDF finds broken."""
    return findings("verapdf", ",".join(flavours or ("ua1", "2a")), pdf)


def page_validation_errors(pdf: Path, *profiles: str) -> list[str]:
    """List the rules of the profiles (PDF/UA-1 unless named) that the quick checker finds broken.

    It is known to be wrong about two things: a content stream whose last byte is a carriage return, and U+0000 in a
    font's table of characters. veraPDF has the last word.
    """
    return findings("page-validation", ",".join(profiles or ("ua1",)), pdf)


def audit_errors(pptx: Path) -> list[str]:
    """List what openxml-audit, the second opinion on .pptx, counts as errors; its warnings are not errors."""
    result = run("openxml-audit", "--output", "json", "--format", "microsoft365", "--max-errors", "0", pptx)
    try:
        reports = json.loads(result.stdout)
    except json.JSONDecodeError:
        raise AssertionError(f"openxml-audit ended with {result.returncode}: {result.stderr}") from None
    return [
        f"{error['part_uri']} {error['path']}: {error['description']}"
        for report in reports
        for error in report["errors"]
        if error["severity"] == "error"
    ]


def qpdf_check(pdf: Path) -> list[str]:
    """List what qpdf says about the structure of a PDF; it warns (exit code 3) about what readers repair in silence."""
    result = run("qpdf", "--check", pdf)
    if result.returncode == 0:
        return []
    said = [line for line in result.stderr.splitlines() if line.strip()]
    return said or [f"qpdf ended with {result.returncode}"]


def soffice_pdf(pptx: Path, outdir: Path, timeout: float = 180) -> Path:
    """Let LibreOffice open a .pptx and save it as PDF.

    Two LibreOffices with one profile wait for each other or join into one, so each run gets a profile of its own.
    """
    with tempfile.TemporaryDirectory(prefix="soffice-") as profile:
        outdir.mkdir(parents=True, exist_ok=True)
        target = outdir / f"{pptx.stem}.pdf"
        target.unlink(missing_ok=True)
        switches = (f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore")
        result = run("soffice", *switches, "--convert-to", "pdf", "--outdir", outdir, pptx, timeout=timeout)
    if not target.is_file():  # it says 0 even when it could not open the file
        raise AssertionError(f"LibreOffice did not open {pptx}: {result.stderr or result.stdout}")
    return target


def bbox_words(pdf: Path) -> list[list[Word]]:
    """Give the words of each page with their boxes, in the order in which poppler reads them."""
    result = run("pdftotext", "-bbox", pdf, "-")
    if result.returncode != 0:
        raise AssertionError(f"pdftotext ended with {result.returncode}: {result.stderr}")
    document = ElementTree.fromstring(result.stdout)  # noqa: S314 - our own tool's output
    return [[word_box(word) for word in page.iter(f"{XHTML}word")] for page in document.iter(f"{XHTML}page")]


def word_box(word: ElementTree.Element) -> Word:
    """Read one word of pdftotext's XML."""
    left, top, right, bottom = (float(word.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax"))
    return left, top, right, bottom, word.text or ""
