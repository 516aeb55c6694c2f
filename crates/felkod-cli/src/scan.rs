//! `felkod scan`: which errors are in files, and how often.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    sync::{Arc, Mutex, Once, PoisonError, Weak},
    time::Duration,
};

use clap::ValueEnum;
use felkod::{
    Advice, Case, Locale,
    scan::{By, CodeCount, Options, Period, Summary, Watch, Zone, scan},
};
use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    layout::{Rows, TITLE, harmless, heading},
    output::Output,
    scan_page,
    words::Words,
};

/// How many errors and how many periods people are shown.
pub(crate) const MOST: usize = 100;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files and folders, plain or compressed (gzip, Zstandard); of a folder, all files; - is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Count only responses from this date or time on
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Count only responses before this date or time
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Time zone of stamps without one: a name such as Europe/Stockholm, an offset, UTC, or local
    #[arg(long, value_name = "ZONE", default_value_t = Zone::default())]
    timezone: Zone,
    /// What to break the counts down by
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = Unit::Hour)]
    by: Unit,
    /// Number of threads, which share large files [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What the counts are broken down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Unit {
    Hour,
    Day,
    File,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For spreadsheets: a row for each error
    Csv,
    /// For a browser: one page that loads nothing
    Html,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let mut options = Options::default();
    options.zone = arguments.timezone.clone();
    options.by = match arguments.by {
        Unit::Hour => By::Hour,
        Unit::Day => By::Day,
        Unit::File => By::File,
    };
    if let Some(jobs) = arguments.jobs {
        options.jobs = jobs.into();
    }
    for (text, bound) in [(&arguments.since, &mut options.since), (&arguments.until, &mut options.until)] {
        let Some(text) = text else { continue };
        *bound = arguments.timezone.time(text);
        if bound.is_none() {
            let complaint = output.words.with("no-time", &[("time", harmless(text).into())]);
            output.status = 2;
            return output.complain(&complaint);
        }
    }
    stop_on_interrupt(&options.watch);
    let summary = counted(&arguments.paths, &options, output.is_quiet);
    match arguments.format {
        Format::Text => text(&summary, output)?,
        Format::Json => output.json(&summary.json())?,
        Format::Csv => csv(&summary, output)?,
        Format::Html => scan_page::write(&summary, output)?,
    }
    output.status = u8::from(summary.has_errors());
    for file in &summary.unreadable {
        let path = harmless(&file.path.display().to_string());
        let arguments = [("file", path.into()), ("error", harmless(&file.error).into())];
        let complaint = output.words.with("unreadable", &arguments);
        output.complain(&complaint)?;
        output.status = 2;
    }
    if summary.is_interrupted {
        let complaint = output.words.get("scan-interrupted");
        output.complain(&complaint)?;
        output.status = 2;
    }
    Ok(())
}

/// Stops the scan when the user presses Ctrl-C; a second time, or after the scan, it ends the program.
pub(crate) fn stop_on_interrupt(watch: &Arc<Watch>) {
    static RUNNING: Mutex<Weak<Watch>> = Mutex::new(Weak::new());
    static HANDLER: Once = Once::new();
    /// The exit status of a program that Ctrl-C has ended.
    const INTERRUPTED: i32 = 130;
    *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(watch);
    HANDLER.call_once(|| {
        // Without a handler Ctrl-C ends the program, as it always has.
        let _ = ctrlc::set_handler(|| {
            let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner).upgrade();
            match running.filter(|watch| !watch.is_stopped()) {
                Some(watch) => watch.stop(),
                None => std::process::exit(INTERRUPTED),
            }
        });
    });
}

