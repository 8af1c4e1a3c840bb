"""The guide the course team teaches from: the day by the clock, and every slide with its notes and questions.

``clock`` finds the slides of each row of the programme. ``overview`` makes the strips of the first page, ``band``
those of a row of the programme, and ``entry`` those of a slide, for which ``answers`` says what participants write.
``paging`` assigns strips to pages, and ``guide`` puts the document together. The pages of the handout that the guide
names are those of the participants' edition.
"""
