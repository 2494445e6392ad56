"""Cuts a token that no dictionary knows into the words that ran together in it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tqcheck.detectors._split_fits import clash, fits
from tqcheck.lexicon import table
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.record import NamedTuple

TAILS = frozenset(
    """to and of in on for with by from at is was are has had who which that as or the after before
    during said says will but because where when while into about against under over were
    have would could since until between""".split()
)
"""Words that follow a link: what is found fused behind a name."""

_PREFIXES = frozenset(
    """above after all anti auto back be behind below beyond bi bio by co con counter cross
    cyber de dis down electro em en euro ever ex extra fore geo half hand head hetero home homo
    house hydro hyper il im in infra inter intra ir land life macro mega meta micro mid mini mis
    mono multi neo neuro non off on out over pan para photo poly post pre pro proto pseudo
    psycho quasi re school self semi side sub super tele thermo trans tri turbo ultra un under
    up vice water web well work""".split()
)
SUFFIXES = frozenset(
    """able age al an ance ans ant ar ary ate based bear bed berg berry board bone book borough
    bound box boy brook bury cast craft dale day dom ed en ence ent er ers ery es est eth
    ette ever eye fall ful field fields fire fish fly fold folk foot ford free friendly
    fully gate girl grad guard ham hand head hill holder hood house ian ians ible ic ical
    ies in ing ings ion ise ish ism ist ists ite ity ive ize keeper land lands less let like
    line ling lings log logy long look love ly maker making man master mate men ment ments
    mill more mouth ness nik off old on one or ory ous over owner park piece place pool port
    post power proof red rich ridge right rock room root run sea seat set ship shire side
    sight skin sky smith son sons speak spot stan stead stein stock stone store storm stown
    strip style th time ton tone tool top town tree tri under up ville ward wards ware wash
    water way ways week well wide wife wise woman women wood woods work worker works world
    worm worth writer yard year""".split()
)
"""Parts that make lawful words and names: -land, -ton, -ship; no evidence of a fusion."""


_AUXILIARIES = frozenset("is are was were has had have will would the".split())

ENDINGS = frozenset("over are were have as or would could under".split())
"""Function words that names end in (Landover, Marahare): they want the head in the article."""

_SUBJECTS = frozenset(
    "he she it we you they there this that these those who what all some many both one".split()
)

_FORMING = frozenset(
    "like about over under off out up down through will can may must past round just most".split()
)
"""Function words that also form nouns and adjectives: stirabout, whalelike, illwill."""

_SMALL_WORDS = FUNCTION_WORDS | _FORMING
_FREQUENT = 4.0
"""So frequent a word may be half of another cut."""

_ADVERBS = frozenset(
    """often always never still already almost also even only very quite rather again today
    yesterday tomorrow soon later once twice perhaps maybe however therefore meanwhile""".split()
)


class Split(NamedTuple):
    """The words a token is made of, and how good the evidence is: 3 best, 1 worst."""

    parts: tuple[str, ...]
    kind: str
    evidence: int


class Around(NamedTuple):
    """What stands around a token: the article's other words and the neighbours on its line."""

    seen: Container[str]
    words_before: tuple[str, ...]
    words_after: tuple[str, ...]
    free: bool
    """True if nothing but a blank stands between the token and the next word."""
    opens: bool
    """True if a sentence or a block opens with the token."""

    @property
    def after(self) -> str:
        """The next word, "" behind a mark."""
        return self.words_after[0] if self.free and self.words_after else ""

    @property
    def before(self) -> str:
        """The word before, in lower case."""
        return self.words_before[-1].lower() if self.words_before else ""

    @property
    def after_name(self) -> bool:
        """True behind a capitalised word, as a surname is behind a first name."""
        word = self.words_before[-1] if self.words_before else ""
        return word[:1].isupper() and len(word) > 1 and not self.opens


