//! The summary of a scan as a page of HTML: one file without a script, which loads nothing.

use std::io::{self, Write};

use askama::Template;
use felkod::{
    Level,
    scan::{By, CodeCount, Period, Summary},
};

use crate::{
    layout::harmless,
    output::Output,
    scan::{MOST, by, counts, more, span, span_of, totals},
    words::Words,
};

/// The most columns of the timeline. More hours or days than that are drawn together.
const COLUMNS: u64 = 240;

/// The length of the longest bar.
const FULL: u64 = 1_000;

/// The shortest bar that is not empty, so that nobody overlooks a single error.
const SHORTEST: u64 = 12;

#[derive(Template)]
#[template(path = "scan.html")]
struct Page {
    lang: &'static str,
    title: String,
    counts: String,
    span: String,
    notices: Vec<String>,
    legend: [(&'static str, String); 2],
    chart: Option<Chart>,
    codes_title: String,
    codes: Vec<Code>,
    more: String,
    unreadable_title: String,
    unreadable: Vec<(String, String)>,
}

/// What came up by hour, day or file.
struct Chart {
    title: String,
    details: String,
    /// The columns of the timeline; none for files.
    columns: Vec<Bar>,
    /// How many calls and records failed in the highest of them.
    highest: String,
    first: String,
    last: String,
    heads: [String; 4],
    rows: Vec<Row>,
    more: String,
}

/// A bar of failed calls and failed records, in thousandths of the longest.
struct Bar {
    label: String,
    calls: u64,
    records: u64,
}

/// A row of the table of hours, days or files.
struct Row {
    which: String,
    counts: [String; 3],
    bar: Bar,
}

/// An error.
struct Code {
    title: String,
    class: &'static str,
    share: u64,
    rows: Vec<Fact>,
}

/// A label and what belongs to it: one text, or several steps.
struct Fact {
    label: String,
    texts: Vec<String>,
    is_path: bool,
}

/// Writes the page.
pub(crate) fn write(summary: &Summary, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let path = |path: &std::path::Path| harmless(&path.display().to_string());
    let unreadable = summary.unreadable.iter().map(|file| (path(&file.path), harmless(&file.error)));
    let longest = summary.codes.first().map_or(0, |code| code.count);
    let page = Page {
        lang: words.locale.tag(),
        title: words.get("scan-title"),
        counts: totals(summary, words).join(" · "),
        span: span_of(summary, words).unwrap_or_default(),
        notices: notices(summary, words),
        legend: [("calls", words.get("scan-head-calls")), ("records", words.get("scan-head-records"))],
        chart: chart(summary, words),
        codes_title: words.get("scan-codes"),
        codes: summary.codes.iter().take(MOST).map(|of| code(summary, of, longest, words)).collect(),
        more: more(summary.codes.len(), words).unwrap_or_default(),
        unreadable_title: words.get("scan-unreadable"),
        unreadable: unreadable.collect(),
    };
    writeln!(output, "{}", page.render().map_err(io::Error::other)?)
}

fn notices(summary: &Summary, words: &Words) -> Vec<String> {
    let interrupted = summary.is_interrupted.then(|| words.get("scan-interrupted"));
    let nothing = (summary.answers == 0).then(|| words.get("scan-nothing"));
    interrupted.into_iter().chain(nothing).collect()
}

fn chart(summary: &Summary, words: &Words) -> Option<Chart> {
    let failed: Vec<&Period> =
        summary.periods.iter().filter(|period| period.calls > 0 || period.records > 0).collect();
    if failed.is_empty() {
        return None;
    }
    let (columns, highest) = columns(summary, &failed, words);
    let longest = failed.iter().map(|period| period.calls + period.records).max().unwrap_or_default();
    let row = |period: &&Period| Row {
        which: which(summary, period),
        counts: [period.answers, period.calls, period.records].map(|count| words.number(count)),
        bar: bar(String::new(), period.calls, period.records, longest),
    };
    let end = |period: Option<&&Period>| period.map(|period| which(summary, period)).unwrap_or_default();
    Some(Chart {
        title: by(summary, words),
        details: words.get("scan-details"),
        highest: words.with("scan-highest", &[("number", words.number(highest).into())]),
        columns,
        first: end(failed.first()),
        last: end(failed.last()),
        heads: [
            words.get(if summary.by == By::File { "scan-head-file" } else { "scan-head-start" }),
            words.get("scan-head-answers"),
            words.get("scan-head-calls"),
            words.get("scan-head-records"),
        ],
        rows: failed.iter().take(MOST).map(row).collect(),
        more: more(failed.len(), words).unwrap_or_default(),
    })
}

/// Returns the columns of the timeline, each hour or day at its place, the empty ones too, and the failures of the
/// highest.
fn columns(summary: &Summary, failed: &[&Period], words: &Words) -> (Vec<Bar>, u64) {
    const HOUR: i64 = 3_600_000;
    let unit = match summary.by {
        By::Hour => HOUR,
        By::Day => 24 * HOUR,
        By::File | _ => return (Vec::new(), 0),
    };
    let starts = || failed.iter().filter_map(|period| period.start);
    let (Some(first), Some(last)) = (starts().min(), starts().max()) else { return (Vec::new(), 0) };
    // A day has 23 to 25 hours: each goes to the column nearest to its start.
    let place = |start: i64| u64::try_from((start - first + unit / 2) / unit).unwrap_or_default();
    let together = (place(last) + 1).div_ceil(COLUMNS);
    let count = place(last) / together + 1;
    let mut sums = vec![(None, None, 0, 0, 0); usize::try_from(count).unwrap_or_default()];
    for period in failed {
        let Some(start) = period.start else { continue };
        let column = usize::try_from(place(start) / together).ok().and_then(|at| sums.get_mut(at));
        let Some((from, to, answers, calls, records)) = column else { continue };
        *from = from.or(Some(start));
        *to = Some(start);
        *answers += period.answers;
        *calls += period.calls;
        *records += period.records;
    }
    let longest = sums.iter().map(|(.., calls, records)| calls + records).max().unwrap_or_default();
    let column = |&(from, to, answers, calls, records): &(Option<i64>, Option<i64>, u64, u64, u64)| {
        let time = from.zip(to).map(|(from, to)| span(summary, from, to, words));
        let counts = counts(answers, calls, records, words);
        let label: Vec<String> = time.into_iter().chain(counts).collect();
        bar(label.join(" · "), calls, records, longest)
    };
    (sums.iter().map(column).collect(), longest)
}

fn bar(label: String, calls: u64, records: u64, longest: u64) -> Bar {
    let calls = share(calls, longest);
    // Both together may be no longer than the longest, however short each may be.
    let records = share(records, longest).min(FULL - calls);
    Bar { label, calls, records }
}

/// Returns a count in thousandths of the largest.
fn share(count: u64, largest: u64) -> u64 {
    let exact = u128::from(count) * u128::from(FULL) / u128::from(largest.max(1));
    let exact = u64::try_from(exact).unwrap_or(FULL).min(FULL);
    if count == 0 { 0 } else { exact.max(SHORTEST) }
}

/// Returns the start of a period, or its file.
fn which(summary: &Summary, period: &Period) -> String {
    let path = || period.path.as_ref().map(|path| harmless(&path.display().to_string()));
    period.start.map(|start| summary.zone.write(start)).or_else(path).unwrap_or_default()
}

fn code(summary: &Summary, code: &CodeCount, longest: u64, words: &Words) -> Code {
    let finding = &code.finding;
    let arguments =
        [("count", words.number(code.count).into()), ("title", finding.title(words.locale).into())];
    let fact = |label: String, texts: Vec<String>, is_path| Fact { label, texts, is_path };
    let steps: Vec<String> =
        finding.steps(words.locale).iter().map(|step| AsRef::<str>::as_ref(step).to_owned()).collect();
    let seen = code.first_seen.zip(code.last_seen).map(|(first, last)| span(summary, first, last, words));
    let path = harmless(&code.example.path.display().to_string());
    let rows = [
        fact(
            words.get("label-explanation"),
            finding.note(words.locale).map(Into::into).into_iter().collect(),
            false,
        ),
        fact(words.get("label-remedy"), steps, false),
        fact(words.get("label-seen"), seen.into_iter().collect(), false),
        fact(words.get("label-example"), vec![format!("{path}:{}", code.example.line)], true),
    ];
    Code {
        title: words.with("summary-row", &arguments),
        class: if finding.level == Level::Record { "records" } else { "calls" },
        share: share(code.count, longest),
        rows: rows.into_iter().filter(|row| !row.texts.is_empty()).collect(),
    }
}
