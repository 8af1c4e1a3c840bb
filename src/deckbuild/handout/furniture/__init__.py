"""Furniture: what stands around the content on paper. Running heads, tabs, feet, slide titles, marks and note lines."""
