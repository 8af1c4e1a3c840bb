"""What is told of texts as people type and paste them: which lines, which signs, and at which place."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from deckbuild.diagnostics import SourceFile, Span, fill
from deckbuild.diagnostics.render import render
from deckbuild.reader import read
from deckbuild.reader.fix import mend

HEAD = "deck: {title: Prøve, language: da}\nslides:\n  - title: En\n"


def told(key: str, folder: Path) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding; the first line is the one after the key."""
    path = folder / "deck.yaml"
    path.write_text(f"{HEAD}    {key}\n", "utf-8")
    return [(each.code, each.span.line - 4, each.span.column) for each in read(path).diagnostics if each.span]


def under_a_bar(text: str) -> str:
    return "text: |\n" + textwrap.indent(text, "      ")


# ---- where it is told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hej\n\nOg *her er en fejl", [("unbalanced-mark", 3, 10)]),
        ("*a* og **b**\n\n*a* og **b", [("unbalanced-mark", 3, 14)]),
        ("Hej\n\nEt 漢 tegn og 😀", [("missing-letter", 3, 10)]),
        ("Et 漢 tegn\n\nog 漢 igen", [("missing-letter", 1, 10), ("missing-letter", 3, 10)]),
        ("Hej\n\n| a | b |\n|---|---|\n| c | d |", [("printed-table", 3, 7)]),
        ("Hej\n\n| a | b |\n| c | d |", [("printed-table", 3, 7)]),
        ("Hej\n\nNavn\tRolle\nIda\tLeder", [("printed-table", 3, 7)]),
        ("Hej\n\nNavn\tRolle", [("printed-table", 3, 7)]),
        (r"Læg det i drev\_arkiv og `a\_b`", [("doubtful-mark", 1, 17), ("foreign-mark", 1, 32)]),
        ("Hej\n\n[a](x y) og [b](x y)", [("broken-link", 3, 7), ("broken-link", 3, 19)]),
        ("Hej\n\n[a](no) og [b](no)", [("bad-link", 3, 11), ("bad-link", 3, 22)]),
        ("Se [et\n*langt* ord](no)", [("bad-link", 2, 20)]),
        ("[![CI](a.svg)](https://x.example)", [("foreign-mark", 1, 7)]),
        ("![et **kort**](kort.jpg)", [("foreign-mark", 1, 7)]),
        (":smile: og :+1:", [("foreign-mark", 1, 7), ("foreign-mark", 1, 18)]),
        (":target: og :hover: kl. :12:", []),
        ("A\n\n***\n\n###\n\n* * *\n\n+++", [("foreign-mark", line, 7) for line in (3, 5, 7, 9)]),
        ("Hej ~nej~ og ~/sti", [("foreign-mark", 1, 11)]),
    ],
)
def test_it_is_told_where_it_stands(text, found, tmp_path):
    assert told(under_a_bar(text), tmp_path) == found


def test_words_are_found_over_the_end_of_a_line():
    file = SourceFile(Path("x"), "en to\n  tre en\nto")
    whole = Span(file, 1, 1, 3, 3)
    first = whole.part("en to")
    assert first == Span(file, 1, 1, 1, 6)
    assert whole.part("en to", first) == Span(file, 2, 7, 3, 3)
    assert whole.part("to tre") == Span(file, 1, 4, 2, 6)
    assert whole.part("fire") is None
    assert whole.part(" ") is None


# ---- underscores of code


@pytest.mark.parametrize(
    "text",
    [
        "if __name__ == '__main__':", "Se __init__.py", "obj.__dict__", "def __init__(self): pass", "_min_fil_ er her",
        "__alle_filer__", "__pycache__/ og src/__init__/x", "from __future__ import annotations", "super().__init__()",
        'printf("%s", __FILE__);', "self.__class__.__name__", "__all__ = [1]",
    ],
)  # fmt: skip
def test_underscores_of_code_stay(text, tmp_path):
    path = tmp_path / "deck.yaml"
    quoted = text.replace("'", "''")
    path.write_text(f"{HEAD}    bullets: ['{quoted}']\n", "utf-8")
    result = read(path)
    assert result.deck is not None
    assert len(result.diagnostics) == 0
    assert result.deck.slides[0].body[0].items[0].text.plain == text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brug __dict__ her", [("doubtful-mark", 1, 12)]),
        ("__vigtigt__", [("doubtful-mark", 1, 7)]),
        ("__meget vigtigt__ og _kursiv_", []),
        ("**fil_navn**", []),
    ],
)
def test_one_word_between_underscores_is_told(text, found, tmp_path):
    assert told(under_a_bar(text), tmp_path) == found


