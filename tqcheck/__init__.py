"""tqcheck, the linter for translated copy."""

__version__ = "0.1.0"
