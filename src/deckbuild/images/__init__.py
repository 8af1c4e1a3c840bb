"""Picture files: what they are, and how they are embedded in a paper.

========  =============================================================================================
bitmaps   PNG, JPEG, GIF, BMP, TIFF, WebP: turned upright, converted to sRGB, scaled down to the size
          at which they are shown, without metadata (``bitmap``)
drawings  SVG, without scripts and without references to other files (``svg``); as a bitmap, or as
          vector outlines where all parts can be (``outlines``)
========  =============================================================================================

``facts`` is the way in: it picks the module for a file and imports it when the first file of its kind is met. It raises
``ImageError`` for files that can't be shown. Nothing is ever fetched from the network.
"""
