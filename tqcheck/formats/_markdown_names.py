"""What the events of a Markdown parser are called, and how text is written between markup."""

from __future__ import annotations

from typing import Any

from tqcheck.document import UnwritableError
from tqcheck.later import later

LABELS = frozenset(
    ("Collapsed", "Shortcut", "Autolink", "Email", "CollapsedUnknown", "ShortcutUnknown")
)
"""Links whose text is their address or their label: an edit would break them."""
INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Superscript", "Subscript"))
ATOMS = frozenset(("Code", "InlineMath", "DisplayMath", "FootnoteReference"))
SHIELDED = frozenset(("code", "kbd", "samp", "var", "script", "style", "svg", "math"))
NAME = later(r"</?\s*([A-Za-z][\w-]*)")
_MARKUP = later(r"[\\`*_\[\]<>~$]|&(?=#?\w+;)")
_CELL_MARKUP = later(r"[\\`*_\[\]<>~$|]|&(?=#?\w+;)")


def escape(text: str, _at: int) -> str:
    """Reader's text with what would be markup escaped; rows can't be begun."""
    if "\n" in text:
        raise UnwritableError("it would begin a row")
    return _MARKUP.sub(r"\\\g<0>", text)


def cell_escape(text: str, _at: int) -> str:
    """The same in a table, where bars divide cells."""
    if "\n" in text:
        raise UnwritableError("it would begin a row")
    return _CELL_MARKUP.sub(r"\\\g<0>", text)


KINDS = (
    ("TableCell", "cell"),
    ("BlockQuote", "blockquote"),
    ("Item", "list"),
)


def named(value: Any) -> tuple[str, Any]:
    """A tag's name and what it says."""
    if isinstance(value, str):
        return value, None
    ((name, detail),) = value.items()
    return name, detail


def kind_of(detail: Any) -> str:
    """A link's kind; some carry more than their name."""
    kind = detail["link_type"]
    return kind if isinstance(kind, str) else next(iter(kind))
