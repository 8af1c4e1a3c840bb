"""What is drawn around the content of slides, for each design of a theme: a file each."""
