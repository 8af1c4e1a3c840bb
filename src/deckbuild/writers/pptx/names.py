"""What PowerPoint's panes and menus call things, in the deck's language: Danish in the source, and its English."""

from __future__ import annotations

_ENGLISH = {
    # masters and layouts
    "Titelslide": "Title slide",
    "Afsnit": "Section",
    "Dagsorden": "Agenda",
    "Tekst": "Text",
    "To spalter": "Two columns",
    "Citat": "Quote",
    "Figur": "Figure",
    "Tabel": "Table",
    "Sammenligning": "Comparison",
    "Fire kort": "Four cards",
    "Refleksion": "Reflection",
    "Felter": "Fields",
    "Tavle": "Board",
    # placeholders, and what they ask for
    "Titel": "Title",
    "Undertitel": "Subtitle",
    "Kilde": "Source",
    "Henvisning til hæftet": "Handout pointer",
    "Dato": "Date",
    "Slidenummer": "Slide number",
    "Sidenummer": "Page number",
    "Sidehoved": "Header",
    "Noter": "Notes",
    "Slidebillede": "Slide image",
    "Klik for at skrive en titel": "Click to add a title",
    "Klik for at skrive en undertitel": "Click to add a subtitle",
    "Klik for at skrive tekst": "Click to add text",
    "Klik på ikonet for at indsætte en tabel": "Click the icon to add a table",
    "Hæftet side …": "Handout page …",
    "Klik for at redigere titlen i masteren": "Click to edit the master title",
    "Klik for at redigere teksten i masteren": "Click to edit the master text",
    "Andet niveau": "Second level",
    "Tredje niveau": "Third level",
    "Fjerde niveau": "Fourth level",
    "Femte niveau": "Fifth level",
    "‹nr.›": "‹#›",
    # shapes
    "Gruppe": "Group",
    "Forbindelse": "Connector",
    "Billede": "Picture",
    "Diagram": "Chart",
    # the theme and its colours
    "Deckbuild mørk": "Deckbuild dark",
    "Skrivelinje": "Writing line",
    "Hårstreg": "Hairline",
    "Bund": "Ground",
}


def named(danish: str, lang: str) -> str:
    """Return a name in the deck's language ``lang``, a BCP 47 tag; names not of our making stay as they are."""
    return _ENGLISH.get(danish, danish) if lang.startswith("en") else danish