# ---- marks of other programs


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Det er '''vigtigt''' her", "Det er **vigtigt** her"),
        ("Det er ''vigtigt''.", "Det er *vigtigt*."),
        ("Det er //vigtigt// her", "Det er *vigtigt* her"),
        ("Skriv [b]fed[/b], [I]kursiv[/I] og [u]streg[/u]", "Skriv **fed**, *kursiv* og streg"),
        ("Se [url=https://x.example]planen[/url]", "Se [planen](https://x.example)"),
        ("Se [url]https://x.example[/url]", "Se https://x.example"),
        ("Brug \\textbf{a}, \\emph{b} og \\section{c}", "Brug **a**, *b* og c"),
        ("Kaffe -- og te --- og vand", "Kaffe – og te – og vand"),
        ("Kl. 9--15", "Kl. 9–15"),
        ("Brug --fix -- eller lad være", "Brug --fix – eller lad være"),
        ("AT&amp;T og AT&amp T", "AT&T og AT& T"),
        ("K=C3=B8ge, K%C3%B8ge og K=F8ge", "Køge, Køge og Køge"),
        ("K+APg-ge", "Køge"),
        ("Se [planen] (https://x.example)", "Se [planen](https://x.example)"),
        ("Se (https://x.example)[planen]", "Se [planen](https://x.example)"),
        ("Se [planen]<https://x.example>", "Se [planen](https://x.example)"),
        (">Hej\n>\n>> 5 stole", "Hej\n\n5 stole"),
        ("Hej\n\n-- \nBo", "Hej\n\n\nBo"),
        ("-----Oprindelig meddelelse-----\n\nHej", "\n\nHej"),
        ("Husk:\n• kaffe\n• te", "Husk:\n- kaffe\n- te"),
        ("•\tKaffe\n•\tTe", "- Kaffe\n- Te"),
        ("– Kaffe\n– Te", "- Kaffe\n- Te"),
        ("o  Kaffe", "- Kaffe"),
        ("a) kaffe\nb) te", "a) kaffe\\\nb) te"),
    ],
)
def test_marks_whose_meaning_is_sure_are_mended(text, mended, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}    {under_a_bar(text)}\n", "utf-8")
    after = textwrap.dedent(mend(path).after.decode().partition("text: |\n")[2])
    assert "\n".join(line.rstrip() for line in after.split("\n")) == f"{mended}\n"


@pytest.mark.parametrize(
    "text",
    [
        "== Overskrift ==", "##Overskrift", "h2. Overskrift", "Sagt ``ligeud''", "Sagt ,,ligeud''", "Kære <<navn>>",
        "Kære ${navn}", "Kære %navn%", "Kære <%= navn %>", "{code}", ".. note:: husk", "#+TITLE: Kursus",
        ": forklaring", "Ja\\nNej", "![kort]", "![[kort]]", "[cid:image001.png]",
        "\\alpha og \\ldots", "Skriv [b]a og b[/b", "<o:p>hej</o:p>", "Her er [/b]",
    ],
)  # fmt: skip
def test_marks_of_other_programs_are_told(text, tmp_path):
    assert {code for code, _, _ in told(under_a_bar(text), tmp_path)} <= {"foreign-mark", "html"} != set()


@pytest.mark.parametrize(
    "text",
    [
        "> 50 % svarede", ">> Se også side 4", "5'' skærm", "rock''n''roll", "git checkout -- fil.txt", "--fix", "a--b",
        "https://a--b.example/x//y//z", "20% til 30%", "[1] (https://x.example)", "C:\\ny\\Temp", "\\\\server\\navn",
        "Et afsnit brudt\n– midt i en sætning", "– Ja, sagde hun", "E = 2 og F = 3", "x=25", "#dkpol er et mærke",
        "{a, b}", "§ 12 i loven", "Afsnit [b] i bilaget", "Se f.eks. .. og så videre", "9 : 3 = 3", "Kl. 9: velkomst",
    ],
)  # fmt: skip
def test_signs_that_are_no_marks_are_not_told(text, tmp_path):
    assert told(under_a_bar(text), tmp_path) == []


