"""What guards the application: who may ask (Host, Origin, token), how much may be sent, what a page may load."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST = 32 * 1024 * 1024
"""Bytes that a request may send."""
TOKEN = "selon_token"


@dataclass(frozen=True, slots=True)
class Guard:
    """Whom the application answers: the names it may be asked by, and the token where it is bound beyond loopback."""

    names: frozenset[str] = LOOPBACK
    token: str | None = None
    any_address: bool = False
    largest: int = field(default=LARGEST)

    def knows(self, host: str) -> bool:
        """Tell whether a Host header names this application; any address may where it is bound to all."""
        name = host_name(host)
        return name in self.names or (self.any_address and _is_address(name))

    def too_large(self) -> str:
        """Say how much may be sent."""
        return f"more was sent than {self.largest / 2**20:.3g} MB"

    def admits(self, given: str | None) -> bool:
        """Tell whether a token is the one."""
        return self.token is None or (given is not None and secrets.compare_digest(given.encode(), self.token.encode()))


def guard_for(host: str, names: tuple[str, ...] = ()) -> Guard:
    """Make the guard for the address bound: loopback needs no token, anything else gets one."""
    known = LOOPBACK | {host.lower(), *(name.lower() for name in names)}
    if host_name(host) in LOOPBACK:
        return Guard(known)
    return Guard(known, secrets.token_urlsafe(24), any_address=host in ("0.0.0.0", "::"))


def host_name(host: str) -> str:
    """Give the name of a Host header, without its port; "" when it has an odd form."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower() if host else ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class TooLarge(Exception):  # noqa: N818 - tells what is wrong with the request
    """A request that sends more than it may."""


class Gate:
    """ASGI middleware: refuses what the guard does not know, bounds what is sent, adds the headers of safety."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app = app
        self.guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1008})
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        reason = self._refusal(scope, headers)
        if reason:
            return await _refuse(_safe(send), *reason)
        given = self._token_in_address(scope)
        meter = _Meter(receive, self.guard.largest)
        guarded = _safe(send, self._cookie(given) if given else None, meter)
        try:
            await self.app(scope, meter.read, guarded)
        except TooLarge:
            await _refuse(guarded, 413, self.guard.too_large())

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if not self.guard.knows(host):
            return 400, "this address is not one selon answers to"
        if scope["method"] not in SAFE and not _same_origin(headers, host):
            return 403, "the request comes from another page than selon's own"
        if not self.guard.admits(self._token_in_address(scope) or _cookie(headers)):
            return 403, "open the address with the token that selon serve printed"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.guard.largest:
            return 413, self.guard.too_large()
        return None

    def _token_in_address(self, scope: Scope) -> str | None:
        if self.guard.token is None:
            return None
        return dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token")

    def _cookie(self, token: str) -> str:
        return f"{TOKEN}={token}; HttpOnly; SameSite=Strict; Path=/"


def _same_origin(headers: dict[str, str], host: str) -> bool:
    """Tell whether a request that changes something comes from a page of this application.

    Programs that are no browser send neither Origin nor Sec-Fetch-Site.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None:
        return site in (None, "same-origin", "none")
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()


def _cookie(headers: dict[str, str]) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(TOKEN)
    except CookieError:
        return None
    return found.value if found else None


@dataclass(slots=True)
class _Meter:
    """Passes on what is sent until it is too much; who reads it may take that for a broken request."""

    receive: Receive
    largest: int
    sent: int = 0

    @property
    def over(self) -> bool:
        return self.sent > self.largest

    async def read(self) -> Message:
        message = await self.receive()
        self.sent += len(message.get("body", b""))
        if self.over:
            raise TooLarge
        return message


def _safe(send: Send, cookie: str | None = None, meter: _Meter | None = None) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message.get("headers", ())}
            added = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in present]
            added += [(b"set-cookie", cookie.encode())] if cookie else []
            status = 413 if meter and meter.over else message["status"]
            message = {**message, "status": status, "headers": [*message.get("headers", ()), *added]}
        await send(message)

    return answer


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = f"selon: {reason}\n".encode()
    kind: Any = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": kind})
    await send({"type": "http.response.body", "body": body})
