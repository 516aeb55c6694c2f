//! `felkod read --lines`: a response a line, each told of as soon as it is read.

use std::io::{self, BufRead, BufReader, Read, Write};

use felkod::{Limits, Report};

use crate::{
    layout::harmless,
    output::Output,
    page,
    read::{Failure, Job},
};

/// The bounds of a line. With them the command takes less than 64 MB, whatever comes.
pub(crate) fn limits() -> Limits {
    Limits::default().with_bytes(LONGEST).with_findings(1_000)
}

/// The longest line that is read whole, in bytes.
const LONGEST: usize = 8 << 20;

/// How many bytes are read at once.
const BUFFER: usize = 64 << 10;

/// Reads a file line by line. What was written is flushed before the next line is awaited.
pub(crate) fn read(job: &mut Job<'_>, name: &str, file: Box<dyn Read + Send>) -> Result<(), Failure> {
    let mut file = BufReader::with_capacity(BUFFER, file);
    let mut line = Vec::new();
    let (mut number, mut is_empty) = (0_u64, true);
    while next_line(&mut file, &mut line).map_err(Failure::Reading)? {
        number += 1;
        if !line.trim_ascii().is_empty() {
            is_empty = false;
            job.response(&format!("{name}:{number}"), &line).map_err(Failure::Writing)?;
        }
        let has_rest = line.len() > LONGEST;
        // A long line is rare: its memory is not kept for the others.
        line.clear();
        line.shrink_to(BUFFER);
        if has_rest || !file.buffer().contains(&b'\n') {
            job.output.flush().map_err(Failure::Writing)?;
        }
        if has_rest {
            file.skip_until(b'\n').map_err(Failure::Reading)?;
        }
    }
    // A file without a line is not a response either.
    if is_empty { job.response(&format!("{name}:1"), &[]).map_err(Failure::Writing) } else { Ok(()) }
}

/// Reads a line without its end, up to the longest and one byte further, which tells that there is more. Returns `false`
/// at the end of the file.
fn next_line(file: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    let length = file.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', line)?;
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    Ok(length > 0)
}

/// Writes what a response said as one line: `file:12 · REST 606 · Rate limit exceeded · requestId e42b#14272d07d78`.
pub(crate) fn write(
    report: &Report,
    record: Option<usize>,
    source: &str,
    output: &mut Output,
) -> io::Result<()> {
    let words = &output.words;
    let (strictest, style) = (report.strictest(), page::style(report));
    let title =
        strictest.map_or_else(|| page::outcome(report, record, words), |finding| finding.title(words.locale));
    let others = report.findings.len().saturating_sub(1).saturating_add(report.left_out);
    let others = (others > 0 && strictest.is_some()).then(|| {
        let arguments = [("number", words.count(others).into()), ("count", others.into())];
        words.with("more-errors", &arguments)
    });
    let id = report.request_id.as_deref().map(harmless);
    let id = id.map(|id| words.with("request-id", &[("id", id.into())]));
    let remarks = report.remarks.iter().map(|remark| remark.label(words.locale).to_owned());
    let rest: Vec<String> = others.into_iter().chain(id).chain(remarks).collect();
    write!(output, "{source} · {style}{title}{style:#}")?;
    for part in rest {
        write!(output, " · {part}")?;
    }
    writeln!(output)
}
