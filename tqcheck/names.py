"""Tells which words of an article are names, where they stand and who bears them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tqcheck.article import Article
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
"""The capitals of the Latin script, for a character class: ``re`` knows no such class."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text that lists them, for tables."""
    return frozenset(text.split())


TITLES = words_of(
    """Mr Mrs Ms Dr Prof Sir Lord Lady Dame President Premier Minister Chancellor King Queen
    Prince Princess Pope Patriarch Metropolitan Cardinal Archbishop Bishop Father Sister Brother
    Rabbi Imam Sheikh Ayatollah Gen General Col Colonel Maj Major Capt Captain Lt Lieutenant Sgt
    Sergeant Adm Admiral Marshal Commander Sen Senator Gov Governor Mayor Judge Justice Prosecutor
    Ambassador Secretary Chairman Chairwoman Director Professor Doctor Deputy Coach Commissioner
    Speaker Rep Representative Congressman Congresswoman Inspector Detective Officer Private Uncle
    Aunt Saint St Count Countess Baron Baroness Duke Duchess Emperor Empress Tsar Vice Prime
    First Foreign Defense Defence Interior Finance Acting Former Herr Frau Monsieur Madame Pan
    Pani Signor Signora Don Hetman Voivode Spokesman Spokeswoman Author Writer Journalist"""
)
"""Titles and offices that stand before a name and belong to none."""

_PARTICLES = words_of("de da di do dos du del della der den van von zu la le al el bin ibn ten ter")
_NEVER = words_of(
    """A About Above After Again Against All Also Although Am An And Another Any Are As At Be
    Because Been Before Behind Being Below Between Both But By Can Could Despite Did Do Does Down
    Due During Each Earlier Either Even Every Except Few For From Further Had Has Have He Her Here
    His How However I If In Indeed Inside Instead Into Is It Its Just Last Later Like Many Maybe
    Me Meanwhile More Moreover Most Much My Near Neither Never Next No Nor Not Nothing Now Of Off
    On Once One Only Or Other Our Out Outside Over Per Perhaps Please Rather Recently See She
    Since So Some Someone Still Such Than That The Their Them Then There Therefore These They This
    Those Though Through Throughout Thus To Today Together Tomorrow Too Two Three Under
    Unfortunately Until Up Upon Us Very Was We Well Were What When Where Whether Which While Who
    Whose Why Will With Within Without Would Yes Yesterday Yet You Your
    Mio Mrd Tsd Kč Uhr"""
)
"""Words that begin sentences and name nobody, and shorthand for large numbers and crowns."""

_WEAK_ZONES = frozenset(("title", "subhead", "furniture", "credit", "other"))
_WORD = later(
    rf"""
    (?<![\w@\#/])[{UPPER}][^\W\d_]*          # a capital and letters
    (?: (?:['\u2019](?!s\b)|-)[^\W\d_]+ )*    # O'Brien, Jong-un; not the possessive 's
    """,
    re.VERBOSE,
)
_ROMAN = frozenset("IVXLCDM")
_WITHIN = frozenset(",;\u2019'%)")
"""What else than a letter or a digit stands before a blank inside a sentence."""


class Word(NamedTuple):
    """One capitalised word and its place in the view; a possessive ’s is left out."""

    text: str
    span: Span


class Mention(NamedTuple):
    """A run of capitalised words: “Prime Minister Donald Tusk”, “Ursula von der Leyen”.

    ``opens``: it stands where any word is capitalised (a sentence's start, after a quotation
    mark or a dash). ``weak``: it stands in a headline, a credit or furniture.
    """

    words: tuple[Word, ...]
    opens: bool
    weak: bool

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def bare(self) -> tuple[Word, ...]:
        """The words without the titles and offices they begin with."""
        start = 0
        while start < len(self.words) - 1 and self.words[start].text in TITLES:
            start += 1
        return self.words[start:]

    @property
    def titled(self) -> bool:
        """Whether a title or an office stands before the name."""
        return len(self.bare) < len(self.words)


