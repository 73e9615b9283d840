"""English: tables and their loaders."""
