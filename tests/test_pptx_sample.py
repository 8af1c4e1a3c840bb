"""A deck with every kind of item on every layout, for the tests of the PowerPoint writer; and that it lays out."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import (
    Anchor,
    Border,
    Connector,
    Group,
    Item,
    LayoutKind,
    PictureItem,
    Role,
    Shape,
    ShapeKind,
    TableCell,
    TableItem,
    TableRow,
    TextBox,
)
from deckbuild.frame.text import Align, Par
from deckbuild.layout.table import TableLook, body_row, column_widths, columns_of, head_row, table_item
from deckbuild.layout.text.bullets import dash, hanging, numeral
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.model.default_layouts import OWN
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import HAIR, INK, MARK, PAPER, SOFT, Color, Step, TypeScale, accent, wash
from deckbuild.units import Rect

SETTING = TextSettings()
SCALE = TypeScale()
BODY = ParStyle(SCALE.body[0])
ITEM = replace(BODY, indent=24, hang=24, before=8)
FOOT = ParStyle(SCALE.foot, SOFT)
BLUE = accent(1)


def par(text: str | Text, width: float, style: ParStyle = BODY, **kinds: Any) -> Par:
    """Set a paragraph; ``bullet=`` as in ``set_par``."""
    return set_par(plain(text) if isinstance(text, str) else text, style, width, SETTING, **kinds)


def title(text: str, layout: LayoutKind, style: ParStyle | None = None) -> TextBox:
    box = OWN.layouts[layout].boxes[Role.TITLE]
    own = par(text, box.w, style or ParStyle(SCALE.title, bold=True))
    if layout is LayoutKind.TITLE:
        pars = stack((own,), top=box.h - own.height)
        return TextBox(id="title", box=box, pars=pars, role=Role.TITLE, anchor=Anchor.BOTTOM)
    return TextBox(id="title", box=box, pars=stack((own,)), role=Role.TITLE)


def body(pars: tuple[Par, ...], layout: LayoutKind, role: Role = Role.BODY, **more: Any) -> TextBox:
    return TextBox(id=role.value, box=OWN.layouts[layout].boxes[role], pars=stack(pars), role=role, **more)


def furniture(number: int) -> tuple[Item, ...]:
    """The tab and the foot."""
    boxes = OWN.layouts[LayoutKind.TEXT].boxes
    section = Text((Run("1", bold=True), Run("  Velfærdstransformation")))
    right = replace(FOOT, bold=True, align=Align.RIGHT)
    tab = Rect(0, 0, 24, 108)
    digit = ParStyle(Step(14, 18), PAPER, bold=True, align=Align.CENTER)
    return (
        Shape(
            id="tab", kind=ShapeKind.RECT, box=tab, fill=BLUE, pars=stack((par("1", 24, digit),), top=45),
        ),
        TextBox(
            id="foot/section", box=boxes[Role.SECTION], pars=(par(section, 200, replace(FOOT, color=BLUE)),),
            role=Role.SECTION,
        ),
        TextBox(id="foot/source", box=boxes[Role.SOURCE], pars=(par("Tekst 3: Pors", 400, FOOT),), role=Role.SOURCE),
        Shape(id="foot/dot", kind=ShapeKind.ELLIPSE, box=Rect(688, 503, 10, 10), fill=MARK),
        TextBox(
            id="foot/write", box=boxes[Role.WRITE], role=Role.WRITE,
            pars=(par("Skriv i hæftet, side 13", 154, replace(FOOT, color=INK)),),
        ),
        TextBox(
            id="foot/number", box=boxes[Role.NUMBER], pars=(par(str(number), 40, right),), role=Role.NUMBER,
        ),
    )  # fmt: skip


def slide(number: int, name: str, layout: LayoutKind, *items: Item, **more: Any) -> Frame:
    return Frame(
        id=name, slide=name, number=number, title=name, layout=layout, section=1,
        items=(title(name.capitalize(), layout), *items, *furniture(number)), **more,
    )  # fmt: skip


def title_frame() -> Frame:
    tabs = [
        Shape(id=f"tab{i}", kind=ShapeKind.RECT, box=Rect(0, 108 * i, 24, 108), fill=accent(i + 1)) for i in range(5)
    ]
    rings = [
        Shape(
            id=f"ring{i}", kind=ShapeKind.ELLIPSE, box=Rect(720 - 28 * i, 152 - 28 * i, 72 + 56 * i, 72 + 56 * i),
            stroke=accent(i + 1), width=2,
        )
        for i in range(5)
    ]  # fmt: skip
    star = Shape(id="star", kind=ShapeKind.STAR, box=Rect(732, 164, 48, 48), fill=MARK)
    subtitle = body(
        (par("Kursusdag for netværksledere", 848, ParStyle(SCALE.body[0], SOFT)),), LayoutKind.TITLE, Role.SUBTITLE
    )
    return Frame(
        id="titel", slide="", number=0, title="Velfærdstransformation", layout=LayoutKind.TITLE, section=0,
        items=(
            title("Velfærdstransformation", LayoutKind.TITLE, ParStyle(SCALE.deck_title, bold=True)),
            subtitle, *tabs, *rings, star,
            TextBox(id="owner", box=Rect(92, 40, 200, 24), pars=(par("Kommunen", 200, ParStyle(Step(14, 24))),)),
        ),
    )  # fmt: skip


def section_frame() -> Frame:
    white = ParStyle(SCALE.section, PAPER, bold=True)
    band = Shape(id="band", kind=ShapeKind.RECT, box=Rect(0, 0, 960, 108), fill=BLUE)
    digit = TextBox(id="digit", box=Rect(56, 30, 100, 48), pars=(par("1", 100, white),), artifact=True)
    return Frame(
        id="afsnit", slide="afsnit", number=1, title="Velfærd", layout=LayoutKind.SECTION, section=1,
        items=(band, title("Velfærdstransformation", LayoutKind.SECTION, white), digit),
    )  # fmt: skip


def lists_frame() -> Frame:
    """Dashes at two levels, links of all kinds, a language, breaks, characters XML is afraid of."""
    layout, width = LayoutKind.TEXT, 704
    deeper = replace(ITEM, step=SCALE.body[2], indent=48, level=1)
    mixed = Text(
        (
            Run("Læs "), Run("hele", bold=True), Run(" teksten", italic=True), Run(" på "),
            Run("kursets side", link="https://example.org/søg?a=1&b=2 3"), Run(" eller skriv til "),
            Run("os", link="mailto:kursus@example.org"),
        )
    )  # fmt: skip
    jump = Text((Run("Se "), Run("figuren", link="#figur"), Run(" og "), Run("det ukendte", link="#findes-ikke")))
    pars = (
        par(mixed, width, ITEM, bullet=dash(ITEM, BLUE)),
        par(jump, width, ITEM, bullet=dash(ITEM, BLUE)),
        par(
            "Et underpunkt, der er så langt, at det brydes over to linjer på sliden",
            width,
            deeper,
            bullet=dash(deeper, BLUE),
        ),
        par(Text((Run("På engelsk: "), Run("wicked problems", lang="en-GB"))), width, ITEM, bullet=dash(ITEM, BLUE)),
        par("Før\nefter <b> & \"citat\" 'x' \x0b\x00 slut", width, ITEM, bullet=dash(ITEM, BLUE)),
        par("Vel\u00adfærds\u00adtrans\u00adformation", width, BODY),
    )
    notes = (
        par("Giv fem minutter i stilhed.", 400),
        par(
            Text((Run("Husk "), Run("listen", bold=True), Run(" & "), Run("stien", link="#figur"))),
            400,
            ITEM,
            bullet=dash(ITEM, BLUE),
        ),
        par("først", 400, replace(ITEM, level=1), bullet=numeral(1, ITEM, BLUE)),
        par("så", 400, replace(ITEM, level=1), bullet=numeral(2, ITEM, BLUE)),
    )
    return slide(2, "punkter", layout, body(pars, layout), notes=notes)


def numbers_frame() -> Frame:
    layout = LayoutKind.COLUMNS
    style = replace(ITEM, indent=28, hang=28)
    left = tuple(par(t, 400, style, bullet=numeral(i, style, BLUE)) for i, t in enumerate(("Fem", "Seks", "Syv"), 5))
    right = (
        par("Et", 416, style, bullet=numeral(1, style, BLUE)),
        par("To", 416, style, bullet=numeral(2, style, BLUE)),
        par("Mellemrum", 416, BODY),
        par("Tre efter et mellemrum", 416, style, bullet=numeral(3, style, BLUE)),
    )
    return slide(3, "tal", layout, body(left, layout), body(right, layout, Role.BODY2))


def questions_frame() -> Frame:
    layout = LayoutKind.QUESTIONS
    style = replace(BODY, indent=144, hang=144, before=14)
    questions = (
        "Hvordan kan man sætte mål og strategi og samtidig holde alternativer åbne?",
        "Hvordan kan du lede et netværk, når du også vil have den størst mulige fleksibilitet for hver deltager?",
        "Har du gjort brug af støj?",
    )
    pars = tuple(par(q, 776, style, bullet=hanging(f"4.{i}", style, MARK)) for i, q in enumerate(questions, 1))
    return slide(4, "refleksion", layout, body(pars, layout))


def figure_frame() -> Frame:
    """Connectors in all four directions, one to an ellipse, in a group with an alternative text."""
    label = ParStyle(Step(20, 26), bold=True, align=Align.CENTER)

    def node(name: str, kind: ShapeKind, box: Rect, text: str, fill: Color = PAPER) -> Shape:
        set_text = par(text, box.w, label)
        return Shape(
            id=f"figur/{name}", kind=kind, box=box, fill=fill, stroke=BLUE, width=1.5, radius=8,
            pars=stack((set_text,), top=(box.h - set_text.height) / 2),
        )  # fmt: skip

    nodes = (
        node("a", ShapeKind.PILL, Rect(100, 380, 280, 36), "Den uskyldige institution", wash(1)),
        node("b", ShapeKind.RECT, Rect(520, 420, 160, 36), "Bureaukratiet"),
        node("c", ShapeKind.ROUND, Rect(560, 280, 240, 48), "Sektorforvaltningen"),
        node("d", ShapeKind.ELLIPSE, Rect(140, 140, 180, 180), "Den fagligt ansvarlige institution", wash(1)),
    )
    line: Any = {"color": INK, "width": 1.75, "arrow": True}
    arrows = (
        Connector(
            id="figur/ba", x1=516, y1=434, x2=384, y2=402, start="figur/b", start_site=1, end="figur/a", end_site=3,
            **line,
        ),
        Connector(
            id="figur/ac", x1=384, y1=394, x2=556, y2=308, start="figur/a", start_site=3, end="figur/c", end_site=1,
            **line,
        ),
        Connector(
            id="figur/cd", x1=556, y1=300, x2=324, y2=230, start="figur/c", start_site=1, end="figur/d", end_site=3,
            **line,
        ),
        Connector(id="figur/axis", x1=56, y1=480, x2=56, y2=164, color=INK, width=1, arrow=True),
        Connector(id="figur/down", x1=860, y1=164, x2=904, y2=480, color=HAIR, width=1),
    )  # fmt: skip
    label_box = TextBox(
        id="figur/label", box=Rect(56, 112, 150, 44),
        pars=(par("Udvikling af organisationen", 150, ParStyle(SCALE.axis, SOFT)),),
    )  # fmt: skip
    group = Group(
        id="figur", box=Rect(56, 112, 848, 368), items=(label_box, *arrows[:2], *nodes, *arrows[2:]),
        alt='Fire trin: "institution" & forvaltning\nfra bureaukrati til ansvar',
    )  # fmt: skip
    return slide(5, "figur", LayoutKind.FIGURE, group)


def table_frame() -> Frame:
    look = TableLook(step=SCALE.table[0], head=BLUE)
    heads = tuple(plain(t) for t in ("Hold", "Hvad der sker", "Hos os"))
    rows = tuple(
        tuple(plain(t) for t in row)
        for row in (
            ("Netværk A", "Vi mødes hver måned og taler om det, der er svært, til det bliver lidt lettere", "Ja"),
            ("Netværk B", "Vi skriver sammen", ""),
        )
    )
    widths = column_widths(heads, rows, 848, look.step, look.gutter, head_column=True)
    columns = columns_of(rows, head_column=True)
    made = [head_row(heads, columns, widths, look, SETTING)]
    made += [body_row(row, columns, widths, look, SETTING) for row in rows]
    short = TableRow(30, made[-1].cells[:1])
    table = table_item("tabel", 56, 96, widths, [*made, short], head_rows=1, head_column=True, alt="To netværk")
    text = par("Løs tabel", 100, ParStyle(SCALE.table[0]))
    cell = TableCell(pars=(text,), inset=(4, 5, 6, 7), bottom=Border(2, MARK), anchor=Anchor.MIDDLE)
    loose = TableItem(
        id="lille", box=Rect(56, 300, 200.1, 40), widths=(100.05, 100.05),
        rows=(TableRow(40, (cell, TableCell(pars=(), inset=(0, 0, 0, 0)))),), head_rows=0,
    )  # fmt: skip
    return slide(6, "tabel", LayoutKind.TABLE, table, loose)


def picture_frame(folder: Path) -> Frame:
    first, second = folder / "hemmeligt-filnavn.png", folder / "kopi.png"
    target = BytesIO()
    Image.new("RGB", (40, 30), (200, 220, 240)).save(target, "PNG")
    for path in (first, second):
        path.write_bytes(target.getvalue())
    loose = par("Frit stående", 200, ParStyle(Step(18, 24)))
    return slide(
        7, "billede", LayoutKind.FIELDS,
        PictureItem(id="foto", box=Rect(200, 104, 400, 300), path=first, alt="En lyseblå flade"),
        PictureItem(id="pynt", box=Rect(620, 104, 80, 60), path=second),
        Group(id="flok", box=Rect(620, 200, 80, 60), items=(
            Shape(id="flok/a", kind=ShapeKind.RECT, box=Rect(620, 200, 80, 60), fill=HAIR),
        )),
        TextBox(id="note", box=Rect(620, 280, 200, 32), pars=(loose,)),
    )  # fmt: skip


def cards_frame() -> Frame:
    layout = LayoutKind.CARDS
    card = ParStyle(SCALE.body[1], before=8)
    head = ParStyle(SCALE.card_head, BLUE, bold=True)
    roles = (Role.BODY, Role.BODY2, Role.BODY3, Role.BODY4)
    boxes = [
        body((par(f"Kort {r.value}", 392, head), par("Hvem er med, og hvem mangler?", 360, card)), layout, r)
        for r in roles
    ]
    return slide(
        8,
        "kort",
        layout,
        *boxes,
        TextBox(id="again", box=Rect(56, 460, 300, 32), pars=(par("Igen", 300),), role=Role.BODY),
    )


def layouts() -> list[Frame]:
    """The layouts that have no slide of their own above, with text in every placeholder."""
    used = {
        LayoutKind.AGENDA, LayoutKind.DEFINITION, LayoutKind.QUOTE, LayoutKind.COMPARISON, LayoutKind.BOARD,
        LayoutKind.SHORT, LayoutKind.SHORT_NUMBERED, LayoutKind.SHORT_PROSE, LayoutKind.SHORT_QUESTIONS,
        LayoutKind.STACKED, LayoutKind.CONCLUDED, LayoutKind.TABLE_TEXT, LayoutKind.FIGURE_TEXT, LayoutKind.CLOSING,
        LayoutKind.PICTURE, LayoutKind.PICTURE_TEXT, LayoutKind.BESIDE, LayoutKind.CHART,
    }  # fmt: skip
    made = []
    for number, layout in enumerate((one for one in LayoutKind if one in used), start=9):
        roles = [r for r in (Role.BODY, Role.BODY2, Role.BELOW, Role.BELOW2) if r in OWN.layouts[layout].boxes]
        boxes = [body((par(f"Tekst i {r.value}", 600, ParStyle(SCALE.display[0])),), layout, r) for r in roles]
        made.append(slide(number, layout.value, layout, *boxes))
    return made


def sample(folder: Path) -> Presentation:
    """Return the deck; its pictures are written to ``folder``."""
    frames = (
        title_frame(), section_frame(), lists_frame(), numbers_frame(), questions_frame(), figure_frame(),
        table_frame(), picture_frame(folder), cards_frame(), *layouts(),
    )  # fmt: skip
    return Presentation(
        title="Velfærd & transformation", author="Kursusholdet <team>", lang="da-DK", frames=frames,
        sections=(("Åbning", 0), ('1 "Velfærd" & mere', 1), ("Resten", 6)),
    )  # fmt: skip


def test_the_sample_uses_every_layout(tmp_path: Path) -> None:
    """But those that are like others, with other outline levels."""
    alike = {LayoutKind.NUMBERED, LayoutKind.PROSE, LayoutKind.PROSE_COLUMNS}
    assert {frame.layout for frame in sample(tmp_path).frames} == set(LayoutKind) - alike
