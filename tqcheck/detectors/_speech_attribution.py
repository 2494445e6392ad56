"""Tells whether the words at a place attribute speech: “said the mayor”, “the mayor added”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.lexicon.words import (
    ABBREVIATIONS,
    FINITE_VERBS,
    FUNCTION_WORDS,
    MONTHS,
    SPEECH_STRONG,
    SPEECH_WEAK,
    WEEKDAYS,
)

_WINDOW = 220
"""How many code points an attribution is sought in: its cost must not depend on the text."""
_SUBJECT_WORDS = 16

_STRONG = SPEECH_STRONG | frozenset(
    """agreed agrees confessed confesses testified testifies disagreed retorted objected
    interjected apologized apologised announce points recounted recounts confided confides
    protested stressing admitting counters contended notices noticed tells shared shares
    appealed appeals ensured ensures pointed""".split()
)
_WEAK = SPEECH_WEAK | frozenset("laughed laughs shrugged recollects related relates".split())
VERBS = _STRONG | _WEAK

_TAKES_OBJECT = frozenset(
    """told tells asked asks informed informs assured assures reminded reminds warned warns quoted
    quotes shared shares answered answers urged urges cautioned""".split()
)
"""Attribute also with an object after them: “the chief told the agency”."""
_NOUNS_TOO = frozenset(
    """claims reports answers comments notes states calls points ends hopes estimates demands
    appeals praises fears urges shouts whispers smiles sighs cries remarks shares counters notices
    promises laments thought judges repeats laughs read reads heard laughed""".split()
)
_PARTICIPLES_TOO = frozenset(
    """announced declared stated noted told asked claimed reported quoted informed confirmed
    observed repeated written maintained predicted asserted acknowledged admitted recalled shared
    pledged underlined underscored explained called accused expected estimated denied demanded
    criticized criticised praised suggested indicated mentioned revealed pointed promised
    recommended advised specified clarified continued interrupted disclosed feared hoped
    believed""".split()
)
"""“A plan announced in May” is no attribution; “said in May” hardly ever is anything else."""
_NEED_MORE = frozenset(
    """ended ends began begins called calls accused expected estimated heard hears read reads
    demands demanded denied denies judged judges ensured ensures promised promises points pointed
    noticed notices related relates praised""".split()
)
"""Verbs that say too little where only a subject stands before them."""

_NOMINATIVE = frozenset("he she they".split())
_DETERMINERS = frozenset(
    """the a an one his her their our my its another some several many local two three four five
    former deputy retired chief""".split()
)
_NOT_SUBJECTS = frozenset(
    """of that to by as it him them us me you so nothing something everything not no this these
    those what how why whether if which who be been being and or but there here goodbye hello yes
    himself herself themselves itself more much enough than because like""".split()
)
_AFTER_VERB = frozenset(
    """in on at during for with after before from to about and adding when while yesterday today
    again too also earlier later recently then once angrily into via over by this last through out
    up off back without between among concerning regarding afterwards aloud a.m p.m""".split()
)
_PREPOSITIONS = frozenset("in on at during for with after before to about from".split())
_PEOPLE = frozenset(
    """police officials residents doctors experts prosecutors witnesses firefighters rescuers
    sources parents neighbors neighbours teachers investigators organizers organisers scientists
    analysts officers soldiers locals authorities lawyers farmers drivers reporters journalists
    politicians mayor minister president director spokesman spokeswoman spokesperson""".split()
)
_OBJECTS = frozenset("me him her us them you it".split())
_HEARERS = frozenset("reporters journalists correspondents us me him them".split())
_CLAUSE = frozenset("that which who if because whether when while where how what why than".split())
_NO_SUBJECT = FINITE_VERBS | _CLAUSE
_SPANS_OF_TIME = frozenset("week month year day night evening morning weekend afternoon".split())
_ADVERBS = frozenset("then also later finally further now still again once".split())
_CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))

_TOKEN = re.compile(
    r"""
    (?P<word>[^\W_](?:[\w'\u2019.&/-]*[^\W_])?)    # also “69-year-old”, “O’Neill”, “a.m”
    | (?P<dash>(?<=\s)[\u2013\u2014\u2015-])       # the next dash ends the clause
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019\u00bb)\]]*\s+(?=[^\sa-z])")
_LAST_WORD = re.compile(r"[^\W_][\w.]*\Z")
_TAIL = re.compile(
    r"""
    (?: ,\s?["\u201d\u201c\u00bb]?             # “go, he said”, “agents,” he said”
      | (?<=[\w)])["\u201d\u00bb],?            # “agents”, he said”
      | [?!\u2026]["\u201d\u00bb]?             # “who? asked the judge”
    )
    [ \u00a0]+(?=\S)
    """,
    re.VERBOSE,
)
_GOES_ON = re.compile(
    r"""
    ,[ ](?: is|are|was|were|will|would|can|could|has|have|had|does|do|must|should
         | (?:and|but|because|so|if|when|where|or|that)[ ]
           (?:I|we|you|it|they|he|she|the|a|an|there|this|that|our|my|your|nobody|no)
         | (?:I|we|you|it|they|there|not|because) )\b
    """,
    re.VERBOSE,
)


