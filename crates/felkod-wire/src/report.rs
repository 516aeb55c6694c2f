//! Reading a body, and what comes out of it.

use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use felkod::{
    Advice, Api, Applied, Case, Category, Code, EscalateTo, Level, Locale, Outcome, Part, Remark, Retry,
    Value,
};

use crate::{encoding, page, rest, soap, values};

/// Reads the body of an answer of which nothing else is known.
///
/// It never fails: a body that is no answer of Marketo's gives [`Outcome::Unrecognized`]. See [`Reader`] to say what
/// is known of the answer.
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
    pub(crate) status: Option<u16>,
    pub(crate) api: Option<Api>,
    pub(crate) request_id: Option<Box<str>>,
    pub(crate) limits: Limits,
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
        let mut draft = Draft::new(self);
        let (body, is_whole) = match body.get(..self.limits.bytes) {
            Some(start) if start.len() < body.len() => (start, false),
            _ => (body, true),
        };
        if !is_whole {
            draft.remark(Remark::TooLarge);
        }
        let text = encoding::decode(body, &mut draft);
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}');
        match text.as_bytes().first() {
            Some(b'{') => rest::read(text, &mut draft),
            Some(b'<') if page::is_html(text) => page::read_html(text, &mut draft),
            Some(b'<') => soap::read(text, &mut draft),
            _ => page::read_text(text, &mut draft),
        }
        if !draft.is_recognized {
            page::read_status(self.status, text, &mut draft);
        }
        draft.finish(is_whole)
    }
}

/// The bounds of a reading. What lies beyond them is not read, and the report says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How many bytes of a body are read; 64 MiB.
    pub bytes: usize,
    /// How many findings and how many warnings are kept; 10,000 of each.
    pub findings: usize,
    /// How deep XML elements may be nested; 64. JSON needs no such bound: what is read lies at most six levels deep,
    /// and what lies deeper is skipped without recursion.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, findings: 10_000, depth: 64 }
    }
}

impl Limits {
    /// Sets how many bytes of a body are read.
    #[must_use]
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets how many findings and how many warnings are kept.
    #[must_use]
    pub const fn with_findings(mut self, findings: usize) -> Self {
        self.findings = findings;
        self
    }

    /// Sets how deep XML elements may be nested.
    #[must_use]
    pub const fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }
}

/// What an answer said.
///
/// It holds the server's texts as they came, which can contain personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The API that answered, where the body or the caller tells.
    pub api: Option<Api>,
    /// How the call went.
    pub outcome: Outcome,
    /// The id under which support finds the call.
    pub request_id: Option<Box<str>>,
    /// The errors, in the order of the body.
    pub findings: Vec<Finding>,
    /// The warnings, in the order of the body. They make no outcome an error.
    pub warnings: Vec<Finding>,
    /// The counts of an answer that is a statistic of errors. They are no errors of this call.
    pub counts: Vec<Count>,
    /// What is to be known of the reading itself.
    pub remarks: Vec<Remark>,
    /// How many findings and warnings were left out, see [`Limits::findings`].
    pub left_out: usize,
}

impl Report {
    /// Returns the advice for the call as a whole: that of its strictest finding without a record.
    ///
    /// A partial outcome has none: only the records its findings name are ever sent again, each by its own advice.
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        if self.outcome == Outcome::Partial {
            return None;
        }
        let of_the_call = self.findings.iter().filter(|finding| finding.record.is_none());
        of_the_call.filter_map(Finding::advice).min_by_key(|advice| advice.strictness())
    }

    /// Returns the time that Marketo writes into the request id of a REST answer, in milliseconds since 1970-01-01
    /// UTC.
    ///
    /// # Examples
    ///
    /// ```
    /// let report = felkod_wire::read(br#"{"requestId":"e42b#14272d07d78","success":true}"#);
    /// assert_eq!(report.request_millis(), Some(1_384_950_686_072));
    /// ```
    #[must_use]
    pub fn request_millis(&self) -> Option<u64> {
        let (_, millis) = self.request_id.as_deref()?.split_once('#')?;
        let is_hex = !millis.is_empty() && millis.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| u64::from_str_radix(millis, 16).ok()).flatten()
    }

    /// Returns [`Report::request_millis`] as a time, where the system can hold it.
    #[must_use]
    pub fn request_time(&self) -> Option<SystemTime> {
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(self.request_millis()?))
    }
}

