"""Form fields of the fillable handout, with a widget on each place to write (ISO 32000-1, 12.7; PDF/UA-1, 7.18.4).

A field is named after its question's stable id, and its tooltip says what is asked. Its widget is content of a
``Form`` element at its place in the reading order. All states have an appearance stream, so viewers need not make one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from deckbuild.dataclass import dataclass
from deckbuild.frame.form import FieldOrigin, Form, FormEntry, FormEntryKind
from deckbuild.frame.items import Ruling, TextBox, Tick, WriteBox
from deckbuild.units import Pt, Rect, mm
from deckbuild.writers.pdf.file import PdfFile
from deckbuild.writers.pdf.paths import ColorOperators
from deckbuild.writers.pdf.tags.elements import text_string
from deckbuild.writers.pdf.tags.tagger import Tagger
from deckbuild.writers.pdf.typing_font import NAME, add_typing_font

_SIZE, _SMALL = 11, 9
"""Type sizes in points: of typed text, and of the participant's name in the running head."""
_LINE_HEIGHT = mm(6)
"""Height of a field on a single rule, in points."""
_TO_HEAD = mm(0.5)
"""Distance in points by which the name's field in the running head is lowered.

Viewers centre the text in the field; so it has the baseline of the running head.
"""
_ABOVE, _CLEAR, _INSET = mm(2.5), mm(1.2), mm(0.6)
"""White above and below the frame of a field of several lines, and between the frame and the field."""
_BESIDE_DOT, _WITHIN = mm(7.5), mm(2)
"""Margins in points of typed text in a frame or on a board: the left one beside the warm dot, and the others."""
_PRINT, _LOCKED = 4, 64
"""Annotation flags (12.5.3): Print and ReadOnly."""
_MULTILINE, _RADIO = 1 << 12, 1 << 15
"""Field flags (12.7.4): Multiline, Radio."""
_CROSS, _STROKE = 0.6, 1.6
"""Half the width of the cross in a circle, as a share of the radius; the width of its strokes in points."""
_NO_BORDER = "/BS<</W 0>>"
"""A border of width 0. Without it viewers inset typed text by a point, and it would not stand on the rules."""
_PAGE_FONTS = "BasicFonts"
"""reportlab's name of the dictionary of all fonts that pages use."""
_YES = "Yes"
"""Appearance state of a ticked circle that is a field of its own."""


@dataclass(frozen=True, slots=True)
class _Widget:
    """The place of a widget: of a field, or of one circle of a field."""

    item: WriteBox | Tick
    area: Rect
    page: int
    """From 0."""
    name: str
    """reportlab's name of the annotation."""


@dataclass(frozen=True, slots=True)
class Held:
    """A stamp that is drawn later, with its own text for each copy.

    ``(x, y)`` is its left top corner; ``opening`` is the operator that begins its marked content.
    """

    stamp: str
    x: Pt
    y: Pt
    opening: str


@dataclass(frozen=True, slots=True)
class Prefilled:
    """A widget that shows another text in each copy."""

    stamp: Held
    """What it shows; its place is within the widget's area."""
    height: Pt
    """The height of the area in points."""
    appearance: int
    """Object number of the stream that draws it."""
    entries: str
    """The entries of that stream's dictionary."""


