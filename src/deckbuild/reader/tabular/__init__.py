"""Tables and lists of people from CSV and Excel files."""
