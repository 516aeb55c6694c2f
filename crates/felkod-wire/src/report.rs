//! What comes out of a body.

#[cfg(feature = "texts")]
use std::borrow::Cow;
use std::{
    collections::BTreeMap,
    fmt,
    time::{Duration, SystemTime},
};

use felkod_catalog::{
    Advice, Api, Applied, Case, Category, Code, EscalateTo, Level, Outcome, Remark, Retry, StatusClass, Value,
};
#[cfg(feature = "texts")]
use felkod_catalog::{Locale, Part, Unknown};

use crate::{draft::Known, job::About};

/// What a response said.
///
/// It holds the server's messages as they came, which can contain personal data. [`Report::title`] and its `Display`
/// repeat none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The API that answered, where the body or the caller tells.
    pub api: Option<Api>,
    /// How the call went.
    pub outcome: Outcome,
    /// The HTTP status, where the caller told it.
    pub status: Option<u16>,
    /// The id under which support finds the call.
    pub request_id: Option<Box<str>>,
    /// How long the server asks to wait, from the header `Retry-After`.
    pub server_wait: Option<Wait>,
    /// The errors, in the order of the body.
    pub findings: Vec<Finding>,
    /// The warnings, in the order of the body. They make no outcome an error.
    pub warnings: Vec<Finding>,
    /// The counts of a response that is a statistic of errors. They are not errors of this call.
    pub counts: Vec<Count>,
    /// How many counts were left out, see [`Limits::findings`](crate::Limits::findings).
    pub counts_left_out: usize,
    /// What is to be known of the reading itself.
    pub remarks: Vec<Remark>,
    /// How many findings and warnings were left out, see [`Limits::findings`](crate::Limits::findings).
    pub left_out: usize,
    /// How many records were refused in a way that is to be accepted: they make no outcome partial, but nobody should
    /// take them for written.
    pub unchanged: usize,
}

