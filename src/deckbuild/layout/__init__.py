"""Layout decides all geometry: it measures text, breaks lines, chooses type sizes and places every item in points.

``text`` sets paragraphs, ``table`` sizes columns and rows, ``slide`` turns a Slide into Frames. Nothing it returns
overflows: what can't fit continues on a further frame or becomes a Diagnostic.
"""
