"""What stands around the content on paper: the cover, running heads, slide titles, the word list, note lines."""