# ---- lines that run on

LINES = [
    "Ida Holm\nTorvet 1, 2. th.\n9999 Byen\nida@kommunen.example\nBo Dal\nNygade 2\n9999 Byen\nEa\nAlle 3\n9999 By",
    "Kulturhuset\n2. sal\n9999 Byen",
    "Rådhuset (2. sal)\nTorvet 1",
    "Vi mødes hos:\nKulturhuset\nTorvet 1",
    "9.00 Kaffe\n9.30 Velkomst\n10.15 Pause",
    "kl. 9 kaffe og brød\nkl. 10 velkomst\nkl. 12 frokost",
    "Om aftenen går solen ned\nbag byens tage, røde\nog ingen ved, hvorhen den gik\nmed alt det, dagen sagde",
    "Ida\nBo",
    "Venlig hilsen,\nBo Holm\nChefkonsulent, Udvikling\nDirekte 12 34 56 78",
    "mandag 9-15\ntirsdag 9-15\nonsdag lukket",
    "250 g smør\nsalt og peber\n2 æg",
    "Herr Müller\nFrau Schmidt\nHauptstraße 5",
    "2026-11-30 10:00:01,123 INFO  [main] start af det hele\n2026-11-30 10:00:02,456 ERROR [db] fejl: timeout (5s)",
    "Navn: Bo\nAlder: 40\nBy: Byen",
    "for x in data:\n    print(x)\n    y = x",
    "pip install deckbuild\ndeckbuild new kursus\ncd kursus",
    "\n".join(["Et helt afsnit fra et andet program står på én linje, og den bliver ved, til det slutter. " * 2] * 2),
]
MARKED = [
    "Sådan gør du det\n2) Åbn filen\n3) Gem den",
    "Trin 1: Åbn filen, og find linjen.\nTrin 2: Gem den, og luk den igen.",
    "§ 1. Loven gælder for alle.\nStk. 2. Den gælder også dig.",
    "i. kaffe\nii. te",
    "• kaffe\n• te",
    "-> kaffe\n-> te",
    "# velfærd\n# ledelse",
    "@Ida ringer\n@Bo skriver",
    "$ cd kursus\n$ deckbuild build",
    "cd kursus\ndeckbuild build",
    "for x in data:\n    print(x)",
    "if (x > 3) {\n  return y;\n}",
    "x = 1\ny = 2",
    "Ida: Hvad tænker du om forslaget fra i går?\nBo: Jeg er ikke sikker på, at det holder i længden.",
    "ida@kommunen.example\nbo@kommunen.example",
    "„Hvad er det vigtigste for dig, når du ringer?“\n„At blive hørt.“",
    "Vi spurgte en borger\n„Hvad er det vigtigste?“",
    'Hun svarede\n"Det ved jeg ikke"',
    "Vi ses i morgen.\nMvh. Bo",
    "Med venlig hilsen,\nBo Holm,\nkonsulent,\n12 34 56 78",
    *(
        f"{above}{name}"
        for above in ("", "Merci d’avoir participé à notre journée de formation, et à très bientôt au même endroit.\n")
        for name in (
            "Bien cordialement,\nMarie Dupont",
            "Herzliche Grüße\nPetra Schmidt\nStadt Flensburg",
            "Vänliga hälsningar\nAnna Lind",
            "Z poważaniem\nAnna Kowalska",
            "Mvh.\nIda Holm",
            "Ida Holm\nTlf. 12 34 56 78\nih@kommunen.example",
            "Torvet 1\n9999 Byen",
        )
    ),
    "Chers collègues,\nNous avons le plaisir de vous inviter à une journée de formation.",
    "Roser er røde,\nvioler er blå,\nsukker er sødt,\nog det er du også.",
    "Om aftenen går solen ned\nbag byens tage, røde\nog ingen ved, hvorhen den gik\nmed alt det, dagen sagde",
]
PROSE = [
    "Når kommunen skal spare, begynder samtalen ofte med tal og ender med mennesker, som skal leve med beslutningen. "
    "Derfor begynder vi et andet sted: hos de borgere, der møder jer hver dag, og som ved, hvad der virker.",
    "When a council has to save money, the conversation often begins with figures and ends with the people who have to "
    "live with them. That is why we begin elsewhere: with citizens who know what works in their own street.",
    "Wenn die Gemeinde sparen muss, beginnt das Gespräch oft mit Zahlen und endet bei den Menschen, die mit der "
    "Entscheidung leben müssen. Deshalb beginnen wir bei den Bürgern, denen Sie jeden Tag im Rathaus begegnen.",
]


