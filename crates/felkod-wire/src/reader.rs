//! Reading a body: what it is, and who reads it.

use felkod_catalog::{Api, Remark};

use crate::{
    draft::{Draft, Known},
    encoding,
    limits::Limits,
    page,
    report::Report,
    rest, soap,
};

/// Reads the body of a response, when nothing else is known of the response.
///
/// It never fails: a body that is not a response of Marketo's gives [`Outcome::Unrecognized`](felkod_catalog::Outcome). See
/// [`Reader`] to say what is known of the answer.
#[must_use]
pub fn read(body: &[u8]) -> Report {
    Reader::new().read(body)
}

/// Reads bodies, with what the caller knows of the response.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Code;
/// use felkod_wire::Reader;
///
/// let report = Reader::new().status(502).read(b"<html><body>upstream failed</body></html>");
/// assert_eq!(report.findings[0].code, Some(Code::RestBadGateway));
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Reader {
    known: Known,
    limits: Limits,
}

impl Reader {
    /// Makes a reader that knows nothing of the response.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the HTTP status, from 100 to 599; any other number is no status and is ignored.
    ///
    /// A status from 400 on adds a finding where the body names no error. A body that says that the call succeeded is
    /// believed, with a remark.
    pub fn status(mut self, status: u16) -> Self {
        self.known.status = (100..=599).contains(&status).then_some(status);
        self
    }

    /// Sets the API that was called. A body that tells its own API goes before it.
    pub fn api(mut self, api: Api) -> Self {
        self.known.api = Some(api);
        self
    }

    /// Takes what a header of the response tells: the request id from `X-Request-Id`, the time to wait from
    /// `Retry-After`. Case does not matter in names; every other header is ignored.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.known.take_header(name, value);
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
        let mut draft = Draft::new(self.known.clone(), self.limits);
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
        if draft.is_recognized {
            draft.weigh_status(is_all);
        } else {
            page::read_status(self.known.status, text, &mut draft);
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
