"""Writing files: whole or not at all, all of a build together, and by one build at a time."""

STAGE = ".deckbuild.new"
"""The folder, inside that of the papers, in which files wait until they take their places; see ``journal``."""
