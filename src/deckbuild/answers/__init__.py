"""Collecting answers: read the handouts that participants filled in, and write their answers as a table.

::

    filled.pdf ... --filled--> fields by name --matching--> Collected --formats--> answers.csv, .yaml, .xlsx
"""