class FormWriter:
    """Adds the fields of ``form`` to the pages of ``canvas``; ``ink`` is the colour of typed text."""

    def __init__(self, form: Form, canvas: Canvas, ink: ColorOperators) -> None:
        self._form = form
        self._canvas = canvas
        self._ink = ink
        self._widgets: dict[str, list[_Widget]] = defaultdict(list)
        """Id of a form entry -> its widgets."""
        self._latest = ""
        self._stamps: dict[str, TextBox] = {}
        """reportlab's name of an annotation -> what it shows, with another text in each copy."""
        self.prefilled: list[Prefilled] = []
        """Such annotations; known after ``write``."""
        self._name_field, self._unnamed = 0, b""
        """Object number and body of the field for the participant's name."""

    def box(self, item: WriteBox, tagger: Tagger | None, height: Pt) -> None:
        """Add a text field over a place to write, on a page ``height`` points high."""
        self._place(item.id, item, _area(item), _PRINT | (_LOCKED if item.echo else 0), tagger, height)

    def hold(self, stamp: TextBox) -> None:
        """Let the field that was added last show ``stamp``, with another text in each copy."""
        self._stamps[self._latest] = stamp

    def circle(self, item: Tick, tagger: Tagger | None, height: Pt) -> None:
        """Add a widget over a circle to tick, on a page ``height`` points high."""
        area = Rect(item.x - item.r, item.y - item.r, 2 * item.r, 2 * item.r)
        self._place(item.choice.id, item, area, _PRINT, tagger, height)

    def _place(
        self, entry: str, item: WriteBox | Tick, area: Rect, flags: int, tagger: Tagger | None, height: Pt
    ) -> None:
        """Add a widget to the current page and, as an annotation, to the structure. ``write`` completes it."""
        if tagger is None:
            raise ValueError("a figure has no fields")
        page = self._canvas.getPageNumber() - 1
        own = f"field{page}.{sum(len(widgets) for widgets in self._widgets.values())}"
        name = self._canvas._doc.annotationName(own)
        corners = (area.x, height - area.bottom, area.right, height - area.y)
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "Rect": PDFArray([round(corner, 2) for corner in corners]),
            "F": flags,
            "StructParent": tagger.annotation(tagger.field(aside=flags != _PRINT), page, name).key,
        }
        self._canvas._addAnnotation(PDFDictionary(entries), own)
        self._widgets[entry].append(_Widget(item, area, page, name))
        self._latest = name

    def write(self, file: PdfFile, pages: Sequence[int], number: Callable[[str], int]) -> int:
        """Add the fields to ``file`` and return the object number of the form dictionary.

        ``pages`` are the object numbers of the pages; ``number`` returns that of an annotation by its name.
        """
        font = add_typing_font(file)
        objects = _Objects(
            self._form.deck,
            self._form.version,
            file,
            pages,
            number,
            f"/Resources<</Font<</{NAME} {font} 0 R>>>>",
            self._ink,
            self._stamps,
            self.prefilled,
        )
        fields: list[int] = []
        for entry in self._form.entries:
            fields += objects.fields(entry, self._widgets[entry.id])
            if entry.name:
                self._name_field, self._unnamed = fields[-1], file.body(fields[-1])
        listed = " ".join(f"{field} 0 R" for field in fields)
        resources = f"/DR<</Font<</{NAME} {font} 0 R>>>>"
        return file.add(f"<</Fields[{listed}]{resources}{objects.typed(_SIZE)}>>".encode())

    def name(self, file: PdfFile, person: str) -> None:
        """Fill in the participant's name, in place of one filled in before."""
        file.put(self._name_field, self._unnamed)
        file.extend(self._name_field, f"/V{text_string(person)}")


