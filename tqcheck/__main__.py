"""Runs the command line for ``python -m tqcheck``."""

from tqcheck.cli.main import main

if __name__ == "__main__":
    main()