impl Report {
    /// Returns the advice for the call as a whole: that of [`Report::strictest`].
    ///
    /// A partial outcome has none: only the records that its findings name are ever sent again, each by its own advice,
    /// see [`Report::by_record`].
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        if self.outcome == Outcome::Partial {
            return None;
        }
        self.strictest().and_then(Finding::advice)
    }

    /// Returns the finding that decides: the one whose advice is the strictest, see [`Advice::strictness`].
    ///
    /// Where the call failed as a whole, only findings without a record count, and none whose advice is to accept. For
    /// a partial outcome, those of all records count. A finding with an unknown code decides where no other has advice
    /// that stops ([`Advice::stops`]): it could forbid what the others advise, so that there is no advice then.
    ///
    /// # Examples
    ///
    /// ```
    /// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"601"},{"code":"9999"}]}"#);
    /// assert_eq!(report.strictest().and_then(|finding| finding.number), Some(9999));
    /// assert_eq!(report.advice(), None);
    /// ```
    #[must_use]
    pub fn strictest(&self) -> Option<&Finding> {
        self.strictest_by(Finding::advice)
    }

    /// Returns the finding that decides as [`Report::strictest`] does, by another advice than the catalog's.
    #[must_use]
    pub fn strictest_by(&self, advice: impl Fn(&Finding) -> Option<Advice>) -> Option<&Finding> {
        let has_failed = matches!(self.outcome, Outcome::Error | Outcome::Partial);
        let counts = |finding: &&Finding| {
            (self.outcome != Outcome::Error || finding.record.is_none())
                && (!has_failed || advice(finding) != Some(Advice::Accept))
        };
        strictest(self.findings.iter().filter(counts), &advice)
    }

    /// Returns the strictest finding of each record that has one, by the index of the record.
    #[must_use]
    pub fn by_record(&self) -> BTreeMap<usize, &Finding> {
        self.by_record_by(Finding::advice)
    }

    /// Returns the strictest finding of each record as [`Report::by_record`] does, by another advice than the catalog's.
    #[must_use]
    pub fn by_record_by(&self, advice: impl Fn(&Finding) -> Option<Advice>) -> BTreeMap<usize, &Finding> {
        let mut records: BTreeMap<usize, Vec<&Finding>> = BTreeMap::new();
        for finding in &self.findings {
            if let Some(record) = finding.record {
                records.entry(record).or_default().push(finding);
            }
        }
        let strictest = |(record, findings)| Some((record, strictest(findings, &advice)?));
        records.into_iter().filter_map(strictest).collect()
    }

    /// Returns the report for one record, by its index in `result`: with the findings of that record and of the call.
    ///
    /// The outcome is a success where only other records failed. Whether there is such a record, the report does not
    /// know.
    #[must_use]
    pub fn of_record(mut self, index: usize) -> Self {
        self.findings.retain(|finding| finding.record.is_none_or(|record| record == index));
        if self.outcome == Outcome::Partial && !self.findings.iter().any(Finding::is_failure) {
            self.outcome = Outcome::Success;
        }
        self
    }

    /// Returns how long to wait from `now` on before the same request can succeed; `None` where nobody says, and where
    /// it never can.
    ///
    /// It is the server's `Retry-After`, else the window of the rate limit, else the time until a daily quota is reset.
    #[must_use]
    pub fn retry_after(&self, now: SystemTime) -> Option<Duration> {
        if !matches!(self.outcome, Outcome::Error | Outcome::Unrecognized) {
            return None;
        }
        let finding = self.strictest();
        if finding.and_then(Finding::retry) == Some(Retry::No) {
            return None;
        }
        let server = self.server_wait.map(|wait| wait.from(now));
        server.or_else(|| finding?.wait(now))
    }

    /// Tells whether to send the whole request again; `None` without an error, with an unknown code, and for a partial
    /// outcome, of which only single records are sent again.
    ///
    /// A body that is not recognized, an empty or a cut one for example, does not tell whether the call took effect:
    /// [`Retry::IfIdempotent`], as often as [`Advice::Backoff`] says.
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        match self.strictest() {
            _ if self.outcome == Outcome::Partial => None,
            None if self.outcome == Outcome::Unrecognized => Some(Retry::IfIdempotent),
            finding => finding.and_then(Finding::retry),
        }
    }

    /// Takes what a header of the response tells, after the reading: what [`Reader::header`](crate::Reader::header) takes
    /// before it. The request id of the body goes before that of the header.
    pub fn take_header(&mut self, name: &str, value: &str) {
        let mut known = Known::default();
        known.take_header(name, value);
        self.request_id = self.request_id.take().or(known.request_id);
        self.server_wait = known.server_wait.or(self.server_wait);
    }

    /// Returns the report as a result: an error where the call failed or the body was not recognized.
    ///
    /// A partial outcome is no error: the call went through, and its findings tell which records failed.
    ///
    /// # Errors
    ///
    /// The report itself, where its outcome is [`Outcome::Error`] or [`Outcome::Unrecognized`].
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_wire::{Report, read};
    ///
    /// fn leads(body: &[u8]) -> Result<Report, Box<dyn std::error::Error>> {
    ///     Ok(read(body).into_result()?)
    /// }
    /// assert!(leads(br#"{"success":true,"requestId":"e42b#14272d07d78"}"#).is_ok());
    /// assert!(leads(br#"{"success":false,"errors":[{"code":"606"}]}"#).is_err());
    /// ```
    pub fn into_result(self) -> Result<Self, Box<Self>> {
        let has_failed = matches!(self.outcome, Outcome::Error | Outcome::Unrecognized);
        if has_failed { Err(Box::new(self)) } else { Ok(self) }
    }

    /// Returns the request id if it has one of the forms that Marketo's have, and so is safe in a log: two hexadecimal
    /// numbers of which the second is a time (`e42b#14272d07d78`), or a UUID. Anything else could be anything.
    #[must_use]
    pub fn harmless_request_id(&self) -> Option<&str> {
        /// The milliseconds of the years 2000 and 2100.
        const TIMES: std::ops::Range<u64> = 946_684_800_000..4_102_444_800_000;
        /// The longest first number, in digits.
        const LONGEST: usize = 8;
        let id = self.request_id.as_deref()?;
        let is_marketos =
            id.split_once('#').is_some_and(|(first, _)| is_hex(first) && first.len() <= LONGEST)
                && self.request_millis().is_some_and(|millis| TIMES.contains(&millis));
        let is_uuid = id.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && id.split('-').all(is_hex);
        (is_marketos || is_uuid).then_some(id)
    }

    /// Returns one line on what went wrong, without anything of the server's message, so that it can be logged.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn title(&self, locale: Locale) -> String {
        self.strictest()
            .map_or_else(|| self.outcome.label(locale).to_owned(), |finding| finding.title(locale))
    }

    /// Returns the time that Marketo writes into the request id of a REST response, in milliseconds since 1970-01-01
    /// UTC.
    ///
    /// # Examples
    ///
    /// ```
    /// let report = felkod_wire::read(br#"{"requestId":"e42b#14272d07d78","success":true}"#);
    /// assert_eq!(report.request_millis(), Some(1_384_905_735_544));
    /// ```
    #[must_use]
    pub fn request_millis(&self) -> Option<u64> {
        let (_, millis) = self.request_id.as_deref()?.split_once('#')?;
        is_hex(millis).then(|| u64::from_str_radix(millis, 16).ok()).flatten()
    }

    /// The last millisecond of the year 9999: most forms of a time end there, that of RFC 3339 among them.
    pub const LAST_MILLIS: u64 = 253_402_300_799_999;

    /// Returns [`Report::request_millis`] in the form of RFC 3339, in UTC; `None` for a time after the year 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// let report = felkod_wire::read(br#"{"requestId":"e42b#14272d07d78","success":true}"#);
    /// assert_eq!(report.request_time().as_deref(), Some("2013-11-20T00:02:15.544Z"));
    /// ```
    #[must_use]
    pub fn request_time(&self) -> Option<String> {
        let millis = self.request_millis().filter(|millis| *millis <= Self::LAST_MILLIS)?;
        let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))?;
        Some(humantime::format_rfc3339_millis(time).to_string())
    }
}

