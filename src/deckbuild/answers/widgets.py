"""The form fields of a PDF by page: each widget with its field, wherever the program left them (ISO 32000-2, 12.7).

Programs that rewrite a PDF page by page keep the widgets on the pages and forget the form that lists their fields, or
list some of them, or give them other names. So widgets are read from the pages first.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from typing import Any

from pypdf.generic import DictionaryObject

from deckbuild.answers.filled_pdf import FilledPdf, TooMuchWorkError
from deckbuild.answers.overlays import Box, Overlay, answered
from deckbuild.characters import cleaned, ignorable
from deckbuild.dataclass import dataclass
from deckbuild.frame.form import FieldOrigin

_DEEPEST, _MOST = 32, 100_000
"""The deepest nesting of fields that is followed (fields of our own handouts are not nested), and the most annotations
in a file."""
_READ_ONLY = 64
"""Annotation flag of a widget that repeats what is typed in another one (12.5.3)."""
_RENAMED = re.compile(r"^(?:\d+\.)+|(?:\+\d+)+$| \[\d+\]$")
"""What programs add to the names of fields when they join files: pdftk a number before them, others behind."""
_ASIDE = frozenset(("/Widget", "/Link", "/Popup", "/PrinterMark", "/TrapNet"))
"""Annotations that show nothing a participant wrote."""


@dataclass(frozen=True, slots=True)
class Widget:
    """A place to fill in: a text field, or one of the circles of a field."""

    name: str
    """The name of its field, as the handout had it; empty when the field is gone, and what was filled in with it."""
    origin: FieldOrigin | None
    """What the handout says of it; ``None`` in handouts of 0.1, and where a program has thrown it away."""
    echo: bool
    """Whether it only repeats what is typed in another one."""
    field: int
    """Identifies its field in the file: the widgets of one field have the same number."""
    label: str
    """The question it answers, as the handout has it."""
    circle: bool
    """Whether it is answered by crossing off a circle (radio button or check box)."""
    value: str
    """The typed text, or the state that the circles of its field are in; empty when nothing is filled in."""
    shown: str
    """The state that its own circle is shown in; empty when it isn't crossed off."""
    meanings: Mapping[str, str]
    """State of its circle -> the option that it means, as the handout has it."""


@dataclass(frozen=True, slots=True)
class FilledPage:
    """What a participant filled in on a page."""

    widgets: tuple[Widget, ...]
    overlays: tuple[Overlay, ...]


def filled_pages(pdf: FilledPdf) -> Iterator[FilledPage]:
    """Yield what is filled in on each page. What stands on several pages counts on the first of them."""
    met: set[int] = set()
    listed = 0
    for number, page in enumerate(pdf.pages(), 1):
        annotations = pdf.array(page.get("/Annots"))
        listed += len(annotations)
        if listed > _MOST:
            raise TooMuchWorkError
        nodes = {id(node): node for node in map(pdf.dictionary, annotations)}
        notes = [node for key, node in nodes.items() if key not in met]
        met |= nodes.keys()
        kinds = [pdf.resolve(each.get("/Subtype")) for each in notes]
        overlays = [
            Overlay(number, cleaned(text(pdf, each.get("/Contents"))).strip(), _box(pdf, each, kind == "/FreeText"))
            for each, kind in zip(notes, kinds, strict=True)
            if kind not in _ASIDE
        ]
        placed = [
            (_widget(pdf, _chain(pdf, each)), _box(pdf, each))
            for each, kind in zip(notes, kinds, strict=True)
            if kind == "/Widget"
        ]
        widgets = [widget for widget, _ in placed]
        free = [bool(each.name) and not (each.circle or each.echo or each.value) for each in widgets]
        said, left = answered(overlays, [box for _, box in placed], free)
        widgets = [replace(each, value=said[n]) if n in said else each for n, each in enumerate(widgets)]
        yield FilledPage(tuple(widget for widget in widgets if widget.name), tuple(left))


def _box(pdf: FilledPdf, node: DictionaryObject, wanted: bool = True) -> Box | None:
    """Return the area of an annotation; ``None`` when it isn't ``wanted`` or has none."""
    found = [pdf.resolve(each) for each in pdf.array(node.get("/Rect"))] if wanted else ()
    if len(found) != 4 or not all(isinstance(each, int | float) and isfinite(each) for each in found):
        return None
    (left, right), (low, high) = sorted(map(float, found[::2])), sorted(map(float, found[1::2]))
    return left, low, right, high


