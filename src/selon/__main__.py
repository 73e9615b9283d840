"""`python -m selon`: the command line."""

from selon.cli import main

if __name__ == "__main__":
    main()
