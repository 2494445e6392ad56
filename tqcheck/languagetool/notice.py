"""The note TQ002: LanguageTool was asked for and could not be used; our own findings stand."""

from __future__ import annotations

from tqcheck.card import Bad, Good
from tqcheck.finding import Severity
from tqcheck.languagetool.failure import Failure
from tqcheck.note import note_card

CARD = note_card(
    code="TQ002",
    name="engine-unavailable",
    summary="LanguageTool was asked for and could not be used.",
    why="A server that is not there, dies, takes too long or is another service altogether must "
    "not hold up a run or change what it says of the text. After the first failure nothing more "
    "is asked of it, and what our own rules found is reported as without it. The run says so "
    "once, so that silence is not taken for praise.",
    message="LanguageTool {match}; only our own rules looked",
    severity=Severity.MINOR,
    since="0.1.0",
    references=("https://dev.languagetool.org/http-server",),
    bad=(Bad("--languagetool http://127.0.0.1:8081 where nothing listens", ("TQ002",)),),
    good=(Good("--languagetool off", "LanguageTool was not asked for."),),
)


def sentence(failure: Failure) -> str:
    """The note as one line for the terminal."""
    said = f"{CARD.id} {CARD.name}: LanguageTool {failure.what}; only our own rules looked"
    return said + (f"; {failure.todo}" if failure.todo else "")