/// Writes one line on what went wrong, in English: what [`Report::title`] says, or without texts the code.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.strictest() {
            Some(finding) => finding.fmt(f),
            #[cfg(feature = "texts")]
            None => f.pad(self.outcome.label(Locale::En)),
            #[cfg(not(feature = "texts"))]
            None => f.pad(self.outcome.as_str()),
        }
    }
}

impl std::error::Error for Report {}

/// Returns the finding that decides among several, see [`Report::strictest`].
fn strictest<'f>(
    findings: impl IntoIterator<Item = &'f Finding>,
    advice: impl Fn(&Finding) -> Option<Advice>,
) -> Option<&'f Finding> {
    let (mut strictest, mut unknown) = (None::<(&Finding, Advice)>, None);
    for finding in findings {
        match advice(finding) {
            None => unknown = unknown.or(Some(finding)),
            Some(advice) if strictest.is_none_or(|(_, than)| advice.strictness() < than.strictness()) => {
                strictest = Some((finding, advice));
            }
            Some(_) => {}
        }
    }
    match (strictest, unknown) {
        (Some((_, advice)), Some(unknown)) if !advice.stops() => Some(unknown),
        (Some((finding, _)), _) => Some(finding),
        (None, unknown) => unknown,
    }
}

/// How long a server asks to wait: the header `Retry-After` (RFC 9110, section 10.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wait {
    /// So long after the response.
    For(Duration),
    /// Until a time.
    Until(SystemTime),
}

impl Wait {
    /// Reads the value of the header, in seconds or as a date; `None` for neither.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    /// use felkod_wire::Wait;
    ///
    /// assert_eq!(Wait::from_header("20"), Some(Wait::For(Duration::from_secs(20))));
    /// assert!(matches!(Wait::from_header("Wed, 21 Oct 2026 07:28:00 GMT"), Some(Wait::Until(_))));
    /// assert_eq!(Wait::from_header("soon"), None);
    /// ```
    #[must_use]
    pub fn from_header(value: &str) -> Option<Self> {
        let value = value.trim();
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            // More digits than fit are a very long time all the same.
            return Some(Self::For(Duration::from_secs(value.parse().unwrap_or(u64::MAX))));
        }
        httpdate::parse_http_date(value).ok().map(Self::Until)
    }

    /// Returns the time to wait from `now` on, zero where it has passed.
    #[must_use]
    pub fn from(self, now: SystemTime) -> Duration {
        match self {
            Self::For(duration) => duration,
            Self::Until(time) => time.duration_since(now).unwrap_or_default(),
        }
    }
}