@dataclass(frozen=True, eq=False)
class Names:
    """The names an article teaches, worked out from the article alone.

    A word is a name where it is capitalised inside a sentence and never written small, or
    where a title, an initial, a possessive or “, the minister of” beside it says so
    (catalogue deep dive E). Mentions are sorted and disjoint.
    """

    mentions: tuple[Mention, ...]
    view: str
    counts: Mapping[str, int]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(mention.span.start for mention in self.mentions)

    @cached_property
    def places(self) -> Mapping[str, tuple[tuple[Mention, int], ...]]:
        """For each capitalised word its mentions, with its index among the mention's words."""
        found: dict[str, list[tuple[Mention, int]]] = {}
        for mention in self.mentions:
            for index, word in enumerate(mention.words):
                found.setdefault(word.text, []).append((mention, index))
        return {word: tuple(places) for word, places in found.items()}

    def __contains__(self, word: object) -> bool:
        """Whether a word, as it is spelled here, is a name in this article."""
        return word in self.known

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that are names in this article."""
        sure: Counter[str] = Counter()
        for mention in self.mentions:
            if mention.weak:
                continue
            if mention.titled or (mention.opens and self._introduced(mention)):
                sure.update(word.text for word in mention.bare)
            else:
                inner = mention.words[1:] if mention.opens else mention.words
                sure.update(word.text for word in inner)
        return frozenset(
            word
            for word, count in sure.items()
            if len(word) > 1 and word not in _NEVER and count > 2 * self.counts.get(word.lower(), 0)
        )

    def _introduced(self, mention: Mention) -> bool:
        """Whether what follows says that this is a name: “X’s …”, “X, the …”, “X (…”."""
        end = mention.span.end
        after = self.view[end : end + 6]
        return (
            after[:2] in ("’s", "'s") or after[:2] == " (" or after.startswith((", the ", ", a "))
        )

    def at(self, span: Span) -> Mention | None:
        """The mention that overlaps a view span, or None."""
        index = bisect_right(self._starts, span.end - 1) - 1
        if index >= 0 and self.mentions[index].span.overlaps(span):
            return self.mentions[index]
        return None

    def words_in(self, span: Span) -> Iterator[Word]:
        """The words that are names and overlap a view span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for index in range(first, len(self.mentions)):
            mention = self.mentions[index]
            if mention.span.start >= span.end:
                return
            yield from (w for w in mention.words if w.text in self and w.span.overlaps(span))

    def shields(self, span: Span) -> bool:
        """Whether a view span overlaps a word that is a name in this article."""
        return next(self.words_in(span), None) is not None

    def lost(self, span: Span, after: str) -> str:
        """A name of a view span whose letters the text in its place lacks, "" if there is none.

        Roman numerals look like names and are none.
        """
        return next(
            (
                word.text
                for word in self.words_in(span)
                if word.text not in after and not _ROMAN.issuperset(word.text.removesuffix("th"))
            ),
            "",
        )

    def given(self, surname: str) -> frozenset[str]:
        """The words seen directly before a name in its own mentions: “Donald” for “Tusk”."""
        return frozenset(
            mention.words[index - 1].text
            for mention, index in self.places.get(surname, ())
            if index and mention.words[index - 1].text not in TITLES
        )

    def following(self, name: str) -> frozenset[str]:
        """The words seen directly after a name in its own mentions: “Tusk” for “Donald”."""
        return frozenset(
            mention.words[index + 1].text
            for mention, index in self.places.get(name, ())
            if index + 1 < len(mention.words)
        )


def names_of(article: Article) -> Names:
    """The article's names, worked out once; linear in the text."""
    return article.memo("names", lambda one: Names(tuple(_mentions(one)), one.view, one.counts))


def may_lose(view: str, span: Span, after: str) -> bool:
    """Whether a capitalised word that a view span touches lacks in the text in its place.

    Where none does, no name is lost, whatever the article's names are.
    """
    edges = view[max(0, span.start - 1) : span.start] + view[span.end : span.end + 1]
    if any(char.isalnum() or char in "'\u2019-" for char in edges):
        return True
    return any(match.group() not in after for match in _WORD.finditer(view, *span))


def _mentions(article: Article) -> Iterator[Mention]:
    view, regions = article.view, article.regions
    region = 0
    run: list[Word] = []
    for match in _WORD.finditer(view):
        text = match.group()
        if text in _NEVER and (text == "I" or _opens(view, match.start())):
            continue
        word = Word(text, Span(match.start(), match.end()))
        if run and regions and not _linked(view, run[-1], word):
            while region < len(regions) - 1 and regions[region].span.end < run[0].span.start:
                region += 1
            yield _mention(article, run, regions[region].kind in _WEAK_ZONES)
            run = []
        run.append(word)
    if run and regions:
        yield _mention(article, run, regions[-1].kind in _WEAK_ZONES)


def _opens(view: str, at: int) -> bool:
    """Whether any word has a capital here: after a stop, a quotation mark, a dash, a line's end."""
    before = view[at - 2 : at] if at > 1 else ""
    return before[1:] not in (" ", "\u00a0") or not (before[0].isalnum() or before[0] in _WITHIN)


def _linked(view: str, before: Word, word: Word) -> bool:
    """Whether two capitalised words stand in one name: a blank, an initial's stop, “von der”."""
    width = word.span.start - before.span.end
    if width > 12:
        return False
    gap = view[before.span.end : word.span.start]
    if width < 3:
        if gap == " ":
            return True
        return gap in (".", ". ") and (len(before.text) == 1 or before.text in TITLES)
    return gap[0] == gap[-1] == " " and set(gap.split()) <= _PARTICLES


def _mention(article: Article, run: list[Word], weak: bool) -> Mention:
    """The run as a mention, without the small word that its sentence begins with."""
    opens = _opens(article.view, run[0].span.start)
    first = run[0].text
    if opens and len(run) > 1 and first not in TITLES and article.counts.get(first.lower()):
        run, opens = run[1:], False  # “Police Chief Ivo”, where police is also written small
    return Mention(tuple(run), opens, weak)
