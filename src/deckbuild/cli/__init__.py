"""The command line: ``entry`` starts and ends it, ``commands`` has the commands, the rest is what they share.

Commands read arguments, call the pipeline and print. Heavy imports are inside their functions, so that ``deckbuild``
starts fast.
"""