/// Scans, and shows on a terminal how far it has come.
fn counted(paths: &[PathBuf], options: &Options, is_quiet: bool) -> Summary {
    /// How often the progress is drawn.
    const TICK: Duration = Duration::from_millis(100);
    if is_quiet || !io::stderr().is_terminal() {
        return scan(paths, options);
    }
    let style = ProgressStyle::with_template("{spinner} {bytes} · {bytes_per_sec} · {elapsed}");
    let bar =
        ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    let drawer = std::thread::current();
    let summary = std::thread::scope(|scope| {
        let scan = scope.spawn(move || {
            let summary = scan(paths, options);
            drawer.unpark();
            summary
        });
        while !scan.is_finished() {
            bar.set_position(options.watch.bytes());
            std::thread::park_timeout(TICK);
        }
        scan.join()
    });
    bar.finish_and_clear();
    summary.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn text(summary: &Summary, output: &mut Output) -> io::Result<()> {
    let parts = totals(summary, &output.words);
    heading(output, TITLE, 0, &parts)?;
    if let Some(span) = span_of(summary, &output.words) {
        writeln!(output, "{span}")?;
    }
    if summary.answers == 0 {
        let nothing = output.words.get("scan-nothing");
        writeln!(output, "{nothing}")?;
    }
    for code in summary.codes.iter().take(MOST) {
        writeln!(output)?;
        self::code(summary, code, output)?;
    }
    write_more(summary.codes.len(), output)?;
    let failed: Vec<&Period> =
        summary.periods.iter().filter(|period| period.calls > 0 || period.records > 0).collect();
    if failed.is_empty() {
        return Ok(());
    }
    let title = by(summary, &output.words);
    writeln!(output, "\n{TITLE}{title}{TITLE:#}")?;
    for period in failed.iter().take(MOST) {
        let which = match (period.start, &period.path) {
            (Some(start), _) => summary.zone.write(start),
            (None, path) => {
                path.as_ref().map(|path| harmless(&path.display().to_string())).unwrap_or_default()
            }
        };
        let counts = counts(period.answers, period.calls, period.records, &output.words);
        writeln!(output, "  {which} · {}", counts.join(" · "))?;
    }
    write_more(failed.len(), output)
}

/// Writes how many more there are than are shown, unless there are none.
fn write_more(count: usize, output: &mut Output) -> io::Result<()> {
    more(count, &output.words).map_or(Ok(()), |line| writeln!(output, "  {line}"))
}

/// Says how many more there are than are shown; `None` where all are.
pub(crate) fn more(count: usize, words: &Words) -> Option<String> {
    let more = count.checked_sub(MOST).filter(|more| *more > 0)?;
    Some(words.with("more", &[("count", words.count(more).into())]))
}

/// Says what the counts are broken down by.
pub(crate) fn by(summary: &Summary, words: &Words) -> String {
    words.get(match summary.by {
        By::Day => "scan-by-day",
        By::File => "scan-by-file",
        By::Hour | _ => "scan-by-hour",
    })
}

fn code(summary: &Summary, code: &CodeCount, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale: Locale = words.locale;
    let finding = &code.finding;
    let arguments = [("count", words.number(code.count).into()), ("title", finding.title(locale).into())];
    let title = words.with("summary-row", &arguments);
    let mut rows = Rows::default();
    let steps = finding.steps(locale);
    if !steps.is_empty() {
        rows.add_steps(words.get("label-remedy"), &steps);
    }
    if let (Some(first), Some(last)) = (code.first_seen, code.last_seen) {
        rows.add(words.get("label-seen"), span(summary, first, last, words));
    }
    let path = harmless(&code.example.path.display().to_string());
    rows.add(words.get("label-example"), format!("{path}:{}", code.example.line));
    heading(output, TITLE, 0, &[title])?;
    rows.write(output, 2)
}

/// Says how many files were read, and what was found in them.
pub(crate) fn totals(summary: &Summary, words: &Words) -> Vec<String> {
    let files = words.with("scan-files", &of(summary.files, words));
    let counts = counts(summary.answers, summary.calls, summary.records, words);
    std::iter::once(files).chain(counts).collect()
}

/// Says from when to when the responses are, and by which clock; `None` where no time is known.
pub(crate) fn span_of(summary: &Summary, words: &Words) -> Option<String> {
    let (first, last) = summary.first_seen.zip(summary.last_seen)?;
    Some(format!("{} ({})", span(summary, first, last, words), harmless(&summary.zone.to_string())))
}

pub(crate) fn span(summary: &Summary, first: i64, last: i64, words: &Words) -> String {
    let time = |millis| summary.zone.write(millis).into();
    if first == last {
        return summary.zone.write(first);
    }
    words.with("scan-span", &[("first", time(first)), ("last", time(last))])
}

/// Says how many responses were found, and how many calls and records failed where any did.
pub(crate) fn counts(answers: u64, calls: u64, records: u64, words: &Words) -> Vec<String> {
    let mut parts = vec![words.with("scan-answers", &of(answers, words))];
    if calls > 0 {
        parts.push(words.with("scan-calls", &of(calls, words)));
    }
    if records > 0 {
        parts.push(words.with("scan-records", &of(records, words)));
    }
    parts
}

/// Returns the arguments of a string that counts.
fn of(count: u64, words: &Words) -> [(&'static str, fluent_bundle::FluentValue<'static>); 2] {
    [("number", words.number(count).into()), ("count", count.into())]
}

/// Writes a row for each error, with the keys of JSON and the title.
fn csv(summary: &Summary, output: &mut Output) -> io::Result<()> {
    let locale = output.words.locale;
    let time = |millis: Option<i64>| millis.map(|millis| summary.zone.write(millis)).unwrap_or_default();
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record([
        "code",
        "case",
        "level",
        "count",
        "advice",
        "first_seen",
        "last_seen",
        "path",
        "line",
        "title",
    ])?;
    for code in &summary.codes {
        let finding = &code.finding;
        let row = [
            finding.number.map(|number| number.to_string()).unwrap_or_default(),
            finding.case.map(Case::name).unwrap_or_default().to_owned(),
            finding.level.as_str().to_owned(),
            code.count.to_string(),
            finding.advice().map(Advice::as_str).unwrap_or_default().to_owned(),
            time(code.first_seen),
            time(code.last_seen),
            code.example.path.to_string_lossy().into_owned(),
            code.example.line.to_string(),
            finding.title(locale),
        ];
        writer.write_record(row.iter().map(|cell| harmless_cell(cell)))?;
    }
    writer.flush()
}

/// Puts an apostrophe before what a spreadsheet would run as a formula.
fn harmless_cell(cell: &str) -> String {
    let apostrophe = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("{apostrophe}{cell}")
}
