"""Mentions: names first, then every description, adjective and pronoun that plays a role, resolved over the article."""
