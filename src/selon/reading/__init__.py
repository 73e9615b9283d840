"""From an article to a reading: one module a step."""