/// One error of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The number the server gave, known or not.
    pub number: Option<u32>,
    /// The code, if felkod knows the number.
    pub code: Option<Code>,
    /// What the server gave for a code, where it is no number.
    pub server_code: Option<Box<str>>,
    /// Where it stood.
    pub level: Level,
    /// The index in `result`, from 0, of the record it is about.
    pub record: Option<usize>,
    /// What the server said.
    pub server_text: Option<Box<str>>,
    /// The values taken out of the server's text, by the names of [`Code::server_texts`].
    pub values: Vec<(&'static str, Value)>,
    /// The case, where the code has several meanings and level or text tells which.
    pub case: Option<Case>,
}

/// Returns a column of the case, else of the code, else nothing.
macro_rules! column {
    ($($(#[$doc:meta])* $column:ident: $type:ty;)*) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $column(&self) -> Option<$type> {
            self.case.map(Case::$column).or(self.code.map(Code::$column))
        }
    )* };
}

impl Finding {
    column! {
        /// Tells what kind of thing went wrong; `None` for an unknown code.
        category: Category;
        /// Tells what the program does next; `None` for an unknown code.
        advice: Advice;
        /// Tells whether the refused unit may have taken effect all the same; `None` for an unknown code.
        applied: Applied;
        /// Tells whether to send the same request again; `None` for an unknown code.
        retry: Retry;
        /// Tells who hears of it when the advice is used up; `None` for an unknown code.
        escalate_to: EscalateTo;
        /// Returns the HTTP status that says the same; `None` for an unknown code.
        http_equivalent: u16;
    }

    /// Returns the title, with the values of the server's text; `None` for an unknown code.
    #[must_use]
    pub fn message(&self, locale: Locale) -> Option<Cow<'static, str>> {
        self.text(Part::Message, locale)
    }

    /// Returns what happened, with the figures of the server's text; `None` for an unknown code.
    #[must_use]
    pub fn note(&self, locale: Locale) -> Option<Cow<'static, str>> {
        self.text(Part::Note, locale)
    }

    /// Returns what to do first and what after that, with the figures of the server's text; `None` for an unknown
    /// code.
    #[must_use]
    pub fn remedy(&self, locale: Locale) -> Option<Cow<'static, str>> {
        self.text(Part::Remedy, locale)
    }

    /// Returns a part of the texts of the case or else of the code; `None` for an unknown code.
    #[must_use]
    pub fn text(&self, part: Part, locale: Locale) -> Option<Cow<'static, str>> {
        let has_values = !self.values.is_empty();
        Some(match (self.case, self.code?) {
            (Some(case), _) if has_values => Cow::Owned(case.render(part, locale, &self.values)),
            (Some(case), _) => Cow::Borrowed(case.text(part, locale)),
            (None, code) if has_values => Cow::Owned(code.render(part, locale, &self.values)),
            (None, code) => Cow::Borrowed(code.text(part, locale)),
        })
    }

    /// Tells whether it makes the outcome worse: all do but those whose advice is to accept.
    fn is_failure(&self) -> bool {
        self.advice() != Some(Advice::Accept)
    }
}

/// How often a code came up, from an answer that is a statistic of errors.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// The number, known or not.
    pub number: u32,
    /// The code, if felkod knows the number.
    pub code: Option<Code>,
    /// How many calls ended with it.
    pub count: u64,
}

/// An error as it stands in a body, before the catalogue is asked.
#[derive(Debug, Default)]
pub(crate) struct Raw {
    pub(crate) code: Option<RawCode>,
    pub(crate) text: Option<String>,
}

/// What a body gives for a code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RawCode {
    Number(u32),
    Other(String),
}

impl RawCode {
    /// Reads a code: digits, perhaps with a fraction of zeros as some JSON libraries write numbers (`607.0`).
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = match text.split_once('.') {
            Some((digits, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => digits,
            _ => text,
        };
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        match digits.parse() {
            Ok(number) if is_number => Some(Self::Number(number)),
            _ if text.is_empty() => None,
            _ => Some(Self::Other(text.to_owned())),
        }
    }
}

/// A report in the making.
pub(crate) struct Draft {
    report: Report,
    max_findings: usize,
    max_depth: usize,
    api: Option<Api>,
    /// Whether the body is an answer of Marketo's.
    pub(crate) is_recognized: bool,
    /// Whether the body says that the call failed, whatever its findings.
    pub(crate) has_failed: bool,
    has_left_out_errors: bool,
}

impl Draft {
    fn new(reader: &Reader) -> Self {
        Self {
            report: Report {
                api: None,
                outcome: Outcome::Unrecognized,
                request_id: reader.request_id.clone(),
                findings: Vec::new(),
                warnings: Vec::new(),
                counts: Vec::new(),
                remarks: Vec::new(),
                left_out: 0,
            },
            max_findings: reader.limits.findings,
            max_depth: reader.limits.depth,
            api: reader.api,
            is_recognized: false,
            has_failed: false,
            has_left_out_errors: false,
        }
    }

