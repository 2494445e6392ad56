"""What a check reports: findings, their fixes, and how far each fix may be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from tqcheck.record import NamedTuple
from tqcheck.source import Span


class Severity(IntEnum):
    """MQM severities, mildest first."""

    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """The word used in cards, options and reports."""
        return self.name.lower()


class Safety(IntEnum):
    """How far a fix may be trusted; a fix is taken iff ``fix.safety >= asked``."""

    DISPLAY = 1
    UNSAFE = 2
    SAFE = 3

    @property
    def label(self) -> str:
        """The word used in cards, options and reports."""
        return self.name.lower()


class Edit(NamedTuple):
    """Replace ``span`` (file offsets) by ``new``; an empty span inserts."""

    span: Span
    new: str


class Fix(NamedTuple):
    """Edits that are applied all together or not at all, sorted and disjoint."""

    edits: tuple[Edit, ...]
    safety: Safety
    message: str = ""


class Hit(NamedTuple):
    """A place a pattern or a detector found, in view offsets.

    ``groups`` fill the card's message and fix templates; a detector words nothing else. A
    detector whose repair is more than one replacement of the span gives ``edits`` (view spans
    and new text; the card's ``fix`` is then ``"{edits}"``). ``safety`` can only lower the
    card's own; ``fixable=False`` withholds the fix, with ``withheld`` as the reason. ``placed``
    is the file span of what stands outside the view, a comment in the markup.
    """

    span: Span
    groups: Mapping[str, str] = MappingProxyType({})
    edits: tuple[Edit, ...] | None = None
    safety: Safety | None = None
    fixable: bool = True
    withheld: str = ""
    placed: Span | None = None


class Finding(NamedTuple):
    """One mark in one file: strings, numbers and spans only, so it sorts and pickles."""

    span: Span
    code: str
    name: str
    message: str
    severity: Severity
    mqm: str
    text: str
    fix: Fix | None = None
    fingerprint: str = ""
    fix_withheld: str = ""
    url: str = ""
    engine: str = "tqcheck"