WRAPPED = """
Ifølge § 12 i lov om social service kan kommunen yde støtte, hvis betingelserne i stk. 2 er opfyldt. Se også s. 29 her.
I 2024 blev der sendt 412 ansøgninger, og 2025 gav 530. I 2026 venter vi 600, fordi ordningen er blevet kendt af flere.
»Jeg kom for at få et svar,« siger Ida Holm. »Men jeg gik hjem med en forklaring, og det var bedre,« lægger hun til.
Hun sagde „Vi kan ikke blive ved sådan“, og han svarede „Nej, men vi kan heller ikke lade være“, og sådan sluttede det.
Vi har bedt N. Å. Andersen, J. Pors og P. Holm om at fortælle om styring. De har skrevet en bog, som mange kender.
Der er tre grunde, nemlig 1) borgerne ved mest, 2) medarbejderne kender reglerne, og 3) ledelsen har ansvaret for mødet.
Skriv til borgerservice@kommunen.example eller ring på tlf. 12 34 56 78, hvis du er i tvivl. Se www.kommunen.example/nu.
Lov nr. 123 af 4. maj 2021, § 3, nr. 2, jf. § 7, stk. 1, nr. 4, litra a, gælder ikke for sager fra før 1. juli 2021.
Når I er færdige, går I tilbage til bordene (gerne to og to) og taler om det, I har set. Brug ti minutter på det.
"""


@pytest.mark.parametrize("text", LINES, ids=lambda text: text.split("\n")[0][:30])
def test_lines_that_look_like_lines_are_told(text, tmp_path):
    assert told(under_a_bar(text), tmp_path)[:1] == [("lines-run-on", 1, 7)]


@pytest.mark.parametrize("text", MARKED, ids=lambda text: text.split("\n")[0][:30])
@pytest.mark.parametrize("key", ["text", "quote"])
def test_lines_of_one_kind_that_yaml_joins_are_told(key, text, tmp_path):
    assert ("lines-run-on", 1, 7) in told(f"{key}: >-\n{textwrap.indent(text, '      ')}", tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "1. Mød op til tiden\n2. Husk madpakken", "Sådan gør du:\n1) Åbn filen\n2) Gem den", "* kaffe\n* te",
        "+ moms\n+ fragt",
    ],
)  # fmt: skip
def test_a_list_that_yaml_joins_becomes_one_with_another_sign(text, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}    text: >-\n{textwrap.indent(text, '      ')}\n", "utf-8")
    assert mend(path).after.decode() == f"{HEAD}    text: |-\n{textwrap.indent(text, '      ')}\n"


@pytest.mark.parametrize("how", ["text: >-\n{}", "text: |\n{}", "bullets:\n      - >-\n{}", "quote:\n{}"])
@pytest.mark.parametrize("width", [58, 66, 72, 80, 100])
def test_wrapped_prose_of_figures_marks_and_quotations_is_not_told(width, how, tmp_path):
    for text in WRAPPED.strip().split("\n"):
        lines = textwrap.indent("\n".join(textwrap.wrap(text, width)), "        ")
        assert told(how.format(lines), tmp_path) == [], text


