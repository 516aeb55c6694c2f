//! Reading a body: what it is, and who reads it.

use felkod::{Api, Remark};

use crate::{draft::Draft, encoding, limits::Limits, page, report::Report, rest, soap};

/// Reads the body of an answer of which nothing else is known.
///
/// It never fails: a body that is no answer of Marketo's gives [`Outcome::Unrecognized`](felkod::Outcome). See
/// [`Reader`] to say what is known of the answer.
#[must_use]
pub fn read(body: &[u8]) -> Report {
    Reader::new().read(body)
}

/// Reads bodies, with what the caller knows of the answer.
///
/// # Examples
///
/// ```
/// use felkod::Code;
/// use felkod_wire::Reader;
///
/// let report = Reader::new().status(502).read(b"<html><body>upstream failed</body></html>");
/// assert_eq!(report.findings[0].code, Some(Code::RestBadGateway));
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Reader {
    status: Option<u16>,
    api: Option<Api>,
    request_id: Option<Box<str>>,
    limits: Limits,
}

impl Reader {
    /// Makes a reader that knows nothing of the answer.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the HTTP status. It speaks only where the body does not: a gateway's page, a plain text, an empty body.
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets the API that was called. A body that tells its own API goes before it.
    pub fn api(mut self, api: Api) -> Self {
        self.api = Some(api);
        self
    }

    /// Takes what is of use from a header of the answer: the request id from `X-Request-Id`. The name may be written
    /// in capitals or not; every other header is ignored.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if name.eq_ignore_ascii_case("x-request-id") && !value.trim().is_empty() {
            self.request_id = Some(value.trim().into());
        }
        self
    }

    /// Sets the bounds of the reading.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads a body.
    #[must_use]
    pub fn read(&self, body: &[u8]) -> Report {
        let mut draft = Draft::new(self.status, self.api, self.request_id.clone(), self.limits);
        let (body, is_all) = match body.get(..self.limits.bytes) {
            Some(start) if start.len() < body.len() => (start, false),
            _ => (body, true),
        };
        if !is_all {
            draft.remark(Remark::TooLarge);
        }
        let text = encoding::decode(body, &mut draft);
        let text = trimmed(&text);
        let mut is_whole = false;
        match text.as_bytes().first() {
            Some(b'{') => is_whole = rest::read(text, &mut draft),
            Some(b'<') if page::is_html(text) => page::read_html(text, &mut draft),
            Some(b'<') => is_whole = soap::read(text, &mut draft),
            _ => {}
        }
        // What is no document of another kind may be a client's text with an answer inside.
        if !draft.is_recognized && !is_whole && !draft.has_refused() {
            page::read_text(text, &mut draft);
        }
        if !draft.is_recognized {
            page::read_status(self.status, text, &mut draft);
        }
        draft.finish(is_all)
    }
}

/// Takes white space, NULs and byte order marks off both ends.
fn trimmed(text: &str) -> &str {
    let is_visible = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_visible(text.as_bytes().first()) && is_visible(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}')
}
