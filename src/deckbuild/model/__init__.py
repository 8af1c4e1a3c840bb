"""The data types of a deck. They don't depend on layout, papers, or any single kind of block."""
