//! `felkod read`: what responses say.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
};

use felkod::{Api, Limits, Outcome, Reader, Report};

use crate::{
    decision::{self, Request},
    layout::{TITLE, harmless},
    lines,
    options::{Format, word},
    output::Output,
    page,
    summary::Summary,
};

/// The exit status of a file that cannot be read; those of a body are by its outcome.
const UNREADABLE: u8 = 2;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files with one response each; reads standard input if there is no file or the file is -
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// HTTP status of the response (100 to 599), for a body that does not give it, such as a gateway's page or plain text
    #[arg(long, value_parser = clap::value_parser!(u16).range(100..=599))]
    status: Option<u16>,
    /// API that was called, if the body does not say
    #[arg(long, value_parser = word(Api::ALL, Api::as_str))]
    api: Option<Api>,
    /// Header of the response; only X-Request-Id and Retry-After are used
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(String, String)>,
    /// Show only the errors of this record (its index in result, starting at 0) and of the whole call
    #[arg(long, value_name = "INDEX")]
    record: Option<usize>,
    /// Read each line as a response (JSON Lines) and print one line for each, as soon as it is read
    #[arg(long)]
    lines: bool,
    /// Leave out responses without an error
    #[arg(long)]
    errors_only: bool,
    /// Output format; for several responses, JSON has one line per response
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten, next_help_heading = "About the request")]
    request: Request,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let mut reader = Reader::new();
    if let Some(status) = arguments.status {
        reader = reader.status(status);
    }
    if let Some(api) = arguments.api {
        reader = reader.api(api);
    }
    for (name, value) in &arguments.headers {
        reader = reader.header(name, value);
    }
    if arguments.lines {
        reader = reader.limits(lines::limits());
    }
    let stdin = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &stdin } else { arguments.files.as_slice() };
    let is_one = files.len() == 1 && !arguments.lines;
    let mut job = Job { arguments, reader, is_one, is_first: true, summary: Summary::default(), output };
    for path in files {
        let name = harmless(&path.display().to_string());
        let read = job.open(path).map_err(Failure::Reading).and_then(|file| {
            if arguments.lines { lines::read(&mut job, &name, file) } else { job.whole(&name, file) }
        });
        match read {
            Ok(()) => {}
            Err(Failure::Writing(error)) => return Err(error),
            Err(Failure::Reading(error)) => {
                job.output.complain_of("unreadable", &name, &error)?;
                job.output.status = UNREADABLE;
            }
        }
    }
    let is_summed = !is_one && arguments.format == Format::Text && io::stdout().is_terminal();
    if is_summed { job.summary.write(job.output) } else { Ok(()) }
}

/// What went wrong between input and output.
pub(crate) enum Failure {
    /// The file cannot be read: the others still can.
    Reading(io::Error),
    /// The output cannot be written: that is the end.
    Writing(io::Error),
}

/// Reading several files, one after another.
pub(crate) struct Job<'a> {
    arguments: &'a Arguments,
    reader: Reader,
    /// Whether there is one response, which needs no source.
    is_one: bool,
    is_first: bool,
    summary: Summary,
    pub(crate) output: &'a mut Output,
}

impl Job<'_> {
    fn open(&mut self, path: &Path) -> io::Result<Box<dyn Read>> {
        if path.as_os_str() != "-" {
            return Ok(Box::new(File::open(path)?));
        }
        let stdin = io::stdin();
        if stdin.is_terminal() {
            let hint = self.output.words.get("reading-terminal");
            self.output.complain(&hint)?;
        }
        Ok(Box::new(stdin.lock()))
    }

    /// Reads a file as one response, up to the limit and one byte further, which tells that there is more.
    fn whole(&mut self, name: &str, file: Box<dyn Read>) -> Result<(), Failure> {
        let limit = Limits::default().bytes;
        let mut body = Vec::new();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        file.take(most).read_to_end(&mut body).map_err(Failure::Reading)?;
        self.response(name, &body).map_err(Failure::Writing)
    }

    /// Reads a response and writes what it says.
    pub(crate) fn response(&mut self, source: &str, body: &[u8]) -> io::Result<()> {
        let mut report = self.reader.read(body);
        let record = self.arguments.record;
        if let Some(record) = record {
            report = report.of_record(record);
        }
        self.output.status = worse(self.output.status, status(report.outcome));
        self.summary.add(&report, self.output.words.locale);
        if self.arguments.errors_only && report.outcome == Outcome::Success {
            return Ok(());
        }
        match self.arguments.format {
            Format::Text if self.arguments.lines => lines::write(&report, record, source, self.output),
            Format::Text => {
                if !self.is_one {
                    let gap = if self.is_first { "" } else { "\n" };
                    writeln!(self.output, "{gap}{TITLE}{source}{TITLE:#}")?;
                    self.is_first = false;
                }
                let decided = self.arguments.request.decide(&report, decision::now());
                page::write(&report, &decided, record, body.trim_ascii().is_empty(), self.output)
            }
            Format::Json => {
                self.say_no_such_record(&report, source)?;
                let request = &self.arguments.request;
                let mut json = request.report_json(&report, decision::now(), self.output.words.locale);
                if self.is_one {
                    return self.output.json(&json);
                }
                json.push("source", source);
                self.output.json_line(&json)
            }
        }
    }

    /// Says beside JSON, which has no place for it, that a response tells nothing about the record asked for.
    fn say_no_such_record(&mut self, report: &Report, source: &str) -> io::Result<()> {
        let Some(record) = self.arguments.record else { return Ok(()) };
        if !report.findings.is_empty() || report.outcome != Outcome::Success {
            return Ok(());
        }
        let note = page::outcome(report, Some(record), &self.output.words);
        self.output.complain(&format!("{source}: {note}"))
    }
}

/// Splits a header into its name and its value.
fn header(line: &str) -> Result<(String, String), String> {
    let (name, value) = line.split_once(':').ok_or("a header has a colon after its name")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

fn status(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Success => 0,
        Outcome::Partial | Outcome::Error => 1,
        Outcome::Unrecognized | _ => 3,
    }
}

/// Returns the worse of two exit statuses: an unreadable file, then errors, then an unknown body, then none.
fn worse(a: u8, b: u8) -> u8 {
    let rank = |status| [0, 3, 1, UNREADABLE].iter().position(|known| *known == status);
    if rank(b) > rank(a) { b } else { a }
}
