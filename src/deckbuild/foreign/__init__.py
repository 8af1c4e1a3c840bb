"""The gate: a file that others made is opened here and nowhere else, within limits that are checked before it is read.

- ``files``: a regular file of a sensible size -> its bytes; ``files`` also lists the limits of every kind of file
- ``archives``: a zip file (template, workbook, paper) -> its parts, never more of them than the limits allow
- ``damage``: whatever a library raises over a damaged file -> one error that says so
- ``xml``: a part or an SVG -> its elements; entities from elsewhere are not read

What is refused is an ``OSError`` whose reason ``diagnostics.because`` can say, as for a file that the system refuses.
"""
