"""The words of decisions, of what was found and of what was redacted, as enums whose members are strings; they have no labels."""

from __future__ import annotations

from enum import Enum

from felkod import _felkod


class Term(str, Enum):
    """A word of machine-readable output: a str that compares equal to it."""

    def __init_subclass__(cls) -> None:
        cls.__module__ = "felkod"

    __hash__ = str.__hash__

    def __str__(self) -> str:
        return str.__str__(self)


class Action(Term):
    """What to do next.

    Members:
        DONE: There is nothing more to send.
        RETRY: Send the same request again after the wait.
        RENEW: Get a new access token, or for SOAP a new time stamp and signature, and send the same request again.
        REDUCE: Split the request and send the pieces.
        RESEND: Send some records of the request again.
        GIVE_UP: Stop. Someone has to act.
    """

    DONE = "done"
    """There is nothing more to send."""
    RETRY = "retry"
    """Send the same request again after the wait."""
    RENEW = "renew"
    """Get a new access token, or for SOAP a new time stamp and signature, and send the same request again."""
    REDUCE = "reduce"
    """Split the request and send the pieces."""
    RESEND = "resend"
    """Send some records of the request again."""
    GIVE_UP = "give_up"
    """Stop. Someone has to act."""


class Reason(Term):
    """Why to give up.

    Members:
        FIX_REQUEST: The request has to be corrected: unchanged, it fails the same way.
        FIX_SETUP: Someone has to change a setting, a permission or the credentials.
        CONTACT_SUPPORT: Support has to help.
        ATTEMPTS_USED_UP: The attempts are used up.
        WAIT_TOO_LONG: The next attempt would be longer away than the longest wait of the policy.
        DEADLINE: The next attempt would come after the deadline.
        MAY_HAVE_BEEN_APPLIED: The request may have taken effect, and sending it again could do harm.
        QUOTA: A quota is used up, and its reset is too far away or did not help.
        RETRY_BUDGET: The retry budget is used up: too many other calls are failing.
        UNKNOWN_CODE: The code is unknown, or there is none, so that nobody knows whether repeating helps.
    """

    FIX_REQUEST = "fix_request"
    """The request has to be corrected: unchanged, it fails the same way."""
    FIX_SETUP = "fix_setup"
    """Someone has to change a setting, a permission or the credentials."""
    CONTACT_SUPPORT = "contact_support"
    """Support has to help."""
    ATTEMPTS_USED_UP = "attempts_used_up"
    """The attempts are used up."""
    WAIT_TOO_LONG = "wait_too_long"
    """The next attempt would be longer away than the longest wait of the policy."""
    DEADLINE = "deadline"
    """The next attempt would come after the deadline."""
    MAY_HAVE_BEEN_APPLIED = "may_have_been_applied"
    """The request may have taken effect, and sending it again could do harm."""
    QUOTA = "quota"
    """A quota is used up, and its reset is too far away or did not help."""
    RETRY_BUDGET = "retry_budget"
    """The retry budget is used up: too many other calls are failing."""
    UNKNOWN_CODE = "unknown_code"
    """The code is unknown, or there is none, so that nobody knows whether repeating helps."""


class Failure(Term):
    """How a call failed without a response.

    Members:
        REFUSED: No connection was made: it was refused, the host name was not found, or the network is down.
        TLS: TLS failed, for example because a certificate is not accepted.
        TIMED_OUT_BEFORE_SENDING: The time was up before the request was sent.
        TIMED_OUT_AFTER_SENDING: The time was up after the request, or a part of it, was sent.
        CONNECTION_LOST: The connection was lost after the request, or a part of it, was sent.
    """

    REFUSED = "refused"
    """No connection was made: it was refused, the host name was not found, or the network is down."""
    TLS = "tls"
    """TLS failed, for example because a certificate is not accepted."""
    TIMED_OUT_BEFORE_SENDING = "timed_out_before_sending"
    """The time was up before the request was sent."""
    TIMED_OUT_AFTER_SENDING = "timed_out_after_sending"
    """The time was up after the request, or a part of it, was sent."""
    CONNECTION_LOST = "connection_lost"
    """The connection was lost after the request, or a part of it, was sent."""


