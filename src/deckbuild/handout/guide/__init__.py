"""The guide the course team teaches from: the day by the clock, and every slide with its notes and questions.

``clock`` reads the programme; ``overview`` makes the first page and ``entry`` a slide's stretch of strips; ``paging``
shares strips out on pages; ``guide`` puts the paper together. It points to the participants' edition throughout.
"""
