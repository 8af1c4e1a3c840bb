"""The logical structure of a PDF: structure elements, marked content, the structure tree."""
