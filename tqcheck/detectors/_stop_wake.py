"""Tells by an article's marks whether a moved stop or a copied abbreviation can be in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from tqcheck.detectors._stop_text import SMALL
from tqcheck.later import later
from tqcheck.wake import Trigger, Wake

Confirm = Callable[[re.Match[str]], bool]

_BLANK = "[ \u00a0]"
_UPPER = r"[^\W\d_a-z]"
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY_MONTH = later(rf"{_MONTHS}\b")
_MONTH_DAY = later(rf"(?:{_MONTHS}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.) \d{{1,2}}\Z")
_COUNTED_NOUNS = (
    r"(?:quarter|half|round|stage|semester|edition|instance|reading|degree|category|grade|league"
    r"|division|place|convocation|millennium|set|term|phase|[Ww]orld [Ww]ar)\b"
)
_ORDINAL_NOUNS = (
    "(?:centur|place|floor|grade|class|round|half|quarter|league|division|minute|time"
    "|anniversar|birthday|edition|stage|categor|session|congress|millenni)"
)
_DEGREES = "(?:[Pp]rof|[Dd]r|in\u017c)"
_YEAR_LETTERS = "(?:r|\u0433|\u0440|rr|\u0433\u0433|yr?|g)"

_OWN: Mapping[str, tuple[str, ...]] = {
    "year-letter": (rf"\d{_YEAR_LETTERS}\.", rf"\d{_BLANK}{_YEAR_LETTERS}\."),
    "ordinal": (rf"\d\. {_ORDINAL_NOUNS}",),
    "roman": tuple(
        rf"[IVX]{end}{_BLANK}(?:centur(?:y|ies)\b|c(?:ent)?\.)"
        for end in (
            "",
            r"\.",
            "-(?:th|st|nd|rd)",
            "(?:th|st|nd|rd|e)",
            "(?:\u0433\u043e|-\u0433\u043e|\u0439|-\u0439)",
        )
    ),
    "counted": tuple(
        rf"[IVX]{end}{_BLANK}{_COUNTED_NOUNS}" for end in ("", r"\.", "(?:st|nd|rd|th)")
    ),
    "degrees": (
        rf"{_DEGREES}{_BLANK}{_DEGREES}\b",
        rf"{_DEGREES}\.{_BLANK}{_DEGREES}\b",
        rf"{_DEGREES}\.{_DEGREES}\b",
        rf"[Pp]rof\.?{_BLANK}univ\b",
        rf"Dr\.{_BLANK}?h\.",
    ),
    "circa": (
        rf"(?<![\w.,&/-])[Cc]c?a{_BLANK}[$\u20ac\u00a3~]?\d",
        rf"(?<![\w.,&/-])(?:[Cc]c?a|ok)\.{_BLANK}[$\u20ac\u00a3~]?\d",
    ),
    "street": (
        rf"[ ,(](?:[Aa]l|[Pp]l|os|pr|per|st|[Ss]tr|ave?|bul|blvd|bd|sq)\.{_UPPER}",
        rf"[ ,(](?:[Aa]l|[Pp]l|os|pr|per|st|[Ss]tr|ave?|bul|blvd|bd|sq)\.{_BLANK}{_UPPER}",
    ),
}
"""Marks of the kinds with a shape of their own."""

_STOP = rf"\.[ \u00a0][{SMALL}(,;]"
_WIDE_STOP = rf"\.[ \u00a0][ \u00a0]+[A-Z{SMALL}(,;]"
_NEAR = 64
"""How far before a noun the stop may stand that tore it off."""

_BEFORE_NOUN = later(r"\.[ \u00a0]+[A-Z][^\W_]*(?:[-'\u2019][^\W_]+)*\Z")


def promise(kinds: Iterable[str], stop_kinds: Iterable[str]) -> Wake:
    """The promise for the kinds of one card; ``stop_kinds`` are those that a stop is judged by."""
    triggers: list[Trigger] = []
    words: set[str] = set()
    for kind in kinds:
        if kind in stop_kinds:
            triggers += _stops(kind)
        triggers += (Trigger(pattern) for pattern in _OWN.get(kind, ()))
        triggers += _confirmed(kind)
        words.update(_words(kind))
    return Wake(tuple(triggers), words.__contains__ if words else None)


def _words(kind: str) -> Iterable[str]:
    """Words that stand in every hit of a kind but those its triggers show."""
    if kind == "degrees":
        return (
            "doc Doc hab mgr Mgr lic lek med Ing Bc MUDr JUDr PhDr RNDr PaedDr MVDr ThDr PharmDr"
        ).split()
    if kind == "title":
        titles = "prof dr gen col lt maj capt sgt cpl sen rep gov rev adm cmdr insp mr mrs"
        return titles.split()
    if kind == "street":
        return "ul Ul vul Vul n\u00e1m prosp bulv".split()
    if kind != "rank":
        return ()
    from tqcheck.detectors._stop_residue import RANKS

    words = {rank.rstrip(".").rsplit(" ", 1)[-1] for rank in RANKS}
    return words | {word.capitalize() for word in words}


def _confirmed(kind: str) -> Iterator[Trigger]:
    """Marks that are asked what stands around them."""
    if kind == "source":
        from tqcheck.detectors._stop_residue import SOURCES

        shorts = "|".join(map(re.escape, sorted(SOURCES)))
        yield Trigger(rf"(?<![\w./@-])(?:{shorts})")
    elif kind == "date":
        for day in (r"\d", r"\d\d"):
            yield Trigger(rf"[ \u2013-]{day}\. [A-Z][a-z][a-z]", _is_month)
            yield Trigger(rf" {day}\. [a-z][a-z]", _is_day)
            yield Trigger(rf" {day}\. (?:19|20)", _is_day)
    elif kind == "town":
        yield Trigger(rf"the (?:village|town|city|settlement|hamlet)\.{_BLANK}{_UPPER}", _is_town)
    elif kind == "street-stop":
        yield Trigger(
            rf" (?:[Ss]treet|[Aa]venue|[Ss]quare|[Bb]oulevard|[Ll]ane|ave|blvd)\.{_BLANK}{_UPPER}",
            _is_copied,
        )
    elif kind == "start":
        for before in (r"\n", r"\n[^\S\n]+", r"\A", r"\A[^\S\n]+", r"\A\ufeff\s*"):
            yield Trigger(rf"{before}[{SMALL}]", _starts)


def _left(match: re.Match[str], reach: int, more: int) -> tuple[int, int]:
    """The stretch before a match, with its first characters: where a pattern is to end."""
    return max(0, match.start() - reach), match.start() + more


def _is_month(match: re.Match[str]) -> bool:
    return _DAY_MONTH.match(match.string, match.end() - 3) is not None


def _is_day(match: re.Match[str]) -> bool:
    return _MONTH_DAY.search(match.string, *_left(match, 16, len(match.group()) - 4)) is not None


def _is_town(match: re.Match[str]) -> bool:
    from tqcheck.detectors._stop_places import may_be_town

    return may_be_town(match.string, match.start())


def _is_copied(match: re.Match[str]) -> bool:
    from tqcheck.detectors._stop_places import may_be_copied

    return may_be_copied(match.string, match.start())


def _starts(match: re.Match[str]) -> bool:
    from tqcheck.detectors._stop_starts import may_start

    view, at = match.string, match.end() - 1
    end = view.find("\n", at)
    first = not view[: min(at, _NEAR)].strip("\ufeff \t\r\n")
    return may_start(view[at : end if end >= 0 else len(view)].strip(), first)


@cache
def _stops(kind: str) -> tuple[Trigger, ...]:
    from tqcheck.detectors._stop_words import CURRENCIES

    def confirm(match: re.Match[str]) -> bool:
        return kind in _kinds_at(match.string, match.start())

    codes = "|".join(sorted(CURRENCIES)).upper()
    triggers = [
        Trigger(_STOP, confirm),
        Trigger(_WIDE_STOP, confirm),
        Trigger(rf"\.{_BLANK}(?:{codes})\b", confirm),
    ]
    return (*triggers, *_named_things(confirm)) if kind == "moved" else tuple(triggers)


def _named_things(confirm: Confirm) -> Iterator[Trigger]:
    """“… to Kyiv. Leopard tanks.”, “… to Kyiv. Polish troops, …”: a capital behind the stop."""
    from tqcheck.detectors._stop_text import NAMED_NOUNS
    from tqcheck.lexicon.words import NATIONALITIES

    def behind(match: re.Match[str]) -> bool:
        stop = _BEFORE_NOUN.search(match.string, *_left(match, _NEAR, 0))
        return stop is not None and "moved" in _kinds_at(match.string, stop.start())

    peoples = "|".join(sorted(NATIONALITIES))
    yield Trigger(rf"\.{_BLANK}(?:{peoples}){_BLANK}+[a-z]+(?:-[a-z]+)*[^\w\s]", confirm)
    yield Trigger(rf"{_BLANK}(?:{'|'.join(sorted(NAMED_NOUNS))})[.;]", behind)


def _kinds_at(view: str, at: int) -> frozenset[str]:
    """The kinds of verdict that a stop may get."""
    known = _kinds_of(view)
    if at not in known:
        from tqcheck.detectors._stop_judge import judge
        from tqcheck.detectors._stop_text import stops_at

        verdicts = map(judge, stops_at(view, at))
        known[at] = frozenset(verdict.kind for verdict in verdicts if verdict is not None)
    return known[at]


@lru_cache(maxsize=2)
def _kinds_of(view: str) -> dict[int, frozenset[str]]:
    """What is known of a view's stops: several cards ask of the same ones, one after another."""
    del view
    return {}
