"""Which page-furniture phrase a line is: exactly, with a tail of its own, or misspelled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tqcheck.detectors._furniture_forms import choices_of, expanded, seconds_of, squeezed
from tqcheck.detectors._slips import alike
from tqcheck.later import later
from tqcheck.record import NamedTuple

LONGEST = 240
"""Code points beyond which a line is prose, whatever it begins with."""

_WORDS_OF_A_TAIL = 25
_WORDS_OF_A_SENTENCE = 40
_WORDS_AFTER_A_COLON = 60
_NEAR_LENGTHS = range(7, 41)

GLYPHS = str.maketrans("’‘\u02bc“”„«»–—\u2011…\uff1a", "'" * 3 + '"' * 5 + "---.:")
"""Typographic marks to plain ones."""
_LEFT = later(r"""[^\w"'@#+]+""")
_RIGHT = later(r"""[^\w"'%+)]+$""")
_TERMINAL = later(r"""[.!?\u2026]["'\u201d\u2019)\]]*$""")
_SPACED_OUT = later(r"(?:\w[ ]){3,}\w")


class Line(NamedTuple):
    """A line made comparable: lower case, plain glyphs, single blanks, bare ends."""

    raw: str
    norm: str
    words: int
    colon: bool
    terminal: bool
    dashed: bool


class Match(NamedTuple):
    """The phrase a line is: its card, and how sure the line alone makes it.

    ``weak``: a common word that needs such lines around it; ``labelled``: the line says more
    after the phrase; ``near``: the phrase misspelled.
    """

    kind: str
    weak: bool = False
    labelled: bool = False
    near: bool = False


class _Phrase(NamedTuple):
    kind: str
    text: str
    weak: bool
    tail: str  # "" whole line, "*" or "**" may go on, ":" a colon must stand, "glued" any prefix


def normal(text: str) -> Line:
    """The comparable form of a trimmed line."""
    plain = " ".join(text.translate(GLYPHS).casefold().replace("e-mail", "email").split())
    if _SPACED_OUT.fullmatch(plain.strip(" -.*")):
        plain = plain.replace(" ", "")
    dashed = plain[:1] in "-" and plain[-1:] != "-"
    bare = _RIGHT.sub("", _LEFT.sub("", plain, count=1) if _LEFT.match(plain) else plain)
    if bare.endswith(")") and "(" not in bare:
        bare = bare[:-1]
    return Line(
        text,
        bare,
        bare.count(" ") + 1 if bare else 0,
        plain.endswith(":"),
        _TERMINAL.search(text) is not None,
        dashed,
    )


class Phrases:
    """A list of phrases, looked up by the first word."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._by_head: dict[str, list[_Phrase]] = {}
        self._glued: list[tuple[str, str]] = []
        self._seconds: dict[str, tuple[str, ...]] = {}
        self._near_heads: dict[str, tuple[_Phrase, ...]] = {}
        kind = ""
        for line in lines:
            if line.startswith("["):
                kind = line.strip("[]")
                continue
            phrase = _parsed(line, kind)
            if phrase.tail == "glued":
                self._glued += [(form, kind) for form in expanded(phrase.text)]
                continue
            for head in _heads(phrase.text):
                self._by_head.setdefault(head, []).append(phrase)
        self._glued_heads = tuple(form.partition(" ")[0] for form, _ in self._glued)
        self._order = {head: number for number, head in enumerate(self._by_head)}
        self._ends: dict[tuple[str, str], list[str]] = {}
        for head in self._by_head:
            for end in (("first", head[:1]), ("last", head[-1:])):
                self._ends.setdefault(end, []).append(head)

    def begins(self, head: str, rest: str) -> bool:
        """Whether a line with this first word may be a phrase, by what follows the word."""
        bare = head.rstrip(":,|/")
        if bare in self._by_head:
            if bare not in self._seconds:
                phrases = self._by_head[bare]
                self._seconds[bare] = tuple(
                    {it for one in phrases for it in seconds_of(one.text, bare)}
                )
            if bare != head or not rest or rest.startswith(self._seconds[bare]):
                return True
        return head.startswith(self._glued_heads)

    def match(self, line: Line, near: bool) -> Match | None:
        """The phrase the line is; ``near`` also looks for misspelled ones."""
        head = line.norm.partition(" ")[0].rstrip(":,|/")
        found: Match | None = None
        for phrase in self._by_head.get(head, ()):
            match = _fits(phrase, line)
            if match is not None and (found is None or found.weak):
                found = match
        if found is not None:
            return found
        for form, kind in self._glued:
            if line.norm.startswith(form):
                return Match(kind, labelled=True)
        return self._near(line, head) if near else None

    def _near(self, line: Line, head: str) -> Match | None:
        squashed = line.norm.replace(" ", "")
        label = squashed.partition(":")[0]
        if len(label) not in _NEAR_LENGTHS or (line.words > 6 and label == squashed):
            return None
        if head not in self._near_heads:
            near = sorted(self._heads_near(head), key=self._order.__getitem__)
            self._near_heads[head] = tuple(one for known in near for one in self._by_head[known])
        for phrase in self._near_heads[head]:
            if phrase.weak:
                continue
            forms = squeezed(phrase.text)
            if phrase.tail:
                if label != squashed and _any_alike(label, forms):
                    return Match(phrase.kind, labelled=True, near=True)
            elif _any_alike(squashed, forms):
                return Match(phrase.kind, near=True)
        return None

    def _heads_near(self, head: str) -> set[str]:
        """First words that a line's is, nearly is, or begins with (no blank)."""
        heads = {head[:end] for end in (*range(4, len(head)), len(head))} & self._order.keys()
        if len(head) > 7:  # words of which both ends differ aren't alike
            ends = (("first", head[0]), ("last", head[-1]))
            likely = [known for end in ends for known in self._ends.get(end, ())]
            heads.update(known for known in likely if alike(head, known))
        return heads


