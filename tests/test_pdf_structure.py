"""What each kind of item and paragraph becomes in a tagged PDF."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
from PIL import Image

from deckbuild.frame.document import Document, Frame, Page, Presentation
from deckbuild.frame.items import (
    Choice,
    Group,
    Item,
    LayoutKind,
    PictureItem,
    Shape,
    ShapeKind,
    TableCell,
    TableItem,
    TableRow,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.frame.text import Bullet, Par, Tag
from deckbuild.layout.text.bullets import dash, hanging, numeral
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.model.text import Run
from deckbuild.model.theme import INK, MARK, Step, Theme
from deckbuild.units import Rect, mm
from deckbuild.writers.pdf import write_handout
from test_pdf_tags import Tagged, words

STYLE = ParStyle(Step(11, mm(5)))
DANISH = TextSettings(lang="da-DK")


def par(
    text: str | tuple[Run, ...],
    tag: Tag = Tag.PARAGRAPH,
    level: int = 0,
    bullet: Bullet | None = None,
    settings: TextSettings = DANISH,
) -> Par:
    indent = 20.0 * (level + 1) if bullet else 0.0
    style = replace(STYLE, tag=tag, level=level, indent=indent, hang=20.0 if bullet else 0.0)
    return set_par((Run(text),) if isinstance(text, str) else text, style, 300, settings, bullet)


def box(*pars: Par, y: float = 100, x: float = 100, artifact: bool = False) -> TextBox:
    placed = stack(pars)
    return TextBox(id="t", box=Rect(x, y, 300, sum(p.height for p in placed)), pars=placed, artifact=artifact)


def document(*pages: Sequence[Item]) -> Document:
    leaves = tuple(
        Page(number=n, width=mm(210), height=mm(297), items=tuple(items)) for n, items in enumerate(pages, 1)
    )
    return Document(title="Hæftet", author="Kommunen", lang="da-DK", pages=leaves, bookmarks=())


def slides() -> Presentation:
    """One slide with a link on it, to be shown small."""
    text = box(par((Run("Slide "), Run("her", link="https://example.org"))))
    shown = Frame(id="et", slide="et", number=1, title="Et", layout=LayoutKind.TEXT, section=0, items=(text,))
    return Presentation(title="Dagen", author="", lang="da-DK", frames=(shown,))


def made(*pages: Sequence[Item]) -> Tagged:
    tagged = Tagged(write_handout(document(*pages), slides(), Theme()))
    assert tagged.check() == []
    return tagged


def outline(tagged: Tagged, element: pikepdf.Object | None = None) -> str:
    """Write a structure as ``P'text'``, ``L(LI(Lbl'–' LBody'text'))``."""
    element = tagged.root.K if element is None else element
    found = ""
    inner = []
    for kid in tagged.kids(element):
        if isinstance(kid, tuple):
            found += tagged.text[kid]
        elif "/S" in kid:
            inner.append(outline(tagged, kid))
        else:
            inner.append("@")
    shown = f"'{' '.join(found.split())}'" if found.strip() else ""
    return str(element.S)[1:] + shown + (f"({' '.join(inner)})" if inner else "")


def inside(*items: Item) -> str:
    return outline(made(items)).removeprefix("Document(Sect(").removesuffix("))")


def test_headings_never_skip_a_level() -> None:
    pars = [par("Tre", Tag.SUBHEAD), par("To", Tag.HEAD), par("En", Tag.TITLE), par("Dybt", Tag.SUBHEAD)]
    assert inside(box(*pars)) == "H1'Tre') Sect(H2'To' H1'En' H2'Dybt'"


def test_contents_are_a_list_of_entries_that_lead_there() -> None:
    first = par((Run("Del", link="#et"),), Tag.ENTRY)
    found = inside(
        box(par("1", Tag.ENTRY_LABEL)), box(first), box(par("4", Tag.ENTRY_PAGE)), box(par("Uden nummer", Tag.ENTRY)),
        box(par("Og slut")),
        Thumbnail(id="s", box=Rect(100, 300, 96, 54), frame=0, alt="Slide 1"),
    )  # fmt: skip
    contents = "TOC(TOCI(Lbl'1' Reference(Link'Del'(@)) Reference'4') TOCI(Reference'Uden nummer')) P'Og slut'"
    assert found.startswith(contents)


def test_lists_nest_and_keep_their_labels() -> None:
    style = replace(STYLE, indent=20.0, hang=20.0)
    pars = [
        par("En", Tag.ITEM, bullet=numeral(1, style, INK)),
        par("a", Tag.ITEM, 1, dash(style, INK)),
        par("b", Tag.ITEM, 1, dash(style, INK)),
        par("To", Tag.ITEM, bullet=numeral(2, style, INK)),
        par("Igen", Tag.ITEM, bullet=numeral(1, style, INK)),
    ]
    nested = "L(LI(Lbl'–' LBody'a') LI(Lbl'–' LBody'b'))"
    tagged = made([box(*pars)])
    assert outline(tagged) == (
        f"Document(Sect(L(LI(Lbl'1' LBody'En'({nested})) LI(Lbl'2' LBody'To')) L(LI(Lbl'1' LBody'Igen'))))"
    )
    styles = [str(e.A.ListNumbering) for e in tagged.elements() if str(e.S) == "/L"]
    assert styles == ["/Decimal", "/None", "/Decimal"]


def test_a_list_goes_on_over_a_page_and_an_item_in_two_pieces_is_one() -> None:
    one, two = (par(t, Tag.ITEM, bullet=dash(STYLE, INK)) for t in ("En", "To"))
    rest = replace(par("to igen", Tag.ITEM), level=0)
    found = outline(made([box(one), box(two, y=130)], [box(par("Løbende", Tag.ARTIFACT)), box(rest, y=130)]))
    assert found == "Document(Sect(L(LI(Lbl'–' LBody'En') LI(Lbl'–' LBody'Toto igen'))))"


def test_lists_side_by_side_are_two() -> None:
    one, two = (par(t, Tag.ITEM, bullet=dash(STYLE, INK)) for t in ("En", "To"))
    assert inside(box(one), box(two, x=300)) == "L(LI(Lbl'–' LBody'En')) L(LI(Lbl'–' LBody'To'))"


def test_a_number_in_the_hanging_indent_is_a_label() -> None:
    assert inside(box(par("Hvorfor?", bullet=hanging("2.1", STYLE, MARK)))) == "L(LI(Lbl'2.1' LBody'Hvorfor?'))"


def test_a_label_in_its_own_box_belongs_to_the_paragraph_after_it() -> None:
    asked = [box(par("2.1", Tag.LABEL), x=50), box(par("Hvorfor?")), box(par("2.2", Tag.LABEL), x=50, y=130)]
    found = inside(*asked, box(par("Hvordan?"), y=130), box(par("Efter"), y=200))
    assert found == "L(LI(Lbl'2.1' LBody'Hvorfor?') LI(Lbl'2.2' LBody'Hvordan?')) P'Efter'"


def test_tables_tell_heads_from_data() -> None:
    rows = tuple(
        TableRow(20, tuple(TableCell(pars=stack([par(t)]) if t else (), inset=(0, 0, 0, 0)) for t in texts))
        for texts in (("", "Før", "Nu"), ("Ask", "a", ""))
    )
    table = TableItem(
        id="t", box=Rect(50, 50, 300, 40), widths=(100, 100, 100), rows=rows, head_column=True, alt="Før og nu"
    )
    tagged = made([table, box(par("Figur 1", Tag.CAPTION))])
    assert outline(tagged) == (
        "Document(Sect(Table(TR(TH TH(P'Før') TH(P'Nu')) TR(TH(P'Ask') TD(P'a') TD) Caption'Figur 1')))"
    )
    heads = [str(e.A.Scope) for e in tagged.elements() if str(e.S) == "/TH"]
    assert heads == ["/Column", "/Column", "/Column", "/Row"]
    assert next(str(e.A.Summary) for e in tagged.elements() if str(e.S) == "/Table") == "Før og nu"


def test_a_figure_is_one_whatever_is_in_it(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 4), (200, 0, 0, 128)).save(tmp_path / "rød.png")
    area = Rect(100, 200, 80, 40)
    node = Shape(id="n", kind=ShapeKind.PILL, box=area, fill=MARK, pars=stack([par("Knude")]))
    tagged = made([
        Group(id="g", box=area, items=(node, box(par("Tekst"))), alt="Et kort over øen"),
        PictureItem(id="p", box=area, path=tmp_path / "rød.png", alt="Rød"),
        Thumbnail(id="th", box=area, frame=0, alt="Slide 1: Et"),
        replace(node, alt="En knude"),
    ])  # fmt: skip
    figures = [e for e in tagged.elements() if str(e.S) == "/Figure"]
    assert [str(e.Alt) for e in figures] == ["Et kort over øen", "Rød", "Slide 1: Et", "En knude"]
    assert [float(v) for v in figures[1].A.BBox] == [100, round(mm(297) - 240, 2), 180, round(mm(297) - 200, 2)]
    assert all(isinstance(e.K, int) for e in figures)


def test_what_shows_nothing_is_not_in_the_structure(tmp_path: Path) -> None:
    Image.new("RGB", (8, 4)).save(tmp_path / "logo.png")
    area = Rect(100, 200, 80, 40)
    items = (
        Shape(id="s", kind=ShapeKind.STAR, box=area, fill=MARK),
        PictureItem(id="p", box=area, path=tmp_path / "logo.png"),
        Thumbnail(id="th", box=area, frame=0),
        WriteBox(id="w", box=area, count=2, pitch=20, label="Svar"),
        Tick(id="w/ja", x=20, y=20, r=5, label="Ja", choice=Choice(id="w", label="Klar?")),
        box(par("Løbende"), artifact=True),
        box(par("5", Tag.ARTIFACT), par("Læst")),
    )
    assert inside(*items) == "P'Læst'"


def test_text_of_a_group_without_description_is_read() -> None:
    area = Rect(100, 200, 80, 40)
    node = Shape(id="n", kind=ShapeKind.PILL, box=area, fill=MARK, pars=stack([par("Knude")]))
    assert inside(Group(id="g", box=area, items=(node,))) == "P'Knude'"


def test_a_link_over_two_lines_is_one() -> None:
    link = Run("hele den lange rapport om velfærd og netværk på øen i fjorden", link="https://example.org")
    text = par((Run("Før "), link, Run(" efter")))
    assert len(text.lines) == 2
    tagged = made([box(text)])
    assert outline(tagged) == (
        "Document(Sect(P'Før efter'(Link'hele den lange rapport om velfærd og netværk på øen i fjorden'(@ @))))"
    )
    assert words(tagged.read()) == text.plain.split()
    notes = tagged.pdf.pages[0].Annots
    assert [str(note.Contents) for note in notes] == [
        "".join(p.run.text for p in line.pieces if p.run.link).strip() for line in text.lines
    ]


def test_a_link_in_a_figure_can_still_be_followed() -> None:
    text = box(par((Run("her", link="https://example.org"),)))
    group = Group(id="g", box=Rect(100, 100, 300, 20), items=(text,), alt="Et kort")
    assert inside(group, box(par("Efter"), y=200)) == "Figure'her' Link(@) P'Efter'"


def test_a_link_to_a_slide_that_is_not_here_is_plain_text() -> None:
    assert inside(box(par((Run("dias 9", link="#dias-9"),)))) == "P'dias 9'"


def test_other_languages_are_named() -> None:
    english = replace(DANISH, lang="en-GB")
    data = [box(par("Hej")), box(par("Hello", settings=english), y=120)]
    data.append(box(par((Run("Som "), Run("grounded", lang="en"))), y=140))
    tagged = made(data)
    assert [str(e.get("/Lang", "")) for e in tagged.elements() if str(e.S) == "/P"] == ["", "en-GB", ""]
    spans = [
        str(operands[1].Lang)
        for operands, operator in pikepdf.parse_content_stream(tagged.pdf.pages[0])
        if str(operator) == "BDC" and str(operands[0]) == "/Span"
    ]
    assert spans == ["en-GB"]
    assert words(tagged.read()) == ["Hej", "Hello", "Som", "grounded"]
