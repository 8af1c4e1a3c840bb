"""Pages before and after the slides: the cover, the sheets that answers are carried to, words and literature, notes."""
