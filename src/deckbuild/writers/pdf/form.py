"""Fields to fill in on a screen: widgets where the handout is written on (ISO 32000-1, 12.7; PDF/UA-1, 7.18.4).

Each is named after its question's stable id, says what is asked, and is content of a ``Form`` element where it stands
in the reading order. All states have an appearance, so that no viewer needs to make one up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from deckbuild.frame.form import Form, FormEntry, FormEntryKind
from deckbuild.frame.items import Ruling, Tick, WriteBox
from deckbuild.units import Pt, Rect, mm
from deckbuild.writers.pdf.file import PdfFile
from deckbuild.writers.pdf.tags.elements import text_string
from deckbuild.writers.pdf.tags.tagger import Tagger
from deckbuild.writers.pdf.typing_font import NAME, add_typing_font

_SIZE, _SMALL = 11, 9
"""Type sizes in points: of what is typed, and of the name in the running head."""
_LINE_HEIGHT = mm(6)
"""A single line's field stands so high on its rule."""
_TO_HEAD = mm(0.5)
"""How much lower a name stands in the running head than viewers centre it, to share the head's baseline."""
_BESIDE_DOT, _WITHIN = mm(7.5), mm(2)
"""Left and other margins of what is typed into a frame or a board."""
_PRINT, _LOCKED = 4, 64
"""Annotation flags (12.5.3): printed; not to be changed where it stands."""
_READ_ONLY, _MULTILINE, _RADIO = 1, 1 << 12, 1 << 15
"""Field flags (12.7.3 and 12.7.4)."""
_CROSS, _STROKE = 0.6, 1.6
"""How far a cross reaches from the middle of its circle, as a share of the radius; its strokes' width in points."""
_NO_BORDER = "/BS<</W 0>>"
"""Or viewers keep a point free around what is typed, and it would miss the rules."""
_YES = "Yes"
"""The state of a circle that is ticked."""


@dataclass(frozen=True, slots=True)
class _Widget:
    """Where a field, or one circle of a field, stands."""

    item: WriteBox | Tick
    area: Rect
    page: int
    """From 0."""
    name: str
    """reportlab's name of the annotation."""


class FormWriter:
    """Puts the fields of ``form`` on the pages of ``canvas``; what is typed has the colour of the operands ``ink``."""

    def __init__(self, form: Form, canvas: Canvas, ink: str) -> None:
        self._form = form
        self._canvas = canvas
        self._ink = ink
        self._widgets: dict[str, list[_Widget]] = defaultdict(list)
        """By the id of the entry they belong to."""

    def box(self, item: WriteBox, tagger: Tagger | None, height: Pt) -> None:
        """Put a field where a box is written in, on a page ``height`` points high."""
        self._place(item.id, item, _area(item), _PRINT | (_LOCKED if item.echo else 0), tagger, height)

    def circle(self, item: Tick, tagger: Tagger | None, height: Pt) -> None:
        """Put a field where a circle is crossed, on a page ``height`` points high."""
        area = Rect(item.x - item.r, item.y - item.r, 2 * item.r, 2 * item.r)
        self._place(item.choice.id, item, area, _PRINT, tagger, height)

    def _place(
        self, entry: str, item: WriteBox | Tick, area: Rect, flags: int, tagger: Tagger | None, height: Pt
    ) -> None:
        """Put a widget on the page being drawn and into the structure; ``write`` adds what it is."""
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

    def write(self, file: PdfFile, pages: Sequence[int], number: Callable[[str], int]) -> int:
        """Add the fields to ``file``, whose pages are the objects numbered ``pages``; return the form's number."""
        font = add_typing_font(file)
        objects = _Objects(file, pages, number, f"/Resources<</Font<</{NAME} {font} 0 R>>>>", self._ink)
        fields: list[int] = []
        for entry in self._form.entries:
            fields += objects.fields(entry, self._widgets[entry.id])
        belongs = text_string(f"{self._form.deck} {self._form.version}")
        fields.append(file.add(f"<</FT/Tx/T({self._form.MARKER})/Ff {_READ_ONLY}/V{belongs}/DV{belongs}>>".encode()))
        listed = " ".join(f"{field} 0 R" for field in fields)
        resources = f"/DR<</Font<</{NAME} {font} 0 R>>>>"
        return file.add(f"<</Fields[{listed}]{resources}{objects.typed(_SIZE)}>>".encode())


