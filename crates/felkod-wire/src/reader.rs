//! Reading a body: what it is, and who reads it.

use felkod_catalog::{Api, Outcome, Remark};

use crate::{
    draft::{Draft, Known},
    encoding,
    find::{self, Answer, Finder},
    limits::Limits,
    page,
    report::{Finding, Report},
    rest,
    skim::{Kind, Skim, Stop},
    soap,
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
        self.known.set_status(status);
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
        self.read_decoded(&text, is_all, draft)
    }

    fn read_decoded(&self, text: &str, is_all: bool, mut draft: Draft) -> Report {
        let text = trimmed(text);
        read_document(text, &mut draft);
        // What is not one response may have some inside, or after it.
        let is_more = (!draft.is_recognized && !draft.has_refused()) || draft.leaves_another();
        if is_more && let Some(report) = self.read_found(text, &mut draft) {
            return report;
        }
        if draft.is_recognized {
            draft.weigh_status(is_all);
        } else {
            page::read_status(self.known.status, text, &mut draft);
        }
        draft.finish(is_all)
    }

    /// Reads a body that is a string, so that it has been decoded: an encoding that its XML declaration names was that of
    /// its bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_wire::Reader;
    ///
    /// let fault = "<?xml version='1.0' encoding='ISO-8859-1'?><Envelope><Body><Fault>\
    ///     <faultstring>20103 - åäö</faultstring></Fault></Body></Envelope>";
    /// let report = Reader::new().read_text(fault);
    /// assert_eq!(report.findings[0].server_text.as_deref(), Some("20103 - åäö"));
    /// ```
    #[must_use]
    pub fn read_text(&self, body: &str) -> Report {
        // What starts so has no encoding to be told.
        if body.len() <= self.limits.bytes && matches!(body.as_bytes(), [b'{', next, ..] if *next != 0) {
            return self.read_decoded(body, true, Draft::new(self.known.clone(), self.limits));
        }
        if is_declared(body) { self.read(marked(body).as_bytes()) } else { self.read(body.as_bytes()) }
    }

    /// Reads a text that is one response as a whole; `None` where it is something else.
    pub(crate) fn read_whole(&self, body: &[u8]) -> Option<Report> {
        let body =
            body.get(..self.limits.bytes).is_none_or(|start| start.len() == body.len()).then_some(body)?;
        let mut draft = Draft::new(self.known.clone(), self.limits);
        let text = encoding::decode(body, &mut draft);
        let text = trimmed(&text);
        read_document(text, &mut draft);
        if !draft.is_recognized || draft.leaves_another() {
            return None;
        }
        draft.weigh_status(true);
        Some(draft.finish(true))
    }

    pub(crate) fn limits_of(&self) -> Limits {
        self.limits
    }

    /// Looks for responses inside a text that is more than one, and returns the first that failed, else the first; `None`
    /// where the document itself goes before what it has inside, or behind it.
    fn read_found(&self, text: &str, draft: &mut Draft) -> Option<Report> {
        let finder = Finder::with(Self { known: Known::default(), limits: self.limits });
        let mut answers = finder.answers(text.as_bytes());
        answers.retain(|answer| find::is_of(self.known.api, answer));
        if draft.is_recognized && draft.has_trouble() {
            let is_same = answers.first().is_some_and(|answer| answer.range.start == 0);
            if answers.len() > usize::from(is_same) {
                draft.remark(Remark::SeveralAnswers);
            }
            return None;
        }
        let count = answers.len().max(1);
        let mut report = if answers.is_empty() {
            self.read_piece(text).filter(|_| self.known.api.is_none_or(|api| api == Api::Rest))?
        } else {
            let has_failed = |answer: &Answer| answer.report.outcome != Outcome::Success;
            let at = answers.iter().position(has_failed).unwrap_or_default();
            answers.swap_remove(at).report
        };
        let mut remarks = draft.remarks_of_bytes();
        remarks.append(&mut report.remarks);
        if count > 1 {
            remarks.push(Remark::SeveralAnswers);
        }
        // What the caller knows is about one response. Which of several, nobody can tell.
        if count == 1 {
            if report.outcome == Outcome::Success && self.known.status.is_some_and(|status| status >= 400) {
                remarks.push(Remark::StatusDisagrees);
            }
            report.status = self.known.status;
            report.request_id = report.request_id.or_else(|| self.known.request_id.clone());
            report.server_wait = self.known.server_wait;
        }
        report.remarks = remarks;
        Some(report)
    }

    /// Reads a text that is an item of `errors`, or a list of them, and nothing else, as people paste it: each has a number
    /// that errors of the API have in their body, and a message, whatever that says.
    fn read_piece(&self, text: &str) -> Option<Report> {
        /// What is pasted is no larger, in bytes.
        const LARGEST: usize = 64 << 10;
        if text.len() > LARGEST {
            return None;
        }
        let list = match text.as_bytes().first()? {
            b'[' => text.into(),
            b'{' => format!("[{text}]"),
            _ => return None,
        };
        let items = errors_in(&list).ok().filter(|items| *items > 0)?;
        let mut draft = Draft::new(Known::default(), self.limits);
        rest::read(&format!(r#"{{"success":false,"errors":{list}}}"#), &mut draft);
        let report = draft.finish(true);
        let is_known = |finding: &Finding| finding.number.and_then(find::code_in_body).is_some();
        (report.findings.len() == items && report.findings.iter().all(is_known)).then_some(report)
    }
}

/// Returns how many items a list has; an error where one has anything but a code and a message, which is a text.
fn errors_in(list: &str) -> Result<usize, Stop> {
    let (mut skim, mut count, mut is_first) = (Skim::new(list), 0, true);
    skim.enter()?;
    while skim.item(&mut is_first)? {
        if skim.kind()? != Kind::Object {
            return Err(Stop::Malformed);
        }
        skim.enter()?;
        let (mut has_code, mut has_message, mut is_first) = (false, false, true);
        while let Some(key) = skim.key(&mut is_first)? {
            skim.colon()?;
            let is_text = skim.kind()? == Kind::Text;
            skim.scalar()?;
            match &*key {
                "code" => has_code = true,
                "message" => has_message = is_text,
                _ => return Err(Stop::Malformed),
            }
        }
        if !has_code || !has_message {
            return Err(Stop::Malformed);
        }
        count += 1;
    }
    if skim.has_ended() { Ok(count) } else { Err(Stop::Malformed) }
}

/// Tells whether a hook of an HTTP client reads the body of a response.
///
/// It reads one with an error status always; else, unless the status is a redirect or says that there is no body, one that
/// is JSON, XML or HTML, and where `strict` also one without a content type. An exported file is left alone, so that it is
/// still streamed.
///
/// # Examples
///
/// ```
/// use felkod_wire::is_read;
///
/// assert!(is_read(200, Some("application/json;charset=UTF-8"), false));
/// assert!(!is_read(200, Some("text/csv"), false));
/// assert!(is_read(404, Some("text/csv"), false));
/// ```
#[must_use]
pub fn is_read(status: i64, content_type: Option<&str>, strict: bool) -> bool {
    /// No Content, Reset Content.
    const WITHOUT_BODY: [i64; 2] = [204, 205];
    if status >= 400 {
        return true;
    }
    if status >= 300 || WITHOUT_BODY.contains(&status) {
        return false;
    }
    let Some(content_type) = content_type else { return strict };
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    let ends_in = |end: &str| {
        let at = kind.len().checked_sub(end.len());
        at.and_then(|at| kind.get(at..)).is_some_and(|kind| kind.eq_ignore_ascii_case(end))
    };
    ["json", "xml", "html"].into_iter().any(ends_in) || (strict && kind.is_empty())
}

/// A byte order mark: it goes before an XML declaration that names the encoding of bytes long decoded.
pub(crate) const MARK: &str = "\u{feff}";

/// Tells whether a string has an XML declaration that could name another encoding than the string's.
pub(crate) fn is_declared(text: &str) -> bool {
    !text.is_ascii() && text.trim_start().starts_with("<?xml")
}

/// Returns a string from its XML declaration on, with the mark before it.
pub(crate) fn marked(text: &str) -> String {
    format!("{MARK}{}", text.trim_start())
}

/// Reads a text that starts as a document of one format.
pub(crate) fn read_document(text: &str, draft: &mut Draft) {
    match text.as_bytes().first() {
        Some(b'{') => rest::read(text, draft),
        Some(b'<') if page::is_html(text) => page::read_html(text, draft),
        Some(b'<') => soap::read(text, draft),
        _ => {}
    }
}

/// Takes white space, NULs and byte order marks off both ends.
pub(crate) fn trimmed(text: &str) -> &str {
    let is_visible = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_visible(text.as_bytes().first()) && is_visible(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}')
}
