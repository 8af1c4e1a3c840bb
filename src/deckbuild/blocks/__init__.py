"""The kinds of block, one file each; ``registry`` lists them. A new kind is one file and one line there."""
