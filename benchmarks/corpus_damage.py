"""Puts the marks of translation and scraping into an article of the speed benchmark's corpus."""

from __future__ import annotations

import random
import re

KINDS = 5
"""How many kinds of damage an article gets."""


def damage(rng: random.Random, text: str) -> str:
    """The text with some kinds of damage, each done once at a random place it fits."""
    done = 0
    for pattern, new in rng.sample(_DAMAGE, len(_DAMAGE)):
        places = list(pattern.finditer(text))
        if places and done < KINDS:
            place = rng.choice(places)
            text = text[: place.start()] + place.expand(new) + text[place.end() :]
            done += 1
    return text


_DAMAGE = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        # spacing
        (r"(?<=\w), (?=which|but|or|citing)", " , "),
        (r"(?<=\w), (?=which|but|or|citing)", ","),
        (r"(?<=[a-z]{3}\.) (?=[A-Z][a-z])", ""),
        (r" \((\S+) inhabitants\)", r" ( \1 inhabitants )"),
        (r"\b(the \w{3})(\w{3})", "\\1\u200b\\2"),
        # fused and split words
        (r"\b(in) (the)\b", r"\1\2"),
        (r"\b(of) (the)\b", r"\1\2"),
        (r"(\d),(\d00) (residents|inhabitants)", r"\1,\2\3"),
        (r"\b([A-Z]\w{4,}) (would|said|called|had|from)\b", r"\1\2"),
        # punctuation and moved full stops
        (r"(?<=\w)\. (?=[A-Z])", ".. "),
        (r"(?<=\w), (?=which|but)", ",, "),
        (r"(\d),\d00 (residents|inhabitants)", r"\1 thousand. \2"),
        (r"\b(\d+) (March|May|June|July|August)\b", r"\1. \2"),
        # quotation marks and dialogue
        ("“([^“”]+)”", "„\\1”"),
        ("“([^“”]+)”", "«\\1»"),
        ("\n“([^“”]+),” said", "\n– \\1 – said"),
        ("“(I [^“”]+),” (\\w+) said", "– \\1 – \\2 said"),
        # numbers
        (r"\$(\d+)\.(\d) million", r"$\1,\2 million"),
        (r"(\d)\.(\d) percent", r"\1,\2 percent"),
        (r"(\d),(\d00) (residents|inhabitants)", r"\1 \2 \3"),
        (r"€(\d+\.\d) million", r"\1 million €"),
        # left untranslated
        (r"\b(of) (\d{4})\b", r"\1 \2 r."),
        (r"the end of (\d{4}),", "the end of \\1, однако,"),
        (r"\bhospital\b", "szpital"),
        (r" in (January|October|May) (\d{4})", r" in października \2"),
        # casing
        (r"\bon Monday\b", "on monday"),
        (r"\bin August\b", "in august"),
        (r"\bI don’t\b", "i don’t"),
        # repetition
        (r" (the|of|to) (?=\w{5})", r" \1 \1 "),
        (r"(?<=\. )([A-Z][^.“”\n]{40,90}\.)(?= )", r"\1 \1"),
        # encoding
        ("’s", "â€™s"),
        ("’t", "&rsquo;t"),
        (r"(?<=[a-z])’(?=t )", "?"),
        # page furniture and structure
        (r"\n\n", "\n\n- Advertisement -\n\n"),
        (r"\n\n", "\n\nRead also: What the council decided\n\n"),
        (r"\n\n", "\n\nShare on Facebook\n\n"),
        (r"\n\n", "\n\nPhoto: PAP\n\n"),
        (r"\n\n", "\n\nSubscribe to our newsletter\n\n"),
        (r"\n\n", "\n\n\n\n"),
        # tokenizers
        (r"(?<=\w)-(?=\w)", " @-@ "),
        (r"(?<=[a-z]{4}) (?=[a-z]{4})", "\u2581"),
    )
)
