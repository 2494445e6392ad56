"""The errors a person reads: each says where, what is wrong and what to do."""

from __future__ import annotations


class TqcheckError(Exception):
    """Something that kept tqcheck from looking: the run ends with exit code 2.

    ``where`` names the file, option or rule; ``what`` says what is wrong; ``todo`` says what
    is known or what to do next (may be empty).
    """

    def __init__(self, where: str, what: str, todo: str = "") -> None:
        super().__init__(where, what, todo)
        self.where = where
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        """One sentence for the terminal."""
        return f"{self.where}: {self.what}" + (f"; {self.todo}" if self.todo else "")


class SourceError(TqcheckError):
    """A file that can't be read as UTF-8 text."""


class NoProseError(SourceError):
    """A file of data in which no field holds prose."""


class CardError(TqcheckError):
    """A rule card that does not keep the contract."""


class ConfigError(TqcheckError):
    """A configuration file or an option that does not hold."""


class FixError(TqcheckError):
    """A fix that could not be proved or written; the file stays as it was."""
