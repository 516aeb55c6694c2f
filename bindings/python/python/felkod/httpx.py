"""felkod for httpx: clients that renew tokens, pace and repeat calls, and event hooks that raise what Marketo answers.

client = felkod.httpx.Client("https://123-ABC-456.mktorest.com", client_id, client_secret)
client = felkod.httpx.AsyncClient("https://123-ABC-456.mktorest.com", client_id, client_secret)

client = httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]})
client = httpx.AsyncClient(event_hooks={"response": [felkod.httpx.raise_for_error_async]})

client = httpx.Client(transport=felkod.httpx.RecordingTransport(felkod.Recorder("trouble.jsonl")))
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from typing import Any

import httpx

import felkod
from felkod import _clock
from felkod._access import CONNECT, IDENTITY, Access, AsyncTokens, AsyncUsed, Options, Secret, Tokens, Used, cleaned, repr_of
from felkod._course import Course, OnDecision, run, run_async
from felkod._evidence import Watch
from felkod._felkod import is_read, read_response
from felkod._http import error_of_response
from felkod._httpx_records import (
    AsyncRecordingTransport,
    RecordingTransport,
    record_failure,
    record_responses,
    recording,
    recording_async,
)
from felkod._types import Logger

__all__ = [
    "AsyncClient",
    "AsyncRecordingTransport",
    "AuthFirst",
    "BearerAuth",
    "Client",
    "RecordingTransport",
    "raise_for_error",
    "raise_for_error_async",
    "read",
    "recording",
    "recording_async",
]

_REPORT = "felkod_report"
_AUTH_FIRST = "felkod_auth_first"
_LEFT = "felkod_error"
_OPTIONS = "felkod_options"


def read(response: httpx.Response) -> felkod.Report:
    """Returns the report of a response: the one that the hook has made, else from body, status and headers.

    Args:
        response: The response, whose body has been fetched: by read(), aread() or a call that does not stream.
    """
    report: felkod.Report | None = response.extensions.get(_REPORT)
    if report is None:
        report = read_response(response.content, response.status_code, response.headers)
        response.extensions[_REPORT] = report
    return report


def raise_for_error(
    response: httpx.Response, *, lang: str = "en", partial: bool = False, strict: bool = False
) -> None:
    """Raises an error where a response says that the call failed; a hook for the event "response".

    It reads JSON, XML, HTML and whatever has an error status. A redirect and an exported file are left alone, and the
    file is still streamed. felkod.httpx.read() returns the report without reading again.

    Args:
        response: The response.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a hook of it.
        partial: Whether an outcome in which only some records failed is an error too.
        strict: Whether a body with a good status that is empty, cut or not a response of Marketo's is an error too.

    Raises:
        felkod.MarketoError: The call failed; its response is the response.
    """
    if is_read(response.status_code, response.headers.raw, strict):
        response.read()
        _raise(response, lang, partial, strict)


async def raise_for_error_async(
    response: httpx.Response, *, lang: str = "en", partial: bool = False, strict: bool = False
) -> None:
    """Raises an error where a response says that the call failed; raise_for_error() for httpx.AsyncClient."""
    if is_read(response.status_code, response.headers.raw, strict):
        await response.aread()
        _raise(response, lang, partial, strict)


def _raise(response: httpx.Response, lang: str, partial: bool, strict: bool) -> None:
    error = error_of_response(read(response), response.status_code, response, lang, partial, strict)
    if error is None:
        return
    if error.advice is felkod.Advice.REAUTHENTICATE and _AUTH_FIRST in response.request.extensions:
        response.extensions[_LEFT] = error
        return
    raise error


class AuthFirst(httpx.Auth):
    """Lets another httpx.Auth see a response before the hook raises its error.

    httpx runs the hooks first, so that a flow that renews its token after seeing the response never would. With
    httpx.Client(auth=AuthFirst(auth), …), the hook leaves to it the errors whose advice is to reauthenticate; they are
    raised if the flow ends without sending the request again.

    Args:
        auth: The other one.
    """

    def __init__(self, auth: httpx.Auth) -> None:
        self.auth = auth

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Runs the flow of the other one; httpx calls it."""
        flow = self.auth.sync_auth_flow(request)
        request = next(flow)
        while True:
            request.extensions = {**request.extensions, _AUTH_FIRST: True}
            response = yield request
            try:
                request = flow.send(response)
            except StopIteration:
                break
        _raise_left(response)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Runs the flow of the other one; httpx calls it."""
        flow = self.auth.async_auth_flow(request)
        request = await flow.__anext__()
        while True:
            request.extensions = {**request.extensions, _AUTH_FIRST: True}
            response = yield request
            try:
                request = await flow.asend(response)
            except StopAsyncIteration:
                break
        _raise_left(response)


def _raise_left(response: httpx.Response) -> None:
    error: felkod.MarketoError | None = response.extensions.get(_LEFT)
    if error is not None:
        raise error


class BearerAuth(httpx.Auth):
    """Sends the token of a cache in the header Authorization: httpx.Client(auth=BearerAuth(tokens)).

    Args:
        tokens: A felkod.TokenCache for httpx.Client, a felkod.AsyncTokenCache for httpx.AsyncClient.
    """

    def __init__(self, tokens: felkod.TokenCache | felkod.AsyncTokenCache) -> None:
        self.tokens = tokens

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Adds the header; httpx calls it."""
        if not isinstance(self.tokens, felkod.TokenCache):
            raise TypeError("httpx.Client needs a felkod.TokenCache")
        request.headers["Authorization"] = f"Bearer {self.tokens.get()}"
        yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Adds the header; httpx calls it."""
        if not isinstance(self.tokens, felkod.AsyncTokenCache):
            raise TypeError("httpx.AsyncClient needs a felkod.AsyncTokenCache")
        request.headers["Authorization"] = f"Bearer {await self.tokens.get()}"
        yield request


class Client(httpx.Client):
    """A client of one instance of Marketo, whose calls succeed or raise a felkod.MarketoError.

    It does for httpx what felkod.requests.Session does for requests: it gets and renews the access token, keeps below
    the limits, and repeats a call as the policy decides. The token is sent to the configured server only, and shows on
    no response, in no error, log or pickle.

    Args:
        url: The address of the instance, such as https://123-ABC-456.mktorest.com.
        client_id: The client id of a LaunchPoint service.
        client_secret: Its client secret.
        policy: Whether, when and how to try again; a RetryPolicy with the defaults unless given.
        pacer: Keeps below the limits; a Pacer with the figures of the policy unless given. Clients of the same instance
            share one.
        on_decision: Called with the decision and the error before each wait, and before an error is raised.
        logger: Where to log each error that is followed by another call; logging.getLogger("felkod") unless given.
        lang: The language of errors and log lines.
        recorder: Records each attempt, redacted, with what was decided after it; those for a token too.
        **options: Further arguments of httpx.Client.

    Raises:
        ValueError: The address is not one.

    Example:
        >>> Client("https://123-ABC-456.mktorest.com", "client id", "client secret")
        <felkod.httpx.Client https://123-ABC-456.mktorest.com>
    """

    def __init__(
        self,
        url: str,
        client_id: str,
        client_secret: str,
        *,
        policy: felkod.RetryPolicy | None = None,
        pacer: felkod.Pacer | None = None,
        on_decision: OnDecision | None = None,
        logger: Logger | None = None,
        lang: str = "en",
        recorder: felkod.Recorder | None = None,
        **options: Any,
    ) -> None:
        secret = Secret(client_secret)
        del client_secret  # A frame that is shown with its variables does not show it.
        self._access = Access(url, client_id, secret, policy, pacer, on_decision, logger, lang, recorder)
        options.setdefault("timeout", httpx.Timeout(self._access.policy.endpoint_timeout, connect=CONNECT))
        super().__init__(base_url=self._access.url, **options)
        self._tokens = Tokens(self._fetch_token)

    @property
    def policy(self) -> felkod.RetryPolicy:
        """Whether, when and how to try again."""
        return self._access.policy

    @property
    def pacer(self) -> felkod.Pacer:
        """What keeps the client below the limits."""
        return self._access.pacer

    def request(
        self,
        method: str,
        url: httpx.URL | str,
        *,
        idempotency: felkod.Idempotency | str | None = None,
        insists: bool = False,
        attempts: felkod.Attempts | None = None,
        extensions: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> httpx.Response:
        """Sends a request, as httpx.Client.request() does, until it succeeds or the policy gives up.

        Args:
            method: The HTTP method.
            url: The path, or an address on the server of the client.
            idempotency: What a second execution of the request does, where method, path and action do not tell.
            insists: Whether to send the request again even where that can do harm.
            attempts: Attempts in place of new ones, such as those that were stored.
            extensions: As in httpx.
            **options: As in httpx.

        Raises:
            felkod.MarketoError: The last error, with its decision.
            httpx.RequestError: No response came, and the policy has given up.
            ValueError: The address is one of another server.
        """
        told = Options(idempotency, insists=insists, attempts=attempts)
        return super().request(method, url, extensions={_OPTIONS: told, **(extensions or {})}, **options)

    def post_records(
        self,
        url: str,
        records: Iterable[Mapping[str, Any]],
        *,
        json: Mapping[str, Any] | None = None,
        size: int = 300,
        idempotency: felkod.Idempotency | str | None = None,
    ) -> felkod.Sent:
        """Posts records in batches, and sends those again that another attempt can help.

        It does what felkod.requests.Session.post_records() does.
        """
        batches = self._access.batches(url, records, json, size, idempotency)
        while batches.waiting:
            batch = batches.waiting[0]
            try:
                told = {_OPTIONS: Options(attempts=batch.attempts, partial=True)}
                headers = {"Content-Type": "application/json"}
                response = super().request(
                    "POST", url, content=batches.body(batch), headers=headers, extensions=told
                )
                batches.done(batch, read(response), response)
            except Exception as error:
                _clock.sleep(batches.failed(batch, error))
        return batches.sent

    def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = False,
        auth: Any = None,
        follow_redirects: Any = httpx.USE_CLIENT_DEFAULT,
    ) -> httpx.Response:
        """Sends a request; the other methods call it. The client authenticates by itself: auth is left alone."""
        url = self._access.resolve(str(request.url))
        body = request.read()
        told: Options = request.extensions.get(_OPTIONS) or Options()
        course = self._access.course(request.method, url, request.headers, body, told)
        used = Used(self._tokens)

        def call() -> httpx.Response:
            with course.preparing():
                token = used.token()
            sent = _copy(request, body)
            sent.headers["Authorization"] = f"Bearer {token.reveal()}"
            return self._send_once(sent, request, stream, follow_redirects, told.partial, course)

        return run(course, call, used.forget)

    def _send_once(
        self,
        sent: httpx.Request,
        shown: httpx.Request,
        stream: bool,
        follow_redirects: Any,
        partial: bool,
        course: Course,
    ) -> httpx.Response:
        """Sends one request, and raises the error that it leads to; both show another request in its place."""
        watch = Watch()
        try:
            try:
                response = super().send(sent, stream=stream, auth=None, follow_redirects=follow_redirects)
                if is_read(response.status_code, response.headers.raw, True):
                    response.read()
            except Exception as error:
                record_failure(course.attempt.draft, sent, error, watch)
                raise
            record_responses(course.attempt.draft, response, watch)
            _show(response, sent, shown)
            lang = self._access.lang
            raise_for_error(response, lang=lang, partial=partial, strict=True)
        except felkod.MarketoError as error:
            _show(error.response, sent, shown)
            raise
        except Exception as error:
            raise cleaned(error, lambda cause: _show(cause, sent, shown)) from error.__cause__
        return response

    def _fetch_token(self) -> Mapping[str, Any]:
        """Asks the Identity endpoint."""
        access, url = self._access, self._access.url + IDENTITY
        shown = httpx.Request("POST", url)
        course = access.identity_course()

        def fetch() -> Mapping[str, Any]:
            form = self.build_request("POST", url, data=access.credentials())
            response = self._send_once(form, shown, False, False, False, course)
            return access.token_in(response, read(response))

        return run(course, fetch, access.never)

    def __repr__(self) -> str:
        return repr_of(self)

    def __reduce__(self) -> str | tuple[Any, ...]:
        return self._access.__reduce__()


class AsyncClient(httpx.AsyncClient):
    """Client for asyncio. Any number of tasks can share it.

    Args:
        url: The address of the instance, such as https://123-ABC-456.mktorest.com.
        client_id: The client id of a LaunchPoint service.
        client_secret: Its client secret.
        policy: Whether, when and how to try again; a RetryPolicy with the defaults unless given.
        pacer: Keeps below the limits; a Pacer with the figures of the policy unless given. Clients of the same instance
            share one.
        on_decision: Called with the decision and the error before each wait, and before an error is raised.
        logger: Where to log each error that is followed by another call; logging.getLogger("felkod") unless given.
        lang: The language of errors and log lines.
        recorder: Records each attempt, redacted, with what was decided after it; those for a token too.
        **options: Further arguments of httpx.AsyncClient.

    Raises:
        ValueError: The address is not one.

    Example:
        >>> AsyncClient("https://123-ABC-456.mktorest.com", "client id", "client secret")
        <felkod.httpx.AsyncClient https://123-ABC-456.mktorest.com>
    """

    def __init__(
        self,
        url: str,
        client_id: str,
        client_secret: str,
        *,
        policy: felkod.RetryPolicy | None = None,
        pacer: felkod.Pacer | None = None,
        on_decision: OnDecision | None = None,
        logger: Logger | None = None,
        lang: str = "en",
        recorder: felkod.Recorder | None = None,
        **options: Any,
    ) -> None:
        secret = Secret(client_secret)
        del client_secret  # A frame that is shown with its variables does not show it.
        self._access = Access(url, client_id, secret, policy, pacer, on_decision, logger, lang, recorder)
        options.setdefault("timeout", httpx.Timeout(self._access.policy.endpoint_timeout, connect=CONNECT))
        super().__init__(base_url=self._access.url, **options)
        self._tokens = AsyncTokens(self._fetch_token)

    @property
    def policy(self) -> felkod.RetryPolicy:
        """Whether, when and how to try again."""
        return self._access.policy

    @property
    def pacer(self) -> felkod.Pacer:
        """What keeps the client below the limits."""
        return self._access.pacer

    async def request(
        self,
        method: str,
        url: httpx.URL | str,
        *,
        idempotency: felkod.Idempotency | str | None = None,
        insists: bool = False,
        attempts: felkod.Attempts | None = None,
        extensions: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> httpx.Response:
        """Sends a request, as httpx.AsyncClient.request() does, until it succeeds or the policy gives up.

        Args:
            method: The HTTP method.
            url: The path, or an address on the server of the client.
            idempotency: What a second execution of the request does, where method, path and action do not tell.
            insists: Whether to send the request again even where that can do harm.
            attempts: Attempts in place of new ones, such as those that were stored.
            extensions: As in httpx.
            **options: As in httpx.

        Raises:
            felkod.MarketoError: The last error, with its decision.
            httpx.RequestError: No response came, and the policy has given up.
            ValueError: The address is one of another server.
        """
        told = Options(idempotency, insists=insists, attempts=attempts)
        return await super().request(method, url, extensions={_OPTIONS: told, **(extensions or {})}, **options)

    async def post_records(
        self,
        url: str,
        records: Iterable[Mapping[str, Any]],
        *,
        json: Mapping[str, Any] | None = None,
        size: int = 300,
        idempotency: felkod.Idempotency | str | None = None,
    ) -> felkod.Sent:
        """Posts records in batches, and sends those again that another attempt can help.

        It does what felkod.requests.Session.post_records() does.
        """
        batches = self._access.batches(url, records, json, size, idempotency)
        while batches.waiting:
            batch = batches.waiting[0]
            try:
                told = {_OPTIONS: Options(attempts=batch.attempts, partial=True)}
                headers = {"Content-Type": "application/json"}
                response = await super().request(
                    "POST", url, content=batches.body(batch), headers=headers, extensions=told
                )
                batches.done(batch, read(response), response)
            except Exception as error:
                await _clock.sleep_async(batches.failed(batch, error))
        return batches.sent

    async def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = False,
        auth: Any = None,
        follow_redirects: Any = httpx.USE_CLIENT_DEFAULT,
    ) -> httpx.Response:
        """Sends a request; the other methods call it. The client authenticates by itself: auth is left alone."""
        url = self._access.resolve(str(request.url))
        body = await request.aread()
        told: Options = request.extensions.get(_OPTIONS) or Options()
        course = self._access.course(request.method, url, request.headers, body, told)
        used = AsyncUsed(self._tokens)

        async def call() -> httpx.Response:
            with course.preparing():
                token = await used.token()
            sent = _copy(request, body)
            sent.headers["Authorization"] = f"Bearer {token.reveal()}"
            return await self._send_once(sent, request, stream, follow_redirects, told.partial, course)

        return await run_async(course, call, used.forget)

    async def _send_once(
        self,
        sent: httpx.Request,
        shown: httpx.Request,
        stream: bool,
        follow_redirects: Any,
        partial: bool,
        course: Course,
    ) -> httpx.Response:
        """Sends one request, and raises the error that it leads to; both show another request in its place."""
        watch = Watch()
        try:
            try:
                response = await super().send(sent, stream=stream, auth=None, follow_redirects=follow_redirects)
                if is_read(response.status_code, response.headers.raw, True):
                    await response.aread()
            except Exception as error:
                record_failure(course.attempt.draft, sent, error, watch)
                raise
            record_responses(course.attempt.draft, response, watch)
            _show(response, sent, shown)
            lang = self._access.lang
            await raise_for_error_async(response, lang=lang, partial=partial, strict=True)
        except felkod.MarketoError as error:
            _show(error.response, sent, shown)
            raise
        except Exception as error:
            raise cleaned(error, lambda cause: _show(cause, sent, shown)) from error.__cause__
        return response

    async def _fetch_token(self) -> Mapping[str, Any]:
        """Asks the Identity endpoint."""
        access, url = self._access, self._access.url + IDENTITY
        shown = httpx.Request("POST", url)
        course = access.identity_course()

        async def fetch() -> Mapping[str, Any]:
            form = self.build_request("POST", url, data=access.credentials())
            response = await self._send_once(form, shown, False, False, False, course)
            return access.token_in(response, read(response))

        return await run_async(course, fetch, access.never_async)

    def __repr__(self) -> str:
        return repr_of(self)

    def __reduce__(self) -> str | tuple[Any, ...]:
        return self._access.__reduce__()


def _copy(request: httpx.Request, body: bytes) -> httpx.Request:
    """Returns a request to be sent in place of another, whose body was read."""
    headers = httpx.Headers(request.headers)
    if headers.pop("Transfer-Encoding", None) is not None:
        headers["Content-Length"] = str(len(body))
    return httpx.Request(
        request.method, request.url, headers=headers, stream=httpx.ByteStream(body), extensions={**request.extensions}
    )


def _show(what: Any, sent: httpx.Request, shown: httpx.Request) -> None:
    """Lets a response or an exception show another request than the one that was sent with the token."""
    if isinstance(what, httpx.Response):
        for response in (*what.history, what):
            if response.request is sent:
                response.request = shown
            response.request.headers.pop("Authorization", None)
        if what.next_request is not None:
            what.next_request.headers.pop("Authorization", None)
    elif isinstance(what, httpx.RequestError):
        try:
            if what.request is sent:
                what.request = shown
            what.request.headers.pop("Authorization", None)
        except RuntimeError:
            pass  # It has no request.
