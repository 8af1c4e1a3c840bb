"""What stands before and after the slides on paper: the cover, the sheets that answers are carried to, the words."""
