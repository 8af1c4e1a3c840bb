"""One ``deck.yaml`` becomes matched papers: slides to present, a handout to write in.

``pipeline`` is the way in; ``docs/architecture.md`` draws the whole house.
"""

__version__ = "0.1.0"
