"""Picture files: what they are, and what of them goes into a paper.

========  =============================================================================================
bitmaps   PNG, JPEG, GIF, BMP, TIFF, WebP: turned upright, in the colours of screens, no larger than
          shown, without what a camera noted beside the picture (``bitmap``)
drawings  SVG, cleaned of what runs or is fetched (``svg``); as dots, or as outlines where every part
          of it is an outline (``outlines``)
========  =============================================================================================

``facts`` tells both apart, loads what reads them when the first of a kind is met, and raises ``ImageError`` for files
that can't be shown. Nothing is ever fetched.
"""
