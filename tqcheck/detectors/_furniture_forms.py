"""The forms of a page-furniture phrase: “(Read|See) also” stands for two."""

from __future__ import annotations

import re
from functools import lru_cache

_EXPANSIONS = 400


@lru_cache(maxsize=1024)
def choices_of(text: str) -> tuple[tuple[str, ...], ...]:
    """A phrase as a row of choices: what stands in brackets, and what between them."""
    return tuple(tuple(part.split("|")) for part in re.split(r"[()]", text))


def seconds_of(text: str, head: str) -> set[str]:
    """What may follow the first word: the second words of a phrase's forms, or a mark."""
    open_forms, found = {""}, set()
    for choice in (*choices_of(text), ("\n",)):
        grown = {form + part for form in open_forms for part in choice}
        done = {form for form in grown if form.count(" ") > 1 or form.endswith("\n")}
        open_forms = grown - done
        found |= done
    words = {tuple(form.rstrip("\n").split(" ")) for form in found}
    seconds = {form[1] for form in words if form[0] == head and len(form) > 1 and form[1]}
    if (head,) in {form[:2] for form in words}:
        seconds.update(":|-/>")
    return seconds


@lru_cache(maxsize=1024)
def squeezed(text: str) -> tuple[str, ...]:
    """All longer forms of a phrase without their blanks."""
    return tuple(form.replace(" ", "") for form in expanded(text) if len(form) >= 8)


def expanded(text: str) -> list[str]:
    """All forms of a phrase; none if they are too many to compare with."""
    from itertools import product

    choices = choices_of(text)
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _EXPANSIONS:
        return []
    return ["".join(parts) for parts in product(*choices)]
