//! Reading responses, and finding them.

use std::{
    str,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use felkod::{
    Answer, Category, Finder, Locale, Outcome, Reader, Report, Retry, Wrapping,
    json::Json,
    retry::{Attempts, Idempotency, Policy},
};

use crate::{
    arguments::{LARGEST, Object},
    frame::Fault,
    units::in_units,
};

/// What is known of a response, and how it is to be told.
pub(crate) struct Known {
    /// Whether the body was a string of JavaScript: it has been decoded, and places in it are counted in UTF-16 units.
    is_text: bool,
    reader: Reader,
    pub(crate) locale: Locale,
    /// In Unix milliseconds.
    pub(crate) now: u64,
    request: Idempotency,
    insists: bool,
}

impl Known {
    pub(crate) fn of(arguments: &mut Object<'_>) -> Result<Self, Fault> {
        let mut known = arguments.some_object("known")?;
        let mut reader = Reader::new();
        if let Some(status) = known.number("status")? {
            reader = reader.status(status.try_into().unwrap_or(u16::MAX));
        }
        if let Some(api) = known.word("api")? {
            reader = reader.api(api);
        }
        for header in known.list("headers")? {
            let mut pair = header.list("headers")?.into_iter();
            let [name, value] =
                [pair.next(), pair.next()].map(|text| text.unwrap_or_default().text("headers"));
            reader = reader.header(name?, value?);
        }
        Ok(Self {
            is_text: known.truth("is_text")?.unwrap_or_default(),
            reader,
            locale: locale_of(&mut known)?,
            now: millis_of(&mut known)?,
            request: known.word("request")?.unwrap_or_default(),
            insists: known.truth("insists")?.unwrap_or_default(),
        })
    }

    /// Reads a body.
    pub(crate) fn read(&self, body: &[u8]) -> Report {
        match self.text(body) {
            Some(text) => self.reader.read_text(text),
            None => self.reader.read(body),
        }
    }

    /// Returns the body as a string, where it was one.
    fn text<'b>(&self, body: &'b [u8]) -> Option<&'b str> {
        if self.is_text { str::from_utf8(body).ok() } else { None }
    }

    /// Returns the JSON that the command prints of a report.
    fn json(&self, report: &Report) -> Json {
        let mut attempts = Attempts::seeded(self.request, 0);
        attempts.insists = self.insists;
        Policy::for_people().report_json(&mut attempts, report, self.now, self.locale)
    }
}

/// Takes the language of the texts; English where felkod lacks it.
pub(crate) fn locale_of(arguments: &mut Object<'_>) -> Result<Locale, Fault> {
    Ok(Locale::from_tag(arguments.some_text("lang")?))
}

/// Takes the time, in Unix milliseconds.
pub(crate) fn millis_of(arguments: &mut Object<'_>) -> Result<u64, Fault> {
    arguments.take("now").unwrap_or_default().number("now", LARGEST)
}

/// Reads a body: the JSON that the command prints. With `partial`, which says whether an outcome in which only some records
/// failed is an error too, what else is asked of a report stands beside it.
pub(crate) fn read(mut arguments: Object<'_>, body: &[u8]) -> Result<Json, Fault> {
    let known = Known::of(&mut arguments)?;
    let report = known.read(body);
    let json = known.json(&report);
    Ok(match arguments.truth("partial")? {
        None => json,
        Some(partial) => {
            let facts = facts(&report, partial, known.now, known.locale);
            Json::from(vec![("report", json), ("facts", facts)])
        }
    })
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
pub(crate) fn find(mut arguments: Object<'_>, body: &[u8]) -> Result<Json, Fault> {
    let known = Known::of(&mut arguments)?;
    let finder = Finder::with(known.reader.clone());
    let mut answers: Vec<Answer> = match known.text(body) {
        Some(text) => finder.find_text(text),
        None => finder.find(body).collect(),
    };
    if known.is_text {
        let ranges = answers.iter_mut().map(|answer| &mut answer.range);
        in_units(ranges.flat_map(|range| [&mut range.start, &mut range.end]).collect(), body);
    }
    let json = |answer: &Answer| {
        Json::from(vec![
            ("start", answer.range.start.into()),
            ("end", answer.range.end.into()),
            ("line", answer.line.into()),
            ("wrapped_in", answer.wrapped_in.map(Wrapping::as_str).into()),
            ("report", known.json(&answer.report)),
        ])
    };
    Ok(answers.iter().map(json).collect())
}
