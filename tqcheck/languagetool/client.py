"""Asks a LanguageTool server about texts: one request each, in time or not at all."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

from tqcheck.errors import ConfigError
from tqcheck.languagetool.failure import EngineError
from tqcheck.languagetool.positions import code_points
from tqcheck.record import NamedTuple

_MOST = 32 << 20
"""Bytes of an answer that are read at most."""
_PROBE = 10.0
"""Seconds for the question who is there; what a text takes is the caller's to say."""
_SHOWN = 5
"""Replacements of a match that are kept."""
_TODO = "see that it runs, or leave out --languagetool"


class Raw(NamedTuple):
    """A match as the server gives it, in code points of the text that was sent."""

    start: int
    end: int
    rule: str
    category: str
    issue: str
    message: str
    replacements: tuple[str, ...]
    url: str


class _Reply(NamedTuple):
    status: int
    body: bytes


def base_url(text: str) -> str:
    """The address of a server without a final slash and “/v2”; raises ConfigError if it is none."""
    wrong = ConfigError(
        "--languagetool",
        f"“{text}” is no address of a server",
        "give one such as http://127.0.0.1:8081, or auto, or off",
    )
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise wrong
    if parts.query or parts.fragment or parts.username is not None:
        raise wrong
    return text.rstrip("/").removesuffix("/v2")


class Client:
    """A server's address and the requests under way; safe to use from several threads.

    ``timeout`` are the seconds that one request may take in all.
    """

    def __init__(self, url: str, timeout: float) -> None:
        self.url = base_url(url)
        self._timeout = timeout
        self._live: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._closed = False

    def version(self) -> str:
        """The server's version and build; raises EngineError if it is no LanguageTool."""
        reply = self._request("GET", "/v2/info", "", _PROBE)
        if reply.status == 404:  # servers before 5.0
            reply = self._request("POST", "/v2/check", "language=en-US&text=A", self._timeout)
        if reply.status != 200:
            raise self._foreign()
        try:
            software = _parsed(reply.body).get("software")
        except EngineError:
            raise self._foreign() from None
        if not isinstance(software, dict) or software.get("name", "LanguageTool") != "LanguageTool":
            raise self._foreign()
        version = software.get("version")
        if not isinstance(version, str):
            raise self._foreign()
        return f"{version} {software.get('buildDate', '')}".strip()

    def check(self, text: str, parameters: Mapping[str, str]) -> list[Raw]:
        """What the server finds in a text; raises EngineError."""
        fields = {**parameters, "text": text}
        reply = self._request("POST", "/v2/check", urlencode(fields, errors="replace"))
        if reply.status == 413:
            what = "refused a text as too long (HTTP 413)"
            raise EngineError("too-large", what, "raise its maxTextLength to 20000 at least")
        if reply.status != 200:
            said = reply.body[:200].decode("utf-8", "replace").split("\n")[0].strip()
            what = f"answered with HTTP {reply.status}" + (f" ({said})" if said else "")
            raise EngineError("refused", what, _TODO)
        return matches_of(_parsed(reply.body), text)

    def close(self) -> None:
        """End the requests under way; they fail as cut off."""
        self._closed = True
        with self._lock:
            live = tuple(self._live)
        for one in live:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _foreign(self) -> EngineError:
        return EngineError("foreign", f"is not what answers at {self.url}", _TODO)

    def _request(self, method: str, path: str, body: str, limit: float = 0.0) -> _Reply:
        limit = limit or self._timeout
        parts = urlsplit(self.url)
        assert parts.hostname is not None  # base_url has seen to it
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(parts.hostname, parts.port, timeout=min(limit, _PROBE))
        late = threading.Event()
        timer: threading.Timer | None = None
        try:
            connection.connect()
            link = connection.sock
            link.settimeout(limit)
            timer = threading.Timer(limit, _cut, (link, late))
            timer.daemon = True  # a drop of an answer now and then must not hold the run up
            timer.start()
            with self._lock:
                self._live.add(link)
            try:
                return self._exchange(connection, method, parts.path + path, body)
            finally:
                with self._lock:
                    self._live.discard(link)
        except TimeoutError:
            raise self._slow(limit) from None
        except (OSError, http.client.HTTPException) as error:
            if late.is_set():
                raise self._slow(limit) from None
            if isinstance(error, http.client.BadStatusLine) and not isinstance(
                error, http.client.RemoteDisconnected
            ):
                raise self._foreign() from None
            reason = getattr(error, "strerror", None) or type(error).__name__
            what = f"does not answer at {self.url} ({reason})"
            raise EngineError("dead", what, _TODO) from None
        finally:
            if timer is not None:
                timer.cancel()
            connection.close()

    def _exchange(
        self, connection: http.client.HTTPConnection, method: str, path: str, body: str
    ) -> _Reply:
        if self._closed:
            raise ConnectionAbortedError
        headers = {"Accept": "application/json", "Connection": "close"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body.encode() or None, headers)
        with connection.getresponse() as response:
            data = response.read(_MOST + 1)
            if len(data) > _MOST:
                raise self._foreign()
            if response.length:  # read(n) does not tell of a body that ends too early
                raise http.client.IncompleteRead(data, response.length)
            return _Reply(response.status, data)

    def _slow(self, limit: float) -> EngineError:
        what = f"took longer than {limit:g} seconds at {self.url}"
        return EngineError("slow", what, "raise “timeout” in [tool.tqcheck.languagetool]")


def _cut(link: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)


def _garbled(what: str) -> EngineError:
    return EngineError("garbled", f"gave an answer that makes no sense ({what})", _TODO)


def _parsed(body: bytes) -> Mapping[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise _garbled("no JSON") from None
    if not isinstance(data, dict):
        raise _garbled("no object")
    return data


def matches_of(data: Mapping[str, Any], text: str) -> list[Raw]:
    """The matches of an answer, placed in the text; raises EngineError where one can't be.

    The server counts UTF-16 units.
    """
    if not isinstance(data.get("software"), dict) or not isinstance(data.get("matches"), list):
        raise _garbled("no matches")
    place = code_points(text)
    found: list[Raw] = []
    for match in data["matches"]:
        try:
            start, length = match["offset"], match["length"]
            span = place(start), place(start + length)
            rule = match["rule"]
            urls = rule.get("urls") or [{}]
            shown = [str(one["value"]) for one in match["replacements"][:_SHOWN]]
            found.append(
                Raw(
                    *span,
                    str(rule["id"]),
                    str(rule["category"]["id"]),
                    str(rule.get("issueType", "")),
                    str(match["message"]),
                    tuple(shown),
                    str(urls[0].get("value", "")),
                )
            )
        except (KeyError, TypeError, AttributeError, ValueError, IndexError):
            raise _garbled("a match without a place or a rule") from None
        if span[0] > span[1]:
            raise _garbled("a match of negative length")
    return found
