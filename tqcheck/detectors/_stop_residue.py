"""Replaces abbreviations of the source's language: ranks, “m.in.”, “ca.”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tqcheck.article import Article
from tqcheck.detectors._stop_lines import matches
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.detectors._stop_words import is_years
from tqcheck.finding import Edit, Safety
from tqcheck.later import alternation, later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

RANKS: Mapping[str, str] = {
    "gen. bryg": "Brig. Gen.", "gen. dyw": "Maj. Gen.", "gen. broni": "Lt. Gen.",
    "ppłk": "Lt. Col.", "płk": "Col.", "mjr": "Maj.", "kpt": "Capt.", "ppor": "2nd Lt.",
    "por": "Lt.", "plk": "Col.", "pplk": "Lt. Col.", "pplk.": "Lt. Col.", "npor": "1st Lt.",
    "podinsp": "Deputy Insp.", "nadkom": "Chief Supt.", "podkom": "Deputy Commissioner",
    "mł. insp": "Junior Insp.", "mł. asp": "Junior Warrant Officer",
    "st. asp": "Senior Warrant Officer", "asp. szt": "Staff Warrant Officer",
    "st. sierż": "Senior Sgt.", "sierż": "Sgt.", "st. kpt": "Senior Capt.",
    "kmdr": "Cmdr.", "kontradm": "Rear Adm.", "wiceadm": "Vice Adm.",
    "ks": "Fr.", "bp": "Bishop", "abp": "Archbishop", "kard": "Cardinal", "min": "Minister",
    "\u015bw": "St.", "in\u017c": "Engineer",
}  # fmt: skip
"""Polish and Czech ranks and offices before a name, without the last stop (TQ502)."""

SOURCES: Mapping[str, str] = {
    "m.in.": "including", "m. in.": "including", "m.in": "including", "np.": "e.g.",
    "tzw.": "so-called", "tzn.": "i.e.", "tj.": "i.e.", "itd.": "etc.", "itp.": "etc.",
    "z.B.": "e.g.", "z. B.": "e.g.", "bzw.": "or", "usw.": "etc.", "d.h.": "i.e.",
    "d. h.": "i.e.", "sog.": "so-called", "p. ej.": "e.g.", "p.ej.": "e.g.",
    "c.-à-d.": "i.e.", "p. ex.": "e.g.", "p.ex.": "e.g.", "ecc.": "etc.", "tzv.": "so-called",
    "např.": "e.g.", "napr.": "e.g.", "atd.": "etc.", "apod.": "etc.", "т.е.": "i.e.",
    "т. е.": "i.e.", "т.н.": "so-called", "т. н.": "so-called", "и т.д.": "etc.",
    "и т. д.": "etc.", "и т.п.": "etc.", "напр.": "e.g.",
    "t.ex.": "e.g.", "t. ex.": "e.g.", "f.eks.": "e.g.", "bijv.": "e.g.", "ad es.": "e.g.",
    "p.es.": "e.g.", "p. es.": "e.g.", "bl.a.": "including", "bl. a.": "including",
    "inkl.": "including", "dvs.": "i.e.", "d.v.s.": "i.e.", "d.w.z.": "i.e.", "osv.": "etc.",
    "o.s.v.": "etc.", "enz.": "etc.", "usf.": "etc.", "ș.a.": "etc.", "ş.a.": "etc.",
    "і т.д.": "etc.", "і т. д.": "etc.", "і т.п.": "etc.", "т.зв.": "so-called",
    "evtl.": "possibly", "ggf.": "if necessary", "i.d.R.": "usually",
    "u.a.": "including", "u. a.": "including", "p.ej": "e.g.",
}  # fmt: skip
"""Frequent abbreviations of the sources' languages (TQ504)."""

_UNSURE = frozenset(
    ("np.", "bzw.", "sog.", "tj.", "napr.", "m.in", "u.a.", "u. a.", "p.ej", "enz.", "usf.")
)
_ONLY_LISTED = frozenset(("u.a.", "u. a."))
_ENDINGS = ("etc.", "i.e.", "e.g.")


