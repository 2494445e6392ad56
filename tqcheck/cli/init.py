"""``tqcheck init``: a commented tqcheck.toml, and the lines for pre-commit and CI."""

from __future__ import annotations

from pathlib import Path

import click

from tqcheck import __version__
from tqcheck.article import DETECTORS
from tqcheck.cli.terminal import emit
from tqcheck.config import FAIL_ON, FILE, STYLE, Config
from tqcheck.errors import ConfigError
from tqcheck.formats import FORMATS

_DEFAULT = Config()


def settings() -> str:
    """The text of a fresh tqcheck.toml: every key with its default, commented out."""
    style = "".join(
        f'# {key} = "{getattr(_DEFAULT.style, key)}"'.ljust(24) + f"# {' or '.join(known)}\n"
        for key, known in STYLE.items()
    )
    tool = _DEFAULT.languagetool
    fields = ", ".join(f'"{name}"' for name in _DEFAULT.fields)
    return f"""\
# tqcheck: the linter for translated copy. Every key is shown with its default.

# Rules by id (TQ101), beginning of ids (TQ1), name (fused-words) or family; ALL is all of them.
# select = ["ALL"]
# extend-select = []
# ignore = []

# Run rules that are still being measured, too.
# preview = {str(_DEFAULT.preview).lower()}

# Folders with cards of your own, beside this file.
# rules = []

# The language of the articles, and the one they were translated from (or "auto").
# lang = "{_DEFAULT.lang}"
# source-lang = "{_DEFAULT.source_lang}"

# Who names the language of a stretch that is not English: {" or ".join(DETECTORS)} (an extra).
# language-detector = "{_DEFAULT.language_detector}"

# The lowest severity that fails a run: {", ".join(FAIL_ON)}.
# fail-on = "{_DEFAULT.fail_on}"
# output-format = "{_DEFAULT.output_format}"

# Keep what was found in unchanged files, in the user's cache folder or in one of your own.
# cache = {str(_DEFAULT.cache).lower()}
# cache-dir = ".tqcheck-cache"

# What not to look at, in the language of .gitignore.
# exclude = []

# Fields that hold prose in JSON, CSV and feeds, and in the front matter of Markdown.
# fields = [{fields}]

# Formats of files whose suffix doesn't tell: {", ".join(FORMATS)}.
# [formats]
# "*.njk" = "html"

# LanguageTool beside our own rules: off, auto (start what is installed) or a server's address.
# [languagetool]
# server = "{tool.server}"
# require = {str(tool.require).lower()}
# language = "{tool.language}"
# enable = []
# disable = []
# words = []              # spelled right, though its dictionary does not know them
# timeout = {tool.timeout:g}
# start-limit = {tool.start_limit:g}
# heap = "{tool.heap}"
# threads = {tool.threads}

# Rules to ignore in some files.
# [per-file-ignores]
# "drafts/*.txt" = ["TQ8"]

# The house style. Percentages, dates and times follow the article where nothing is chosen.
# [style]
{style}"""


_SNIPPETS = """\
Wrote {file}.

For pre-commit, in .pre-commit-config.yaml (REPOSITORY is the address of tqcheck's repository, and
REVISION a tag or commit of it; this is tqcheck {version}):

repos:
  - repo: REPOSITORY
    rev: REVISION
    hooks:
      - id: tqcheck

For GitHub Actions, in .github/workflows/tqcheck.yml:

on: [push, pull_request]
jobs:
  tqcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "tqcheck @ git+REPOSITORY@REVISION"
      - run: tqcheck lint --output-format github .

For any other CI:

  tqcheck lint .        # 0 clean, 1 findings, 2 something was not looked at
"""


@click.command(name="init")
def command() -> int:
    """Write a commented tqcheck.toml here and print the lines for pre-commit and CI."""
    path = Path(FILE)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(settings())
    except FileExistsError:
        raise ConfigError(FILE, "is there already", "edit it, or move it away first") from None
    except OSError as error:
        raise ConfigError(FILE, f"can't be written ({error.strerror})") from None
    emit((_SNIPPETS.format(file=FILE, version=__version__),))
    return 0
