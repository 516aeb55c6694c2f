//! `felkod redact`: a text without secrets, or where it has them.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
};

use felkod::evidence::{Key, Options, Redactor, Strength};

use crate::{layout::harmless, output::Output};

/// How much is read at once.
const PIECE: usize = 256 << 10;
/// The exit status of a file that cannot be read.
const UNREADABLE: u8 = 2;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files to redact, one after another; reads standard input if there is no file or the file is -
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only say where secrets stand, as file, line, and kind; never what they are
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    hiding: Hiding,
}

/// What is hidden, and under which key.
#[derive(Debug, clap::Args)]
pub(crate) struct Hiding {
    /// Hide all values: only structure, codes, names of fields, times, and sizes stay
    #[arg(long)]
    strict: bool,
    /// TOML file with more names, in the lists hide and keep
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
    /// File with a key of 32 hexadecimal digits: with the same key, the same value has the same mark; random if not given
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let Some(options) = arguments.hiding.options(output)? else { return Ok(()) };
    let stdin = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &stdin } else { arguments.files.as_slice() };
    for path in files {
        let name = harmless(&path.display().to_string());
        let done = open(path, output).map_err(Failure::Reading).and_then(|file| {
            let redactor = Redactor::new(options.clone());
            if arguments.check {
                check(&name, file, redactor, output)
            } else {
                redact(file, redactor, output)
            }
        });
        match done {
            Ok(()) => {}
            Err(Failure::Writing(error)) => return Err(error),
            Err(Failure::Reading(error)) => {
                output.complain_of("unreadable", &name, &error)?;
                output.status = UNREADABLE;
            }
        }
    }
    Ok(())
}

enum Failure {
    Reading(io::Error),
    Writing(io::Error),
}

impl Hiding {
    /// Returns the options, or nothing where a file that they stand in cannot be read.
    pub(crate) fn options(&self, output: &mut Output) -> io::Result<Option<Options>> {
        let mut options = Options::default();
        if let Some(path) = &self.key_file {
            match std::fs::read_to_string(path)
                .and_then(|text| text.trim().parse::<Key>().map_err(io::Error::other))
            {
                Ok(key) => options = Options::new(key),
                Err(error) => return unreadable(path, &error, output),
            }
        }
        if let Some(path) = &self.names {
            match std::fs::read_to_string(path)
                .and_then(|text| options.names(&text).map_err(io::Error::other))
            {
                Ok(named) => options = named,
                Err(error) => return unreadable(path, &error, output),
            }
        }
        Ok(Some(options.strength(if self.strict { Strength::Strict } else { Strength::Log })))
    }
}

fn unreadable(path: &Path, error: &io::Error, output: &mut Output) -> io::Result<Option<Options>> {
    output.complain_of("unreadable", &harmless(&path.display().to_string()), error)?;
    output.status = UNREADABLE;
    Ok(None)
}

fn open(path: &Path, output: &mut Output) -> io::Result<Box<dyn Read>> {
    if path.as_os_str() != "-" {
        return Ok(Box::new(File::open(path)?));
    }
    let stdin = io::stdin();
    if stdin.is_terminal() {
        let hint = output.words.get("reading-terminal");
        output.complain(&hint)?;
    }
    Ok(Box::new(stdin.lock()))
}

/// Hands the pieces of a file on.
fn pieces(mut file: Box<dyn Read>, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> Result<(), Failure> {
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => each(&piece[..length]).map_err(Failure::Writing)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Failure::Reading(error)),
        }
    }
}

/// Writes a file without its secrets, byte for byte: past the output for people, which leaves out what terminals act on.
fn redact(file: Box<dyn Read>, mut redactor: Redactor, output: &mut Output) -> Result<(), Failure> {
    let mut stdout: Box<dyn Write> =
        if output.is_quiet { Box::new(io::sink()) } else { Box::new(io::stdout().lock()) };
    let mut ready = Vec::new();
    let read = pieces(file, |piece| {
        redactor.push(piece, &mut ready);
        // What was found is of no interest here, and would grow.
        let _ = redactor.take_spans();
        stdout.write_all(&ready)?;
        ready.clear();
        Ok(())
    });
    // What was read before a failure is written too.
    redactor.finish(&mut ready);
    let written = stdout.write_all(&ready).and_then(|()| stdout.flush());
    read.and(written.map_err(Failure::Writing))
}

/// Says where a file has secrets.
fn check(
    name: &str,
    file: Box<dyn Read>,
    mut redactor: Redactor,
    output: &mut Output,
) -> Result<(), Failure> {
    let mut ready = Vec::new();
    let read = pieces(file, |piece| {
        redactor.push(piece, &mut ready);
        ready.clear();
        tell(name, &mut redactor, output)
    });
    redactor.finish(&mut ready);
    tell(name, &mut redactor, output).map_err(Failure::Writing)?;
    read
}

fn tell(name: &str, redactor: &mut Redactor, output: &mut Output) -> io::Result<()> {
    for span in redactor.take_spans() {
        output.status = output.status.max(1);
        writeln!(output, "{name}:{}: {}", span.line, span.kind)?;
    }
    Ok(())
}
