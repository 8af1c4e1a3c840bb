"""The numbers of charts: ``fields`` reads those in the deck, ``files`` those in CSV and XLSX files."""