def loose_widgets(pdf: FilledPdf, met: set[int]) -> Iterator[Widget]:
    """Yield the widgets of fields that have none on a page, such as hidden ones. ``met`` numbers those that have."""
    form = pdf.dictionary(pdf.catalog.get("/AcroForm"))
    waiting: deque[list[Any]] = deque([each] for each in pdf.array(form.get("/Fields")))
    while waiting:
        above = [pdf.dictionary(each) for each in waiting.popleft()]
        if id(above[0]) in met or len(above) > _DEEPEST:
            continue
        met.add(id(above[0]))
        kids = [pdf.dictionary(kid) for kid in pdf.array(above[0].get("/Kids"))]
        if any("/T" in kid for kid in kids):
            waiting += [[kid, *above] for kid in kids]
        else:
            found = [_widget(pdf, [kid, *above]) for kid in kids] or [_widget(pdf, above)]
            yield from (widget for widget in found if widget.name)


def _chain(pdf: FilledPdf, node: DictionaryObject) -> list[DictionaryObject]:
    """Return the dictionary of a widget, and those of the fields it belongs to, from the innermost out.

    A parent that doesn't know its child is none: programs that copy pages may leave the number of an object that is
    another one now.
    """
    chain = [node]
    while parent := pdf.dictionary(chain[-1].get("/Parent")):
        if not pdf.is_kid(chain[-1], parent):
            break
        if len(chain) > _DEEPEST:
            raise TooMuchWorkError
        chain.append(parent)
    return chain


def _widget(pdf: FilledPdf, chain: Sequence[DictionaryObject]) -> Widget:
    """Return the widget whose dictionary is first in ``chain``, before those of its fields from the innermost out."""

    def inherited(key: str) -> Any:
        return next((pdf.resolve(each[key]) for each in chain if key in each), None)

    node = chain[0]
    field = next((each for each in chain if "/T" in each), chain[-1])
    origin = FieldOrigin.read(text(pdf, node.get("/NM")))
    full = ".".join(filter(None, (text(pdf, each.get("/T")) for each in reversed(chain))))  # 12.7.4.2
    flags = pdf.resolve(node.get("/F"))
    kind, label = inherited("/FT"), text(pdf, field.get("/TU")) if "/T" in field else ""
    circle = kind == "/Btn" or (kind is None and "/AS" in node)
    option = text(pdf, node.get("/TU")).removeprefix(f"{label}: ")
    states = pdf.dictionary(pdf.dictionary(node.get("/AP")).get("/N")) if circle else ()
    value, shown = text(pdf, inherited("/V")), text(pdf, node.get("/AS"))
    return Widget(
        name=(origin.field if origin else _RENAMED.sub("", full)) if kind or circle else "",
        origin=origin,
        echo=isinstance(flags, int) and bool(flags & _READ_ONLY),
        field=id(field),
        label=label,
        circle=circle,
        value=_state(value) if circle else _seen(value),
        shown=_state(shown) if circle else "",
        meanings={str(state).removeprefix("/"): option for state in states},
    )


def _seen(typed: str) -> str:
    """Return a typed text without signs that nobody sees; empty when it has no others."""
    found = cleaned(typed)
    return "" if all(sign.isspace() or ignorable(sign) for sign in found) else found


def _state(name: str) -> str:
    """Return the state of a circle without its slash; empty when it isn't crossed off."""
    state = name.removeprefix("/")
    return "" if state == "Off" else state


def text(pdf: FilledPdf, value: Any) -> str:
    """Return the text of a PDF string or stream, with line feeds for all line ends; empty for ``None``."""
    value = pdf.resolve(value)
    if value is None:
        return ""
    if hasattr(value, "get_data"):
        value = value.get_data()
    if isinstance(value, bytes):
        utf16 = value[:2] in (b"\xfe\xff", b"\xff\xfe")
        value = value.decode("utf-16" if utf16 else "cp1252", "replace")
    elif getattr(value, "autodetect_pdfdocencoding", False) and not (written := value.original_bytes).isascii():
        with suppress(UnicodeDecodeError):  # some programs write UTF-8 without its mark
            value = written.decode()
    found = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return found.replace("\r\n", "\n").replace("\r", "\n")
