//! A report in the making: the formats tell it what they find, and it asks the catalogue.

use felkod::{Api, Code, Level, Outcome, Remark};

use crate::{
    limits::Limits,
    report::{Count, Finding, Report},
    values,
};

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
    limits: Limits,
    status: Option<u16>,
    api: Option<Api>,
    /// Whether the body is an answer of Marketo's.
    pub(crate) is_recognized: bool,
    /// Whether the body says that the call failed, whatever its findings.
    pub(crate) has_failed: bool,
    /// How many errors of the call and of records were left out.
    left_out_of_call: usize,
    left_out_of_records: usize,
}

impl Draft {
    pub(crate) fn new(
        status: Option<u16>,
        api: Option<Api>,
        request_id: Option<Box<str>>,
        limits: Limits,
    ) -> Self {
        Self {
            report: Report {
                api: None,
                outcome: Outcome::Unrecognized,
                request_id,
                findings: Vec::new(),
                warnings: Vec::new(),
                counts: Vec::new(),
                remarks: Vec::new(),
                left_out: 0,
            },
            limits,
            status,
            api,
            is_recognized: false,
            has_failed: false,
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
        self.report.api.or(self.api)
    }

    /// Returns the HTTP status, if the caller gave it.
    pub(crate) fn status(&self) -> Option<u16> {
        self.status
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

    /// Forgets what was found, to read the same body once more or another one.
    pub(crate) fn restart(&mut self) {
        self.report.api = None;
        self.report.findings.clear();
        self.report.warnings.clear();
        self.report.counts.clear();
        // What is to be said of the bytes stays.
        self.report.remarks.retain(|remark| matches!(remark, Remark::TooLarge | Remark::InvalidText));
        self.report.left_out = 0;
        self.left_out_of_call = 0;
        self.left_out_of_records = 0;
        self.is_recognized = false;
        self.has_failed = false;
    }

    pub(crate) fn count(&mut self, api: Api, number: u32, count: u64) {
        if self.report.counts.len() < self.limits.findings {
            self.report.counts.push(Count { number, code: known(api, number), count });
        } else {
            self.leave_out();
        }
    }

    pub(crate) fn finding(&mut self, api: Api, raw: Raw, level: Level, record: Option<usize>) {
        if self.report.findings.len() < self.limits.findings {
            self.report.findings.push(told(api, raw, level, record));
        } else {
            match record {
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

    pub(crate) fn finish(mut self, is_whole: bool) -> Report {
        let report = &mut self.report;
        report.api = report.api.or(self.api);
        if !self.is_recognized {
            let remarks = std::mem::take(&mut report.remarks);
            self.restart();
            return Report { api: self.api, remarks, ..self.report };
        }
        let of_the_call = || report.findings.iter().filter(|finding| finding.record.is_none());
        let says_failed = self.has_failed && of_the_call().next().is_none();
        let call_has_failed = self.left_out_of_call > 0 || of_the_call().any(Finding::is_failure);
        let has_failures = self.left_out_of_records > 0 || report.findings.iter().any(Finding::is_failure);
        let is_cut = !is_whole || report.remarks.iter().any(|remark| remark.leaves_a_rest_unread());
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
    let case = case.and_then(|code| code.case(Some(level), &values::without_values(text, &values)));
    let server_text = raw.text.filter(|text| !text.is_empty()).map(String::into_boxed_str);
    Finding { number, code, server_code, level, record, server_text, values, case }
}
