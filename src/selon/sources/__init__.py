"""From bytes to articles: one module a format, told apart by content."""
