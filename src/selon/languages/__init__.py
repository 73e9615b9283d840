"""What a language is, as data, and the loaders that check it."""
