"""Measures how fast each format's reader turns files into prose with exact places.

    python benchmarks/formats.py [--out benchmarks/FORMATS.md]

Articles are made from a seed (benchmarks/corpus.py) and written with the markup that the format's
files usually hold. CPU seconds of this process, the smallest of several rounds; MB are those of the
files, of DOCX those of the XML in them. "prose" is the share of their letters that is looked at.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import json
import platform
import random
import re
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import articles
from tqcheck.formats import FORMATS, decode, read
from tqcheck.formats.reading import Reading

SIZE = 2_000_000
"""Bytes of prose a format."""
ROUNDS = 5
_WORD = re.compile(r"\b[A-Za-z]{4,}\b")
Write = Callable[[str, random.Random], str]


def _marked(row: str, rng: random.Random, *forms: str) -> str:
    """A row with a few of its words in markup: one in twelve, as in articles of news sites."""
    return _WORD.sub(
        lambda match: (
            rng.choice(forms).format(match.group()) if rng.random() < 1 / 12 else match.group()
        ),
        row,
    )


def _rows(text: str) -> list[str]:
    return [row for row in text.splitlines() if row.strip()]


def _html(text: str, rng: random.Random) -> str:
    title, *rows = (html.escape(row, quote=False) for row in _rows(text))
    forms = ('<a href="/news/item?id=17" title="More">{}</a>', "<b>{}</b>", "<em>{}</em>&nbsp;")
    body = "".join(f'<p class="text">{_marked(row, rng, *forms)}</p>\n' for row in rows)
    head = f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}</title></head>\n<body>'
    return f"{head}<article><h1>{title}</h1>\n{body}</article></body></html>\n"


def _page(text: str, rng: random.Random) -> str:
    """An article as a site serves it: with scripts, styles, navigation and links to others."""
    data = json.dumps({f"key{n}": rng.random() for n in range(250)})
    style = "".join(f".c{n}{{margin:{n}px;color:#{n:06x}}}" for n in range(120))
    links = "".join(f'<li class="item"><a href="/t/{n}">Topic {n}</a></li>' for n in range(40))
    head = f"<script>window.data={data};</script><style>{style}</style></head>\n<body><nav><ul>"
    return (
        _html(text, rng)
        .replace("</head>\n<body>", f"{head}{links}</ul></nav>")
        .replace("</body>", f"<footer><ul>{links}</ul></footer><script>run({data})</script></body>")
    )


def _markdown(text: str, rng: random.Random) -> str:
    title, *rows = _rows(text)
    forms = ("[{}](https://example.org/news/17)", "**{}**", "*{}*", "`{}`")
    body = "\n\n".join(rng.choice(("", "", "- ", "> ")) + _marked(row, rng, *forms) for row in rows)
    return f'---\ntitle: "{title}"\ndate: 2026-05-01\n---\n\n# {title}\n\n{body}\n'


def _json(text: str, rng: random.Random) -> str:
    title, *rows = _rows(text)
    body = "".join(f"<p>{html.escape(row, quote=False)}</p>" for row in rows)
    return json.dumps({"id": rng.random(), "title": title, "body": body}, indent=1) + "\n"


def _jsonl(text: str, rng: random.Random) -> str:
    return json.dumps({"id": rng.random(), "text": text}, ensure_ascii=False) + "\n"


def _csv(text: str, rng: random.Random) -> str:
    written = io.StringIO()
    csv.writer(written).writerows([["id", "title", "body"], [17, _rows(text)[0], text]])
    return written.getvalue()


def _rss(text: str, rng: random.Random) -> str:
    title, *rows = (html.escape(row, quote=False) for row in _rows(text))
    body = "".join(f"&lt;p&gt;{row}&lt;/p&gt;" for row in rows)
    link = f"<link>https://example.org/{rng.random()}</link>"
    item = f"<item><title>{title}</title>{link}<description>{body}</description></item>"
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel>{item}</channel></rss>\n'


def _xliff(text: str, rng: random.Random) -> str:
    rows = (_marked(html.escape(row), rng, '<g id="1">{}</g>') for row in _rows(text))
    units = "".join(
        f'<trans-unit id="{number}"><source>Zdanie {number}.</source>'
        f"<target>{row}</target></trans-unit>\n"
        for number, row in enumerate(rows)
    )
    head = '<xliff version="1.2"><file source-language="pl" target-language="en"><body>\n'
    return f"{head}{units}</body></file></xliff>\n"


def _po(text: str, _rng: random.Random) -> str:
    said = (json.dumps(row, ensure_ascii=False) for row in _rows(text))
    return "\n".join(f'#: a.c:{n}\nmsgid "{n}"\nmsgstr {row}\n' for n, row in enumerate(said))


def _srt(text: str, _rng: random.Random) -> str:
    return "\n".join(
        f"{n}\n00:{n // 60 % 60:02}:{n % 60:02},000 --> 00:59:59,000\n{row}\n"
        for n, row in enumerate(_rows(text), 1)
    )


def _docx(text: str, rng: random.Random) -> str:
    """The main part; the package around it is made when it is measured."""
    cut = '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    cut += '<w:r><w:t xml:space="preserve">'
    body = "".join(
        f'<w:p w:rsidR="00A77427"><w:pPr><w:spacing w:after="0"/></w:pPr><w:r>'
        f'<w:t xml:space="preserve">{_marked(html.escape(row), rng, cut)}</w:t></w:r></w:p>'
        for row in _rows(text)
    )
    return f'<w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>'


def _packed(xml: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", xml)
    return out.getvalue()


WRITERS: dict[str, Write] = {
    "markdown": _markdown,
    "html": _html,
    "html, whole pages": _page,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "xml": _rss,
    "xliff": _xliff,
    "po": _po,
    "srt": _srt,
    "docx": _docx,
}


def measured(name: str, texts: Sequence[str]) -> tuple[float, float]:
    """MB/s of reading files of a format, and the share of their letters that is prose."""
    name = name.partition(",")[0]
    path = f"a{FORMATS[name].suffixes[0]}"
    files = [text.encode() for text in texts]
    size = sum(map(len, files)) / 1e6
    if name == "docx":
        files = [_packed(file) for file in files]
    best, shown = float("inf"), 0
    for _ in range(ROUNDS):
        begun = time.process_time()
        shown = sum(len(read(decode(path, file, name), Reading(name)).view) for file in files)
        best = min(best, time.process_time() - begun)
    return size / best, shown / sum(map(len, texts))


def table() -> str:
    """The table of all formats."""
    texts = list(articles(SIZE))
    rows = ["| format | MB/s | prose |", "|---|---|---|"]
    for name, write in WRITERS.items():
        rng = random.Random(1)
        speed, prose = measured(name, [write(text, rng) for text in texts])
        rows.append(f"| {name} | {speed:.1f} | {prose:.0%} |")
    return "\n".join(rows)


def main() -> None:
    """Measure and print, and write where ``--out`` says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the table here, too")
    out = parser.parse_args().out
    head = (
        f"# Reading of formats\n\nPython {platform.python_version()}, {platform.machine()}; "
        f"articles of 4 KB, smallest of {ROUNDS} rounds; written by "
        "`python benchmarks/formats.py`. Prose is the share of a file's letters that a reader sees."
    )
    text = f"{head}\n\n{table()}\n"
    print(text)
    if out:
        out.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
