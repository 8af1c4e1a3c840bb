"""What may be written in a deck file: keys, bounds, examples, which word was meant."""
