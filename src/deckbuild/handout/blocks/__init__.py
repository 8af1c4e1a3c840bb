"""Strips for each kind of block, from top to bottom. The functions are called by the blocks' ``handout`` methods."""
