//! Making reports by hand, for tests of what others build on them.

use felkod_catalog::{Api, Case, Code, Level, Remark};

use crate::{
    draft::{Draft, Known, Raw, RawCode},
    limits::Limits,
    report::{Report, Wait},
};

/// Makes a report without a body, so that a program can test what it does with one.
///
/// The report is what [`read`](crate::read) gives for a body that says the same: code, case, values and outcome follow
/// from the numbers and messages.
///
/// # Examples
///
/// ```
/// use felkod_catalog::{Advice, Api, Outcome};
/// use felkod_wire::Report;
///
/// let report = Report::builder(Api::Rest).record_error(2, 1004, "Lead not found").build();
/// assert_eq!(report.outcome, Outcome::Partial);
/// assert_eq!(report.by_record()[&2].advice(), Some(Advice::TreatAsAbsent));
/// ```
#[derive(Debug)]
#[must_use]
pub struct ReportBuilder {
    api: Api,
    known: Known,
    steps: Vec<Step>,
}

/// What a builder was told, in its order.
#[derive(Debug)]
enum Step {
    Error { number: u32, text: String, record: Option<usize> },
    Warning { number: u32, text: String },
    Remark(Remark),
}

impl Report {
    /// Makes a report of a response that reports a code, or one of its cases, about the call as a whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_catalog::Code;
    /// use felkod_wire::Report;
    ///
    /// let report = Report::example(Code::RestRateLimitExceeded, None);
    /// assert_eq!(report.findings[0].number, Some(606));
    /// ```
    #[must_use]
    pub fn example(code: Code, case: Option<Case>) -> Self {
        let mut report = Self::builder(code.api()).error(code.as_u32(), "").build();
        for finding in &mut report.findings {
            finding.case = case;
        }
        report
    }

    /// Starts a report of a response of an API; without anything more it is a success.
    pub fn builder(api: Api) -> ReportBuilder {
        ReportBuilder { api, known: Known::default(), steps: Vec::new() }
    }
}

impl ReportBuilder {
    /// Sets the HTTP status, from 100 to 599. It adds a finding where no error is added.
    pub fn status(mut self, status: u16) -> Self {
        self.known.set_status(status);
        self
    }

    /// Sets the request id.
    pub fn request_id(mut self, id: &str) -> Self {
        self.known.request_id = Some(id.into());
        self
    }

    /// Sets how long the server asks to wait.
    pub fn server_wait(mut self, wait: Wait) -> Self {
        self.known.server_wait = Some(wait);
        self
    }

    /// Adds an error of the call as a whole, by its number and the server's message.
    pub fn error(mut self, number: u32, text: &str) -> Self {
        self.steps.push(Step::Error { number, text: text.to_owned(), record: None });
        self
    }

    /// Adds an error of a record, by its index in `result`, from 0.
    pub fn record_error(mut self, record: usize, number: u32, text: &str) -> Self {
        self.steps.push(Step::Error { number, text: text.to_owned(), record: Some(record) });
        self
    }

    /// Adds a warning.
    pub fn warning(mut self, number: u32, text: &str) -> Self {
        self.steps.push(Step::Warning { number, text: text.to_owned() });
        self
    }

    /// Adds a remark. One that says that a part was left unread makes a success unrecognized.
    pub fn remark(mut self, remark: Remark) -> Self {
        self.steps.push(Step::Remark(remark));
        self
    }

    /// Makes the report.
    #[must_use]
    pub fn build(self) -> Report {
        let has_status = self.known.status.is_some();
        let mut draft = Draft::new(self.known, Limits::default());
        draft.recognize(self.api);
        for step in self.steps {
            match step {
                Step::Error { number, text, record } => {
                    let level = match (record, self.api) {
                        (Some(_), _) => Level::Record,
                        (None, Api::Soap) => Level::Fault,
                        (None, _) => Level::Response,
                    };
                    draft.finding(self.api, raw(number, text), level, record);
                }
                Step::Warning { number, text } => draft.warning(self.api, raw(number, text)),
                Step::Remark(remark) => draft.remark(remark),
            }
        }
        draft.has_succeeded = !has_status;
        draft.weigh_status(true);
        draft.finish(true)
    }
}

fn raw(number: u32, text: String) -> Raw {
    Raw { code: Some(RawCode::Number(number)), text: Some(text) }
}
