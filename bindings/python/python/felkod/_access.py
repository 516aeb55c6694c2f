"""What the clients for requests and httpx have in common: where to send, who it is, and how to try again."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from felkod import _felkod
from felkod._batches import Batches
from felkod._course import Course, OnDecision
from felkod._errors import MarketoError, UnrecognizedError, error_of
from felkod._failures import causes
from felkod._felkod import Attempts, Recorder, Report
from felkod._policy import Pacer, RetryPolicy
from felkod._terms import Idempotency
from felkod._tokens import AsyncTokenCache, TokenCache
from felkod._types import Logger

IDENTITY = "/identity/oauth/token"
# How long to wait for a connection, in seconds; for a response it is the time limit of the endpoints.
CONNECT = 30
Headers = Mapping[str, str] | Mapping[str, str | bytes]
_PORTS = {"http": 80, "https": 443}


class Secret:
    """A text that no repr shows and no pickle holds."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Returns the text."""
        return self._text

    def __repr__(self) -> str:
        return "<secret>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a secret cannot be pickled")


class Options:
    """What is known of one request beside what is sent."""

    __slots__ = ("attempts", "idempotency", "insists", "partial")

    def __init__(
        self,
        idempotency: Idempotency | str | None = None,
        *,
        insists: bool = False,
        attempts: Attempts | None = None,
        partial: bool = False,
    ) -> None:
        self.idempotency = idempotency
        self.insists = insists
        self.attempts = attempts
        self.partial = partial


class Access:
    """The access to one instance: its address, the credentials, and the rules for trying again."""

    def __init__(
        self,
        url: str,
        client_id: str,
        client_secret: Secret,
        policy: RetryPolicy | None,
        pacer: Pacer | None,
        on_decision: OnDecision | None,
        logger: Logger | None,
        lang: str,
        recorder: Recorder | None,
    ) -> None:
        self.url = _base(url)
        self.origin = _origin(self.url)
        self.client_id = client_id
        self.client_secret = client_secret
        self.policy = policy or RetryPolicy()
        self.pacer = pacer or Pacer(self.policy.figures)
        self.on_decision = on_decision
        self.logger = logger or logging.getLogger("felkod")
        self.lang = lang
        self.recorder = recorder

    def resolve(self, url: str) -> str:
        """Returns the address of a path.

        Raises:
            ValueError: It is the address of another server.
        """
        if "://" not in url.partition("?")[0]:
            return f"{self.url}/{url.lstrip('/')}"
        if not self.is_ours(url):
            parts = urlsplit(url)
            raise ValueError(f"`{parts.scheme}://{parts.hostname}` is not the server of this client, {self.url}")
        return url

    def is_ours(self, url: str) -> bool:
        """Tells whether an address is one of the configured server, to which alone the token goes."""
        return _origin(url) == self.origin

    def course(self, method: str, url: str, headers: Headers, body: bytes | None, options: Options) -> Course:
        """Returns the course of a request."""
        attempts = options.attempts
        if attempts is None:
            request = options.idempotency or Idempotency.of(method, url, action_of(headers, body))
            attempts = Attempts(request, insists=options.insists)
        return self._course(attempts, can_renew=True, pacer=self.pacer)

    def identity_course(self) -> Course:
        """Returns the course of a request for a token: it counts against no limit."""
        return self._course(Attempts(Idempotency.READ), can_renew=False, pacer=None)

    def _course(self, attempts: Attempts, *, can_renew: bool, pacer: Pacer | None) -> Course:
        return Course(
            self.policy,
            attempts,
            can_renew=can_renew,
            pacer=pacer,
            on_decision=self.on_decision,
            logger=self.logger,
            lang=self.lang,
            recorder=self.recorder,
        )

    def credentials(self) -> dict[str, str]:
        """Returns the form that asks for a token; in a body, since an address ends up in errors and logs."""
        return {
            "grant_type": "client_credentials",
            "client_id": self.client_id,
            "client_secret": self.client_secret.reveal(),
        }

    def token_in(self, response: Any, report: Report) -> Mapping[str, Any]:
        """Returns the object of a response with a token.

        Raises:
            MarketoError: It has none.
        """
        told = response.json() if report.ok else None
        token = told.get("access_token") if isinstance(told, dict) else None
        # What has other characters could not be sent, and the error of that would show it.
        if isinstance(told, dict) and isinstance(token, str) and re.fullmatch("[!-~]+", token):
            seconds = told.get("expires_in")
            return {**told, "expires_in": seconds if isinstance(seconds, (int, float)) else 0}
        raise error_of(report, lang=self.lang, response=response) or UnrecognizedError(report, response=response)

    def batches(
        self,
        url: str,
        records: Iterable[Mapping[str, Any]],
        fields: Mapping[str, Any] | None,
        size: int,
        idempotency: Idempotency | str | None,
    ) -> Batches:
        """Returns the batches in which records are posted."""
        request = idempotency or Idempotency.of("POST", url, (fields or {}).get("action"))
        return Batches(records, fields, size, Idempotency(request), self.logger, self.lang)

    @staticmethod
    def never(error: MarketoError, began: float) -> None:
        """Stands for a renewal where there is none."""

    @staticmethod
    async def never_async(error: MarketoError, began: float) -> None:
        """Stands for a renewal where there is none."""

    def __repr__(self) -> str:
        return f"<felkod access to {vars(self).get('url')}>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a client of felkod cannot be pickled, since it holds the client secret; make one in each process")


