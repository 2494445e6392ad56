"""Makes files as a site exports them, of all formats, out of the cards' own examples.

Words stand in markup, with what followed run into it, and beside the prose stands what is none:
code, addresses, shortcodes, notes, other languages.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Sequence
from html import escape
from random import Random

from tqcheck.rule import load_rules

EXAMPLES = sorted(
    " ".join(text.split())
    for rule in load_rules()
    for text in (*(bad.before for bad in rule.card.bad), *(good.text for good in rule.card.good))
    if not any(sign in text for sign in "<>{}[]`|\\&*_#~^$@")
    if not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t\r" for sign in text)
)
"""Those without signs of markup: what is left of these tells that markup was touched."""
_NO_PROSE = "Most ofthe the men , went to to Russiato fight"


def _marked(text: str, random: Random, forms: Sequence[str]) -> str:
    """A text with some of its words in markup, and some run into the word behind."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if word[:1].isalpha() and random.random() < 0.12:
            words[at] = random.choice(forms).format(word)
            if random.random() < 0.4 and at + 1 < len(words):
                words[at : at + 2] = [words[at] + words[at + 1], ""]
    return " ".join(word for word in words if word)


_TAGS = (
    '<a href="/a?b=1&amp;c=2" title="More">{}</a>', "<b>{}</b>", "<em>{}</em>", "{}<br>", "{}&nbsp;", "{} <code>ofthe the</code>",
    '<span class="x">{}</span>', "{}<!-- note -->", "{} [gallery ids=\"1,2\"]", "{} {{{{ ofThe | x: \"y\" }}}}", "{}<sup>2</sup>",
)  # fmt: skip


def html(parts: Sequence[str], random: Random) -> str:
    title, *rows = (_marked(escape(part, quote=False), random, _TAGS) for part in parts)
    about = escape(random.choice(parts), quote=True)
    blocks = "".join(
        random.choice(("<p>{}</p>\n", "<p>{}\n", "<li>{}</li>", "<blockquote><p>{}</p></blockquote>\n", "<td>{}</td>\n", "<div>{}<img src='a' alt='{a}'></div>")).format(row, a=about.replace("'", "&#39;"))
        for row in rows
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{escape(parts[0], quote=False)}</title><meta name="description" content="{about}">'
        f'<script>var a = "{_NO_PROSE}" < 2;</script></head>\n<body {{% x > 1 %}}><pre>{_NO_PROSE}</pre>\n'
        f'<h1>{title}</h1>\n{blocks}<p lang="pl">{_NO_PROSE}</p><textarea>{_NO_PROSE}</textarea></body></html>\n'
    )  # fmt: skip


_SIGNS = ("[{}](/ofthe/the \"the the\")", "**{}**", "*{}*", "`ofthe the` {}", "{} {{{{< ofthe x=\"the the\" >}}}}", "{} <b>b</b>", "{} &amp;", "{}[^1]", "{} https://a.example/the_the", "{}\\\n", "{}\n")  # fmt: skip


def markdown(parts: Sequence[str], random: Random) -> str:
    title, *rows = (_plain(part) for part in parts)
    blocks = [
        random.choice(("{}", "- {}", "> {}", "1. {}", "## {}", "{} {{#the-the}}")).format(_marked(row, random, _SIGNS[:9] if random.random() < 0.5 else _SIGNS))
        for row in rows
    ]
    blocks.insert(random.randrange(len(blocks) + 1), f"```\n{_NO_PROSE}\n```")
    blocks.insert(random.randrange(len(blocks) + 1), f"<div class='ofthe the'>\n<p>{escape(parts[-1])}</p>\n</div>")
    blocks.append(f"| {rows[0]} | b |\n|---|---|\n| c | {rows[-1]} |\n\n[^1]: {title}")
    head = f"---\ntitle: {json.dumps(parts[0], ensure_ascii=False)}\nslug: {_NO_PROSE}\n---\n\n"
    return head + "\n\n".join(blocks) + random.choice(("", "\n"))


def _plain(text: str) -> str:
    return "".join("\\" + char if char in "\\`*_[]<>&~|$^{}#" else char for char in text)


def _records(parts: Sequence[str], random: Random) -> list[dict[str, object]]:
    paragraphs = "".join(f"<p>{_marked(escape(one), random, _TAGS)}</p>" for one in parts)
    bodies = (paragraphs, "\n\n".join(parts), "# A\n\n" + "\n\n".join(f"**a** {_plain(one)}" for one in parts))
    return [
        {"id": _NO_PROSE, "title": one, "body": random.choice(bodies), "tags": [_NO_PROSE], "meta": {"n": 1.5, "x": None}}
        for one in parts[:2]
    ]  # fmt: skip


def json_(parts: Sequence[str], random: Random) -> str:
    return json.dumps(_records(parts, random), indent=random.choice((None, 1)), ensure_ascii=random.random() < 0.5)