def _any_alike(label: str, forms: Sequence[str]) -> bool:
    size = len(label)
    return any(abs(len(form) - size) <= 2 and alike(label, form) for form in forms)


@lru_cache(maxsize=8)
def phrases_of(lines: tuple[str, ...]) -> Phrases:
    """The list made ready, once a process."""
    return Phrases(lines)


def _parsed(line: str, kind: str) -> _Phrase:
    weak = line.startswith("? ")
    text = line.removeprefix("? ").translate(GLYPHS).casefold().replace("e-mail", "email")
    tail = ""
    if text.endswith(": *"):
        text, tail = text[:-3], ":"
    elif text.endswith(" **"):
        text, tail = text[:-3], "**"
    elif text.endswith(" *"):
        text, tail = text[:-2], "*"
    elif text.endswith("*"):
        text, tail = text[:-1], "glued"
    return _Phrase(kind, text, weak, tail)


def _heads(text: str) -> set[str]:
    """The first words of all forms of a phrase."""
    if not text.startswith("("):
        return {text.partition(" ")[0].partition("(")[0]}
    group, _, rest = text[1:].partition(")")
    heads: set[str] = set()
    for form in group.split("|"):
        whole = form.strip() or rest.strip()
        heads |= _heads(whole) if whole.startswith("(") else {whole.partition(" ")[0]}
        if form.strip() and " " not in form and rest[:1] not in ("", " "):
            heads.discard(form)
            heads |= {form + head for head in _heads(rest)}
    return heads


def _ends(choices: Sequence[Sequence[str]], text: str, at: int = 0, number: int = 0) -> set[int]:
    """Where the forms of a phrase that begin at ``at`` end, each before no letter."""
    if number == len(choices):
        goes_on = text[at : at + 1].isalnum() or text[at : at + 1] in ("'", "_")
        return set() if goes_on else {at}
    found: set[int] = set()
    for part in choices[number]:
        if text.startswith(part, at):
            found |= _ends(choices, text, at + len(part), number + 1)
    return found


def _fits(phrase: _Phrase, line: Line) -> Match | None:
    ends = _ends(choices_of(phrase.text), line.norm)
    if len(line.norm) in ends:
        if phrase.tail == ":" and not line.colon:
            return None
        if phrase.weak and (line.terminal or line.dashed):
            return None
        unsure = phrase.weak or (line.terminal and line.words <= 3)
        return Match(phrase.kind, weak=unsure)
    if not phrase.tail or not ends:
        return None
    return _continued(phrase, line, max(ends))


def _continued(phrase: _Phrase, line: Line, end: int) -> Match | None:
    """Whether a line may go on like that after its phrase, which ends at ``end``."""
    single = " " not in line.norm[:end]
    rest = line.norm[end:]
    bare = rest.lstrip()
    if bare.startswith(":"):
        said = line.terminal and bare.count(" ") >= 3
        if bare.count(" ") > _WORDS_AFTER_A_COLON or (said and phrase.tail == ":"):
            return None
        return Match(phrase.kind, labelled=True)
    if phrase.tail == ":" or (single and bare[:1] not in "|-/>"):
        return None
    if phrase.tail == "**":
        return Match(phrase.kind, labelled=True) if line.words <= _WORDS_OF_A_SENTENCE else None
    sentence = line.terminal and not line.raw.rstrip().endswith(("...", "…", "!"))
    if sentence or line.words > _WORDS_OF_A_TAIL or line.dashed:
        return None
    return Match(phrase.kind, labelled=True)