/// Tells whether a text is a hexadecimal number, as both parts of a request id are.
pub(crate) fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// One error of a response.
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
    /// What the number says as an HTTP status, where it is one without a code.
    pub status_class: Option<StatusClass>,
}

/// Returns a column of the case, else of the code, else of the class of the status, else nothing.
macro_rules! column {
    ($($(#[$doc:meta])* $column:ident: $type:ty;)*) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $column(&self) -> Option<$type> {
            let of_code = self.case.map(Case::$column).or(self.code.map(Code::$column));
            let of_class = of_code.or(self.status_class.map(StatusClass::$column));
            of_class.or_else(|| About::of(self)?.$column())
        }
    )* };
}

impl Finding {
    column! {
        /// Tells what kind of thing went wrong; `None` for an unknown code.
        category: Category;
        /// Tells what the program does next; `None` for an unknown code.
        advice: Advice;
        /// Tells whether the rejected unit may have taken effect; `None` for an unknown code.
        applied: Applied;
        /// Tells whether to send the same request again; `None` for an unknown code.
        retry: Retry;
        /// Tells whom to turn to when the advice does not help; `None` for an unknown code.
        escalate_to: EscalateTo;
    }

    /// Returns the HTTP status that says the same; `None` for an unknown code.
    #[must_use]
    pub fn http_equivalent(&self) -> Option<u16> {
        let of_code = self.case.map(Case::http_equivalent).or(self.code.map(Code::http_equivalent));
        of_code.or_else(|| self.status_class.and(self.number).and_then(|number| u16::try_from(number).ok()))
    }

    /// Returns a value taken out of the server's message, by its name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(of, _)| *of == name).map(|(_, value)| value)
    }

    /// Returns how long to wait from `now` on by the advice and the limits, the server's figures first; `None` where they
    /// do not tell. The header `Retry-After` has no say in it, see [`Report::retry_after`].
    #[must_use]
    pub fn wait(&self, now: SystemTime) -> Option<Duration> {
        let (advice, limits) = (self.advice()?, self.code?.limits());
        let seconds = if advice == Advice::WaitForRateWindow {
            match self.value("seconds") {
                Some(Value::Number(seconds)) => *seconds,
                Some(Value::Text(_)) | None => limits.iter().find_map(|limit| limit.per_seconds)?.into(),
            }
        } else if advice == Advice::WaitForQuotaReset {
            let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
            limits.iter().find_map(|limit| limit.resets?.seconds_until(now))?
        } else {
            return None;
        };
        Some(Duration::from_secs(seconds))
    }

    /// Tells whether it makes the outcome worse: all do but those whose advice is to accept.
    pub(crate) fn is_failure(&self) -> bool {
        self.advice() != Some(Advice::Accept)
    }
}

