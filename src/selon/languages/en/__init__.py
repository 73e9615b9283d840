"""English: the tables of its times and numbers."""
