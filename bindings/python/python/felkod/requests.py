"""felkod for requests: a session that renews tokens, paces and repeats calls, and a hook that raises what Marketo answers.

session = felkod.requests.Session("https://123-ABC-456.mktorest.com", client_id, client_secret)

session = requests.Session()
session.hooks["response"].append(felkod.requests.raise_for_error)

session.mount("https://", felkod.requests.RecordingAdapter(felkod.Recorder("trouble.jsonl")))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import Any

import requests
import requests.adapters
import requests.auth

import felkod
from felkod import _clock
from felkod._access import CONNECT, IDENTITY, Access, Options, Secret, Tokens, Used, cleaned, repr_of
from felkod._course import Course, OnDecision, run
from felkod._evidence import Records, Watch, failed, keep, sendable
from felkod._felkod import is_read, read_response
from felkod._http import error_of_response
from felkod._types import Logger

__all__ = ["BearerAuth", "RecordingAdapter", "Session", "raise_for_error", "read", "recording"]

_REPORT = "_felkod_report"
_OPTIONS: ContextVar[Options | None] = ContextVar("felkod_options", default=None)


def read(response: requests.Response) -> felkod.Report:
    """Returns the report of a response: the one that the hook has made, else from body, status and headers.

    Args:
        response: The response; of a streamed one, the whole body is fetched.
    """
    report: felkod.Report | None = vars(response).get(_REPORT)
    if report is None:
        report = read_response(response.content, response.status_code, response.headers)
        vars(response)[_REPORT] = report
    return report


def raise_for_error(
    response: requests.Response, *, lang: str = "en", partial: bool = False, strict: bool = False, **_: object
) -> requests.Response:
    """Raises an error where a response says that the call failed; a hook for the event "response".

    It reads JSON, XML, HTML and whatever has an error status. A redirect and an exported file are left alone, and the
    file is still streamed. felkod.requests.read() returns the report without reading again.

    Args:
        response: The response.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a hook of it.
        partial: Whether an outcome in which only some records failed is an error too.
        strict: Whether a body with a good status that is empty, cut or not a response of Marketo's is an error too.

    Returns:
        The response.

    Raises:
        felkod.MarketoError: The call failed; its response is the response.
    """
    status = response.status_code
    if is_read(status, response.headers, strict):
        error = error_of_response(read(response), status, response, lang, partial, strict)
        if error is not None:
            raise error
    return response


def recording(recorder: felkod.Recorder) -> Callable[..., requests.Response]:
    """Returns a hook for the event "response" that records each exchange, redacted.

    It must come before a hook that raises: session.hooks["response"].insert(0, recording(recorder)). A file that is
    streamed is left alone, without its body in the record. A request without a response has no event; a RecordingAdapter
    records that too.

    Args:
        recorder: The recorder.
    """

    def hook(response: requests.Response, *, stream: bool = False, **_: object) -> requests.Response:
        _record(recorder, Watch(response.elapsed.total_seconds()), response, stream=stream)
        return response

    return hook


class RecordingAdapter(requests.adapters.HTTPAdapter):
    """Records each exchange, redacted, requests without a response too: session.mount("https://", RecordingAdapter(recorder)).

    Args:
        recorder: The recorder.
        *args: As in requests.adapters.HTTPAdapter.
        **options: As in requests.adapters.HTTPAdapter.
    """

    def __init__(self, recorder: felkod.Recorder, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.recorder = recorder

    def send(
        self, request: requests.PreparedRequest, stream: bool = False, *args: Any, **settings: Any
    ) -> requests.Response:
        """Sends a request; requests calls it."""
        watch = Watch()
        try:
            response = super().send(request, stream, *args, **settings)
        except Exception as error:
            failed(self.recorder, request.method, request.url, error, **_sent(request), **watch.times())
            raise
        watch.answered()
        _record(self.recorder, watch, response, stream=stream)
        return response


def _record(
    recorder: Records,
    watch: Watch,
    response: requests.Response,
    *,
    stream: bool,
    request: requests.PreparedRequest | None = None,
) -> None:
    """Records a response. What is fetched of it is what the session fetches next, or what a hook that raises reads."""
    request = request or response.request
    told = _sent(request)
    body: Any = None
    try:
        if not stream or is_read(response.status_code, response.headers, False):
            body = response.content
    except Exception as error:
        failed(recorder, request.method, request.url, error, **told, **watch.times())
        raise
    version = getattr(response.raw, "version", None)
    keep(
        recorder,
        request.method,
        request.url,
        status=response.status_code,
        reason=response.reason,
        headers=response.headers,
        body=body,
        http_version={10: "HTTP/1.0", 11: "HTTP/1.1", 20: "HTTP/2"}.get(version) if version else None,
        **told,
        **watch.times(),
    )


def _sent(request: requests.PreparedRequest) -> dict[str, Any]:
    return {"request_headers": request.headers, "request_body": sendable(request.body)}


class BearerAuth(requests.auth.AuthBase):
    """Sends the token of a felkod.TokenCache in the header Authorization: session.auth = BearerAuth(tokens).

    Args:
        tokens: The cache.
    """

    def __init__(self, tokens: felkod.TokenCache) -> None:
        self.tokens = tokens

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.tokens.get()}"
        return request


class Session(requests.Session):
    """A session with one instance of Marketo, whose calls succeed or raise a felkod.MarketoError.

    It gets the access token and renews it, once however many threads see it expire; keeps below the limits of the
    instance; and repeats a call as the policy decides. Whether a call may be repeated that may have been carried out
    follows from its method, its path and its parameter action. Where the decision is to send less, or only some records
    again, the error has it in `decision`; post_records() follows it. Any number of threads can share a session.

    The token is sent to the configured server only, after redirects too, and never to be seen: not on a response, in an
    error, a log or a pickle.

    A call takes a path or an address on that server. Without a timeout of its own, a call ends when the endpoint's time
    limit has passed. A body from a file or an iterator is read first, so that it can be sent again. Of a partial
    outcome, the response is returned: felkod.requests.read() has its report. With stream=True, a file is not fetched;
    what fails while you read it is yours.

    Args:
        url: The address of the instance, such as https://123-ABC-456.mktorest.com.
        client_id: The client id of a LaunchPoint service.
        client_secret: Its client secret.
        policy: Whether, when and how to try again; a RetryPolicy with the defaults unless given.
        pacer: Keeps below the limits; a Pacer with the figures of the policy unless given. Sessions with the same
            instance share one.
        on_decision: Called with the decision and the error before each wait, and before an error is raised.
        logger: Where to log each error that is followed by another call; logging.getLogger("felkod") unless given.
        lang: The language of errors and log lines.
        recorder: Records each attempt, redacted, with what was decided after it; those for a token too.

    Raises:
        ValueError: The address is not one.

    Example:
        >>> session = Session("https://123-ABC-456.mktorest.com", "client id", "client secret")
        >>> session
        <felkod.requests.Session https://123-ABC-456.mktorest.com>
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
    ) -> None:
        secret = Secret(client_secret)
        del client_secret  # A frame that is shown with its variables does not show it.
        super().__init__()
        self._access = Access(url, client_id, secret, policy, pacer, on_decision, logger, lang, recorder)
        self._tokens = Tokens(self._fetch_token)

    @property
    def policy(self) -> felkod.RetryPolicy:
        """Whether, when and how to try again."""
        return self._access.policy

    @property
    def pacer(self) -> felkod.Pacer:
        """What keeps the session below the limits."""
        return self._access.pacer

    def request(  # type: ignore[override]
        self,
        method: str,
        url: str,
        *args: Any,
        idempotency: felkod.Idempotency | str | None = None,
        insists: bool = False,
        attempts: felkod.Attempts | None = None,
        **kwargs: Any,
    ) -> requests.Response:
        """Sends a request, as requests.Session.request() does, until it succeeds or the policy gives up.

        Args:
            method: The HTTP method.
            url: The path, or an address on the server of the session.
            *args: As in requests.
            idempotency: What a second execution of the request does, where method, path and action do not tell.
            insists: Whether to send the request again even where that can do harm.
            attempts: Attempts in place of new ones, such as those that were stored.
            **kwargs: As in requests.

        Raises:
            felkod.MarketoError: The last error, with its decision.
            requests.RequestException: No response came, and the policy has given up.
            ValueError: The address is one of another server.
        """
        options = Options(idempotency, insists=insists, attempts=attempts)
        return self._request(method, url, options, *args, **kwargs)

    def _request(self, method: str, url: str, options: Options, *args: Any, **kwargs: Any) -> requests.Response:
        before = _OPTIONS.set(options)
        try:
            return super().request(method, self._access.resolve(url), *args, **kwargs)
        finally:
            _OPTIONS.reset(before)

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

        A batch has at most `size` records and 1 MB; one that is too large is split. Of a batch that went through in
        part, only the records that the findings name are sent again, and only those whose advice allows it.

        Args:
            url: The path, such as /rest/v1/leads.json.
            records: The records; they become the parameter input.
            json: The other parameters, such as {"action": "createOrUpdate", "lookupField": "email"}.
            size: The most records in a batch.
            idempotency: What a second execution of the request does, where path and action do not tell.

        Returns:
            What became of each record.

        Raises:
            felkod.MarketoError: A batch failed as a whole, so that the next one would fail too. The error's attribute
                `sent` tells what became of the records until then.
        """
        batches = self._access.batches(url, records, json, size, idempotency)
        while batches.waiting:
            batch = batches.waiting[0]
            try:
                options = Options(attempts=batch.attempts, partial=True)
                headers = {"Content-Type": "application/json"}
                response = self._request("POST", url, options, data=batches.body(batch), headers=headers)
                batches.done(batch, read(response), response)
            except Exception as error:
                _clock.sleep(batches.failed(batch, error))
        return batches.sent

    def get_adapter(self, url: str) -> requests.adapters.BaseAdapter:
        """Returns what sends; requests calls it."""
        adapter = super().get_adapter(url)
        if not self._access.is_ours(url):
            return adapter
        return _Adapter(self._access, self._tokens, adapter)

    def _fetch_token(self) -> Mapping[str, Any]:
        """Asks the Identity endpoint."""
        access, url = self._access, self._access.url + IDENTITY
        form = self.prepare_request(requests.Request("POST", url, data=access.credentials(), auth=_as_it_is))
        settings = self.merge_environment_settings(url, {}, False, None, None)
        adapter = _Adapter(access, self._tokens, super().get_adapter(url))
        course = access.identity_course()

        def fetch() -> Mapping[str, Any]:
            response = adapter.send_once(form, _without_body(form), False, settings, course)
            return access.token_in(response, read(response))

        return run(course, fetch, access.never)

    def __repr__(self) -> str:
        return repr_of(self)

    def __reduce__(self) -> str | tuple[Any, ...]:
        return self._access.__reduce__()


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keeps requests from looking for a password in .netrc."""
    return request


