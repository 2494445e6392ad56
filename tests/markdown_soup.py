"""Random Markdown of all its blocks within one another, well written and not."""

from __future__ import annotations

from random import Random

_WORDS = (
    "Russia", "talks", "minister", "it", "caf\u00e9", "\u017b\u00f3\u0142w", "\u043c\u0438\u0440", "AT&T",
    "2024", "said", "to", "so-called", "it's", "\u201cso\u201d", "\U0001f600", "No. 5", "5 > 4", "a < b", "x_y_z",
)  # fmt: skip
_ATOMS = (
    "`code *x*`", "``a ` b``", "$x_1$", "https://example.org/a_b?c=d&e", "<https://example.org>", "www.example.org/x",
    "me@example.org", "![alt *t*](i.png)", "[ref]", "[ref][]", "[^1]", "{{< short x=\"y\" >}}", "{% tag %}", "[[Page|name]]",
    "&amp;", "&mdash;", "&#8212;", "&nosuch;", "\\*", "\\_", "\\[", "\\\\", "*", "_", "**", "[", "]", "](", "`", "<", ">",
    "<b>", "</b>", "<br>", "<code>x</code>", "<span class='x'>", "</span>", "<!-- a note -->", "~", "~~", "|", "$", "!", "#",
    "<kbd>x</kbd>", "[x]: y", "1986.", "- ", "+", "\\", "{x}", "{#id}", "\u00a0", "  \n", "\\\n", "\n", "\n", "\n",
)  # fmt: skip
_HTML = (
    "<div>\n<p>{}</p>\n</div>", "<table><tr><td>{}</td></tr></table>", "<pre>\n{}\n</pre>", "<!-- {} -->", "<div>{}",
    "</div>", "<script>\n{}\n</script>", "<p align=x>{}</p>", "<details>\n<summary>{}</summary>\n\n{}\n\n</details>",
)  # fmt: skip


def inline(random: Random, depth: int = 0) -> str:
    """A row or several of text with markup in it."""
    parts = []
    for _ in range(random.randint(1, 6)):
        kind = random.random()
        if kind < 0.5:
            parts.append(random.choice(_WORDS))
        elif kind < 0.75 or depth > 2:
            parts.append(random.choice(_ATOMS))
        else:
            inner = inline(random, depth + 1)
            form = random.choice(("*{}*", "**{}**", "_{}_", "~~{}~~", "[{}](/u)", '[{}](</u v> "t")', "[{}][ref]", "***{}***"))
            parts.append(form.format(inner))
        parts.append(random.choice((" ", " ", " ", " ", "", "\n", ", ", ". ")))
    return "".join(parts)


def block(random: Random, depth: int = 0) -> str:
    """One block; quotations and lists hold others."""
    kind = random.randrange(14 if depth < 3 else 9)
    if kind < 4:
        return inline(random)
    if kind == 4:
        return "#" * random.randint(1, 6) + " " + inline(random).replace("\n", " ") + random.choice(("", " ##", " {#x}"))
    if kind == 5:
        return inline(random) + "\n" + random.choice(("===", "---"))
    if kind == 6:
        return random.choice(("```\n{}\n```", "    {}", "~~~ x\n{}\n~~~", "$$\n{}\n$$", "---{}", "***", "[ref]: /u 'x'")).replace("{}", random.choice(_WORDS))
    if kind == 7:
        return random.choice(_HTML).replace("{}", inline(random))
    if kind == 8:
        cells = [inline(random).replace("\n", " ") for _ in range(4)]
        return f"| {cells[0]} | {cells[1]} |\n|---|:-:|\n| {cells[2]} | {cells[3]} |"
    inner = document(random, depth + 1, 2)
    if kind == 9:
        return "\n".join(random.choice(("> ", ">", "> ")) + row for row in inner.split("\n"))
    if kind == 10:
        return _hung(random.choice(("- ", "* ", "1. ", "12) ", "- [ ] ", "+   ")), inner)
    if kind == 11:
        return _hung("[^1]: ", inner, "    ")
    if kind == 12:
        return f"{random.choice(_WORDS)}\n: {inner}"
    return f"::: note\n{inner}\n:::"


def _hung(mark: str, inner: str, indent: str = "") -> str:
    rows = inner.split("\n")
    return "\n".join([mark + rows[0], *((indent or " " * len(mark)) + row if row else row for row in rows[1:])])


def document(random: Random, depth: int = 0, most: int = 5) -> str:
    """A few blocks, with blank rows between them or not."""
    parts = [block(random, depth) for _ in range(random.randint(1, most))]
    return "".join(part + random.choice(("\n\n", "\n\n", "\n")) for part in parts).rstrip("\n")


def soup(random: Random) -> str:
    """A file: sometimes with front matter, a mark of the byte order, other line ends."""
    text = document(random)
    if random.random() < 0.2:
        text = f'---\ntitle: "{random.choice(_WORDS)} \\"x\\""\ndescription: {random.choice(_WORDS[:8])} words\n---\n' + text
    if random.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return random.choice(("", "", "", "\ufeff")) + text + random.choice(("", "\n"))
