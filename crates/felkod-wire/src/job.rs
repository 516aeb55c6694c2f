//! Bulk jobs: what the status of one says went wrong. It has no code; the figures are its values.

use felkod_catalog::{Advice, Applied, Category, EscalateTo, Level, Retry, Value};

use crate::{
    draft::{Draft, Raw},
    report::Finding,
    scalar::Scalar,
};

/// The names of the values of an error without a code.
pub(crate) const VALUES: [&str; 4] = ["rows_failed", "rows_processed", "rows_with_warning", "status"];

/// A record of `result`, as far as it is the status of a job.
#[derive(Default)]
pub(crate) struct Job {
    has_id: bool,
    is_failed: bool,
    text: Option<String>,
    /// By the order of `VALUES`.
    figures: [Option<u64>; 3],
}

impl Job {
    /// Takes a value of the record.
    pub(crate) fn take(&mut self, key: &str, value: Scalar<'_>) {
        match key {
            "exportId" | "importId" | "batchId" => self.has_id = true,
            "numOfRowsFailed" => self.figures[0] = value.into_count(),
            "numOfRowsWithWarning" => self.figures[2] = value.into_count(),
            "errorMsg" => self.text = value.text().map(str::to_owned),
            "message" => self.text = self.text.take().or(value.text().map(str::to_owned)),
            _ => self.figures[1] = value.into_count(),
        }
    }

    /// Takes the status of the record.
    pub(crate) fn status(&mut self, status: &str) {
        self.is_failed |= status == "Failed";
    }

    /// Tells the draft what went wrong, and whether the job failed as a whole.
    pub(crate) fn tell(self, record: usize, draft: &mut Draft) -> bool {
        let [failed, processed, warned] = self.figures;
        let has_failed_rows = failed.is_some_and(|failed| failed > 0);
        if !self.has_id || !(self.is_failed || has_failed_rows) {
            return false;
        }
        let mut values = Vec::new();
        for (name, figure) in VALUES.into_iter().zip([failed, processed, warned]) {
            values.extend(figure.map(|figure| (name, Value::Number(figure))));
        }
        if self.is_failed {
            values.push(("status", Value::from("Failed")));
        }
        draft.finding_without_code(Raw { code: None, text: self.text }, Level::Job, record, values);
        self.is_failed
    }
}

/// What an error without a code is about, where its level and its values tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    JobFailed,
    RowsFailed,
    StatusFalse,
}

impl About {
    pub(crate) fn of(finding: &Finding) -> Option<Self> {
        let has_code = finding.code.is_some() || finding.number.is_some() || finding.server_code.is_some();
        let status = match finding.value("status") {
            Some(Value::Text(status)) => Some(status.as_str()),
            Some(Value::Number(_)) | None => None,
        };
        match (finding.level, status) {
            _ if has_code => None,
            (Level::Job, Some("Failed")) => Some(Self::JobFailed),
            (Level::Job, _) => Some(Self::RowsFailed),
            (Level::Record, Some("false")) => Some(Self::StatusFalse),
            _ => None,
        }
    }

    /// Tells whether it has columns. What `false` means depends on the question, so that nothing is advised there.
    fn of_job<T>(self, column: T) -> Option<T> {
        (self != Self::StatusFalse).then_some(column)
    }

    pub(crate) fn category(self) -> Option<Category> {
        self.of_job(Category::InvalidRequest)
    }

    pub(crate) fn advice(self) -> Option<Advice> {
        self.of_job(Advice::FixRequest)
    }

    pub(crate) fn applied(self) -> Option<Applied> {
        // The failed rows were not imported; of a failed job some may have been.
        self.of_job(if self == Self::JobFailed { Applied::Maybe } else { Applied::No })
    }

    pub(crate) fn retry(self) -> Option<Retry> {
        self.of_job(Retry::No)
    }

    pub(crate) fn escalate_to(self) -> Option<EscalateTo> {
        self.of_job(EscalateTo::Developer)
    }
}
