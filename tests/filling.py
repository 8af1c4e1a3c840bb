"""Fillable handouts and people who fill them: by programs that participants' viewers are made of."""

from __future__ import annotations

import ctypes
import io
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pikepdf.form
import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from deckbuild.frame.form import Form, FormEntryKind, form_of
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper

Filled = Mapping[str, str]
"""Name of a field -> what is typed, or the state of its circles."""

TEXTS = (
    "", "Ja", "Rødgrød med fløde på Åsø", "Første linje\nAnden linje\n\nFjerde efter en tom",
    'Han sagde "nej"; så gik hun',
    "=1+1", "-3 grader", "+45 12 34 56 78", "@alle", "'=1", "  mellemrum  ", "en;to", "æ" * 900, "10 % & <b>fed</b>",
)  # fmt: skip
"""What is hard to carry through: several lines, letters, quotation marks, what looks like a formula."""


def fillable(path: Path) -> tuple[LaidOut, Form, bytes]:
    """Lay out a deck and write its fillable handout."""
    laid_out, diagnostics = lay_out_deck(path, editions=(Edition.FILLABLE,))
    assert laid_out, [d.text() for d in diagnostics]
    data = render_paper(laid_out, PaperKind.HANDOUT, Edition.FILLABLE)
    return laid_out, form_of(laid_out.documents[Edition.FILLABLE]), data


def answers(form: Form, seed: int) -> dict[str, str]:
    """Make up what a participant fills in."""
    chance = random.Random(seed)  # noqa: S311 - a made-up participant
    made = {}
    for entry in form.entries:
        match entry.kind:
            case FormEntryKind.LINE:
                made[entry.id] = chance.choice(TEXTS).replace("\n", " ")
            case FormEntryKind.LINES:
                made[entry.id] = chance.choice(TEXTS)
            case FormEntryKind.ONE:
                made[entry.id] = chance.choice(["", *(option.name for option in entry.options)])
            case FormEntryKind.SEVERAL:
                made |= {option.name: chance.choice(["", "Yes"]) for option in entry.options}
    return made


def by_pikepdf(data: bytes, filled: Filled) -> bytes:
    """Fill in as programs built on qpdf do: values and appearances."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = pikepdf.form.Form(pdf, pikepdf.form.ExtendedAppearanceStreamGenerator)
        for name, value in filled.items():
            field = form[name]
            if not value:
                continue
            if isinstance(field, pikepdf.form.TextField):
                field.value = value
            elif isinstance(field, pikepdf.form.RadioButtonGroup):
                next(o for o in field.options if o.on_value == pikepdf.Name(f"/{value}")).select()
            else:
                field.checked = True
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def by_pypdf(data: bytes, filled: Filled) -> bytes:
    """Fill in as Python programs do."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    fields = writer.get_fields() or {}
    values = {name: value if fields[name]["/FT"] == "/Tx" else f"/{value}" for name, value in filled.items() if value}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def by_pdfium(data: bytes, filled: Filled) -> bytes:
    """Fill in as somebody does in the viewer of a browser: clicking into fields and typing."""
    pdf = pdfium.PdfDocument(data)
    pdf.init_forms()
    hand = pdf.formenv
    for page in pdf:
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            widget = raw.FPDFPage_GetAnnot(page, index)
            kind = raw.FPDFAnnot_GetFormFieldType(hand, widget)
            value = filled.get(_text(raw.FPDFAnnot_GetFormFieldName, hand, widget), "")
            if kind == raw.FPDF_FORMFIELD_TEXTFIELD and value:
                _click(hand, page, widget)
                typed = value.replace("\n", "\r\n").encode("utf-16-le") + b"\0\0"
                raw.FORM_SelectAllText(hand, page)
                raw.FORM_ReplaceSelection(
                    hand, page, ctypes.cast(ctypes.create_string_buffer(typed), raw.FPDF_WIDESTRING)
                )
            elif value and value == _text(raw.FPDFAnnot_GetFormFieldExportValue, hand, widget):
                _click(hand, page, widget)
            raw.FPDFPage_CloseAnnot(widget)
        raw.FORM_ForceToKillFocus(hand)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _text(ask: Callable[..., int], *about: object) -> str:
    """Return a text that PDFium writes into a buffer."""
    buffer = ctypes.create_string_buffer(ask(*about, None, 0))
    ask(*about, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), len(buffer))
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _click(hand: object, page: pdfium.PdfPage, widget: object) -> None:
    area = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(widget, area)
    x, y = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    raw.FORM_OnMouseMove(hand, page, 0, x, y)
    raw.FORM_OnLButtonDown(hand, page, 0, x, y)
    raw.FORM_OnLButtonUp(hand, page, 0, x, y)