@pytest.mark.parametrize("width", [48, 60, 72, 76, 80, 90, 110, 120])
@pytest.mark.parametrize("text", PROSE, ids=["da", "en", "de"])
def test_wrapped_prose_is_not_told(text, width, tmp_path):
    assert told(under_a_bar("\n".join(textwrap.wrap(text, width))), tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vi begynder kl. 9.\nSå holder vi pause.\nTil sidst spiser vi.",
        "vi mødes i dag\nfor at tale",
        f"{'Hver dag mødes alle i huset ' * 4}her.\n{'De taler sammen om arbejdet ' * 4}i\ndag.",
        "Torvet 1\\\n9999 Byen",
        "- et punkt\n- et til\n- og et",
        "1. Et punkt\n2. Et til",
        "1. Første trin\n\n   Her er en forklaring\n2. Andet trin",
        "1. Første trin\n\n   Her er en forklaring\n\n   Her er en til\n2. Andet trin\n3. Tredje trin",
        "Sådan:\n\n1. Første trin\\\n   Her er en forklaring\n2. Andet trin",
    ],
)
def test_lines_that_read_well_as_one_or_stay_are_not_told(text, tmp_path):
    assert told(under_a_bar(text), tmp_path) == []


@pytest.mark.parametrize(
    "key",
    [
        "bullets:\n      - Navn\tAntal",
        "table:\n      columns: [a]\n      rows:\n      - [Navn\tAntal]",
        "reflection:\n      - Navn\tAntal",
        "quote: Navn\tAntal",
        "text: Hej\n    notes: Navn\tAntal",
    ],
)
def test_a_tab_is_told_in_all_texts(key, tmp_path):
    assert {code for code, _, _ in told(key, tmp_path)} == {"printed-table"}


@pytest.mark.parametrize(
    ("key", "line", "column"),
    [
        ("text: Kulturhuset\n      Torvet 1\n      9999 Byen", 0, 11),
        ("text: >-\n      Kulturhuset\n      Torvet 1", 1, 7),
        ("text: 'Kulturhuset\n      Torvet 1'", 0, 11),
        ("bullets:\n      - Kulturhuset\n        Torvet 1", 1, 9),
        ("text: |\n      3. Ea Lund\n         Torvet 1", 1, 7),
    ],
)
def test_lines_are_told_however_the_text_is_written(key, line, column, tmp_path):
    assert ("lines-run-on", line, column) in told(key, tmp_path)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("bullets:\n      - En\n\n        To", 3),
        ("bullets:\n      - >\n        En\n\n        To", 4),
        ("bullets:\n      - 'En\n\n        To'", 3),
        ("text: >\n      En\n\n      To", 0),
        ("bullets:\n      - En\\\n\n        To", 0),
    ],
)
def test_an_empty_line_where_a_text_is_one_paragraph_is_told(key, line, tmp_path):
    assert [at for code, at, _ in told(key, tmp_path) if code == "lines-run-on"] == [line][: line > 0]


@pytest.mark.parametrize(
    "key",
    [
        "bullets: [{navn}]",
        "bullets:\n      - {navn, by}",
        "reflection: [{navn}]",
        "table: {columns: [a], rows: [[{b}]]}",
    ],
)
def test_a_text_in_braces_is_told_as_one(key, tmp_path):
    assert {code for code, _, _ in told(key, tmp_path)} == {"reserved-sign"}


# ---- signs that make an item or a heading


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Prisen er 100 kr.\n+ moms\n- rabat\ni alt 120", [2]),
        ("100 kr.\n+ moms\n+ fragt", [2]),
        ("Vi ses i morgen, siger de\n- og så spiser vi\nbagefter", [2]),
        ("- 5 grader i nat", [1]),
        ("3. sal til højre", [1]),
        ("* gælder kun børn", [1]),
        ("Prisen er høj\n1. klasse er dyr", [2]),
        ("- a\n-\n- b", [2]),
        ("###\n\nhej", []),
        ("# a\n# b\n\n# c\nhej", [1]),
        ("# " + "lang tekst " * 20, [1]),
        ("Husk:\n- pas\n- penge", []),
        ("Husk:\n+ moms", []),
        ("Husk:\n\n- 5 kopper", []),
        ("Temperatur i nat\n\n- 5 grader\n- 3 grader", []),
        ("1. Et\n\n   forklaring\n\n2. To", []),
        ("Hej\n\n- kun en ting", []),
        ("Tekst om noget\n- a\n- b", []),
        ("## Hoved\n- en\n\ntekst", []),
        ("\\+ moms", []),
        ("Vi er nu\n# 1 i landet\nog glade", [2]),
        ("Vi er nu\n\n# 1 i landet\nog glade", []),
    ],
)
def test_a_sign_that_may_be_no_mark_is_told(text, lines, tmp_path):
    assert [line for code, line, _ in told(under_a_bar(text), tmp_path) if code == "doubtful-mark"] == lines