def repr_of(client: Any) -> str:
    """Returns the repr of a client; one that was not made has no access yet."""
    access: Access | None = vars(client).get("_access")
    kind = type(client)
    return f"<{kind.__module__}.{kind.__qualname__} {access.url if access else 'without access'}>"


def action_of(headers: Headers, body: bytes | None) -> str | None:
    """Returns the parameter action of a write in JSON, or the operation of a SOAP call; see Idempotency.of()."""
    operation = headers.get("SOAPAction")
    if isinstance(operation, str):
        return operation
    if body is None or "json" not in str(headers.get("Content-Type")).lower():
        return None
    return _felkod.action_of(body)


def _base(url: str) -> str:
    """Returns the address of an instance, without the /rest at the end that Marketo shows it with."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError(f"the address must be like https://123-ABC-456.mktorest.com, not `{url.partition('@')[2] or url}`")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError(f"the address of `{parts.hostname}` must have no user, query or fragment")
    path = parts.path.rstrip("/").removesuffix("/rest").removesuffix("/identity")
    return f"{parts.scheme}://{parts.netloc}{path}"


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def cleaned(error: Exception, scrub: Callable[[BaseException], object]) -> Exception:
    """Takes out of an exception what shows the token or the secret: the frames of the HTTP client, and the request.

    Args:
        error: The exception.
        scrub: Called with it and with each exception that led to it.

    Returns:
        The exception.
    """
    for cause in causes(error):
        scrub(cause)
        cause.__traceback__ = None
    return error


class Tokens(TokenCache):
    """The tokens of a client: used until Marketo rejects them, or a second longer than it said.

    Until then it returns the same token again, so that asking earlier is of no use.
    """

    def __init__(self, fetch: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__(fetch, margin=-1)


class AsyncTokens(AsyncTokenCache):
    """Tokens for asyncio."""

    def __init__(self, fetch: Callable[[], Awaitable[Mapping[str, Any]]]) -> None:
        super().__init__(fetch, margin=-1)


class Used:
    """The token that a call used last."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._last: Secret | None = None

    def token(self) -> Secret:
        """Returns the token for the next call."""
        self._last = Secret(self._tokens.get())
        return self._last

    def forget(self, error: MarketoError, began: float) -> None:
        """Forgets the token, unless another call has done so already."""
        if self._last is not None:
            self._tokens.forget_used(self._last.reveal())


class AsyncUsed:
    """Used for asyncio."""

    def __init__(self, tokens: AsyncTokens) -> None:
        self._tokens = tokens
        self._last: Secret | None = None

    async def token(self) -> Secret:
        """Returns the token for the next call."""
        self._last = Secret(await self._tokens.get())
        return self._last

    async def forget(self, error: MarketoError, began: float) -> None:
        """Forgets the token, unless another call has done so already."""
        if self._last is not None:
            self._tokens.forget_used(self._last.reveal())
