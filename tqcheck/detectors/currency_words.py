"""Finds sums whose currency stands as the source language names or shortens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import alternation, later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("written",)
PARAMS: Mapping[str, Any] = {}

_ZLOTY, _HRYVNIA, _RUBLE = ("zloty", "zlotys"), ("hryvnia", "hryvnias"), ("ruble", "rubles")
_KORUNA = ("koruna", "korunas")
_NAMES: Mapping[str, tuple[str, str]] = {
    "z\u0142": _ZLOTY, "zlotych": _ZLOTY, "z\u0142otych": _ZLOTY, "z\u0142ote": _ZLOTY,
    "rub.": _RUBLE, "rubley": _RUBLE, "rublei": _RUBLE, "rublya": _RUBLE,
    "\u0440\u0443\u0431": _RUBLE, "\u0440\u0443\u0431.": _RUBLE,
    "\u0440\u0443\u0431\u043b\u0435\u0439": _RUBLE,
    "hrn": _HRYVNIA, "hrn.": _HRYVNIA, "hryven": _HRYVNIA, "hriven": _HRYVNIA,
    "\u0433\u0440\u043d": _HRYVNIA, "\u0433\u0440\u043d.": _HRYVNIA,
    "\u0433\u0440\u0438\u0432\u0435\u043d\u044c": _HRYVNIA,
    "K\u010d": _KORUNA, "korun": _KORUNA,
}  # fmt: skip
"""Names as the sources have them, with the English singular and plural."""
_SOLID = frozenset({"z\u0142", "\u0433\u0440\u043d", "\u0440\u0443\u0431", "K\u010d"})
"""What TQ157 mends right behind a figure; here only behind a magnitude's word."""
_WORDS = alternation({name.rstrip(".") for name in _NAMES})
_SUM = later(
    rf"(?<![\w.,])(?P<sum>\d(?:[\d.,]{{0,14}}\d)?(?:[ \u00a0]\d{{3}}){{0,3}}"
    rf"(?:[ \u00a0](?:thousand|million|billion|trillion))?)"
    rf"(?P<gap>[ \u00a0]?)(?P<name>{_WORDS})(?P<stop>\.?)(?![\w-])"
)


def wake(_params: Mapping[str, Any]) -> Wake:
    """Where one of the names stands behind a figure or a magnitude."""
    return Wake((Trigger(rf"[\dnd][ \u00a0]?(?:{_WORDS})\b"),))


def find(article: Article, _params: Mapping[str, Any]) -> Iterator[Hit]:
    """Sums with the currency's English name (catalogue deep dive D.4); linear.

    The stop of an abbreviation goes, unless it ends the sentence too. “Rub” is a word of
    English without its stop.
    """
    view = article.view
    for match in _SUM.finditer(view):
        name, end = match["name"], match.end()
        if name == "rub" and not match["stop"]:
            continue
        if name in _SOLID and match["sum"][-1].isdigit():
            continue
        shortened = match["stop"] and f"{name}." in _NAMES and not _ends(view, end)
        singular, plural = _NAMES.get(name) or _NAMES[f"{name}."]
        word = singular if match["sum"] == "1" else plural
        if match["stop"] and not shortened:
            end -= 1
        yield Hit(Span(match.start(), end), {"written": f"{match['sum']} {word}"})


def _ends(view: str, at: int) -> bool:
    """Whether a stop before ``at`` may end its sentence."""
    after = view[at : at + 2]
    return after[:1] in ("", "\n") or (after[:1] == " " and not after[1:].islower())
