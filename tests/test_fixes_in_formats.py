"""Fixes in files as sites export them: other tools read them as before, and nothing else changed."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.site import WRITERS, made
from tqcheck.diff import unified
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.formats.reading import FIELDS
from tqcheck.opening import Options
from tqcheck.rule import load_rules
from tqcheck.source import Source

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))
RULES = tuple(rule for rule in load_rules() if rule.card.status != "deprecated")


class _Page(HTMLParser):
    """The tags of a page, and the text of what is no prose."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[Any] = []
        self._within: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = [one for one in attrs if one[0] not in ("alt", "title", "content")]
        self.seen.append((tag, own, len(attrs)))
        if tag in ("script", "pre", "textarea", "code"):
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")
        if self._within and tag == self._within[-1]:
            self._within.pop()

    def handle_comment(self, data: str) -> None:
        self.seen.append(data)

    def handle_data(self, data: str) -> None:
        if self._within:
            self.seen.append(data)


def _page(text: str) -> Any:
    return _Page(text).seen, re.findall(r"\{\{.*?\}\}|\{%.*?%\}|\[gallery.*?\]", text)


def _post(text: str) -> Any:
    _, head, body = text.replace("\r\n", "\n").split("---\n", 2)
    kept = yaml.safe_load(head)
    signs = r"`[^`\n]+`|```.*?```|\]\([^)]*\)|\{\{.*?\}\}|\{#.*?\}|<[^>\n]*>|https?:[\w./]*\w|\[\^1\]|\\\n|&amp;"
    return list(kept), kept["slug"], re.findall(signs, body, re.DOTALL)


def _value(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _value(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_value(one) for one in value]
    return _tags(value) if key in FIELDS else value


def _tags(text: str) -> list[str]:
    shown = re.sub(r"(?<= title)=\"[^\"]*\"", "", text)  # what an attribute of that name says is prose
    return re.findall(r"<[^>]*>|\{\{.*?\}\}|\[gallery.*?\]", shown)


def _table(text: str) -> Any:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return [[row[0], *map(_tags, row[1:])] for row in rows]


def _xml(text: str) -> Any:
    root = ElementTree.fromstring(text.encode())
    kept = ("source", "note", "guid", "link", "meta_value", "bpt", "ept")
    return [
        (one.tag, one.attrib, one.text if one.tag.rpartition("}")[2] in kept else _tags(one.text or ""))
        for one in root.iter()
    ]


def _catalogue(text: str) -> Any:
    if tool := shutil.which("msgfmt"):
        subprocess.run([tool, "--check-format", "-o", os.devnull, "-"], input=text.encode(), check=True)
    return re.findall(r'(?m)^(?:msgid|#|"Lang|"Content).*$', text), re.findall(r"\{name\}", text)


def _film(text: str) -> Any:
    return re.findall(r"(?m)^.* --> .*$|^\d+\r?$|^NOTE.*$|<[^<>\n]*>|\{\\.*?\}", text)


BONES: dict[str, Callable[[str], Any]] = {
    "page.html": _page,
    "post.md": _post,
    "feed.json": lambda text: _value(json.loads(text)),
    "feed.jsonl": lambda text: [_value(json.loads(row)) for row in text.splitlines()],
    "table.csv": _table,
    "export.xml": _xml,
    "news.rss": _xml,
    "job.xlf": _xml,
    "memory.tmx": _xml,
    "en.po": _catalogue,
    "film.srt": _film,
    "film.vtt": _film,
}
"""What other tools read in a file, apart from its prose."""


@pytest.mark.parametrize("least", [Safety.SAFE, Safety.UNSAFE], ids=lambda one: one.label)
@pytest.mark.parametrize("name", WRITERS)
def test_fixes(name: str, least: Safety, tmp_path: Path) -> None:
    applied = 0
    for seed in range(max(8, DOCUMENTS // 30)):
        text = made(name, Random(f"{name} {seed}"))
        fixed = fix(Source(name, text), RULES, least, Options())
        assert fixed.crashes == ()
        applied += fixed.applied
        after = fixed.source.text
        assert BONES[name](after) == BONES[name](text), (seed, text, after)
        if not fixed.dropped:
            again = fix(fixed.source, RULES, least, Options())
            assert (again.applied, again.source.text) == (0, after), (seed, text, after)
        if fixed.edits and seed < 3:
            _check_patch(name, text, after, unified(name, text, fixed.edits), tmp_path)
    assert applied > DOCUMENTS // 100


def _check_patch(name: str, text: str, after: str, patch: str, folder: Path) -> None:
    for tool in (["git", "apply", "--whitespace=nowarn"], ["patch", "-p1", "-s", "--binary"]):
        (folder / name).write_bytes(text.encode())
        subprocess.run(tool, input=patch.encode(), check=True, cwd=folder)
        assert (folder / name).read_bytes() == after.encode()
