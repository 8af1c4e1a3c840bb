"""Faulty pictures, workbooks, templates and filled handouts, each with a deck that names it."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pikepdf
from PIL import Image

import filling
import made_templates
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from fuzz.case import DECK, Case
from fuzz.decks import OTHER_VALUES, TESTS
from fuzz.typed import typed, typed_text

HEAD = "deck:\n  title: Prøve\nslides:\n"
NUMBERS = (
    "0",
    "-1",
    "1",
    "NaN",
    "1e99",
    "-1e999",
    "99999999999",
    "0.0000001",
    "",
    "x",
    "2147483648",
    "1,5",
    "50%",
    "٣",
    "#REF!",
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="200" height="100" viewBox="0 0 200 100">'
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/>'
    '<stop offset="1" stop-color="blue" stop-opacity=".5"/>'
    '</linearGradient><clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>'
    '<g id="d"><path d="M0 0l10 10h5v5z"/></g></defs>'
    "<style>.a{fill:red;stroke:#00f} rect{opacity:.9}</style>"
    '<rect class="a" x="1" y="2" width="90" height="40" rx="5" transform="rotate(10 5 5) scale(1.2)"/>'
    '<path d="M10 10C20 20 30 30 40 10S60 0 70 10A5 5 0 0 1 90 20Q1 2 3 4T5 6Z" fill="url(#g)" stroke-dasharray="3 1"/>'
    '<use xlink:href="#d" x="20"/><g clip-path="url(#c)"><ellipse cx="50" cy="50" rx="30" ry="20"/></g>'
    '<polyline points="0,0 10,10 20,5"/><text x="10" y="90" font-size="12">Støj <tspan dy="2">er viden</tspan></text>'
    '<image width="5" height="5" href="data:image/png;base64,iVBORw0KGgo="/></svg>'
)


def other_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one to four things changed: bytes, a stretch, its end, or stretches in other places."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randint(0, len(data)), chance.choice([1, 2, 4, 16, 200])
        match chance.randrange(7):
            case 0 | 1:
                data = data[:at] + chance.randbytes(length) + data[at + length :]
            case 2:
                data = data[:at] + chance.choice([b"\0", b"\xff", b"\x7f\xff\xff\xff"]) * length + data[at + length :]
            case 3:
                data = data[:at] + data[at + length :]
            case 4:
                data = data[:at] + data[chance.randint(0, len(data)) :][:length] + data[at:]
            case 5:
                head = min(len(data), 64)  # what a file is stands at its beginning
                at = chance.randrange(head) if head else 0
                data = data[:at] + chance.randbytes(1) + data[at + 1 :]
            case _:
                data = data[:at]
    return data


def other_markup(text: str, chance: random.Random) -> str:
    """Return XML with one to three things changed: a number, an attribute, a text, an element."""
    for _ in range(chance.randint(1, 3)):
        pattern, change = chance.choice(MARKUP)
        found = list(re.finditer(pattern, text))
        if found:
            match = chance.choice(found)
            text = text[: match.start()] + change(match.group(), chance) + text[match.end() :]
    return text


MARKUP: tuple[tuple[str, Callable[[str, random.Random], str]], ...] = (
    (r"-?\d+(\.\d+)?", lambda _, chance: chance.choice(NUMBERS)),
    (r"-?\d+(\.\d+)?", lambda _, chance: str(chance.randint(-(10**6), 10**6))),
    (r'"[^"<>]*"', lambda _, chance: f'"{chance.choice(NUMBERS)}"'),
    (r'"[^"<>]*"', lambda found, chance: typed_text(chance, found)),
    (r'\s[\w:]+="[^"]*"', lambda _, _chance: ""),
    (r"<[^<>]+/>", lambda _, _chance: ""),
    (r"<[^<>]+/>", lambda found, chance: found * chance.choice([2, 3, 300])),
    (r"<(\w[\w:]*)[^<>]*>[^<>]*</\1>", lambda _, _chance: ""),
    (r"<(\w[\w:]*)[^<>]*>[^<>]*</\1>", lambda found, chance: found * chance.choice([2, 300])),
    (r"<\w[\w:]*[^<>]*>", lambda _, _chance: ""),
    (r">[^<>]+<", lambda _, chance: f">{typed(chance)}<"),
    (r">[^<>]+<", lambda _, chance: f">{chance.choice(NUMBERS)}<"),
    (r"<\w[\w:]*", lambda _, chance: "<" + chance.choice(["a:p", "g", "use", "c", "svg", "script"])),
)


def other_package(data: bytes, chance: random.Random) -> bytes:
    """Return a package (.xlsx, .pptx) with a part or two changed, now and then with its bytes changed."""
    if chance.random() < 0.15:
        return other_bytes(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(chance.choice([1, 1, 2])):
        name = chance.choice(sorted(parts))
        if chance.random() < 0.06:
            del parts[name]
        elif name.endswith((".xml", ".rels", ".vml")):
            parts[name] = other_markup(parts[name].decode("utf-8", "replace"), chance).encode("utf-8", "replace")
        else:
            parts[name] = other_bytes(parts[name], chance)
    return archive(parts)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a .zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


@cache
def pictures() -> tuple[tuple[str, bytes], ...]:
    """Return a small picture of each kind, with its file extension."""
    found = [(path.suffix, path.read_bytes()) for path in sorted((TESTS / "broken" / "billeder").iterdir())]
    found = [(ending, data) for ending, data in found if len(data) < 200_000]
    wide = Image.linear_gradient("L").resize((60, 40))
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Møde"
    for ending, mode, more in (
        (".png", "RGBA", {}), (".png", "P", {}), (".png", "I;16", {}), (".png", "1", {"dpi": (72, 144)}),
        (".jpg", "RGB", {"exif": exif}), (".jpeg", "CMYK", {}), (".jpg", "L", {"progressive": True}),
        (".gif", "P", {}), (".bmp", "RGB", {}), (".tif", "RGB", {"compression": "tiff_lzw"}), (".webp", "RGBA", {}),
    ):  # fmt: skip
        target = io.BytesIO()
        wide.convert(mode).save(target, {".jpg": "JPEG", ".tif": "TIFF"}.get(ending, ending[1:].upper()), **more)
        found.append((ending, target.getvalue()))
    return (*found, (".svg", SVG.encode()))


def picture_case(chance: random.Random) -> Case:
    """Return a case of a picture on a slide, or as the logo."""
    ending, data = chance.choice(pictures()) if chance.random() < 0.7 else pictures()[-1]
    if ending == ".svg" and chance.random() < 0.9:
        made = other_markup(data.decode("utf-8", "replace"), chance).encode("utf-8", "replace")
    else:
        made = other_bytes(data, chance)
    if chance.random() < 0.05:
        ending = chance.choice([".png", ".svg", ".jpg", ".gif", ".emf", ""])
    name = f"billede{ending}"
    deck = HEAD + f"  - title: Et billede\n    picture: {{file: {name}, alt: Et møde, caption: Bordet}}\n"
    if chance.random() < 0.2:
        deck = HEAD.replace("slides:", f"theme:\n  logo: {name}\nslides:") + "  - title: A\n    bullets: [B, C]\n"
    return Case({"deck.yaml": deck.encode(), name: made}, {"deck.yaml": deck.encode(), name: data})


@cache
def workbook(people: bool) -> bytes:
    """Return a workbook of numbers, or of participants, with what workbooks have: formulas, dates, what is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    rows = (
        [
            ["Deltagere i forløbet"],
            ["Navn", "Netværk", "Dato"],
            ["Åse Ærø", "Nord", 45000],
            ["Bo Ø", "Syd", 1.5],
            ["Cæ", None, True],
        ]
        if people
        else [["År", "Før", "Nu"], ["2023", 7.4, 1234.5], ["2024", 6, 0.25], ["2025", -1, "=B2+1"]]
    )
    for row in rows:
        sheet.append(row)
    sheet["B3"].number_format = "0%" if not people else "General"
    sheet["C3"].number_format = "yyyy-mm-dd" if people else "#,##0.00"
    sheet.row_dimensions[4].hidden = True
    sheet.merge_cells("A5:B5")
    book.create_sheet("Ark 2").append(["a", 1])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