class Idempotency(Term):
    """What a second execution of a request does.

    It matters only where a failed request may have taken effect; where it had none, anything is safe to send again.

    Members:
        READ: Nothing: it reads.
        IDEMPOTENT: Nothing new: it sets, removes or changes the same thing again.
        UPSERT: It updates what the first one created, unless both run at the same time: then each may create a
            duplicate.
        CREATES: It creates a second thing.
        SENDS: It sets something off once more that cannot be taken back: an email, a campaign, an activity, a merge.
        JOB: It starts a second job.
    """

    READ = "read"
    """Nothing: it reads."""
    IDEMPOTENT = "idempotent"
    """Nothing new: it sets, removes or changes the same thing again."""
    UPSERT = "upsert"
    """It updates what the first one created, unless both run at the same time: then each may create a duplicate."""
    CREATES = "creates"
    """It creates a second thing."""
    SENDS = "sends"
    """It sets something off once more that cannot be taken back: an email, a campaign, an activity, a merge."""
    JOB = "job"
    """It starts a second job."""

    @classmethod
    def of(cls, method: str, path: str, action: str | None = None) -> Idempotency:
        """Returns what a second execution of a request does. A request that is not known counts as CREATES.

        Args:
            method: The HTTP method.
            path: The path or the URL.
            action: The parameter action of a write that has one: createOrUpdate, createOnly …; for SOAP the name of
                the operation, also in the form of the header SOAPAction.

        Example:
            >>> Idempotency.of("POST", "/rest/v1/leads.json", "createOrUpdate")
            <Idempotency.UPSERT: 'upsert'>
            >>> Idempotency.of("POST", "/soap/mktows/3_1", "getLead")
            <Idempotency.READ: 'read'>
        """
        return cls(_felkod.idempotency(method, path, action))


class SecretKind(Term):
    """What a secret in a text is, told by its name or by its form.

    Members:
        EMAIL: An e-mail address.
        PHONE: A phone number.
        PERSONAL_NUMBER: A Swedish personal number.
        TOKEN: An access token, or anything in the form of one.
        SECRET: A password, client secret, signature, or key.
        USER: The name of an API user or of a client.
        COOKIE: The value of a cookie.
        CREDENTIALS: The value of a header that proves an identity.
        PERSONAL: Data of a person: a name, an address, the value of a lead's field.
        VALUE: Any value, where all values are hidden.
        UNREAD: What is too long, too deep, or too broken to be looked into.
    """

    EMAIL = "email"
    """An e-mail address."""
    PHONE = "phone"
    """A phone number."""
    PERSONAL_NUMBER = "personal_number"
    """A Swedish personal number."""
    TOKEN = "token"
    """An access token, or anything in the form of one."""
    SECRET = "secret"
    """A password, client secret, signature, or key."""
    USER = "user"
    """The name of an API user or of a client."""
    COOKIE = "cookie"
    """The value of a cookie."""
    CREDENTIALS = "credentials"
    """The value of a header that proves an identity."""
    PERSONAL = "personal"
    """Data of a person: a name, an address, the value of a lead's field."""
    VALUE = "value"
    """Any value, where all values are hidden."""
    UNREAD = "unread"
    """What is too long, too deep, or too broken to be looked into."""


class Wrapping(Term):
    """What a response is wrapped in, where it was found.

    Members:
        JSON: Other JSON, of which it is a part.
        JSON_STRING: A string: with the escapes of JSON or of a programming language.
        HAR: The text of a response in a HAR file.
        XML: XML or HTML, with character references.
        CDATA: A CDATA section of XML.
        YAML: A string of YAML.
        REPR: What a programming language prints of an object, in place of the format on the wire.
        HTTP: An HTTP response with its head.
        LINE: A line in which a client tells the error.
    """

    JSON = "json"
    """Other JSON, of which it is a part."""
    JSON_STRING = "json_string"
    """A string: with the escapes of JSON or of a programming language."""
    HAR = "har"
    """The text of a response in a HAR file."""
    XML = "xml"
    """XML or HTML, with character references."""
    CDATA = "cdata"
    """A CDATA section of XML."""
    YAML = "yaml"
    """A string of YAML."""
    REPR = "repr"
    """What a programming language prints of an object, in place of the format on the wire."""
    HTTP = "http"
    """An HTTP response with its head."""
    LINE = "line"
    """A line in which a client tells the error."""
