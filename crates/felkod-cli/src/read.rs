//! `felkod read`: what responses say.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
};

use felkod::{Answer, Api, Finder, Limits, Outcome, Reader, Report, Wrapping};

use crate::{
    decision::{self, Request},
    input::{Input, Next},
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
    /// Files with responses, such as bodies, recordings, or logs; reads standard input if there is no file or the file is -
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// HTTP status of the response (100 to 599), for a body that does not give it, such as a gateway's page or plain text;
    /// like --api and --header, only for a file that is one response
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
            if arguments.lines {
                lines::read(&mut job, &name, file)
            } else {
                job.whole(&name, &Input::new(file))
            }
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
    let is_summed = !job.is_one && arguments.format == Format::Text && io::stdout().is_terminal();
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
    fn open(&mut self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        if path.as_os_str() != "-" {
            return Ok(Box::new(File::open(path)?));
        }
        let stdin = io::stdin();
        if stdin.is_terminal() {
            let hint = self.output.words.get("reading-terminal");
            self.output.complain(&hint)?;
        }
        Ok(Box::new(stdin))
    }

    /// Reads a file: as one response where it is that or has but one, else each response in it as soon as it is found.
    ///
    /// Where nothing comes for a while behind the first response, it does not wait for the end any longer: `tail -f`
    /// has none.
    fn whole(&mut self, name: &str, input: &Input) -> Result<(), Failure> {
        let limit = Limits::default().bytes;
        let mut found = Found { body: Vec::new(), first: None, is_several: false };
        let mut finder = Finder::with(self.reader.clone());
        loop {
            let answers = match input.next(!found.is_several) {
                Next::End => break,
                Next::Error(error) => return Err(Failure::Reading(error)),
                Next::Nothing => {
                    let settled = finder.settle();
                    found.is_several = found.first.is_some() || !settled.is_empty();
                    if let Some(first) = found.first.take() {
                        self.answer(name, first).map_err(Failure::Writing)?;
                    }
                    settled
                }
                Next::Piece(piece) => {
                    if !found.is_several {
                        // One byte more than the limit tells that there is more.
                        let room = (limit + 1).saturating_sub(found.body.len());
                        found.body.extend_from_slice(&piece[..piece.len().min(room)]);
                    }
                    finder.push(&piece)
                }
            };
            self.found(name, answers, &mut found).map_err(Failure::Writing)?;
            if found.is_several {
                found.body = Vec::new();
                self.output.flush().map_err(Failure::Writing)?;
            }
            // A file without an end, such as a device, is read as far as one response would be.
            if found.body.len() > limit {
                return self.response(name, &found.body).map_err(Failure::Writing);
            }
        }
        self.found(name, finder.finish(), &mut found).map_err(Failure::Writing)?;
        let Found { body, first, is_several } = found;
        match first {
            _ if is_several => Ok(()),
            Some(answer) if is_whole(&answer, &body) => self.tell(answer.report, &Source::of(name), false),
            _ => self.response(name, &body),
        }
        .map_err(Failure::Writing)
    }

    /// Takes what was found in a file. The first response waits until it is known whether it is the only one.
    fn found(&mut self, name: &str, answers: Vec<Answer>, found: &mut Found) -> io::Result<()> {
        for answer in answers {
            if !found.is_several && found.first.is_none() {
                found.first = Some(answer);
                continue;
            }
            found.is_several = true;
            if let Some(first) = found.first.take() {
                self.answer(name, first)?;
            }
            self.answer(name, answer)?;
        }
        Ok(())
    }

    /// Writes what one of several responses in a file says.
    fn answer(&mut self, name: &str, answer: Answer) -> io::Result<()> {
        self.is_one = false;
        let source = format!("{name}:{}", answer.line);
        self.tell(
            answer.report,
            &Source { name: &source, is_part: true, wrapped_in: answer.wrapped_in },
            false,
        )
    }

    /// Reads a response and writes what it says.
    pub(crate) fn response(&mut self, source: &str, body: &[u8]) -> io::Result<()> {
        self.tell(self.reader.read(body), &Source::of(source), body.trim_ascii().is_empty())
    }

    /// Writes what a response says. `is_empty` tells that its body has nothing in it.
    fn tell(&mut self, mut report: Report, source: &Source<'_>, is_empty: bool) -> io::Result<()> {
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
            Format::Text if self.arguments.lines => lines::write(&report, record, source.name, self.output),
            Format::Text => {
                if !self.is_one {
                    let gap = if self.is_first { "" } else { "\n" };
                    writeln!(self.output, "{gap}{TITLE}{}{TITLE:#}", source.name)?;
                    self.is_first = false;
                }
                let decided = self.arguments.request.decide(&report, decision::now());
                page::write(&report, &decided, record, is_empty, self.output)
            }
            Format::Json => {
                self.say_no_such_record(&report, source.name)?;
                let request = &self.arguments.request;
                let mut json = request.report_json(&report, decision::now(), self.output.words.locale);
                if self.is_one {
                    return self.output.json(&json);
                }
                json.push("source", source.name);
                if source.is_part {
                    json.push("wrapped_in", source.wrapped_in.map(Wrapping::as_str));
                }
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

/// What was found in a file so far.
struct Found {
    /// The file from its start, as long as it may be one response.
    body: Vec<u8>,
    first: Option<Answer>,
    is_several: bool,
}

/// Where a response comes from.
struct Source<'s> {
    name: &'s str,
    /// Whether it is one of several in a file.
    is_part: bool,
    wrapped_in: Option<Wrapping>,
}

impl<'s> Source<'s> {
    fn of(name: &'s str) -> Self {
        Self { name, is_part: false, wrapped_in: None }
    }
}

/// Tells whether a response is all there is in a body, so that it need not be read again.
fn is_whole(answer: &Answer, body: &[u8]) -> bool {
    let is_all = |length: u64| usize::try_from(length).is_ok_and(|length| length == body.trim_ascii().len());
    answer.wrapped_in.is_none() && is_all(answer.range.end - answer.range.start)
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