def cuts(token: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a token in two parts of at least two letters."""
    for cut in range(2, len(token) - 1):
        yield token[:cut], token[cut:]


def function_pair(token: str, around: Around) -> Split | None:
    """Two function words: "ofthe", "thatthe", "Thereare"; a capital opens a sentence."""
    lower = token.lower()
    double = token[: len(token) // 2].lower() == token[len(token) // 2 :]
    if token != lower and not (around.opens and (len(token) > 4 or double)):
        return None
    for first, second in cuts(lower):
        if first not in FUNCTION_WORDS or second not in FUNCTION_WORDS:
            continue
        if clash(first, second, around.before):
            continue
        if token == lower or _plausible(first, second, around.after):
            return Split((token[: len(first)], second), "function", 3)
    return None


def _plausible(first: str, second: str, following: str) -> bool:
    """True if a sentence may open with these two; names such as Alland and Heris don't."""
    if not (table.known(following) or len(following) == 1):
        return False
    if second in _AUXILIARIES:
        return first in _SUBJECTS or (second == "the" and len(first) > 2)
    if first == second:
        return True
    return second in TAILS and len(second) > 2 - (len(first) > 2) and fits(second, following)


def common_start(token: str, around: Around) -> Split | None:
    """A capitalised common word and its tail: "Accordingto", "the Presidentof Ukraine".

    A word that stands elsewhere in the article in either case is sure; else it has to be
    frequent, the more so within a sentence, where a capital marks a name.
    """
    for cut in range(3, len(token) - 1):
        word, tail = token[:cut], token[cut:]
        if tail not in TAILS or not table.is_word(word) or not fits(tail, around.after):
            continue
        if tail != "of" and not around.opens and _is_whole_name(word, tail, around):
            continue
        there = word in around.seen or word.lower() in around.seen
        if tail == "and" and word[-1] == "l":
            continue  # -land makes names
        if not there and (tail in ENDINGS or len(token) < 7):
            continue
        if table.zipf(word) >= _capital_bar(tail, there, around.opens):
            # within a sentence a capital marks a name, but for offices: “the Presidentof”
            sure = there and (around.opens or tail == "of")
            return Split((word, tail), "words", 3 if sure else 1)
    return None


def _is_whole_name(word: str, tail: str, around: Around) -> bool:
    """Whether a token within a sentence is rather a name: “Ann Bensaid”, “Theon”, “a Groupon”."""
    return (
        around.after_name
        or word.lower() in FUNCTION_WORDS
        or (len(tail) == 2 and around.before in ("a", "an"))
    )


def _capital_bar(tail: str, there: bool, opens: bool) -> float:
    bar = 3.6 if len(tail) > 2 else 3.2 if tail == "of" else 4.4
    return bar - (1.2 if there else 0.0) - (0.4 if opens else 0.0)


def common_pair(token: str, around: Around) -> Split | None:
    """Two common words in lower case: "absolutelysafe", "soldierswho", "intoforce".

    Every cut is scored by the frequencies of its halves; word-forming parts are no halves, and
    two content words only after an adverb, since English writes new compounds every day.
    The bar is lower for a half that stands alone elsewhere in the article.
    """
    best: tuple[float, tuple[str, str], int] | None = None
    for first, second in cuts(token):
        bar = None if clash(first, second, around.before) else _bar(first, second)
        if bar is None or (second in TAILS and len(second) == 2 and not fits(second, around.after)):
            continue
        there = (first in around.seen) + (second in around.seen)
        score = table.zipf(first) + table.zipf(second) - 9.0
        if score >= bar - 0.3 * there and (best is None or score > best[0]):
            best = (score, (first, second), there)
    if best is None:
        return None
    _, parts, there = best
    if _is_ambiguous(token, parts[0]):
        return None
    return Split(parts, "words", 3 if there == 2 else 1 + (there > 0))


def _is_ambiguous(token: str, chosen: str) -> bool:
    """Whether another cut gives a function word and its like as well: “bear down”, “beard own”."""
    return any(
        first != chosen
        and min(len(first), len(second)) > 2
        and not _SMALL_WORDS.isdisjoint((first, second))
        and all(table.is_word(word) and table.zipf(word) >= _FREQUENT for word in (first, second))
        for first, second in cuts(token)
    )


def _bar(first: str, second: str) -> float | None:
    """What the halves' joint frequency must reach, None where they can't be a fusion."""
    function_first, function_second = first in FUNCTION_WORDS, second in FUNCTION_WORDS
    if function_first and function_second:
        return -9.0
    if function_second:
        if not table.is_word(first) or len(first) < 3 or second in _FORMING:
            return None
        return (1.3 if len(second) == 2 else -0.7) + (1.5 if len(first) == 3 else 0.0)
    if function_first:
        if len(second) < 4 or second in SUFFIXES or not table.is_word(second):
            return None
        if first in _PREFIXES and table.zipf(second) < 5.4:
            return None
        return 1.3 if len(first) == 2 else -0.7
    if min(len(first), len(second)) < 3 or second in SUFFIXES or first in _PREFIXES:
        return None
    if not (table.is_word(first) and table.is_word(second)):
        return None
    if first not in _ADVERBS and not (first.endswith("ly") and len(first) > 4):
        return None
    return 1.2 if min(len(first), len(second)) == 3 else -0.7
