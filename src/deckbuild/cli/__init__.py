"""The commands, one file each: they parse, call the pipeline and print. Heavy imports stay inside them."""
