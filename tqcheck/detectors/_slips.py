"""Whether two words differ only by a slip of the keyboard or of a reader of print."""

from __future__ import annotations


def alike(one: str, other: str) -> bool:
    """Whether two words without blanks differ by one slip (two where they are long).

    One letter put in, left out, changed or exchanged with its neighbour is told without any
    library; only what begins and ends alike and differs in two places asks rapidfuzz.
    """
    if one == other:
        return True
    longest = max(len(one), len(other))
    if abs(len(one) - len(other)) > 2 or longest < 9:
        return False
    head = 0
    shortest = min(len(one), len(other))
    while head < shortest and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shortest - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    slip = longest - head - tail
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    if slip <= 1 or (slip == 2 and left == right[::-1]):
        return True
    if longest < 14 or head + tail < 6:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other, score_cutoff=2) <= 2
