//! A request and what came of it.

use std::{borrow::Cow, fmt, time::Duration};

use felkod_retry::{Decision, Failure};

use crate::{Reading, gzip, har};

/// A request to Marketo, and the response or the failure that came of it.
///
/// It holds everything as it was sent, secrets too, and nothing of it is written as it stands: [`har`](crate::har) and the
/// [`Recorder`](crate::Recorder) redact it. Its `Debug` shows the method, the status, and sizes.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use felkod_evidence::Exchange;
///
/// let exchange = Exchange::new("GET", "https://123-abc-456.mktorest.com/rest/v1/leads.json", 1_767_225_600_000)
///     .request_header("Authorization", "Bearer cdf01657-110d-4155-99a7-f986b2ff13a0:int")
///     .status(200)
///     .response_header("Content-Type", "application/json")
///     .response_body(r#"{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"603","message":"Denied"}]}"#)
///     .took(Duration::from_millis(120));
/// assert!(exchange.reading().needs_a_person());
/// ```
#[derive(Clone)]
#[must_use]
pub struct Exchange {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) http_version: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) request: Message,
    pub(crate) status: Option<u16>,
    pub(crate) status_text: String,
    pub(crate) response: Message,
    pub(crate) failure: Option<Failure>,
    pub(crate) started: u64,
    pub(crate) took: Duration,
    pub(crate) first_byte: Option<Duration>,
    pub(crate) attempt: u32,
    pub(crate) decision: Option<Decision>,
}

/// The headers and the body of a request or a response.
#[derive(Clone, Default)]
pub(crate) struct Message {
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
    /// What a recording says of the sizes of the body, which redaction has changed since.
    pub(crate) recorded: Sizes,
}

/// The sizes of a body in bytes, as HAR has them: -1 is unknown.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sizes {
    /// As it came over the wire.
    pub(crate) wire: Option<i64>,
    /// Decompressed.
    pub(crate) whole: Option<i64>,
}

/// A body as it came over the wire.
#[derive(Clone, Default)]
pub(crate) enum Body {
    #[default]
    None,
    Bytes(Vec<u8>),
    /// One that is not kept, of so many bytes, and why.
    LeftOut(usize, &'static str),
}

impl Exchange {
    /// Makes the exchange of a request that was sent at `started`, in Unix milliseconds. The URL is absolute, as HAR has it; one
    /// without a host is written with the host `unknown.invalid`.
    pub fn new(method: impl Into<String>, url: impl Into<String>, started: u64) -> Self {
        Self {
            method: method.into(),
            url: url.into(),
            http_version: None,
            action: None,
            request: Message::default(),
            status: None,
            status_text: String::new(),
            response: Message::default(),
            failure: None,
            started,
            took: Duration::ZERO,
            first_byte: None,
            attempt: 1,
            decision: None,
        }
    }

    /// Sets the version of HTTP: `HTTP/1.1`.
    pub fn http_version(mut self, version: impl Into<String>) -> Self {
        self.http_version = Some(version.into());
        self
    }

    /// Sets the action of the request: of a write in REST its parameter `action`, of SOAP the operation. It tells what a
    /// second execution does, see [`Idempotency::of`](felkod_retry::Idempotency::of). Without it the header `SOAPAction`
    /// tells the operation.
    pub fn action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// Adds a header of the request.
    pub fn request_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.request.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body of the request.
    pub fn request_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.request.body = Body::Bytes(body.into());
        self
    }

    /// Sets the HTTP status of the response.
    pub const fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets the text beside the status: `Not Found`.
    pub fn status_text(mut self, text: impl Into<String>) -> Self {
        self.status_text = text.into();
        self
    }

