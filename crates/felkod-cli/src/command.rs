//! The arguments of the command, and what they start.

use std::{
    ffi::OsString,
    io::{self, ErrorKind, Write},
    path::PathBuf,
    sync::LazyLock,
};

use clap::{CommandFactory, Parser, Subcommand};
use felkod::Locale;

use crate::{
    bundle, explain, list, options::Common, output::Output, quota, read, redact, scan, simulate, words::Words,
};

/// Explain the error codes of the Marketo APIs and read their responses, in English and Swedish.
#[derive(Debug, Parser)]
#[command(name = "felkod", version, long_version = VERSION.as_str(), max_term_width = 100)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  felkod explain 20016                     what a code means and what to do
  felkod read response.xml                 what went wrong in a response
  felkod scan /var/log/app                 which errors a log has, and how often
  felkod redact app.log                    a log without secrets and personal data
  felkod bundle app.log --output case.zip  what a support case takes
  felkod list --advice backoff             the codes to retry after a growing wait
  felkod simulate                          a local Marketo that fails on demand

Without --lang, the language comes from the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)."
)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Explain codes: what they mean, what to do, and whether to try again
    #[command(after_help = "\
Examples:
  felkod explain 20016
  felkod explain rest:606 soap_request_expired --lang sv
  felkod explain '\"code\":\"606\"'            as pasted from a log
  felkod explain 604 --request 'GET /rest/v1/leads.json'
  felkod explain 1029 --format json        one code gives an object, several give an array

Exit status: 0 every code is known, 1 at least one is unknown, 2 wrong usage.")]
    Explain(explain::Arguments),
    /// Read API responses: what the server said, what it means, and what to do
    #[command(after_help = "\
Examples:
  felkod read response.xml
  curl URL | felkod read --lang sv
  felkod read --status 502 --api rest page.html
  felkod read --request 'POST /rest/v1/leads.json' response.json
  felkod read --attempt 3 response.json
  felkod read --errors-only app.log        every error in a log
  felkod read --lines --errors-only responses.jsonl
  tail -f responses.jsonl | felkod read --lines --format json

Exit status: 0 no error in the response, 1 errors found, 2 wrong usage or unreadable file,
3 not a response from Marketo. With several responses the worst counts: 2, then 1, then 3.

A file with several responses, such as a log, is read response by response, successes too; each
is headed by the file and the line. The first is printed when the second is found. A file with
fewer than two in its first 64 MiB is read no further.
At most 64 MiB of a response is read; with --lines, at most 8 MiB of each line.")]
    Read(read::Arguments),
    /// Count the errors in logs, files and folders: which, how often, when, and what to do
    #[command(after_help = "\
Examples:
  felkod scan /var/log/app
  felkod scan --since 2026-08-17 --by day app.log app.log.1.gz
  zcat app.log.gz | felkod scan - --format json

A response has the time of its line, else of its request id. One that is logged twice counts twice.
With --since or --until, responses without a time do not count. The output
has nothing of what the server said. Ctrl-C prints what has been counted.

Exit status: 0 no errors found, 1 errors found, 2 wrong usage, an unreadable file, or Ctrl-C.")]
    Scan(scan::Arguments),
    /// Redact logs, requests and responses: write them without secrets and personal data
    #[command(after_help = "\
Examples:
  felkod redact app.log > for-support.log
  felkod redact --strict session.har > session-redacted.har
  felkod redact --check *.log              for pre-commit and CI: where are secrets?

Each secret gives way to a mark such as REDACTED-email-9f3a2c1d-17: the kind, a hash under a random
key, and the length. The rest stays byte for byte, and the result is as valid as the file was. Input
in UTF-8 or UTF-16 of any size is read in parts of 256 KiB. What no name and no form gives away, such
as a name in the middle of a sentence, is not found: look through what you hand on.

Exit status: 0 done, 2 wrong usage or unreadable file; with --check: 0 nothing found, 1 something
found, 2 wrong usage or unreadable file.")]
    Redact(redact::Arguments),
    /// Put recordings, logs and bodies into one zip for a support case, without secrets and personal data
    #[command(after_help = "\
Examples:
  felkod bundle trouble.jsonl --output case.zip
  felkod bundle session.har app.log.gz --output case.zip --lang sv

