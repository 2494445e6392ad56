"""Where given words stand in a view, in time that grows with the view alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tqcheck.article import WORD

_FEW = 8


def places(view: str, tokens: Collection[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each whole run of letters that is one of the tokens, in no set order.

    A few tokens are searched for one by one, which is faster; many in one pass over the view.
    """
    if len(tokens) > _FEW:
        for match in WORD.finditer(view):
            if match.group() in tokens:
                yield match.span()
        return
    for token in tokens:
        at = view.find(token)
        while at >= 0:
            end = at + len(token)
            whole = not (_is_letter(view[at - 1 : at]) or _is_letter(view[end : end + 1]))
            if whole:
                yield at, end
            at = view.find(token, end if whole else at + 1)


def _is_letter(char: str) -> bool:
    """Whether ``WORD`` takes a character."""
    return char.isalnum() and not char.isdecimal()