@dataclass(slots=True)
class _Objects:
    """Writes fields and widgets as objects of ``file``."""

    file: PdfFile
    pages: Sequence[int]
    number: Callable[[str], int]
    """Gives the number of an annotation by its name."""
    resources: str
    ink: str
    _drawn: dict[str, int] = field(default_factory=dict)
    """Appearances that are alike are written once."""

    def fields(self, entry: FormEntry, widgets: Sequence[_Widget]) -> list[int]:
        """Write what an entry is filled in with; return the numbers of its fields."""
        match entry.kind:
            case FormEntryKind.LINE | FormEntryKind.LINES:
                return [self._text(entry, widgets)]
            case FormEntryKind.ONE:
                return [self._one(entry, widgets)]
            case FormEntryKind.SEVERAL:
                return [
                    self._widget(w, _head("Btn", option.name, f"{entry.label}: {option.label}") + self._states(w, _YES))
                    for w, option in zip(widgets, entry.options, strict=True)
                ]
            case _:
                assert_never(entry.kind)

    def _text(self, entry: FormEntry, widgets: Sequence[_Widget]) -> int:
        """Write a text field: one widget is the field itself; further ones show the same."""
        flags = _MULTILINE if entry.kind is FormEntryKind.LINES else 0
        head = _head("Tx", entry.id, entry.label) + (f"/Ff {flags}" if flags else "")
        if len(widgets) == 1:
            return self._widget(widgets[0], head + self._typing(widgets[0]))
        parent = self.file.reserve()
        kids = [self._widget(w, f"/Parent {parent} 0 R/TU{text_string(entry.label)}{self._typing(w)}") for w in widgets]
        self.file.put(parent, f"<<{head}{self.typed(_SIZE)}{_kids(kids)}>>".encode())
        return parent

    def _one(self, entry: FormEntry, widgets: Sequence[_Widget]) -> int:
        """Write circles of which one can be crossed; a second click takes the cross away."""
        parent = self.file.reserve()
        kids = [
            self._widget(
                w,
                f"/Parent {parent} 0 R/TU{text_string(f'{entry.label}: {option.label}')}{self._states(w, option.name)}",
            )
            for w, option in zip(widgets, entry.options, strict=True)
        ]
        self.file.put(parent, f"<<{_head('Btn', entry.id, entry.label)}/Ff {_RADIO}/V/Off{_kids(kids)}>>".encode())
        return parent

    def _widget(self, widget: _Widget, entries: str) -> int:
        """Complete a widget's annotation; return its number."""
        own = self.number(widget.name)
        self.file.extend(own, f"/P {self.pages[widget.page]} 0 R{entries}")
        return own

    def _typing(self, widget: _Widget) -> str:
        """Return how what is typed looks, and the appearance before anything is."""
        if isinstance(widget.item, WriteBox) and widget.item.echo:
            # without an appearance, so that viewers draw what was typed on the cover when they come to the page
            return f"{self.typed(_SMALL)}/Q 2{_NO_BORDER}"
        return f"{self.typed(_SIZE)}{_NO_BORDER}/AP<</N {self._appearance(widget)} 0 R>>"

    def typed(self, size: int) -> str:
        """Return the entry for the looks of typed text."""
        return f"/DA(/{NAME} {size} Tf {self.ink} rg)"

    def _states(self, widget: _Widget, state: str) -> str:
        """Return the two looks of a circle: crossed in ``state``, else empty."""
        r = widget.area.w / 2
        low, high = r * (1 - _CROSS), r * (1 + _CROSS)
        cross = (
            f"q 1 J {_STROKE} w {self.ink} RG {low:.2f} {low:.2f} m {high:.2f} {high:.2f} l "
            f"{low:.2f} {high:.2f} m {high:.2f} {low:.2f} l S Q"
        )
        on, off = self._appearance(widget, cross), self._appearance(widget, "")
        return f"/AS/Off/MK<<>>/AP<</N<</{state} {on} 0 R/Off {off} 0 R>>>>"

    def _appearance(self, widget: _Widget, operators: str = "/Tx BMC\nEMC") -> int:
        """Return the number of the form XObject that draws ``operators`` over a widget's area."""
        area = widget.area
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {area.w:.2f} {area.h:.2f}]{self.resources}"
        key = entries + operators
        if key not in self._drawn:
            self._drawn[key] = self.file.add_stream(operators.encode(), entries)
        return self._drawn[key]


def _head(kind: str, name: str, label: str) -> str:
    """Return what a field is, its name, and what a screen reader says of it."""
    return f"/FT/{kind}/T{text_string(name)}/TU{text_string(label)}"


def _kids(numbers: Sequence[int]) -> str:
    return "/Kids[" + " ".join(f"{number} 0 R" for number in numbers) + "]"


def _area(item: WriteBox) -> Rect:
    """Return where typed text stands in a box: low on a single rule, beside the warm dot in a frame."""
    box = item.box
    if item.echo:
        return box.moved(0.0, _TO_HEAD)
    if item.ruling is Ruling.LINES and item.count > 1:
        return box
    if item.ruling is Ruling.LINES:
        return Rect(box.x, box.bottom - _LINE_HEIGHT, box.w, _LINE_HEIGHT)
    return Rect(box.x + _BESIDE_DOT, box.y + _WITHIN, box.w - _BESIDE_DOT - _WITHIN, box.h - 2 * _WITHIN)
