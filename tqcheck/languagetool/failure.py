"""What can go wrong with LanguageTool, as one kind of error with a sentence for people."""

from __future__ import annotations

from tqcheck.record import NamedTuple

KINDS = ("missing", "dead", "slow", "foreign", "too-large", "refused", "garbled", "broken")
"""Not installed; no answer or cut off; out of time; another service; 413; 4xx or 5xx; no sense;
a defect of ours."""


class Failure(NamedTuple):
    """Why LanguageTool is of no more use in this run: a kind of KINDS and a sentence's end.

    ``what`` goes on after “LanguageTool”, as in “does not answer at http://…”.
    """

    kind: str
    what: str
    todo: str = ""


class EngineError(Exception):
    """LanguageTool can't be asked, or its answer can't be used."""

    def __init__(self, kind: str, what: str, todo: str = "") -> None:
        super().__init__(kind, what, todo)
        self.failure = Failure(kind, what, todo)