TABLES = (
    "År;Før;Nu\n2023;7,4;1.234,5\n2024;6;25 %\n", "a,b\nx,1.5\ny,2\n", "sep=;\nNavn;Netværk\nÅse;Nord\n",
    "a\tb\n\"x\ny\"\t3\n",
    "Deltagere\n\nFornavn;Efternavn\nBo;Ø\n\"Åse \"\"Å\"\"\";Ærø\n",
)  # fmt: skip


def other_table(text: str, chance: random.Random) -> bytes:
    """Return the bytes of a .csv file with some things changed, in an encoding that such files have."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(text))
        match chance.randrange(5):
            case 0:
                text = typed_text(chance, text)
            case 1:
                text = (
                    text[:at] + chance.choice([*NUMBERS, ";", ",", '"', "\n", "\t", "\x00", ";;;;", "\r"]) + text[at:]
                )
            case 2:
                text = text[:at] + text[at + chance.randint(1, 9) :]
            case 3:
                cells = re.split(r"([;,\t\n])", text)
                cells[chance.randrange(len(cells))] = chance.choice([*NUMBERS, *OTHER_VALUES])
                text = "".join(cells)
            case _:
                text = text * chance.choice([2, 30])
    encoding = chance.choice(
        ["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "cp865", "mac-roman", "utf-16-le", "cp1250"]
    )
    data = text.encode(encoding, "replace")
    return other_bytes(data, chance) if chance.random() < 0.1 else data


def workbook_case(chance: random.Random) -> Case:
    """Return a case of a workbook or .csv file: a chart's numbers, a table's rows, or the list of participants."""
    people = chance.random() < 0.4
    if chance.random() < 0.6:
        name, plain = "tal.xlsx", workbook(people)
        made = other_package(plain, chance)
    else:
        text = chance.choice(TABLES)
        name, plain, made = chance.choice(["tal.csv", "tal.csv", "tal.txt"]), text.encode(), other_table(text, chance)
    deck = HEAD + "  - title: Tal\n    chart: {data: %s, caption: Tal}\n" % name  # noqa: UP031 - braces of YAML
    commands = DECK
    if people:
        deck = HEAD + "  - title: Spørgsmål\n    reflection: [Hvad nu?]\n"
        commands = (("handout", "deck.yaml", "--participants", name, "--json"),)
    return Case({"deck.yaml": deck.encode(), name: made}, {"deck.yaml": deck.encode(), name: plain}, commands)


@cache
def templates() -> tuple[tuple[str, bytes], ...]:
    """Return the templates that the tests make, by name."""
    with TemporaryDirectory() as folder:
        return tuple(
            (name, made_templates.make(name, Path(folder, f"{name}.pptx")).read_bytes()) for name in made_templates.MADE
        )


def template_case(chance: random.Random) -> Case:
    """Return a case of a PowerPoint template that a deck names."""
    _, plain = chance.choice(templates())
    deck = HEAD + (
        "  - section: Del\n  - title: Punkter\n    bullets: [A, B]\n"
        "  - title: Tabel\n    table: {columns: [A, B], rows: [[1, 2]]}\n"
        "  - title: To\n    columns: [{bullets: [A]}, {bullets: [B]}]\n  - quote: {text: Støj er viden, by: Nogen}\n"
        "theme:\n  template: skabelon.pptx\n"
    )  # fmt: skip
    files = {"deck.yaml": deck.encode(), "skabelon.pptx": other_package(plain, chance)}
    return Case(files, {**files, "skabelon.pptx": plain}, (*DECK, ("template", "inspect", "skabelon.pptx")))


PAPERS = HEAD + (
    "  - title: Spørgsmål\n    reflection: [Hvad nu?]\n  - title: Tal\n    table: {columns: [A, B], rows: [[1, 2]]}\n"
    "handout:\n  editions: [participant]\n"
)  # fmt: skip


@cache
def papers() -> tuple[tuple[str, bytes], ...]:
    """Return the slides and the handout of a deck, by name."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.yaml")
        path.write_text(PAPERS, "utf-8")
        laid_out, _ = lay_out_deck(path)
        assert laid_out
        return (
            ("deck.pptx", render_paper(laid_out, PaperKind.SLIDES)),
            ("deck.pdf", render_paper(laid_out, PaperKind.HANDOUT, Edition.PARTICIPANT)),
        )