def test_headings_alone_are_divided_between_pages(tmp_path):
    from deckbuild.pipeline.lay_out import lay_out_deck

    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + "    text: |\n" + "      # en linje fra et andet sted\n" * 60, "utf-8")
    deck, found = lay_out_deck(path)
    assert deck is not None
    assert {each.code for each in found} == {"doubtful-mark"}


# ---- numbers before what is numbered anyway


@pytest.mark.parametrize(
    ("key", "mended"),
    [
        ("numbered: [1. En, 2. To, 3. Tre]", "numbered: [En, To, Tre]"),
        ("numbered: [1) En, 2) To]", "numbered: [En, To]"),
        ("numbered: [a) en, b) to]", "numbered: [en, to]"),
        ("numbered: [A. En, B. To, C. Tre]", "numbered: [En, To, Tre]"),
        ("numbered: [i. en, ii. to, iii. tre]", "numbered: [en, to, tre]"),
        ("numbered: [(1) En, (2) To]", "numbered: [En, To]"),
        ("numbered: [1.En, 2.To]", "numbered: [En, To]"),
        ("numbered: [1. start, 2. pause]", "numbered: [start, pause]"),
        ("numbered: [1 - En, 2 - To]", "numbered: [En, To]"),
        ('numbered: ["**1.** En", "**2. To** her"]', 'numbered: ["En", "**To** her"]'),
        ('numbered: ["1: En", "2: To"]', 'numbered: ["En", "To"]'),
        ('numbered: ["① En", "② To"]', 'numbered: ["En", "To"]'),
        ("numbered: [1°) En, 2°) To]", "numbered: [En, To]"),
        ("numbered: [1/ En, 2/ To]", "numbered: [En, To]"),
        ("numbered:\n      - 1\tEn\n      - 2\tTo\n      - 3\tTre", "numbered:\n      - En\n      - To\n      - Tre"),
        ("numbered: [1 En, 2 To, 3 Tre]", "numbered: [En, To, Tre]"),
        ("numbered: [{text: 1. En, sub: [1.1 Et, 1.2 To]}]", "numbered: [{text: En, sub: [1.1 Et, 1.2 To]}]"),
        ("reflection: [1.1 Hvad?, 1.2 Hvem?, 2.1 Hvor?]", "reflection: [Hvad?, Hvem?, Hvor?]"),
        ('reflection: ["Q1: Hvad?", "Q2: Hvem?"]', 'reflection: ["Hvad?", "Hvem?"]'),
        ('reflection: ["Spørgsmål 1: Hvad?"]', 'reflection: ["Hvad?"]'),
        ("reflection: [{ask: Spm. 1) Hvad?}, Spm. 2) Hvem?]", "reflection: [{ask: Hvad?}, Hvem?]"),
        ("text: Hej\n    handout: {write: [1. Hvad?, 2. Hvem?]}", "text: Hej\n    handout: {write: [Hvad?, Hvem?]}"),
    ],
)
def test_numbers_that_count_from_one_are_deleted(key, mended, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}    {key}\n", "utf-8")
    assert "own-number" in {each.code for each in read(path).diagnostics}
    fixed = mend(path).after.decode()
    assert fixed == f"{HEAD}    {mended}\n"


@pytest.mark.parametrize(
    "key",
    [
        "numbered: [1. En, 3. To]", "numbered: [1. En, To, 3. Tre]", "numbered: [2) En, 3) To]",
        'reflection: ["Spørgsmål 2: Hvad?"]', "reflection: [b) Hvad?, c) Hvem?]", "numbered: [3. En, 2. To, 1. Tre]",
    ],
)  # fmt: skip
def test_numbers_that_count_otherwise_are_told_and_stay(key, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}    {key}\n", "utf-8")
    assert [(each.code, each.edits) for each in read(path).diagnostics] == [("own-number", ())]


