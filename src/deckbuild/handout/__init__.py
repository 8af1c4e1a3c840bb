"""The handout: every block says what it prints as strips, strips are composed into pages, pages become Folios.

``strip`` is the vocabulary. ``questions``, ``lists``, ``tables`` and their like make strips of what blocks hold;
``unit`` gathers a slide's strips under its title; ``pack``, ``split`` and ``spread`` assign them to pages and turn
spare height into lines; ``pages``, ``cover``, ``sheets`` and ``words`` draw; ``handout`` puts the paper together.
"""
