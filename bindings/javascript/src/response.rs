//! Reading responses, and finding them.

use std::{
    borrow::Cow,
    str,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use felkod::{
    Answer, Category, Finder, Locale, Outcome, Reader, Report, Retry, Wrapping,
    json::Json,
    retry::{Attempts, Idempotency, Policy},
};
use serde::Deserialize;

use crate::frame::Fault;

/// What is known of a response, and how it is to be told.
#[derive(Deserialize)]
pub(crate) struct Known<'a> {
    /// Whether the body was a string of JavaScript: it has been decoded, and places in it are counted in UTF-16 units.
    is_text: bool,
    status: Option<u16>,
    #[serde(borrow, default)]
    headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    #[serde(borrow)]
    api: Option<Cow<'a, str>>,
    #[serde(borrow)]
    lang: Cow<'a, str>,
    /// In Unix milliseconds.
    pub(crate) now: u64,
    request: Option<Idempotency>,
    #[serde(default)]
    insists: bool,
}

impl Known<'_> {
    pub(crate) fn locale(&self) -> Locale {
        Locale::from_tag(&self.lang)
    }

    fn reader(&self) -> Result<Reader, Fault> {
        let mut reader = Reader::new();
        if let Some(status) = self.status {
            reader = reader.status(status);
        }
        if let Some(api) = &self.api {
            reader = reader.api(api.parse()?);
        }
        for (name, value) in &self.headers {
            reader = reader.header(name, value);
        }
        Ok(reader)
    }

    /// Reads a body.
    pub(crate) fn read(&self, body: &[u8]) -> Result<Report, Fault> {
        let reader = self.reader()?;
        Ok(match self.text(body) {
            Some(text) => reader.read_text(text),
            None => reader.read(body),
        })
    }

    /// Returns the body as a string, where it was one.
    fn text<'b>(&self, body: &'b [u8]) -> Option<&'b str> {
        if self.is_text { str::from_utf8(body).ok() } else { None }
    }

    /// Returns the JSON that the command prints of a report.
    fn json(&self, report: &Report) -> Json {
        let mut attempts = Attempts::seeded(self.request.unwrap_or_default(), 0);
        attempts.insists = self.insists;
        Policy::for_people().report_json(&mut attempts, report, self.now, self.locale())
    }
}

/// Reads a body: the JSON that the command prints, and beside it what else is asked of a report.
#[derive(Deserialize)]
pub(crate) struct Read<'a> {
    #[serde(borrow)]
    known: Known<'a>,
    /// Whether an outcome in which only some records failed is an error too; `None` where only the report is asked for.
    partial: Option<bool>,
}

impl Read<'_> {
    pub(crate) fn answer(self, body: &[u8]) -> Result<Json, Fault> {
        let report = self.known.read(body)?;
        let json = self.known.json(&report);
        Ok(match self.partial {
            None => json,
            Some(partial) => {
                let facts = facts(&report, partial, self.known.now, self.known.locale());
                Json::from(vec![("report", json), ("facts", facts)])
            }
        })
    }
}

/// Returns what is asked of a report beside its JSON: whether it is an error, one line free of personal data, the category
/// that makes the class of the error, the index of the finding that decides, whether the same request can succeed and how
/// long to wait before, and the index of the finding that decides about each record.
pub(crate) fn facts(report: &Report, partial: bool, now: u64, locale: Locale) -> Json {
    let is_error = match report.outcome {
        Outcome::Success => false,
        Outcome::Partial => partial,
        Outcome::Error | Outcome::Unrecognized | _ => true,
    };
    let finding = report.strictest();
    let retry = finding.and_then(felkod::Finding::retry).or(report.retry());
    let place =
        |finding: &felkod::Finding| report.findings.iter().position(|other| std::ptr::eq(other, finding));
    let now = UNIX_EPOCH.checked_add(Duration::from_millis(now)).unwrap_or(SystemTime::UNIX_EPOCH);
    Json::from(vec![
        ("is_error", is_error.into()),
        ("title", report.title(locale).into()),
        ("category", finding.and_then(felkod::Finding::category).map(Category::as_str).into()),
        ("finding", finding.and_then(place).into()),
        ("retry", report.retry().map(Retry::as_str).into()),
        ("can_succeed", retry.map(|retry| retry != Retry::No).into()),
        ("retry_after_milliseconds", report.retry_after(now).map(millis).into()),
        ("harmless_request_id", report.harmless_request_id().into()),
        ("by_record", report.by_record().values().filter_map(|finding| place(finding)).collect()),
    ])
}

/// Returns a duration in whole milliseconds, rounded up.
pub(crate) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos().div_ceil(1_000_000)).unwrap_or(u64::MAX)
}

/// Finds every response in a text.
#[derive(Deserialize)]
pub(crate) struct Find<'a> {
    #[serde(borrow)]
    known: Known<'a>,
}

impl Find<'_> {
    pub(crate) fn answer(self, body: &[u8]) -> Result<Json, Fault> {
        let finder = Finder::with(self.known.reader()?);
        let mut answers: Vec<Answer> = match self.known.text(body) {
            Some(text) => finder.find_text(text),
            None => finder.find(body).collect(),
        };
        if self.known.is_text {
            let ranges = answers.iter_mut().map(|answer| &mut answer.range);
            in_units(ranges.flat_map(|range| [&mut range.start, &mut range.end]).collect(), body);
        }
        let json = |answer: &Answer| {
            Json::from(vec![
                ("start", answer.range.start.into()),
                ("end", answer.range.end.into()),
                ("line", answer.line.into()),
                ("wrapped_in", answer.wrapped_in.map(Wrapping::as_str).into()),
                ("report", self.known.json(&answer.report)),
            ])
        };
        Ok(answers.iter().map(json).collect())
    }
}

/// Turns places in the UTF-8 of a text into places in its UTF-16, in units.
pub(crate) fn in_units(mut places: Vec<&mut u64>, text: &[u8]) {
    // Responses can lie within each other.
    places.sort();
    let (mut at, mut units) = (0, 0);
    for place in places {
        let byte = usize::try_from(*place).unwrap_or(usize::MAX).clamp(at, text.len());
        for byte in &text[at..byte] {
            // Every byte but those that continue a code point, and twice those that start one of four bytes.
            units += u64::from(byte & 0xC0 != 0x80) + u64::from(*byte >= 0xF0);
        }
        at = byte;
        *place = units;
    }
}

#[cfg(test)]
mod tests {
    use super::in_units;

    #[test]
    fn places_are_counted_as_javascript_counts_them() {
        let text = "aå漢😀b";
        for (byte, _) in text.char_indices() {
            let (mut place, mut end) = (byte as u64, text.len() as u64);
            in_units(vec![&mut end, &mut place], text.as_bytes());
            assert_eq!(place, text[..byte].encode_utf16().count() as u64, "{byte}");
            assert_eq!(end, text.encode_utf16().count() as u64);
        }
    }
}