@pytest.mark.parametrize(
    "key",
    [
        "numbered: [1. maj, 2 grupper]", "numbered: [1. maj]", "numbered: [1. maj, 2. juni]",
        "numbered: [A. Holm, B. Dal]",
        "numbered: [1. klasse, 2. klasse]", "numbered: [Første Verdenskrig, 2. Verdenskrig]", "numbered: [2.5 liter]",
        "numbered: [9.15 Kaffe, 10.30 Pause]", "numbered: [1 - 3 personer, 2 - 4 personer]", "bullets: [I, Nr. to]",
        "numbered: [Punkt 1 i planen, Del 2 af bogen]", "numbered: [I dag, I morgen]", "numbered: [Opgave 1, Opgave 2]",
        "numbered: [§ 1 i loven, § 2 i loven]", "reflection: [100 kr. er det nok?]", "numbered: [3D-print, 4G]",
        "numbered: [1 Leder, 2 Borgere]", "numbered: [1/3 af holdet, 2/3 af holdet]",
        "numbered: [2 Borde, 3 Stole, 4 Lamper]", "numbered: [1 stol, 2 borde, 3 lamper]",
    ],
)  # fmt: skip
def test_numbers_that_belong_to_the_text_are_not_told(key, tmp_path):
    assert told(key, tmp_path) == []


@pytest.mark.parametrize(
    ("key", "mended"),
    [
        ("bullets: [1. En, 2. To, 3. Tre]", "numbered: [En, To, Tre]"),
        ("bullets: [1) En, 2) To]", "numbered: [En, To]"),
        ("bullets:\n      - 1. En\n      - 2. To", "numbered:\n      - En\n      - To"),
        ("bullets: {items: [1. En, 2. To], columns: 2}", "numbered: {items: [En, To], columns: 2}"),
        ("columns: [{bullets: [1. En, 2. To]}, {text: Hej}]", "columns: [{numbered: [En, To]}, {text: Hej}]"),
        ("bullets: [En, To, 1. Tre]", ""),
        ("bullets: [En, 2) To]", ""),
        ("bullets: [3. En, 4. To]", ""),
        ("bullets: [a) En, b) To]", ""),
        ('bullets: ["1. En", "1. To"]', ""),
    ],
)
def test_numbers_after_bullets_are_told_and_a_list_that_counts_gets_its_key(key, mended, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}    {key}\n", "utf-8")
    assert [each.code for each in read(path).diagnostics] == ["own-number"]
    assert mend(path).after.decode() == f"{HEAD}    {mended or key}\n"


@pytest.mark.parametrize(
    "key",
    [
        "bullets: [1. maj, 2. juni]", "bullets: [1. klasse, 2. klasse]", "bullets: [Et, 2. klasse]",
        "bullets: [9.15 Kaffe, 10.30 Pause]", "bullets: [A. Holm, B. Dal]", "bullets: [3 grupper, 4 borde]",
        "bullets: [1 - 3 personer, 2 - 4 personer]", "bullets: [2024. Et år, Mere]", "bullets: [§ 1 i loven, 3D-print]",
    ],
)  # fmt: skip
def test_numbers_after_bullets_that_belong_to_the_text_are_not_told(key, tmp_path):
    assert told(key, tmp_path) == []


# ---- how it is told


def test_of_many_of_a_kind_three_are_told_in_full_and_the_lines_of_the_others_are_named(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}    text: |\n" + "      ord `kode` her\n\n" * 9, "utf-8")
    found = read(path).diagnostics
    assert len(found) == 9
    text = render(found)
    assert text.count("warning[foreign-mark]") == 3
    assert "And 6 more of the kind, on these lines: 11, 13, 15, 17, 19, 21." in text
    assert render(found, "concise").count("foreign-mark") == 9
    assert render(found, "json").count("foreign-mark") == 9


def test_a_sign_that_can_not_be_seen_is_named_inside_a_text():
    assert fill("“{mark}”", {"mark": "\uf0b7 punkt"}) == "“U+F0B7 punkt”"