class Attribution(NamedTuple):
    """Words that attribute speech: their first offset, the end of the verb, how sure they are.

    ``strong``: the verb says nothing but speech; ``inverted``: it stands before the speaker;
    ``plain``: it can't be a participle or a noun.
    """

    start: int
    verb_end: int
    strong: bool
    inverted: bool
    plain: bool


class Tail(NamedTuple):
    """An attribution that closes a speech after a comma: “…, he added.”

    ``mark`` is where comma, mark or quotation mark begin; ``goes_on`` that speech seems to
    follow in the same sentence.
    """

    mark: int
    attribution: Attribution
    goes_on: bool


class _Word(NamedTuple):
    text: str
    low: str
    end: int
    is_mark: bool

    @property
    def verb(self) -> bool:
        return self.text in VERBS

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def attribution(view: str, at: int, end: int, *, tail: bool = False) -> Attribution | None:
    """The attribution that begins at a view offset, or None (catalogue deep dive B: ATTR).

    ``tail`` is for the place after a comma, where nothing but the words themselves speaks for
    it, so they are read more strictly. Looks at most 220 code points ahead.
    """
    words = list(_clause(view, at, min(end, at + _WINDOW)))
    first = 0
    while first < min(2, len(words)) and _is_adverb(words[first]):
        first += 1
    if first >= len(words) or words[first].is_mark:
        return None
    word = words[first]
    if word.verb:
        if not _inverted(words, first, tail):
            return None
        plain = word.text not in _PARTICIPLES_TOO and word.text not in _NOUNS_TOO
        return Attribution(at, word.end, word.text in _STRONG, True, plain)
    place = _straight(words, tail)
    if place is None:
        return None
    return Attribution(at, words[place].end, words[place].text in _STRONG, False, True)


def find_tail(view: str, start: int, end: int) -> Tail | None:
    """The attribution after a comma in the sentence ``view[start:end]``, or None."""
    for match in _TAIL.finditer(view, start + 1, end):
        following = view[match.end()]
        if match.group()[0] in "?!…" and not following.islower():
            continue
        found = attribution(view, match.end(), end, tail=True)
        if found:
            ahead = min(end, found.verb_end + _WINDOW)
            return Tail(match.start(), found, bool(_GOES_ON.search(view, found.verb_end, ahead)))
    return None


