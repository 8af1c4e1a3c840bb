"""The logical structure of a PDF: elements, marked content, the structure tree."""
