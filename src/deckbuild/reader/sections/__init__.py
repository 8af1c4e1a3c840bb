"""The parts of a deck file: head, theme, slides, definitions, pictures, charts."""
