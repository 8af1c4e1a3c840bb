"""Filled handouts read back: what participants wrote, as a table.

::

    filled.pdf ... --filled--> fields by name --matching--> Collected --formats--> answers.csv, .yaml, .xlsx
"""
