"""Statements: words given as somebody's, by construction, each with its speaker, cue and content."""
