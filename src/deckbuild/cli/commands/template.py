"""``deckbuild template``: what a PowerPoint template holds."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.file_arguments import FileArgument, Folder
from deckbuild.cli.language import Spoken, translator_for
from deckbuild.cli.making import refuse


class _Group(Spoken, click.Group):
    """The commands on templates."""


@click.group(cls=_Group)
def template() -> None:
    """Look into a PowerPoint template (.potx, .pptx) that slides are to stand in."""


@template.command(cls=Spoken)
@click.argument("file", type=FileArgument(".potx", ".pptx", ".potm", ".pptm"), metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=Folder(),
    default=None,
    metavar="FOLDER",
    help="A folder for pictures (PNG) of the layouts, with the frames of their placeholders.",
)
@click.option(
    "--width", type=click.IntRange(16, 8000), default=1200, metavar="PIXELS", help="Width of the pictures in pixels."
)
def inspect(file: Path, output: Path | None, width: int) -> None:
    """List the layouts of FILE, and print the `theme:` block that uses them, ready to paste into deck.yaml.

    For each placeholder: its kind, its index, its place from the top left corner and its size in millimetres, the size
    of its type, its name.

    \b
    Example:
      deckbuild template inspect assets/kommune.potx -o pictures
    """
    from deckbuild.diagnostics import Diagnostic, DiagnosticError, because
    from deckbuild.foreign import files as foreign
    from deckbuild.output.papers import write_over
    from deckbuild.reader.sections.template import UNUSABLE
    from deckbuild.templates.describe import described, proposal
    from deckbuild.templates.layouts import read_template
    from deckbuild.templates.package import NotATemplateError, checked, open_template

    translate = translator_for()
    try:
        content = foreign.content(file, foreign.TEMPLATE)
        with checked():
            found = read_template(open_template(file, content))
    except NotATemplateError as error:
        message, hint = UNUSABLE[error.kind]
        refuse(
            DiagnosticError(Diagnostic("not-a-template", None, message, hint, {"file": file.name, "what": error.what})),
            translate,
        )
    except OSError as error:
        message, hint = "“{file}” can't be read: {reason}.", "Check its name, and whether another program has it open."
        said = Diagnostic("missing-file", None, message, hint, {"file": file.name, "reason": because(error)})
        refuse(DiagnosticError(said), translate)
    for line in described(found):
        click.echo(line)
    click.echo(f"\n{proposal(found, file.as_posix())}", nl=False)
    if output is None:
        return
    from deckbuild.preview.template_sheet import layout_pictures

    try:
        pictures = layout_pictures(found, content, width)
        write_over(output, {f"layout-{drawn.number:02d}.png": picture for drawn, picture in pictures})
    except DiagnosticError as error:
        refuse(error, translate)
