"""Files on the disk: written whole or not at all, by one build at a time."""