The zip has exchanges.har, the requests and responses of all recordings; text-1.txt and so on, the
other files as felkod redact writes them; and summary.txt: what went wrong and when, the request
ids, the codes, what was tried and decided. Its mode is 0600. If anything fails, nothing is
written. Look through it before you hand it on: what no name and no form gives away is not found.

Exit status: 0 the zip is written, 2 wrong usage or nothing written.")]
    Bundle(bundle::Arguments),
    /// List all codes, or only some
    #[command(after_help = "\
Examples:
  felkod list --api rest --retry yes
  felkod list --category quota --lang sv
  felkod list | cut -f 1,4                 in a pipe: one code per line, tab-separated
  felkod list --format csv > codes.csv")]
    List(list::Arguments),
    /// Say when the daily quotas are reset, in local time and UTC
    #[command(after_help = "\
Examples:
  felkod quota
  TZ=America/Chicago felkod quota          in another time zone
  felkod quota --format json")]
    Quota(quota::Arguments),
    /// Run a local Marketo to test against, which sends any error on demand
    Simulate(felkod_simulator::cli::Arguments),
    /// Print a shell completion script
    #[command(after_help = "\
Examples:
  felkod completions bash > ~/.local/share/bash-completion/completions/felkod")]
    Completions {
        /// Shell to print the script for
        shell: clap_complete::Shell,
    },
    /// Write the man pages to a directory
    #[command(after_help = "\
Examples:
  felkod man ~/.local/share/man/man1")]
    Man {
        /// Folder for the pages; created if it does not exist
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// The version, with the date of the vendor's documentation that the catalog follows.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    format!("{} (Marketo's documentation as of {})", env!("CARGO_PKG_VERSION"), felkod::DOCUMENTATION_DATE)
});

/// Runs the command with its arguments, the program's name first, and returns the exit status.
///
/// It writes to the standard output and error; a closed pipe ends it quietly.
pub fn run<I>(arguments: I) -> u8
where
    I: IntoIterator<Item: Into<OsString> + Clone>,
{
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(usage) => {
            // The one thing that can fail here is a closed pipe.
            let _ = usage.print();
            return u8::try_from(usage.exit_code()).unwrap_or(2);
        }
    };
    let mut output = match arguments.common.open() {
        Ok(output) => output,
        Err(error) => return unwritable(&error, 0, Locale::from_environment()),
    };
    let locale = output.words.locale;
    let done = act(&arguments.action, &mut output).and_then(|()| output.flush());
    match done {
        Ok(()) => output.status,
        Err(error) => unwritable(&error, output.status, locale),
    }
}

/// Returns the exit status where the output cannot be written: the `status` so far where the reader has closed its end.
fn unwritable(error: &io::Error, status: u8, locale: Locale) -> u8 {
    if error.kind() == ErrorKind::BrokenPipe {
        return status;
    }
    let words = Words::new(locale);
    let complaint = words.with("unwritable-output", &[("error", error.to_string().into())]);
    let _ = writeln!(io::stderr(), "{}", words.with("complaint", &[("what", complaint.into())]));
    2
}

fn act(action: &Action, output: &mut Output) -> io::Result<()> {
    match action {
        Action::Explain(arguments) => explain::run(arguments, output),
        Action::Read(arguments) => read::run(arguments, output),
        Action::Scan(arguments) => scan::run(arguments, output),
        Action::Redact(arguments) => redact::run(arguments, output),
        Action::Bundle(arguments) => bundle::run(arguments, output),
        Action::List(arguments) => list::run(arguments, output),
        Action::Quota(arguments) => quota::run(arguments, output),
        Action::Simulate(arguments) => simulate::run(arguments, output),
        Action::Completions { shell } => {
            // The generator panics where it cannot write, on a closed pipe for example.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "felkod", &mut script);
            output.write_all(&script)
        }
        Action::Man { folder } => {
            let pages = std::fs::create_dir_all(folder)
                .and_then(|()| clap_mangen::generate_to(Arguments::command(), folder));
            if let Err(error) = pages {
                let folder = crate::layout::harmless(&folder.display().to_string());
                output.complain_of("unwritable", &folder, &error)?;
                output.status = 2;
            }
            Ok(())
        }
    }
}