    /// Adds a header of the response.
    pub fn response_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.response.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body of the response, as it came or decompressed.
    pub fn response_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.response.body = Body::Bytes(body.into());
        self
    }

    /// Sets how the request failed without a response.
    pub const fn failure(mut self, failure: Failure) -> Self {
        self.failure = Some(failure);
        self
    }

    /// Sets how long it took in all, from the start to the last byte of the response.
    pub const fn took(mut self, took: Duration) -> Self {
        self.took = took;
        self
    }

    /// Sets how long it took until the first byte of the response came.
    pub const fn first_byte(mut self, after: Duration) -> Self {
        self.first_byte = Some(after);
        self
    }

    /// Sets the number of the attempt, from 1.
    pub const fn attempt(mut self, attempt: u32) -> Self {
        self.attempt = attempt;
        self
    }

    /// Sets what the program decided to do next. Without it [`Exchange::reading`] decides, as if all attempts before had
    /// failed in the same way.
    pub fn decision(mut self, decision: Decision) -> Self {
        self.decision = Some(decision);
        self
    }

    /// Reads the response, and decides what to do next.
    #[must_use]
    pub fn reading(&self) -> Reading {
        Reading::of(self)
    }

    /// Returns when the exchange ended, in Unix milliseconds.
    pub(crate) fn ended(&self) -> u64 {
        self.started.saturating_add(u64::try_from(self.took.as_millis()).unwrap_or(u64::MAX))
    }

    /// Returns about how much memory it takes, in bytes.
    pub(crate) fn size(&self) -> usize {
        let of = |message: &Message| {
            let headers = message.headers.iter().map(|(name, value)| name.len() + value.len() + 48);
            let body = if let Body::Bytes(body) = &message.body { body.len() } else { 0 };
            headers.sum::<usize>() + body
        };
        size_of::<Self>() + self.url.len() + of(&self.request) + of(&self.response)
    }

    /// Drops both bodies; only their sizes stay.
    pub(crate) fn leave_bodies_out(&mut self) {
        for message in [&mut self.request, &mut self.response] {
            if let Body::Bytes(body) = &message.body {
                message.body = Body::LeftOut(body.len(), har::TOO_LARGE);
            }
        }
    }
}

/// Shows nothing that could be a secret.
impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("method", &self.method)
            .field("status", &self.status)
            .field("failure", &self.failure)
            .field("started", &self.started)
            .field("took", &self.took)
            .field("attempt", &self.attempt)
            .field("request_bytes", &self.request.body.length())
            .field("response_bytes", &self.response.body.length())
            .finish_non_exhaustive()
    }
}

impl Message {
    /// Returns the first value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|(named, _)| named.eq_ignore_ascii_case(name));
        header.map(|(_, value)| value.trim())
    }

    /// Tells whether the body is compressed in a way that felkod does not undo, such as Brotli and Zstandard. A body can be
    /// decompressed and the header still be there; then it is UTF-8 without control characters.
    pub(crate) fn is_compressed(&self) -> bool {
        const ZSTANDARD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
        let Body::Bytes(body) = &self.body else { return false };
        let is_other = |encoding: &str| {
            let known = ["", "identity", "gzip", "x-gzip", "deflate"];
            !known.iter().any(|known| encoding.trim().eq_ignore_ascii_case(known))
        };
        let mut encodings =
            self.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("Content-Encoding"));
        let is_text = || {
            let text = std::str::from_utf8(body).unwrap_or("\0");
            !text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        };
        body.starts_with(ZSTANDARD)
            || encodings.any(|(_, value)| value.split(',').any(is_other)) && !is_text()
    }

    /// Returns the body, decompressed where felkod can.
    pub(crate) fn decoded(&self) -> Cow<'_, [u8]> {
        let Body::Bytes(body) = &self.body else { return Cow::Borrowed(&[]) };
        let encoding = self.header("Content-Encoding").unwrap_or_default();
        let decoded = if body.starts_with(&[0x1F, 0x8B]) {
            gzip::read(body)
        } else if encoding.eq_ignore_ascii_case("deflate") {
            gzip::inflate(body)
        } else {
            None
        };
        decoded.map_or(Cow::Borrowed(body.as_slice()), Cow::Owned)
    }
}

impl Body {
    /// Returns how many bytes came over the wire.
    pub(crate) const fn length(&self) -> usize {
        match self {
            Self::None => 0,
            Self::Bytes(body) => body.len(),
            Self::LeftOut(length, _) => *length,
        }
    }
}
