"""Writing files: whole or not at all, and by one build at a time."""