@dataclass(slots=True)
class _Objects:
    """Writes fields and widgets as objects of ``file``; ``pages`` are the object numbers of its pages."""

    deck: str
    version: str
    file: PdfFile
    pages: Sequence[int]
    number: Callable[[str], int]
    """Returns the object number of an annotation by its name."""
    resources: str
    ink: ColorOperators
    stamps: Mapping[str, TextBox]
    prefilled: list[Prefilled]
    """Gets an entry for each of the ``stamps``."""
    _drawn: dict[str, int] = field(default_factory=dict)
    """Entries and operators of an appearance -> its object number, so that equal appearances are written once."""

    def fields(self, entry: FormEntry, widgets: Sequence[_Widget]) -> list[int]:
        """Write the fields of a form entry; return their object numbers."""
        match entry.kind:
            case FormEntryKind.LINE | FormEntryKind.LINES:
                return [self._text(entry, widgets)]
            case FormEntryKind.ONE:
                return [self._one(entry, widgets)]
            case FormEntryKind.SEVERAL:
                return [
                    self._widget(
                        w,
                        option.name,
                        _head("Btn", option.name, f"{entry.label}: {option.label}") + self._states(w, _YES),
                    )
                    for w, option in zip(widgets, entry.options, strict=True)
                ]
            case _:
                assert_never(entry.kind)

    def _text(self, entry: FormEntry, widgets: Sequence[_Widget]) -> int:
        """Write a text field; return its object number.

        A single widget is merged with the field. Of several widgets, all show the same text.
        """
        flags = _MULTILINE if entry.kind is FormEntryKind.LINES else 0
        head = _head("Tx", entry.id, entry.label) + (f"/Ff {flags}" if flags else "")
        if len(widgets) == 1:
            return self._widget(widgets[0], entry.id, head + self._typing(widgets[0]))
        parent = self.file.reserve()
        kids = [
            self._widget(w, entry.id, f"/Parent {parent} 0 R/TU{text_string(entry.label)}{self._typing(w)}")
            for w in widgets
        ]
        self.file.put(parent, f"<<{head}{self.typed(_SIZE)}{_kids(kids)}>>".encode())
        return parent

    def _one(self, entry: FormEntry, widgets: Sequence[_Widget]) -> int:
        """Write a group of radio buttons; a second click on one turns it off. Return the field's object number."""
        parent = self.file.reserve()
        kids = [
            self._widget(
                w,
                entry.id,
                f"/Parent {parent} 0 R/TU{text_string(f'{entry.label}: {option.label}')}{self._states(w, option.name)}",
            )
            for w, option in zip(widgets, entry.options, strict=True)
        ]
        self.file.put(parent, f"<<{_head('Btn', entry.id, entry.label)}/Ff {_RADIO}/V/Off{_kids(kids)}>>".encode())
        return parent

    def _widget(self, widget: _Widget, field: str, entries: str) -> int:
        """Add ``entries`` to a widget's annotation, and its origin; return its object number."""
        own = self.number(widget.name)
        origin = FieldOrigin(self.deck, self.version, widget.page + 1, field).named(own)
        self.file.extend(own, f"/P {self.pages[widget.page]} 0 R/NM{text_string(origin)}{entries}")
        return own

    def _typing(self, widget: _Widget) -> str:
        """Return the entries for the look of typed text, and for the appearance of the empty field."""
        if isinstance(widget.item, WriteBox) and widget.item.echo:
            # It has no appearance. So viewers draw it when they show the page, with what was typed on the cover.
            return f"{self.typed(_SMALL)}/Q 2{_NO_BORDER}"
        stamp = self.stamps.get(widget.name)
        shown = self._prefill(widget.area, stamp) if stamp else self._appearance(widget)
        return f"{self.typed(_SIZE)}{_NO_BORDER}/AP<</N {shown} 0 R>>"

    def _prefill(self, area: Rect, stamp: TextBox) -> int:
        """Reserve the stream that draws ``stamp`` within ``area``, with the fonts of the pages; return its number."""
        held = Held(stamp.stamp, stamp.box.x - area.x, max(0.0, stamp.box.y - area.y), "/Tx BMC")
        fonts = f"/Resources<</Font {self.number(_PAGE_FONTS)} 0 R>>"
        found = Prefilled(held, area.h, self.file.reserve(), _entries(area, fonts))
        self.prefilled.append(found)
        return found.appearance

    def typed(self, size: int) -> str:
        """Return the entry ``/DA``: font, ``size`` in points and colour of typed text."""
        return f"/DA(/{NAME} {size} Tf {self.ink.fill})"

    def _states(self, widget: _Widget, state: str) -> str:
        """Return the entries with a circle's two appearances: a cross for ``state``, nothing for ``Off``."""
        r = widget.area.w / 2
        low, high = r * (1 - _CROSS), r * (1 + _CROSS)
        cross = (
            f"q 1 J {_STROKE} w {self.ink.stroke} {low:.2f} {low:.2f} m {high:.2f} {high:.2f} l "
            f"{low:.2f} {high:.2f} m {high:.2f} {low:.2f} l S Q"
        )
        on, off = self._appearance(widget, cross), self._appearance(widget, "")
        return f"/AS/Off/MK<<>>/AP<</N<</{state} {on} 0 R/Off {off} 0 R>>>>"

    def _appearance(self, widget: _Widget, operators: str = "/Tx BMC\nEMC") -> int:
        """Return the number of the form XObject that draws ``operators`` over a widget's area."""
        entries = _entries(widget.area, self.resources)
        key = entries + operators
        if key not in self._drawn:
            self._drawn[key] = self.file.add_stream(operators.encode(), entries)
        return self._drawn[key]


def _head(kind: str, name: str, label: str) -> str:
    """Return the entries for a field's type, its name, and the label that screen readers speak."""
    return f"/FT/{kind}/T{text_string(name)}/TU{text_string(label)}"


def _entries(area: Rect, resources: str) -> str:
    """Return the entries of a form XObject that covers ``area``."""
    return f"/Type/XObject/Subtype/Form/BBox[0 0 {area.w:.2f} {area.h:.2f}]{resources}"


def _kids(numbers: Sequence[int]) -> str:
    return "/Kids[" + " ".join(f"{number} 0 R" for number in numbers) + "]"


def typing_frame(item: WriteBox) -> Rect:
    """Return the frame that a field of several lines has in place of write lines."""
    box = item.box
    return Rect(box.x, box.y + _ABOVE, box.w, box.h - _ABOVE - _CLEAR)


def _area(item: WriteBox) -> Rect:
    """Return the field's area in a box: just above a single rule; within a frame, to the right of a warm dot in it."""
    box = item.box
    if item.echo:
        return box.moved(0.0, _TO_HEAD)
    if item.ruling is Ruling.LINES and item.count > 1:
        frame = typing_frame(item)
        return Rect(frame.x + _INSET, frame.y + _INSET, frame.w - 2 * _INSET, frame.h - 2 * _INSET)
    if item.ruling is Ruling.LINES:
        return Rect(box.x, box.bottom - _LINE_HEIGHT, box.w, _LINE_HEIGHT)
    return Rect(box.x + _BESIDE_DOT, box.y + _WITHIN, box.w - _BESIDE_DOT - _WITHIN, box.h - 2 * _WITHIN)
