"""A small LanguageTool of our own, with faults: in a thread of the tests, or as a program.

As a program (``fake_languagetool.py [FAULT] --port N``) it stands in for Java with the server.
"""

from __future__ import annotations

import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

WRONG = re.compile(r"\bzz\w+|\ba(?= apple\b)")
SOFTWARE = {"name": "LanguageTool", "version": "6.8", "buildDate": "today"}


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def match(text: str, start: int, end: int) -> dict[str, Any]:
    spelling = text[start:end] != "a"
    rule: dict[str, Any] = {
        "id": "MORFOLOGIK_RULE_EN_US" if spelling else "EN_A_VS_AN",
        "issueType": "misspelling",
        "category": {"id": "TYPOS" if spelling else "MISC"},
    }
    if not spelling:
        rule["urls"] = [{"value": "https://example.org/articles"}]
    return {
        "message": "Possible spelling mistake found." if spelling else "Use “an”.",
        "replacements": [{"value": text[start + 1 : end] if spelling else "an"}],
        "offset": units(text[:start]),
        "length": units(text[start:end]),
        "rule": rule,
    }


class Fake(ThreadingHTTPServer):
    """``fault`` is what goes wrong from request number ``after`` on; ``asked`` are the texts."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int = 0, fault: str = "", after: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.fault, self.after = fault, after
        self.asked: list[dict[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    def handle_error(self, *_: object) -> None:
        """A client that goes away is no matter for the test report."""


class _Handler(BaseHTTPRequestHandler):
    server: Fake

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.server.fault == "old":
            self._answer(404, b"no such action")
        elif self.server.fault == "foreign":
            self._answer(200, b"<html>A web site.</html>")
        elif self.server.fault == "foreign-json":
            self._answer(200, b'{"software": {"name": "Another", "version": "1"}}')
        elif self.server.fault == "banner":
            self.wfile.write(b"220 mail.example.org ESMTP\r\n")
        else:
            self._answer(200, json.dumps({"software": SOFTWARE}).encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = {key: values[0] for key, values in parse_qs(body).items()}
        with self.server.lock:
            self.server.asked.append(fields)
            number = len(self.server.asked)
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        try:
            self._check(fields["text"], self.server.fault if number > self.server.after else "")
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def _check(self, text: str, fault: str) -> None:
        matches = [match(text, *found.span()) for found in WRONG.finditer(text)]
        said: dict[str, Any] = {"software": SOFTWARE, "matches": matches}
        data = json.dumps(said).encode()
        if fault == "slow":
            time.sleep(30)
        elif fault == "a little slow":
            time.sleep(0.2)
        elif fault in ("400", "413", "500"):
            self._answer(int(fault), b"Error: something\nmore")
            return
        elif fault == "bad-json":
            data = data[:-3]
        elif fault == "list":
            data = b"[]"
        elif fault == "beyond":
            said["matches"] = [{**match(text, 0, 1), "offset": units(text)}]
            data = json.dumps(said).encode()
        elif fault == "between":
            said["matches"] = [{**match(text, 0, 1), "offset": units(text.partition("😀")[0]) + 1}]
            data = json.dumps(said).encode()
        elif fault == "no rule":
            said["matches"] = [{"offset": 0, "length": 1}]
            data = json.dumps(said).encode()
        if fault == "dies":
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[:9])
            return
        if fault == "drips":
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            for at in range(len(data)):
                self.wfile.write(data[at : at + 1])
                self.wfile.flush()
                time.sleep(0.1)
            return
        self._answer(200, data)

    def _answer(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def running(fault: str = "", after: int = 0) -> Iterator[Fake]:
    with Fake(0, fault, after) as fake:
        thread = threading.Thread(target=fake.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield fake
        finally:
            fake.shutdown()
            thread.join()


def address(fake: Fake) -> str:
    return f"http://127.0.0.1:{fake.server_port}"


def main() -> None:
    fault = sys.argv[1]
    port = int(sys.argv[sys.argv.index("--port") + 1])
    if fault == "never ready":
        time.sleep(60)
    if fault == "old java":
        sys.exit("java.lang.UnsupportedClassVersionError: class file version 61.0")
    with Fake(port, fault) as fake:
        print("2026-01-01 Server started", flush=True)
        fake.serve_forever(0.02)


if __name__ == "__main__":
    main()
