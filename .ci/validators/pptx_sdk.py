"""Validate .pptx files with Microsoft's Open XML SDK. Usage: pptx_sdk.py TOOLS_DIR FILE...

Prints tab-separated lines: `ok FILE` for a file without errors, `error FILE PART RULE DESCRIPTION` for each error.
Exits with 1 if there was any error, also if a file cannot be opened. PowerPoint itself refuses or "repairs" files
for less than what this validator reports, so the only good number of errors is none.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Finding = tuple[str, str, str]
"""The part of the package, the rule that was broken, and what is wrong."""

ASSEMBLIES = ("System.IO.Packaging", "DocumentFormat.OpenXml.Framework", "DocumentFormat.OpenXml")


def start_validator(tools: Path) -> Callable[[str], Iterator[Finding]]:
    """Start .NET inside this process (some 0.5 s, once) and give a function that validates one file.

    The .NET names exist only after the runtime runs, so they are imported here and typed `Any`.
    """
    os.environ["DOTNET_ROOT"] = str(tools / "dotnet")
    os.environ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1"  # no ICU needed on the machine

    from clr_loader import get_coreclr
    from pythonnet import set_runtime

    config = tools / "dotnet" / "runtimeconfig.json"
    set_runtime(get_coreclr(runtime_config=str(config), dotnet_root=str(tools / "dotnet")))
    import clr
    import System

    for name in ASSEMBLIES:
        System.Reflection.Assembly.LoadFrom(str(tools / "openxml-sdk" / f"{name}.dll"))
        clr.AddReference(name)
    from DocumentFormat.OpenXml import FileFormatVersions
    from DocumentFormat.OpenXml.Packaging import PresentationDocument
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator

    def validate(path: str) -> Iterator[Finding]:
        document: Any = PresentationDocument.Open(path, False)
        try:
            for error in OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document):
                yield str(error.Part.Uri) if error.Part else "", str(error.Id), str(error.Description)
        finally:
            document.Dispose()

    return validate


def findings(validate: Callable[[str], Iterator[Finding]], path: str) -> list[Finding]:
    """All errors of one file; a file that cannot be read at all is one error."""
    try:
        return list(validate(path))
    except Exception as error:  # whatever .NET throws at a broken package says that the package is broken
        return [("", "cannot-open", str(error).partition("\n")[0])]  # without the .NET stack trace


def main() -> int:
    """Validate the files named on the command line and print a line for each result."""
    if len(sys.argv) < 3:
        print("usage: pptx-sdk FILE...", file=sys.stderr)
        return 2
    validate = start_validator(Path(sys.argv[1]))
    failed = False
    for path in sys.argv[2:]:
        found = findings(validate, path)
        failed = failed or bool(found)
        if not found:
            print(f"ok\t{path}")
        for finding in found:
            print("\t".join(["error", path, *(" ".join(field.split()) for field in finding)]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
