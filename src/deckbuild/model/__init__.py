"""The deck's data types. Nothing here knows how anything is drawn, or any block by name."""
