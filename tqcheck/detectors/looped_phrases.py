"""Finds a run of words that a translation engine has said again at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._echo_wake import MOST, says_twice
from tqcheck.detectors._echoes import Echo, echoes_of, personal, transcribed
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.names import words_of
from tqcheck.wake import Wake

FIELDS = ("phrase", "copies")
PARAMS: Mapping[str, Any] = {}

_LINKS = words_of("to by in and after on upon for or over of with from against as but the vs per")
"""Between two equal words they make a set phrase: “day by day”, “from door to door to door”."""
_OPENERS = words_of("and or by upon after nor but than")
_CRIES = words_of("oh o ah ha ho no yes yeah hey please come go ye hurrah thank la na never")
_STRESS = words_of("so too very how what why when where much just only not always all")
_SPEAKER = words_of("i you we my your our me us")
_SUBJECTS = words_of("he she it they who this that there")
_WHOLE = frozenset(
    ("and so on", "and so forth", "as well", "or so", "one by", "to have", "have to")
)
_CALL = later(r"\b(?:[Cc]all(?:s|ed|ing)?|[Mm]ak(?:e|es|ing)|[Mm]ade) \Z")
_WITHIN_CLAUSE = later(
    r"\b(?i:if|when|whenever|where|wherever|once|as|since|because|while|though|whether|until|till"
    r"|what|whatever|extent|that)(?: [^\W_]+){0,2} \Z"
)
_NO_NOUN_PHRASE = (FUNCTION_WORDS - {"the"}) | words_of(
    "two three four five six seven eight nine ten"
)
"""What no figure of speech begins with: “under oath, under oath again”."""
_WHOLE_PHRASE = 4
_LONG = 6
"""So many words nobody repeats by rule of grammar."""
_GOES_ON = later(r" [^\W_]")
_JOINT = later(r"['\u2019-]")
_ZONES = frozenset(("paragraph", "list", "standfirst", "caption", "cell", "other", "title"))


def wake(params: Mapping[str, Any]) -> Wake:
    """Two words or more stand twice in a row."""
    return Wake(check=says_twice)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The looped runs of two to twelve words; linear in the text.

    A loop without a comma between its copies is one wherever it stands; with a comma it may
    be rhetoric, so it counts only in an article that isn't told in the first person, outside
    quotation marks where it is short. Written-down speech, names and set phrases are silent.
    """
    for echo in echoes_of(article):
        if echo.size > 1 and _is_loop(article, echo):
            yield Hit(echo.span, {"phrase": article.text(echo.first), "copies": str(echo.copies)})


def _is_loop(article: Article, echo: Echo) -> bool:
    if echo.gap not in (" ", ", ", "\n", ",\n", " , ") or _lawful(echo) or transcribed(article):
        return False
    if echo.size + len(_JOINT.findall(" ".join(echo.words))) > MOST:
        return False
    region = article.document.region_at(echo.span.start)
    if region is None or region.kind not in _ZONES or echo.span.end > region.span.end:
        return False
    if "," in echo.gap:
        return not _rhetoric(article, echo)
    if echo.words[0].lower() in (_OPENERS | {"i"}) and personal(article):
        return False
    return not (_called(article, echo) or _is_grammar(article, echo))


def _rhetoric(article: Article, echo: Echo) -> bool:
    """Whether a writer may have said it twice on purpose, with a comma between."""
    words = [word.lower() for word in echo.words]
    if echo.size > 2 and echo.copies > 3:
        return False
    if words[0] in _STRESS or _SPEAKER.intersection(words):
        return True
    if echo.size < 3 and (
        echo.copies > 3
        or not _SUBJECTS.isdisjoint(words)
        or article.quotation_at(echo.span) is not None
    ):
        return True
    if all(word[0].isupper() or word in FUNCTION_WORDS for word in echo.words):
        return True
    return personal(article) or _taken_up(article, echo)


def _taken_up(article: Article, echo: Echo) -> bool:
    """Whether the copy is a figure of speech: “a tomb, a tomb in which Persia lies”.

    A quoted speaker's; a short one with “a”; two words with which the sentence goes on; a
    subordinate clause whose main clause says the same (“if it is new, it is new to us”).
    """
    first = echo.words[0].lower()
    if (first in ("a", "an") and echo.size < _WHOLE_PHRASE) or article.quotation_at(
        echo.span
    ) is not None:
        return True
    if _GOES_ON.match(article.view, echo.span.end) is None or echo.copies > 2:
        return False
    if echo.size == 2 and not (first.isdigit() or first in _NO_NOUN_PHRASE):
        return True
    return _main_clause(article, echo)


def _is_grammar(article: Article, echo: Echo) -> bool:
    """Two copies that no comma divides, and yet a sentence needs both.

    A comma within one (“peace, Pakistan wants peace, Pakistan wants”), a chain (“the man who
    knew the man who knew”), a clause in front of its main clause (“when they spoke they spoke”).
    """
    if echo.copies > 2:
        return False
    if echo.size < _LONG and ("," in article.text(echo.span) or "who" in echo.words):
        return True
    return _main_clause(article, echo)


def _main_clause(article: Article, echo: Echo) -> bool:
    start = echo.span.start
    return (
        echo.words[0].lower() in _SUBJECTS | {"i", "we", "you"}
        and _WITHIN_CLAUSE.search(article.view, max(0, start - 40), start) is not None
    )


def _lawful(echo: Echo) -> bool:
    """Set phrases (“more and more and more”), cries, names (“New York New York”), figures."""
    words = [word.lower() for word in echo.words]
    if echo.size == 2 and (words[1] in _LINKS or words[0] in _OPENERS):
        return True
    if _CRIES.intersection(words[:1]) or " ".join(words) in _WHOLE:
        return True
    if all(word[0].isupper() or word[0].isdigit() for word in echo.words):
        return True
    return not any(len(word) > 2 and word.isalpha() for word in words)


def _called(article: Article, echo: Echo) -> bool:
    """“to call a spade a spade”."""
    return _CALL.search(article.view, max(0, echo.span.start - 9), echo.span.start) is not None