def paper_case(chance: random.Random) -> Case:
    """Return a case of a paper that is compared with the sound one."""
    name, plain = chance.choice(papers())
    made = other_package(plain, chance) if name.endswith(".pptx") else other_pdf(plain, chance)
    files = {"deck.yaml": PAPERS.encode(), f"new-{name}": plain}
    return Case({**files, name: made}, {**files, name: plain}, (("diff", name, f"new-{name}", "--json"),))


FORM = HEAD + (
    "  - title: Spørgsmål\n    reflection:\n      - Hvad nu?\n"
    "      - {ask: Hvor enig?, answer: scale, choices: [a, b, c]}\n"
    "      - {ask: Hvilke?, answer: tick, choices: [a, b]}\n"
    "handout:\n  editions: [participant, fillable]\n"
)  # fmt: skip


@cache
def forms() -> tuple[bytes, ...]:
    """Return filled handouts: by three programs, of two people each."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.yaml")
        path.write_text(FORM, "utf-8")
        _, form, data = filling.fillable(path)
    hands = (filling.by_pikepdf, filling.by_pypdf, filling.by_pdfium)
    return tuple(hand(data, filling.answers(form, seed)) for hand in hands for seed in (1, 2))


def other_objects(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF in which values of fields, pages or other dictionaries are of another type, or lead in a circle."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and len(each.keys())]
        fields = [each for each in found if "/FT" in each or "/Parent" in each or "/Fields" in each or "/Kids" in each]
        for _ in range(chance.randint(1, 3)):
            held = chance.choice(fields if fields and chance.random() < 0.8 else found)
            key = chance.choice(sorted(held.keys()))
            held[key] = chance.choice([
                0, -1, True, pikepdf.Name("/x"), pikepdf.String(typed(chance).encode("utf-8", "replace").decode()),
                pikepdf.Array(), pikepdf.Array([1, pikepdf.Name("/Yes")]), pikepdf.Dictionary(), held,
                chance.choice(found), pikepdf.String("\ufeff\x00"), 10**12,
            ])  # fmt: skip
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def other_pdf(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with some bytes or some of its objects changed."""
    return other_bytes(data, chance) if chance.random() < 0.4 else other_objects(data, chance)


def form_case(chance: random.Random) -> Case:
    """Return a case of a filled handout, or of an archive of two."""
    plain = chance.choice(forms())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = other_pdf(plain, chance)
    name = "svar.pdf"
    if chance.random() < 0.1:
        name, other = "svar.zip", f"{typed(chance)}.pdf".encode("utf-8", "replace").decode()
        made, plain = archive({"a/svar.pdf": made, other: plain}), archive({"a/svar.pdf": plain, "b/svar.pdf": plain})
        made = other_bytes(made, chance) if chance.random() < 0.5 else made
    deck = {"deck.yaml": FORM.encode()}
    commands = (("collect", name, "-o", "svar.csv", "-o", "svar.xlsx", "-o", "svar.yaml"),)
    return Case({**deck, name: made}, {**deck, name: plain}, commands)
