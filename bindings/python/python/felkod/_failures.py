"""What an exception of an HTTP client says about a call without a response."""

from __future__ import annotations

from collections.abc import Iterator

from felkod._terms import Failure

_BEFORE, _AFTER = Failure.TIMED_OUT_BEFORE_SENDING, Failure.TIMED_OUT_AFTER_SENDING
_REFUSED, _TLS, _LOST = Failure.REFUSED, Failure.TLS, Failure.CONNECTION_LOST

# By the name of the class, so that no library is imported. The classes of an exception are looked up from its own to
# its bases.
_EXACT = {
    "builtins.ConnectionRefusedError": _REFUSED,
    "builtins.ConnectionResetError": _LOST,
    "builtins.ConnectionAbortedError": _LOST,
    "builtins.BrokenPipeError": _LOST,
    "builtins.TimeoutError": _AFTER,
    "asyncio.exceptions.TimeoutError": _AFTER,
    "socket.gaierror": _REFUSED,
    "ssl.SSLEOFError": _LOST,
    "ssl.SSLZeroReturnError": _LOST,
    "ssl.SSLError": _TLS,
    "http.client.IncompleteRead": _LOST,
    "urllib3.exceptions.NewConnectionError": _REFUSED,
    "urllib3.exceptions.ConnectTimeoutError": _BEFORE,
    "urllib3.exceptions.ReadTimeoutError": _AFTER,
    "urllib3.exceptions.ProtocolError": _LOST,
    "requests.exceptions.SSLError": _TLS,
    "requests.exceptions.ConnectTimeout": _BEFORE,
    "requests.exceptions.Timeout": _AFTER,
    "requests.exceptions.ChunkedEncodingError": _LOST,
    "httpx.ConnectTimeout": _BEFORE,
    "httpx.PoolTimeout": _BEFORE,
    "httpx.TimeoutException": _AFTER,
    "httpx.NetworkError": _LOST,
    "httpx.RemoteProtocolError": _LOST,
    "aiohttp.client_exceptions.ClientConnectorSSLError": _TLS,
    "aiohttp.client_exceptions.ClientConnectorCertificateError": _TLS,
    "aiohttp.client_exceptions.ClientConnectorError": _REFUSED,
    "aiohttp.client_exceptions.ConnectionTimeoutError": _BEFORE,
    "aiohttp.client_exceptions.ServerTimeoutError": _AFTER,
    "aiohttp.client_exceptions.ClientOSError": _LOST,
    "aiohttp.client_exceptions.ServerDisconnectedError": _LOST,
    "aiohttp.client_exceptions.ClientPayloadError": _LOST,
}
# What led to one of these tells more: a refused connection, for example, or TLS.
_VAGUE = {
    "builtins.ConnectionError": _LOST,
    "requests.exceptions.ConnectionError": _LOST,
    "urllib3.exceptions.MaxRetryError": _LOST,
    "urllib.error.URLError": _LOST,
    "httpx.ConnectError": _REFUSED,
    "httpx.ProxyError": _LOST,
}
# Errors of the request or the response under a class that stands for the connection.
_OTHER = {"urllib.error.HTTPError", "requests.exceptions.InvalidURL"}


def failure_of(error: BaseException) -> Failure | None:
    """Returns how a call failed without a response, by an exception of Python's own, requests, httpx or aiohttp.

    What is not told apart counts as a lost connection: the request may have taken effect.

    Args:
        error: The exception.

    Returns:
        The failure; None for any other exception.

    Example:
        >>> failure_of(ConnectionRefusedError())
        <Failure.REFUSED: 'refused'>
        >>> failure_of(KeyError()) is None
        True
    """
    vague: Failure | None = None
    for cause in causes(error):
        names = [f"{kind.__module__}.{kind.__qualname__}" for kind in type(cause).__mro__]
        if not _OTHER.isdisjoint(names):
            return None
        for name in names:
            if name in _VAGUE:
                vague = vague or _VAGUE[name]
                break
            if name in _EXACT:
                return _EXACT[name]
        if vague is None:
            return None
    return vague


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yields an exception and what led to it, the nearest first."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [*cause.args, getattr(cause, "reason", None), cause.__cause__, cause.__context__]


failure_of.__module__ = "felkod"
