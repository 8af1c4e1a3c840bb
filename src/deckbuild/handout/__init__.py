"""The handout: each block prints strips, the strips of a slide form a unit, and units are laid out on pages.

``strip`` defines ``Strip`` and ``References``. ``blocks`` makes strips of what blocks hold. ``pagination`` gathers the
strips of a slide in a ``Unit``, assigns units to pages, turns spare height into write lines and places the items.
``furniture`` draws what stands around the content, ``front_and_back`` the cover and the pages after the slides.
``style`` holds the measures and sets text. ``handout`` puts the document together, ``editions`` makes each edition of
it, and ``guide`` is the edition for the course team.
"""
