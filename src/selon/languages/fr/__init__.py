"""French: tables and their loaders."""
