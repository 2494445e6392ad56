"""Asks a LanguageTool server about texts: one request each, in time or not at all."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlencode, urlsplit

from tqcheck.errors import ConfigError
from tqcheck.languagetool.answer import TODO, Raw, matches_of, parsed, readable, version_of
from tqcheck.languagetool.failure import EngineError
from tqcheck.record import NamedTuple

_MOST = 32 << 20
"""Bytes of an answer that are read at most."""
_PROBE = 10.0
"""Seconds for the question who is there; what a text takes is the caller's to say."""

_SETTINGS = "see “language”, “enable” and “disable” in [tool.tqcheck.languagetool]"


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
        (parts.hostname or "").encode("idna"), parts.path.encode("ascii")
    except ValueError:  # UnicodeError is one
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
        reply = self._request("GET", "/v2/info", "", min(_PROBE, self._timeout))
        if reply.status == 404:  # servers before 5.0
            reply = self._request("POST", "/v2/check", "language=en-US&text=A")
        if reply.status != 200:
            raise self._foreign()
        try:
            version = version_of(parsed(reply.body))
        except EngineError:
            raise self._foreign() from None
        if not version:
            raise self._foreign()
        return version

    def check(self, text: str, parameters: Mapping[str, str]) -> list[Raw]:
        """What the server finds in a text; raises EngineError."""
        fields = {**parameters, "text": text}
        reply = self._request("POST", "/v2/check", urlencode(fields, errors="replace"))
        if reply.status == 413:
            what = "refused a text as too long (HTTP 413)"
            raise EngineError("too-large", what, "raise its maxTextLength to 20000 at least")
        if reply.status != 200:
            said = readable(reply.body[:200].decode("utf-8", "replace").partition("\n")[0])
            what = f"answered with HTTP {reply.status}" + (f" ({said})" if said else "")
            raise EngineError("refused", what, _SETTINGS if reply.status == 400 else TODO)
        return matches_of(parsed(reply.body), text)

    def close(self) -> None:
        """End the requests under way; they fail as cut off."""
        self._closed = True
        with self._lock:
            live = tuple(self._live)
        for one in live:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _foreign(self) -> EngineError:
        return EngineError("foreign", f"is not what answers at {self.url}", TODO)

    def _request(self, method: str, path: str, body: str, limit: float = 0.0) -> _Reply:
        limit = limit or self._timeout
        parts = urlsplit(self.url)
        assert parts.hostname is not None  # base_url has seen to it
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        near = min(limit, _PROBE)
        connection = kind(parts.hostname, parts.port, timeout=near)
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
            raise self._slow(limit if timer else near) from None
        except (OSError, http.client.HTTPException) as error:
            if late.is_set():
                raise self._slow(limit) from None
            if isinstance(error, http.client.BadStatusLine) and not isinstance(
                error, http.client.RemoteDisconnected
            ):
                raise self._foreign() from None
            reason = getattr(error, "strerror", None) or type(error).__name__
            what = f"does not answer at {self.url} ({reason})"
            raise EngineError("dead", what, TODO) from None
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
        ours = limit == self._timeout
        todo = "raise “timeout” in [tool.tqcheck.languagetool]" if ours else TODO
        return EngineError("slow", what, todo)


def _cut(link: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