def _without_body(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Returns the request with the secret as it may be seen."""
    shown = request.copy()
    shown.body = None
    return shown


class _Adapter(requests.adapters.BaseAdapter):
    """Sends with the token, until a call succeeds or the policy gives up.

    It stands below the session, so that neither the session nor a hook gets to see the token, and so that it decides
    about each request of a chain of redirects whether the token goes along.
    """

    def __init__(
        self,
        access: Access,
        tokens: Tokens,
        adapter: requests.adapters.BaseAdapter,
    ) -> None:
        super().__init__()
        self.access = access
        self.tokens = tokens
        self.adapter = adapter

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Sends a request; requests calls it."""
        options = _OPTIONS.get() or Options()
        body = _whole(request.body)
        course = self.access.course(str(request.method), str(request.url), request.headers, body, options)
        used = Used(self.tokens)

        def call() -> requests.Response:
            with course.preparing():
                token = used.token()
            sent = request.copy()
            sent.headers["Authorization"] = f"Bearer {token.reveal()}"
            if body is not request.body:
                sent.body = body
                sent.headers.pop("Transfer-Encoding", None)
                sent.headers["Content-Length"] = str(len(body or b""))
            return self.send_once(sent, request, options.partial, kwargs, course)

        return run(course, call, used.forget)

    def send_once(
        self,
        sent: requests.PreparedRequest,
        shown: requests.PreparedRequest,
        partial: bool,
        settings: Mapping[str, Any],
        course: Course,
    ) -> requests.Response:
        """Sends one request, and raises the error that it leads to; both show another request in its place."""
        settings = dict(settings)
        if settings.get("timeout") is None:
            settings["timeout"] = (CONNECT, self.access.policy.endpoint_timeout)

        def scrub(error: BaseException) -> None:
            if isinstance(error, requests.RequestException) and error.request is not None:
                error.request = shown

        watch = Watch()
        try:
            try:
                response = self.adapter.send(sent, **settings)
            except Exception as error:
                if course.attempt.draft is not None:
                    told = {**_sent(sent), **watch.times()}
                    failed(course.attempt.draft, sent.method, sent.url, error, **told)
                raise
            response.request = shown
            if course.attempt.draft is not None:
                watch.answered()
                _record(course.attempt.draft, watch, response, stream=bool(settings.get("stream")), request=sent)
            if not settings.get("stream"):
                response.content  # noqa: B018 - fetches it, so that its end counts as part of the call
        except Exception as error:
            raise cleaned(error, scrub) from error.__cause__
        return raise_for_error(response, lang=self.access.lang, partial=partial, strict=True)

    def close(self) -> None:
        """Does nothing: the session closes what it has."""


def _whole(body: Any) -> bytes | None:
    """Returns a body that can be sent more than once."""
    if body is None or isinstance(body, bytes):
        return body
    if hasattr(body, "read"):
        body = body.read()
    if isinstance(body, str):
        return body.encode()
    return body if isinstance(body, bytes) else b"".join(body)