    /// Returns how deep elements may be nested.
    pub(crate) fn max_depth(&self) -> usize {
        self.max_depth
    }

    /// Returns the API the body told, else the one the caller named.
    pub(crate) fn api(&self) -> Option<Api> {
        self.report.api.or(self.api)
    }

    /// Says that the body is an answer, and of which API.
    pub(crate) fn recognize(&mut self, api: Api) {
        self.is_recognized = true;
        self.report.api = Some(api);
    }

    pub(crate) fn request_id(&mut self, id: &str) {
        if !id.trim().is_empty() {
            self.report.request_id = Some(id.trim().into());
        }
    }

    pub(crate) fn remarks(&mut self, remarks: impl IntoIterator<Item = Remark>) {
        for remark in remarks {
            self.remark(remark);
        }
    }

    pub(crate) fn remark(&mut self, remark: Remark) {
        if !self.report.remarks.contains(&remark) {
            self.report.remarks.push(remark);
        }
    }

    /// Returns how many errors and warnings were found so far.
    pub(crate) fn found(&self) -> usize {
        self.report.findings.len() + self.report.warnings.len() + self.report.left_out
    }

    /// Forgets what was found, to read the same body once more.
    pub(crate) fn restart(&mut self) {
        self.report.findings.clear();
        self.report.warnings.clear();
        self.report.counts.clear();
        self.report.left_out = 0;
        self.is_recognized = false;
        self.has_failed = false;
    }

    pub(crate) fn count(&mut self, api: Api, number: u32, count: u64) {
        if self.report.counts.len() < self.max_findings {
            self.report.counts.push(Count { number, code: known(api, number), count });
        } else {
            self.leave_out();
        }
    }

    pub(crate) fn finding(&mut self, api: Api, raw: Raw, level: Level, record: Option<usize>) {
        if self.report.findings.len() < self.max_findings {
            self.report.findings.push(told(api, raw, level, record));
        } else {
            self.has_left_out_errors = true;
            self.has_failed |= record.is_none();
            self.leave_out();
        }
    }

    pub(crate) fn warning(&mut self, api: Api, raw: Raw) {
        if self.report.warnings.len() < self.max_findings {
            self.report.warnings.push(told(api, raw, Level::Response, None));
        } else {
            self.leave_out();
        }
    }

    fn leave_out(&mut self) {
        self.report.left_out += 1;
        self.remark(Remark::TooManyFindings);
    }

    fn finish(mut self, is_whole: bool) -> Report {
        let report = &mut self.report;
        report.api = report.api.or(self.api);
        if !self.is_recognized {
            report.outcome = Outcome::Unrecognized;
            report.findings.clear();
            report.warnings.clear();
            report.counts.clear();
            return self.report;
        }
        let failures = || report.findings.iter().filter(|finding| finding.is_failure());
        let has_failures = failures().next().is_some() || self.has_left_out_errors;
        let says_failed = self.has_failed && (report.findings.is_empty() || has_failures);
        let is_cut = !is_whole || report.remarks.iter().any(|remark| remark.leaves_a_rest_unread());
        report.outcome = if says_failed || failures().any(|finding| finding.record.is_none()) {
            Outcome::Error
        } else if has_failures {
            Outcome::Partial
        } else if is_cut {
            // No error in a part is not yet no error.
            Outcome::Unrecognized
        } else {
            Outcome::Success
        };
        self.report
    }
}

/// Asks the catalogue for a number; a number of another API is no code.
fn known(api: Api, number: u32) -> Option<Code> {
    Code::try_from(number).ok().filter(|code| api == code.api())
}

/// Makes a finding of an error, with all that the catalogue tells.
fn told(api: Api, raw: Raw, level: Level, record: Option<usize>) -> Finding {
    let (number, server_code) = match raw.code {
        Some(RawCode::Number(number)) => (Some(number), None),
        Some(RawCode::Other(text)) => (None, Some(text.into_boxed_str())),
        None => (None, None),
    };
    let code = number.and_then(|number| known(api, number));
    let text = raw.text.as_deref().unwrap_or_default();
    let values = code.map(|code| values::taken(code, text)).unwrap_or_default();
    let case = code.filter(|code| !code.cases().is_empty());
    let case = case.and_then(|code| code.case(Some(level), &values::without_quoted(text)));
    let server_text = raw.text.filter(|text| !text.is_empty()).map(String::into_boxed_str);
    Finding { number, code, server_code, level, record, server_text, values, case }
}
