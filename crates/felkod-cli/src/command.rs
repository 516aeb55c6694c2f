//! The arguments of the command, and what they start.

use std::{
    ffi::OsString,
    io::{ErrorKind, Write},
};

use clap::{Parser, Subcommand};

use crate::{explain, list, read};

/// Explains the error codes of the Marketo APIs and reads their answers, in English and Swedish.
#[derive(Debug, Parser)]
#[command(name = "felkod", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  felkod explain 20016                     what a code means and what to do
  felkod read answer.xml                   what went wrong in an answer
  felkod list --advice backoff             the codes one waits for

The language is that of --lang, else of the environment (LC_ALL, LC_MESSAGES, LANG): Swedish or English.")]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Tells what codes mean, what to do and whether to try again
    #[command(after_help = "\
Examples:
  felkod explain 20016
  felkod explain rest:606 soap_request_expired --lang sv
  felkod explain 1029 --format json        one code gives an object, several give an array

Exit status: 0 every code is known, 1 one is not, 2 wrong usage.")]
    Explain(explain::Arguments),
    /// Reads answers of the APIs: what the server said, what it means, what to do
    #[command(after_help = "\
Examples:
  felkod read answer.xml
  curl … | felkod read --lang sv
  felkod read --status 502 --api rest page.html
  felkod read --lines bodies.jsonl --format json

Exit status: 0 no error in the body, 1 errors found, 2 wrong usage or unreadable file,
3 not an answer of Marketo's. Of several bodies the gravest counts: 2, then 1, then 3.")]
    Read(read::Arguments),
    /// Lists the codes, all or some
    #[command(after_help = "\
Examples:
  felkod list --api rest --retry yes
  felkod list --category quota --lang sv
  felkod list --format csv > codes.csv")]
    List(list::Arguments),
}

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
    let output = match arguments.action {
        Action::Explain(arguments) => explain::run(&arguments),
        Action::Read(arguments) => read::run(&arguments),
        Action::List(arguments) => list::run(&arguments),
    };
    let written =
        anstream::stdout().write_all(output.out.as_bytes()).and_then(|()| anstream::stdout().flush());
    let complained = anstream::stderr().write_all(output.err.as_bytes());
    match written.and(complained) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let _ = writeln!(std::io::stderr(), "felkod: cannot write: {error}");
            2
        }
        _ => output.status,
    }
}