#[cfg(feature = "texts")]
impl Finding {
    /// Returns the title, with the values of the server's message, which can be personal data; `None` for an unknown
    /// code.
    #[must_use]
    pub fn message(&self, locale: Locale) -> Option<Cow<'static, str>> {
        self.text(Part::Message, locale)
    }

    /// Returns what happened, with the figures of the server's message; `None` for an unknown code.
    #[must_use]
    pub fn note(&self, locale: Locale) -> Option<Cow<'static, str>> {
        self.text(Part::Note, locale)
    }

    /// Returns what to do, with the figures of the server's message; `None` for an unknown code.
    #[must_use]
    pub fn remedy(&self, locale: Locale) -> Option<Cow<'static, str>> {
        self.text(Part::Remedy, locale)
    }

    /// Returns the steps of the remedy, with the figures of the server's message; none for an unknown code.
    #[must_use]
    pub fn steps(&self, locale: Locale) -> Vec<Cow<'static, str>> {
        let steps = Part::STEPS.iter().filter_map(|step| self.text(*step, locale));
        steps.filter(|step| !step.is_empty()).collect()
    }

    /// Returns a part of the texts of the case, else of the code, else of the class of the status; `None` for an unknown
    /// code.
    #[must_use]
    pub fn text(&self, part: Part, locale: Locale) -> Option<Cow<'static, str>> {
        let has_values = !self.values.is_empty();
        Some(match (self.case, self.code) {
            (Some(case), _) if has_values => Cow::Owned(case.render(part, locale, &self.values)),
            (Some(case), _) => Cow::Borrowed(case.text(part, locale)),
            (None, Some(code)) if has_values => Cow::Owned(code.render(part, locale, &self.values)),
            (None, Some(code)) => Cow::Borrowed(code.text(part, locale)),
            (None, None) => {
                if let Some(class) = self.status_class {
                    return Some(Cow::Borrowed(class.text(part, locale)));
                }
                About::of(self)?;
                Cow::Owned(self.unknown()?.render(part, locale, &self.values))
            }
        })
    }

    /// Returns one line on what went wrong, without anything of the server's message, so that it can be logged.
    #[must_use]
    pub fn title(&self, locale: Locale) -> String {
        let message = self.plain_message(locale);
        self.name().map_or_else(|| message.to_owned(), |name| format!("{name} · {message}"))
    }

    /// Returns the title without the values of the server's message, so that it can be logged; also that of an unknown
    /// code.
    #[must_use]
    pub fn plain_message(&self, locale: Locale) -> &'static str {
        match (self.case, self.code, self.status_class) {
            (Some(case), ..) => case.message(locale),
            (None, Some(code), _) => code.message(locale),
            (None, None, Some(class)) => class.message(locale),
            (None, None, None) => self.unknown().map_or("", |unknown| unknown.message(locale)),
        }
    }

    /// Returns what there is to say where neither the code nor the class of the status is known: an unknown code, or none;
    /// `None` where one of them is known.
    #[must_use]
    pub fn unknown(&self) -> Option<Unknown> {
        match About::of(self) {
            Some(About::JobFailed) => return Some(Unknown::JobFailed),
            Some(About::RowsFailed) => return Some(Unknown::JobRowsFailed),
            Some(About::StatusFalse) => return Some(Unknown::StatusFalse),
            None => {}
        }
        match (self.code, self.status_class, self.number, &self.server_code) {
            (Some(_), ..) | (_, Some(_), ..) => None,
            (None, None, None, None) => Some(Unknown::NoCode),
            (None, None, ..) => Some(Unknown::Code),
        }
    }
}

impl Finding {
    /// Takes everything out of it that is the server's own: the message, its values, a code that is no number, the record.
    /// Its title and its advice stay the same, and it can be shown to anyone.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.server_text = None;
        self.record = None;
        self.server_code = self.server_code.map(|_| Box::from(""));
        // What became of a job or of a list's member is told by a word of Marketo's; it decides over the texts.
        let is_word = |text: &str| matches!(text, "Failed" | "false");
        self.values
            .retain(|(name, value)| *name == "status" && matches!(value, Value::Text(text) if is_word(text)));
        self
    }

    /// Returns what it goes by: `REST 606`, the bare number of an unknown code, `HTTP 418` of a status without a code;
    /// `None` without a number. What the server gave for a code that is not a number is not repeated.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match (self.code, self.number) {
            (Some(code), _) => Some(code.to_string()),
            (None, Some(number)) if self.status_class.is_some() => Some(format!("HTTP {number}")),
            (None, Some(number)) => Some(number.to_string()),
            (None, None) => None,
        }
    }
}

/// Writes one line on what went wrong, in English: what [`Finding::title`] says, or without texts the code.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "texts")]
        return f.pad(&self.title(Locale::En));
        #[cfg(not(feature = "texts"))]
        f.pad(&self.name().unwrap_or_else(|| "no code".to_owned()))
    }
}

impl std::error::Error for Finding {}

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
