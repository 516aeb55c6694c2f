//! A report in the making: the formats tell it what they find, and it asks the catalog.

use felkod_catalog::{Api, Code, Level, Outcome, Remark, StatusClass, ToldBy, Value};

use crate::{
    limits::Limits,
    report::{Count, Finding, Report, Wait},
    values,
};

/// What the caller knows of a response besides its body.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) status: Option<u16>,
    pub(crate) api: Option<Api>,
    pub(crate) request_id: Option<Box<str>>,
    pub(crate) server_wait: Option<Wait>,
}

impl Known {
    /// Sets the HTTP status; a number that is no status is ignored.
    pub(crate) fn set_status(&mut self, status: u16) {
        self.status = (100..=599).contains(&status).then_some(status);
    }

    /// Takes the request id and the time to wait from a header.
    pub(crate) fn take_header(&mut self, name: &str, value: &str) {
        if name.eq_ignore_ascii_case("x-request-id") && !value.trim().is_empty() {
            self.request_id = Some(value.trim().into());
        } else if name.eq_ignore_ascii_case("retry-after") {
            self.server_wait = Wait::from_header(value);
        }
    }
}

/// An error as it stands in a body, before the catalog is asked.
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
#[derive(Debug)]
pub(crate) struct Draft {
    report: Report,
    limits: Limits,
    known: Known,
    /// Whether the body is a response of Marketo's.
    pub(crate) is_recognized: bool,
    /// Whether the body says that the call failed, whatever its findings.
    pub(crate) has_failed: bool,
    /// Whether the body says that the call succeeded.
    pub(crate) has_succeeded: bool,
    /// How many errors of the call and of records were left out.
    left_out_of_call: usize,
    left_out_of_records: usize,
}

impl Draft {
    pub(crate) fn new(known: Known, limits: Limits) -> Self {
        Self {
            report: Report {
                api: None,
                outcome: Outcome::Unrecognized,
                status: known.status,
                request_id: known.request_id.clone(),
                server_wait: known.server_wait,
                findings: Vec::new(),
                warnings: Vec::new(),
                counts: Vec::new(),
                counts_left_out: 0,
                remarks: Vec::new(),
                left_out: 0,
                unchanged: 0,
            },
            limits,
            known,
            is_recognized: false,
            has_failed: false,
            has_succeeded: false,
            left_out_of_call: 0,
            left_out_of_records: 0,
        }
    }

    /// Returns how deep elements may be nested.
    pub(crate) fn max_depth(&self) -> usize {
        self.limits.depth
    }

    /// Returns the API the body told, else the one the caller named.
    pub(crate) fn api(&self) -> Option<Api> {
        self.report.api.or(self.known.api)
    }

    /// Returns the HTTP status, if the caller gave it.
    pub(crate) fn status(&self) -> Option<u16> {
        self.known.status
    }

