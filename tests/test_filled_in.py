"""What programs fill in or act on stands as one thing in a sentence, whatever the format."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from html import escape

import pytest

from tests.reading_laws import check_map
from tqcheck.document import OBJECT, Refusal
from tqcheck.formats import read
from tqcheck.formats._filled_in import MASK, filled_in, masked
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

FOUND = {
    "Jinja and Liquid": 'The {{ page.title | default: "it\'s" }}, {% if a < b %}men{% endif %} {# note #}',
    "Hugo and its pairs": 'One {{< figure src="a.jpg" >}} two {{% notice %}}three{{% /notice %}}',
    "braces in an expression": "One {{ f({a: 1}) }} two",
    "over rows": "One {{ a\n  | b }} two {%\n include x\n%}",
    "ERB and PHP": 'One <% if x > 1 %> two <%= x %> <?php echo $a->b; ?> <?= $x ?>',
    "shortcodes of WordPress": "[caption id=\"a_6\" align='left']The bridge[/caption] [gallery ids=\"1,2\"] [x /]",
    "a pair without attributes": "[embed]https://example.org[/embed] [b]bold[/b]",
    "a parenthesis behind": 'See [gallery ids="1"](left).',
    "placeholders": "{name} {0} ${a.b} %{x} #{y} %1$s %(full_name)s %s, {{x}}",
}
WORDS = {
    "Jinja and Liquid": ["The", ",", "men"],
    "Hugo and its pairs": ["One", "two", "three"],
    "braces in an expression": ["One", "two"],
    "over rows": ["One", "two"],
    "ERB and PHP": ["One", "two"],
    "shortcodes of WordPress": ["The", "bridge"],
    "a pair without attributes": ["https://example.org", "bold"],
    "a parenthesis behind": ["See", "(left)."],
    "placeholders": [","],
}


def left(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    return text


@pytest.mark.parametrize("name", FOUND)
def test_what_is_found(name: str) -> None:
    text = FOUND[name]
    assert left(text, filled_in(text)).split() == WORDS[name]
    assert len(masked(text)) == len(text)


PROSE = (
    "He said [sic] that [the president] won [1], and [Editor’s note: no].",
    "A 5% rise, 100% sure, 20 % do; {curly words here} and [brackets].",
    "a {{ b and {% c and <% d and <? e",
    "An array [a, b] and x[i] = [j] for <i>me</i> & {} you.",
    "[b] has no end and [see](/u) is a link; [/u](x) too",
)


@pytest.mark.parametrize("text", PROSE)
def test_what_is_prose(text: str) -> None:
    assert filled_in(text) == []


FILES: dict[str, Callable[[str], str]] = {
    "a.html": lambda text: f"<p>{text}</p>",
    "a.md": lambda text: f"{text}\n\n<p>{text}</p>\n",
    "a.json": lambda text: json.dumps({"title": text, "body": f"<p>{text}</p>", "text": f"# A\n\n**b** **c** {text}"}),
    "a.csv": lambda text: 'body\n"{}"\n'.format(text.replace('"', '""')),
    "a.rss": lambda text: f"<rss><item><title>{escape(text)}</title><description>{escape(f'<p>{text}</p>')}</description></item></rss>",
}
SENTENCES = (
    "Hello {{ userName }}, most of it.",
    "Hello {userName}, most of it.",
    "Hello %1$s, most of it.",
    'Hello [button id="aB"]you[/button], most of it.',
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("name", FILES)
def test_nothing_of_it_is_edited(name: str, sentence: str) -> None:
    document = read(Source(name, FILES[name](sentence)), Reading())
    check_map(document)
    assert "userName" not in document.view and "button" not in document.view
    at = document.view.index(OBJECT)
    assert document.edit(Span(at, at + 1), "x") == Refusal("it would change a protected part")
    assert "most of it." in document.view


def test_segments_hold_placeholders() -> None:
    text = "<xliff><file target-language='en'><unit><target>Dear {userName}, %s &amp; {{x}}</target></unit></file></xliff>"
    document = read(Source("a.xlf", text), Reading())
    check_map(document)
    assert document.view == f"Dear {OBJECT}, {OBJECT} & {OBJECT}"


def test_templates_in_tags_do_not_hide_the_page() -> None:
    text = '<html lang="{{ page.lang }}"><body {{ attributes }} {% if a > b %}class="x"{% endif %}><p>Men.</p></body>'
    document = read(Source("a.html", text), Reading())
    assert document.view == "Men."


@pytest.mark.parametrize("sign", ["{{", "{%", "{#", "<%", "<?php ", "[a ", "[a b=", "{a", "%(", "{{{", "[a]", "[/a"])
def test_hostile_texts_take_bounded_time(sign: str) -> None:
    begun = time.process_time()
    filled_in(sign * 100_000 + " " * 100_000 + sign)
    assert time.process_time() - begun < 10


def test_the_mask_itself_is_no_prose() -> None:
    assert filled_in(f"One {MASK} two") == [(4, 5)]
