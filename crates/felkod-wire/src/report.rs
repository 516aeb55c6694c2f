//! What comes out of a body.

use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use felkod::{
    Advice, Api, Applied, Case, Category, Code, EscalateTo, Level, Locale, Outcome, Part, Remark, Retry,
    Value,
};

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
    /// How many findings and warnings were left out, see [`Limits::findings`](crate::Limits::findings).
    pub left_out: usize,
}

impl Report {
    /// Returns the advice for the call as a whole: that of its strictest finding without a record.
    ///
    /// What is accepted has no say where something else failed. A partial outcome has none: only the records its findings name are ever sent again, each by its own advice.
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        if self.outcome == Outcome::Partial {
            return None;
        }
        let counts = |finding: &&Finding| self.outcome != Outcome::Error || finding.is_failure();
        let of_the_call = self.findings.iter().filter(|finding| finding.record.is_none()).filter(counts);
        of_the_call.filter_map(Finding::advice).min_by_key(|advice| advice.strictness())
    }

    /// Returns the time that Marketo writes into the request id of a REST answer, in milliseconds since 1970-01-01
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
        /// The last millisecond that the form can write.
        const LAST: u64 = 253_402_300_799_999;
        let millis = self.request_millis().filter(|millis| *millis <= LAST)?;
        let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))?;
        Some(humantime::format_rfc3339_millis(time).to_string())
    }
}

/// Tells whether a text is a hexadecimal number, as both parts of a request id are.
pub(crate) fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
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
    pub(crate) fn is_failure(&self) -> bool {
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