    /// Tells whether the reading was refused, for a DTD or for its depth.
    pub(crate) fn has_refused(&self) -> bool {
        self.report.remarks.iter().any(|remark| matches!(remark, Remark::DtdRefused | Remark::TooDeep))
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

    /// Tells whether the body says that something went wrong.
    pub(crate) fn has_trouble(&self) -> bool {
        self.has_failed || !self.report.findings.is_empty()
    }

    /// Tells whether an error has a code and a text of which something holds.
    pub(crate) fn has_error(&self, holds: impl Fn(Code, &str) -> bool) -> bool {
        let holds = |finding: &Finding| {
            let text = finding.server_text.as_deref().unwrap_or_default();
            finding.code.is_some_and(|code| holds(code, text))
        };
        self.report.findings.iter().any(holds)
    }

    /// Tells whether something follows the response, or hides in a part that was not read.
    pub(crate) fn leaves_another(&self) -> bool {
        self.report.remarks.iter().any(|remark| matches!(remark, Remark::TrailingData | Remark::Malformed))
    }

    /// Returns what is to be said of the bytes, whatever they hold.
    pub(crate) fn remarks_of_bytes(&mut self) -> Vec<Remark> {
        self.restart();
        std::mem::take(&mut self.report.remarks)
    }

    /// Forgets what was found, to read the same body once more or another one.
    pub(crate) fn restart(&mut self) {
        self.report.api = None;
        self.report.request_id.clone_from(&self.known.request_id);
        self.report.findings.clear();
        self.report.warnings.clear();
        self.report.counts.clear();
        self.report.counts_left_out = 0;
        // What is to be said of the bytes stays.
        self.report.remarks.retain(|remark| matches!(remark, Remark::TooLarge | Remark::InvalidText));
        self.report.left_out = 0;
        self.left_out_of_call = 0;
        self.left_out_of_records = 0;
        self.is_recognized = false;
        self.has_failed = false;
        self.has_succeeded = false;
    }

    pub(crate) fn count(&mut self, api: Api, number: u32, count: u64) {
        if self.report.counts.len() < self.limits.findings {
            self.report.counts.push(Count { number, code: known(api, number), count });
        } else {
            self.report.counts_left_out += 1;
            self.remark(Remark::TooManyFindings);
        }
    }

    pub(crate) fn finding(&mut self, api: Api, raw: Raw, level: Level, record: Option<usize>) {
        self.finding_told(told(api, raw, level, record));
    }

    /// Adds an error of a record without a code, with its values.
    pub(crate) fn finding_without_code(
        &mut self,
        raw: Raw,
        level: Level,
        record: usize,
        values: Vec<(&'static str, Value)>,
    ) {
        let api = self.api().unwrap_or(Api::Rest);
        self.finding_told(Finding { values, ..told(api, raw, level, Some(record)) });
    }

    /// Says that the job that failed was all that the call asked about.
    pub(crate) fn job_is_the_call(&mut self) {
        self.has_failed = true;
        for finding in self.report.findings.iter_mut().filter(|finding| finding.level == Level::Job) {
            finding.record = None;
        }
    }

    /// Counts the records whose refusal is to be accepted, and that were left as they are.
    fn unchanged(&self) -> usize {
        if self.report.findings.iter().all(|finding| finding.record.is_none() || finding.is_failure()) {
            return 0;
        }
        let mut records: Vec<usize> = Vec::new();
        let mut others = std::collections::BTreeSet::new();
        for finding in &self.report.findings {
            let Some(record) = finding.record else { continue };
            if finding.is_failure() {
                others.insert(record);
            } else {
                records.push(record);
            }
        }
        records.sort_unstable();
        records.dedup();
        records.iter().filter(|record| !others.contains(record)).count()
    }

    /// Adds an error that a client tells in a line. A case that is told by the level stays open: nobody knows it there.
    pub(crate) fn finding_of_line(&mut self, api: Api, raw: Raw) {
        let level = if api == Api::Soap { Level::Fault } else { Level::Response };
        let mut finding = told(api, raw, level, None);
        if finding.case.is_some_and(|case| matches!(case.told_by(), ToldBy::Level(_))) {
            finding.case = None;
        }
        self.finding_told(finding);
    }

    fn finding_told(&mut self, finding: Finding) {
        if self.report.findings.len() < self.limits.findings {
            self.report.findings.push(finding);
        } else {
            match finding.record {
                None => self.left_out_of_call += 1,
                Some(_) => self.left_out_of_records += 1,
            }
            self.leave_out();
        }
    }

    pub(crate) fn warning(&mut self, api: Api, raw: Raw) {
        if self.report.warnings.len() < self.limits.findings {
            self.report.warnings.push(told(api, raw, Level::Response, None));
        } else {
            self.leave_out();
        }
    }

    fn leave_out(&mut self) {
        self.report.left_out += 1;
        self.remark(Remark::TooManyFindings);
    }

    /// Adds the finding of an HTTP status. Its meaning is HTTP's, whichever API was called.
    pub(crate) fn status_finding(&mut self, status: u16, text: Option<&str>) {
        self.recognize(self.api().unwrap_or(Api::Rest));
        self.has_failed = true;
        let raw = Raw { code: None, text: text.map(str::to_owned) };
        let told = Finding {
            number: Some(status.into()),
            code: Code::of_status(status),
            ..told(Api::Rest, raw, Level::Http, None)
        };
        self.finding_told(told.classified());
    }

    /// Holds the HTTP status against what the body says. It adds a finding where the body names no error.
    pub(crate) fn weigh_status(&mut self, is_whole: bool) {
        let Some(status) = self.known.status.filter(|status| StatusClass::of(*status).is_some()) else {
            return;
        };
        let says_success = self.has_succeeded && !self.has_failed && !self.leaves_a_rest(is_whole);
        // Every SOAP fault comes with status 500, one that is to be accepted too.
        if self.report.findings.iter().any(|finding| finding.level == Level::Fault) {
            return;
        }
        let names_errors = self.left_out_of_call + self.left_out_of_records > 0
            || self.report.findings.iter().any(Finding::is_failure);
        if says_success && !names_errors {
            self.remark(Remark::StatusDisagrees);
        } else if !names_errors {
            self.status_finding(status, None);
        }
    }

    /// Tells whether a part of the body was left unread that could hold more errors.
    fn leaves_a_rest(&self, is_whole: bool) -> bool {
        !is_whole || self.report.remarks.iter().any(|remark| remark.leaves_a_rest_unread())
    }

    pub(crate) fn finish(mut self, is_whole: bool) -> Report {
        let is_cut = self.leaves_a_rest(is_whole);
        self.report.unchanged = self.unchanged();
        let report = &mut self.report;
        report.api = report.api.or(self.known.api);
        if !self.is_recognized {
            let remarks = std::mem::take(&mut report.remarks);
            report.unchanged = 0;
            self.restart();
            return Report { api: self.known.api, remarks, ..self.report };
        }
        let of_the_call = || report.findings.iter().filter(|finding| finding.record.is_none());
        let says_failed = self.has_failed && of_the_call().next().is_none();
        let call_has_failed = self.left_out_of_call > 0 || of_the_call().any(Finding::is_failure);
        let has_failures = self.left_out_of_records > 0 || report.findings.iter().any(Finding::is_failure);
        report.outcome = if says_failed || call_has_failed {
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

/// Asks the catalog for a number; a number of another API is no code.
fn known(api: Api, number: u32) -> Option<Code> {
    Code::try_from(number).ok().filter(|code| api == code.api())
}

/// Makes a finding of an error, with all that the catalog tells.
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
    let case = case.and_then(|code| code.case(Some(level), &values::without_values(text, &values)));
    let server_text = raw.text.filter(|text| !text.is_empty()).map(String::into_boxed_str);
    let finding =
        Finding { number, code, server_code, level, record, server_text, values, case, status_class: None };
    finding.classified_by_level()
}

impl Finding {
    /// Adds what the number says as an HTTP status, where the finding is of that level.
    pub(crate) fn classified_by_level(self) -> Self {
        if self.level == Level::Http { self.classified() } else { self }
    }

    /// Adds what the number says as an HTTP status, where it is one without a code.
    fn classified(mut self) -> Self {
        let status = self.number.and_then(|number| u16::try_from(number).ok());
        self.status_class = status.filter(|_| self.code.is_none()).and_then(StatusClass::of);
        self
    }
}
