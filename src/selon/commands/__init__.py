"""One module a verb of the command line; `selon.cli` puts them together."""