def jsonl(parts: Sequence[str], random: Random) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in _records(parts, random))


def csv_(parts: Sequence[str], random: Random) -> str:
    out = io.StringIO()
    rows = [[one["id"], one["title"], one["body"]] for one in _records(parts, random)]
    csv.writer(out, quoting=random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))).writerows([["id", "title", "body"], *rows])
    return out.getvalue()


def wxr(parts: Sequence[str], random: Random) -> str:
    items = ""
    for record in _records(parts, random):
        body = str(record["body"]).replace("]]>", "]] >")
        items += (
            f"<item><title>{escape(str(record['title']))}</title><guid>{_NO_PROSE}</guid>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
            f"<wp:postmeta><wp:meta_value><![CDATA[{_NO_PROSE}]]></wp:meta_value></wp:postmeta></item>\n"
        )
    spaces = " ".join(f'xmlns:{one}="urn:{one}"' for one in ("content", "excerpt", "wp"))
    return f'<?xml version="1.0"?>\n<rss version="2.0" {spaces}><channel><title>News</title>\n{items}</channel></rss>\n'


def rss(parts: Sequence[str], random: Random) -> str:
    items = "".join(
        f"<item><title>{escape(str(one['title']))}</title><link>{_NO_PROSE}</link><description>{escape(str(one['body']))}</description></item>\n"
        for one in _records(parts, random)
    )
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"


_CODES = ('<g id="1">{}</g>', '<bpt id="1">&lt;b&gt;</bpt>{}<ept id="1">&lt;/b&gt;</ept>', '{}<x id="2"/>', '<mrk mtype="seg" mid="1">{}</mrk>', "{} %s", "{} {{userName}}")  # fmt: skip


def xliff(parts: Sequence[str], random: Random) -> str:
    units = "".join(
        f"<trans-unit id='{at}'><source>{_NO_PROSE} %s {{userName}}</source><target>{_marked(escape(one), random, _CODES)}</target><note>{_NO_PROSE}</note></trans-unit>\n"
        for at, one in enumerate(parts)
    )
    return f"<xliff version='1.2'><file source-language='pl' target-language='en'><body>\n{units}</body></file></xliff>\n"


def tmx(parts: Sequence[str], random: Random) -> str:
    units = "".join(
        f"<tu><tuv xml:lang='pl'><seg>{_NO_PROSE}</seg></tuv><tuv xml:lang='en-US'><seg>{escape(one)}</seg></tuv></tu>\n"
        for one in parts
    )
    return f"<?xml version='1.0'?><tmx version='1.4'><header srclang='pl'/><body>{units}</body></tmx>"


def po(parts: Sequence[str], random: Random) -> str:
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entries = []
    for at, one in enumerate(parts):
        words = one.replace("\\", "\\\\").replace('"', '\\"').split(" ")
        cut = random.randrange(len(words) + 1)
        rows = f'"{" ".join(words[:cut])} "\n"{" ".join(words[cut:])} {{name}}"'
        entries.append(f'#: {_NO_PROSE}\nmsgid "{at} {{name}} {_NO_PROSE}"\nmsgstr ""\n{rows}\n')
    return head + "\n".join(entries)


def srt(parts: Sequence[str], random: Random) -> str:
    forms = ("<i>{}</i>", "{{\\an8}}{}", '<font color="#fff">{}</font>', "{}\n")
    return "\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{_marked(one, random, forms)}\n" for at, one in enumerate(parts)
    )


def vtt(parts: Sequence[str], random: Random) -> str:
    forms = ("<i>{}</i>", "<v Ann>{}", "<c.x>{}</c>", "{}\n", "<00:01.000>{}")
    cues = "\n".join(
        f"00:{at:02}.000 --> 00:{at + 1:02}.000 align:start\n{_marked(escape(one, quote=False), random, forms)}\n" for at, one in enumerate(parts)
    )
    return f"WEBVTT\n\nNOTE {_NO_PROSE}\n\n{cues}"


WRITERS: dict[str, Callable[[Sequence[str], Random], str]] = {
    "page.html": html,
    "post.md": markdown,
    "feed.json": json_,
    "feed.jsonl": jsonl,
    "table.csv": csv_,
    "export.xml": wxr,
    "news.rss": rss,
    "job.xlf": xliff,
    "memory.tmx": tmx,
    "en.po": po,
    "film.srt": srt,
    "film.vtt": vtt,
}
"""By a name for the file."""


def made(name: str, random: Random) -> str:
    """A file of some articles' worth of examples, with the line ends of Windows now and then."""
    parts = random.sample(EXAMPLES, random.randrange(3, 9))
    text = WRITERS[name](parts, random)
    return text.replace("\n", "\r\n") if random.random() < 0.2 and "\r" not in text else text
