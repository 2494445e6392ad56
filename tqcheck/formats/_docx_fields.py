"""The fields of a DOCX that are open at a place: what their results are to a reader of prose."""

from __future__ import annotations

from dataclasses import dataclass

PROSE = ("HYPERLINK", "FORMTEXT")
"""Fields whose results somebody wrote; those of all others Word works out."""


def is_prose(code: str) -> bool:
    """True if a field's code says that its result is prose."""
    return code.split(None, 1)[:1] in ([one] for one in PROSE)


@dataclass(slots=True)
class _Field:
    code: str = ""
    begun: bool = False
    hides: bool = True


class Fields:
    """The fields that are open, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def __len__(self) -> int:
        return len(self._open)

    @property
    def hide(self) -> bool:
        """True within a code, or within a result that is no prose."""
        return any(one.hides for one in self._open)

    @property
    def hide_outside(self) -> bool:
        """What ``hide`` would be without the innermost."""
        return any(one.hides for one in self._open[:-1])

    def begin(self) -> None:
        """A field begins with its code."""
        self._open.append(_Field())

    def says(self, code: str) -> None:
        """A part of the innermost field's code."""
        if self._open and not self._open[-1].begun:
            self._open[-1].code += code

    def separate(self) -> bool:
        """The innermost field's result begins; False if it is no prose."""
        if not self._open or self._open[-1].begun:
            return True
        innermost = self._open[-1]
        innermost.begun, innermost.hides = True, not is_prose(innermost.code)
        return not innermost.hides

    def end(self) -> None:
        """The innermost field ends."""
        if self._open:
            self._open.pop()
