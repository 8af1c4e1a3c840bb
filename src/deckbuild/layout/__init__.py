"""Layout decides all geometry: it measures text, breaks lines, chooses type sizes and places every item in points.

``text`` sets paragraphs, ``table`` sizes columns and rows, ``charts`` and ``diagrams`` draw, and ``slides`` turns a
deck into frames. Nothing it returns overflows its box: content that does not fit continues on a further frame, or is
reported as a ``Diagnostic``.
"""