_RANK = later(rf"(?<![\w.])(?P<rank>(?i:{alternation(RANKS)}))\.?[ ](?P<name>[^\W\d_a-z]\w*)")
_BOTH_CASES = "|".join(re.escape(form) for rank in RANKS for form in (rank, rank.capitalize()))
_ANY_RANK = later(rf"[^\w.](?:{_BOTH_CASES})\.?[ ][^\W\d_a-z]")
"""A quick look whether there is a rank at all."""

_SOURCE = later(rf"(?<![\w./@-])(?P<short>{alternation(SOURCES)})(?=[\s,;)]|$)")
_DOTTED = frozenset(("por", "asp", "kom", "ks", "bp", "kard", "min", "\u015bw", "in\u017c"))
"""Ranks that are words of their own where no stop follows."""

_UNSURE_RANKS = frozenset(("min", "bp", "\u015bw", "in\u017c"))


def ranks(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“płk Jan Nowak” → “Col. Jan Nowak”."""
    ranked = (row for row in rows if _ANY_RANK.search("\n" + article.view[row.start : row.end]))
    for match in matches(_RANK, article, ranked):
        rank = match["rank"].lower()
        dotted = article.view.startswith(".", match.end("rank"))
        name = match["name"]
        if not name[0].isupper() or name.lower() in FUNCTION_WORDS:
            continue
        counted = article.view[max(0, match.start() - 2) : match.start()].strip().isdigit()
        if rank in _DOTTED and (not dotted or counted or match["rank"] != rank):
            continue  # “por Barcelona”, “5 min. Rest”, “Min. Price”
        end = match.end("rank") + dotted
        edit = Edit(Span(match.start("rank"), end), RANKS[rank])
        safety = Safety.UNSAFE if rank in _UNSURE_RANKS else Safety.SAFE
        yield Verdict("rank", Span(*match.span()), (edit,), safety)


def sources(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“cities, m.in. Lublin” → “cities, including Lublin”; at a sentence's end the stop stays."""
    for match in matches(_SOURCE, article, rows):
        short = match["short"]
        new = SOURCES[short]
        if short in _ONLY_LISTED and article.view[match.start() - 2 : match.start()] != ", ":
            continue  # “Houston et u. a.”: more than one reading
        last = article.view[match.end() : match.end() + 2].strip()
        at_end = not last or (last[:1].isupper() and new == "etc.")
        if at_end and new not in _ENDINGS:
            continue
        edit = Edit(Span(*match.span()), new)
        safety = Safety.UNSAFE if short in _UNSURE else Safety.SAFE
        yield Verdict("source", Span(*match.span()), (edit,), safety)


_NEAR = 80
"""How far before “ca.” its bracket may open."""
_CIRCA = later(
    r"""
    (?<![\w.,&/-])(?<![\w],[ ])(?<!about[ ])(?<!around[ ])
    (?P<short>[Cc]ca\.?|[Cc]a\.?|ok\.)[ \u00a0]
    (?=[$\u20ac\u00a3~]?(?P<number>\d[\d,.]*))
    """,
    re.VERBOSE,
)


def _is_bracketed(view: str, at: int) -> bool:
    near = view[max(0, at - _NEAR) : at].rpartition("\n")[2]
    return near.rfind("(") > near.rfind(")")


def circa(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“ca. 5 km”, “ok. 300 people”, “cca 20 tanks”: “about”; a year keeps its “ca.”."""
    for match in matches(_CIRCA, article, rows):
        short, number = match["short"], match["number"].rstrip(".,")
        if is_years(number) or (short[0] == "C" and "." not in short):
            continue
        start, end = match.span("short")
        if short == "ca." and _is_bracketed(article.view, start):
            continue  # scholars' English: “(ca. 10,000)”
        if short == "ok." and article.sentence(start).start == start:
            continue
        new = "About" if short[0] == "C" else "about"
        if article.view[max(0, start - 6) : start].endswith(("the ", "these ", "those ", "its ")):
            new = "roughly"
        span = Span(start, match.start("number") + len(number))
        yield Verdict("circa", span, (Edit(Span(start, end), new),))