def sentences(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch; “prof. Ahn” and initials break none."""
    starts = [start]
    for match in _BREAK.finditer(view, start, end):
        if match.group()[0] != "." or not is_abbreviation(view, match.start()):
            starts.append(match.end())
    ends = [*starts[1:], end]
    return [pair for pair in zip(starts, ends, strict=True) if pair[0] < pair[1]]


def is_abbreviation(view: str, stop: int) -> bool:
    """Whether the full stop at an offset belongs to the word before it."""
    word = _LAST_WORD.search(view, max(0, stop - 12), stop)
    if word is None:
        return False
    text = word.group()
    return text in ABBREVIATIONS or (len(text) == 1 and text.isupper()) or "." in text


def _clause(view: str, at: int, end: int) -> Iterator[_Word]:
    """Words and marks up to the end of the sentence or the next dash."""
    for match in _TOKEN.finditer(view, at, end):
        text = match.group()
        if match.lastgroup == "dash":
            yield _Word("–", "–", match.end(), True)
            return
        if match.lastgroup == "word":
            yield _Word(text, text.lower(), match.end(), False)
        elif text in ".!?…;":
            if text == "." and is_abbreviation(view, match.start()):
                continue
            yield _Word(text, text, match.end(), True)
            return
        else:
            yield _Word(text, text, match.end(), True)


def _is_adverb(word: _Word) -> bool:
    return word.low in _ADVERBS or (word.low.endswith("ly") and word.text.islower())


def _inverted(words: list[_Word], at: int, tail: bool) -> bool:
    """Whether the verb at ``at`` is followed by the one who speaks."""
    verb = words[at].text
    strong = verb in _STRONG
    after = at + 1
    while after < len(words) and _is_adverb(words[after]):
        after += 1
    if after >= len(words) or (words[after].is_mark and words[after].text not in '“"«„'):
        return strong and not tail and verb not in _NOUNS_TOO
    follower = words[after]
    if follower.low in _HEARERS and verb in _TAKES_OBJECT:
        return after + 1 < len(words) and not words[after + 1].is_mark
    if follower.low in _NOT_SUBJECTS or follower.verb:
        return False
    if follower.low in _NOMINATIVE or follower.text == "I":
        return True
    beyond = words[after + 1].low if after + 1 < len(words) else ""
    if follower.low in _DETERMINERS:
        return beyond not in _SPANS_OF_TIME and beyond not in FUNCTION_WORDS - _DETERMINERS
    if follower.capital or "-year-old" in follower.low:
        return follower.low not in _CALENDAR and follower.low not in FUNCTION_WORDS
    if follower.low in _PREPOSITIONS:
        unclear = tail or verb in _PARTICIPLES_TOO or verb in _NOUNS_TOO or not strong
        return not unclear and beyond not in ("be", "have")
    if not follower.text.isalpha() or follower.low in FUNCTION_WORDS:
        return False
    named = any(word.capital for word in words[after : after + 5])
    known = follower.low in _PEOPLE
    return strong and verb not in _NOUNS_TOO and (known or named or not tail)


def _straight(words: list[_Word], tail: bool) -> int | None:
    """The place of the verb after its subject, or None."""
    first = words[0]
    if first.low == "we" and len(words) > 2:
        reads = words[1].low in ("read", "learned", "learn", "hear", "heard")
        return 1 if reads and words[2].low in ("in", "from") else None
    pronoun = first.low in _NOMINATIVE or first.low in ("i", "it")
    if pronoun and tail and first.low == "i":
        return None
    if not pronoun and first.low in FUNCTION_WORDS and first.low not in _DETERMINERS:
        return None
    bare = not (pronoun or first.capital or first.low in _DETERMINERS)
    commas = 0
    limit = 3 if pronoun or bare else _SUBJECT_WORDS
    for place, word in enumerate(words[1 : 1 + limit], 1):
        if word.is_mark:
            commas += word.text == ","
            if word.text not in '“”"«»,()' or commas > (0 if tail or pronoun else 2):
                return None
        elif word.verb:
            if _ends_clause(words, place, first):
                return place if not bare or word.text in _STRONG else None
            if word.text not in _NOUNS_TOO and word.text not in _PARTICIPLES_TOO:
                return None
        elif word.low in _NO_SUBJECT or (pronoun and not _is_adverb(word)):
            return None
    return None


def _ends_clause(words: list[_Word], place: int, subject: _Word) -> bool:
    """Whether nothing follows the verb that it would govern: “said.”, “said on Monday”."""
    verb = words[place].text
    follower = words[place + 1] if place + 1 < len(words) else None
    ended = follower is None or (follower.is_mark and follower.text in ".,:;!?…–(”")
    if verb in _WEAK:
        alone = ended and (follower is None or follower.text in ".,:–")
        return alone and verb not in _NEED_MORE and subject.low != "it"
    if ended:
        return verb not in _NEED_MORE
    assert follower is not None
    beyond = words[place + 2].low if place + 2 < len(words) else ""
    if follower.is_mark:
        return False
    if verb in _TAKES_OBJECT and follower.low in _OBJECTS:
        return not beyond or beyond in _AFTER_VERB or words[place + 2].is_mark
    if verb in _TAKES_OBJECT and follower.low not in ("that", "to", "if", "how", "why", "by"):
        return beyond not in ("that", "to", "if")
    if follower.low == "to" and (beyond in ("be", "have") or not beyond):
        return False
    in_time = follower.low in _CALENDAR or _is_adverb(follower) or follower.low in _AFTER_VERB
    return in_time and not (verb in _NEED_MORE and follower.low not in ("out", "in", "to"))
