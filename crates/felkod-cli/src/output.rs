//! Where the output goes: two streams, the width of a page, the exit status.

use std::{
    cell::RefCell,
    io::{self, BufWriter, IsTerminal, Write},
    rc::Rc,
};

use felkod::json::Json;

use crate::{layout::is_harmful, words::Words};

/// What an action writes to, and leaves behind.
pub(crate) struct Output {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    /// The width of a page in columns; `None` in a pipe, where nothing is wrapped.
    pub(crate) width: Option<usize>,
    pub(crate) words: Words,
    pub(crate) status: u8,
    pub(crate) is_quiet: bool,
}

impl Output {
    /// Takes the standard output and error, or neither where it is to be `quiet`.
    pub(crate) fn new(words: Words, quiet: bool) -> Self {
        let (out, err): (Box<dyn Write>, Box<dyn Write>) = if quiet {
            (Box::new(io::sink()), Box::new(io::sink()))
        } else {
            (Box::new(BufWriter::new(anstream::stdout())), Box::new(anstream::stderr()))
        };
        Self { out, err, width: width(), words, status: 0, is_quiet: quiet }
    }

    /// Writes a complaint or a hint to the standard error.
    pub(crate) fn complain(&mut self, what: &str) -> io::Result<()> {
        // The two streams may be one terminal: what came first is to be seen first.
        self.out.flush()?;
        let line = self.words.with("complaint", &[("what", what.into())]);
        writeln!(self.err, "{line}")
    }

    /// Complains that a file cannot be read or written: the string `id`, then what the system says.
    pub(crate) fn complain_of(&mut self, id: &str, file: &str, error: &io::Error) -> io::Result<()> {
        let arguments = [("file", file.into()), ("error", error.to_string().into())];
        let complaint = self.words.with(id, &arguments);
        self.complain(&complaint)
    }

    /// Writes a line to the standard error as it is.
    pub(crate) fn aside(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.err, "{line}")
    }

    /// Writes JSON for people and programs, over several lines.
    pub(crate) fn json(&mut self, value: &Json) -> io::Result<()> {
        serde_json::to_writer_pretty(Escaping(&mut self.out), value)?;
        writeln!(self.out)
    }

    /// Writes JSON on one line.
    pub(crate) fn json_line(&mut self, value: &Json) -> io::Result<()> {
        serde_json::to_writer(Escaping(&mut self.out), value)?;
        writeln!(self.out)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Returns what is written to an output, without colors, in lines of at most 100 columns.
pub(crate) fn plain(words: Words, write: impl FnOnce(&mut Output) -> io::Result<()>) -> io::Result<String> {
    let text = Rc::new(RefCell::new(Vec::new()));
    let out = Box::new(Shared(Rc::clone(&text)));
    let mut output =
        Output { out, err: Box::new(io::sink()), width: Some(100), words, status: 0, is_quiet: false };
    write(&mut output)?;
    let text = String::from_utf8(text.take()).map_err(io::Error::other)?;
    Ok(anstream::adapter::strip_str(&text).to_string())
}

/// Bytes to which an output and its maker have access.
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the width of a page: that of `COLUMNS`, else that of the terminal; `None` where there is neither.
fn width() -> Option<usize> {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let columns = columns.filter(|columns| *columns > 0);
    columns.or_else(|| io::stdout().is_terminal().then(textwrap::termwidth))
}

/// Escapes in JSON what a terminal could take for a command.
///
/// Outside of strings JSON has no such character, and `serde_json` hands over whole characters and has escaped the
/// control characters of ASCII.
struct Escaping<W>(W);

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        let mut rest = text;
        while let Some(at) = rest.find(|c| c != '\n' && is_harmful(c)) {
            let (before, from) = rest.split_at(at);
            let mut characters = from.chars();
            let harmful = characters.next().map_or(0, u32::from);
            // All harmful characters lie in Unicode's first plane.
            write!(self.0, "{before}\\u{harmful:04x}")?;
            rest = characters.as_str();
        }
        self.0.write_all(rest.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
