//! A summary as JSON.

use felkod_catalog::{Advice, Case, Code};
use felkod_wire::json::Json;

use crate::{
    options::By,
    summary::{CodeCount, Period, Summary, Unreadable},
};

impl Summary {
    /// Returns the summary as JSON. Times are in the form of RFC 3339, in [`Summary::zone`].
    ///
    /// `code` is the number, `null` where there is none. `per_hour` is `per_day` or `per_file` where that was asked for.
    #[must_use]
    pub fn json(&self) -> Json {
        let per = match self.by {
            By::Hour => "per_hour",
            By::Day => "per_day",
            By::File => "per_file",
        };
        Json::Object(vec![
            ("files", self.files.into()),
            ("answers", self.answers.into()),
            ("calls", self.calls.into()),
            ("records", self.records.into()),
            ("first_seen", self.time(self.first_seen).into()),
            ("last_seen", self.time(self.last_seen).into()),
            ("timezone", self.zone.to_string().into()),
            ("codes", self.codes.iter().map(|code| self.code(code)).collect()),
            (per, self.periods.iter().map(|period| self.period(period)).collect()),
            ("unreadable", self.unreadable.iter().map(unreadable).collect()),
            ("interrupted", self.is_interrupted.into()),
        ])
    }

    fn time(&self, millis: Option<i64>) -> Option<String> {
        millis.map(|millis| self.zone.write(millis))
    }

    fn code(&self, code: &CodeCount) -> Json {
        let finding = &code.finding;
        let example = Json::Object(vec![
            ("path", code.example.path.to_string_lossy().into()),
            ("line", code.example.line.into()),
        ]);
        Json::Object(vec![
            ("code", finding.number.or(finding.code.map(Code::as_u32)).into()),
            ("case", finding.case.map(Case::name).into()),
            ("level", finding.level.as_str().into()),
            ("count", code.count.into()),
            ("advice", finding.advice().map(Advice::as_str).into()),
            ("first_seen", self.time(code.first_seen).into()),
            ("last_seen", self.time(code.last_seen).into()),
            ("example", example),
        ])
    }

    fn period(&self, period: &Period) -> Json {
        let which = match (period.start, &period.path) {
            (Some(start), _) => ("start", self.zone.write(start).into()),
            (None, path) => ("path", path.as_ref().map(|path| path.to_string_lossy()).into()),
        };
        Json::Object(vec![
            which,
            ("answers", period.answers.into()),
            ("calls", period.calls.into()),
            ("records", period.records.into()),
        ])
    }
}

fn unreadable(file: &Unreadable) -> Json {
    Json::Object(vec![("path", file.path.to_string_lossy().into()), ("error", file.error.as_str().into())])
}
