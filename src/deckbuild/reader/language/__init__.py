"""What may be written in a deck file: keys, bounds, examples; and suggestions for words that are not known."""
