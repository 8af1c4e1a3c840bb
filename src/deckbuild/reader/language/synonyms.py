"""What Danish authors write where the language has English words."""

from __future__ import annotations

KEYS = {
    "afsnit": "section", "sektion": "section", "titel": "title head", "overskrift": "title head",
    "undertitel": "subtitle", "ejer": "owner", "dato": "date", "sprog": "language lang", "language": "lang",
    "ord": "words", "ordliste": "words", "kilder": "sources source", "kilde": "source by", "litteratur": "sources",
    "figurer": "figures", "figur": "figure", "tabeller": "tables", "tabel": "table", "hæfte": "handout",
    "hæftet": "handout", "dagsorden": "agenda", "program": "agenda", "tid": "time", "punkt": "item",
    "punkter": "bullets items points", "liste": "bullets items", "nummereret": "numbered", "tekst": "text",
    "begreb": "term", "citat": "quote", "af": "by", "rækker": "rows", "kolonner": "columns", "kolonne": "column",
    "sammenligning": "comparison", "fra": "from", "til": "to", "tema": "theme", "kort": "cards", "centrum": "center",
    "midte": "center", "felter": "fields", "stige": "ladder", "trin": "steps", "kredsløb": "cycle", "cyklus": "cycle",
    "tidslinje": "timeline", "pyramide": "pyramid", "niveauer": "items", "hvornår": "when", "hvad": "what",
    "matrix": "quadrant", "kvadrant": "quadrant", "venstre": "left", "højre": "right",
    "spørgsmål": "ask questions reflection", "spørg": "ask", "svar": "answer", "linjer": "lines", "valg": "choices",
    "vink": "hint", "hjælp": "hint", "tavle": "board", "billede": "picture", "image": "picture", "fil": "file",
    "foto": "picture", "noter": "notes", "note": "notes", "forside": "cover", "ark": "sheets", "papir": "paper",
    "forfattere": "authors", "forfatter": "authors", "nummer": "number", "sider": "pages", "side": "pages",
    "billedtekst": "caption", "skriv": "write", "vis": "show", "kryds": "crosses", "krydser": "crosses",
    "margen": "margin", "navn": "name", "refleksion": "reflection", "indhold": "body", "hoved": "head",
    "pointer": "points", "valgfri": "optional", "valgfrit": "optional", "diagram": "chart", "graf": "chart",
    "kategorier": "categories", "serier": "series", "tal": "values", "værdier": "values", "enhed": "unit",
    "decimaler": "decimals", "stablet": "stacked", "skrift": "font", "skrifttype": "font", "farver": "colors",
    "farve": "colors", "blæk": "ink", "brødtekst": "body", "skjult": "hidden", "slide": "title",
}  # fmt: skip
"""Keys. Of several meanings the first that may stand there is meant."""

CHOICES = {
    "ja-nej": "yes-no", "ja/nej": "yes-no", "yes/no": "yes-no", "linje": "lines", "tekst": "text lines",
    "kryds": "tick", "afkryds": "tick", "afkrydsning": "tick", "skala": "scale", "boks": "box", "kasse": "box",
    "ord": "word", "ingen": "none", "intet": "nothing", "prikker": "dots", "linjer": "lines", "søjle": "column",
    "søjler": "column", "kurve": "line", "cirkel": "pie", "lagkage": "pie", "tom": "blank", "blankt": "blank",
    "begge": "both", "billede": "thumbnail", "luftig": "airy", "kompakt": "compact", "deltager": "participant",
    "deltagere": "participant", "vejledning": "guide", "storskrift": "large-print", "gråtoner": "greyscale",
    "alle": "all", "alt": "all", "klik": "click", "venstre": "left", "højre": "right", "øverst": "top", "top": "top",
    "nederst": "bottom", "bund": "bottom", "midten": "center", "midt": "center",
}  # fmt: skip
"""Values, likewise."""

YES = {"yes", "true", "ja", "on"}
NO = {"no", "false", "nej", "off"}

ALSO_WORDS = {
    "agenda", "at", "by", "center", "data", "definition", "from", "head", "item", "left", "list", "mark", "note",
    "pause", "right", "show", "text", "to", "type", "x", "y",
}  # fmt: skip
"""Keys that stand before a colon in running text too, Danish or English."""
