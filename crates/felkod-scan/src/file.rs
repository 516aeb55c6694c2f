//! Opening files: plain ones, gzip and Zstandard, and texts in UTF-16, all told by their first bytes.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek},
    path::Path,
};

use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::bufread::MultiGzDecoder;

use crate::{part::Part, queue::Source};

/// The largest window of Zstandard, as a power of two: 8 MiB, what its specification asks a decoder to support.
const WINDOW: u32 = 23;

/// How much of a file is read at once, before it is decompressed.
const BUFFER: usize = 64 << 10;

/// Opens a file as [`scan`](crate::scan) does, `-` as the standard input, and returns its text: decompressed (gzip,
/// Zstandard), and in UTF-8 where it is UTF-16 with a byte order mark.
///
/// # Errors
///
/// If the file cannot be opened, or its first bytes cannot be read.
pub fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    let source = Source { number: 0, path: path.to_owned(), trouble: None };
    Ok(open_source(&source)?.text.in_order())
}

/// A source that is open.
pub(crate) struct Opened {
    pub(crate) text: Text,
    /// When it was written last, in Unix milliseconds.
    pub(crate) written: Option<i64>,
}

/// The text of a source.
pub(crate) enum Text {
    /// A large file that is the text itself, from its start, and its size in bytes: it can be read from any place.
    Large(File, u64),
    Other(Box<dyn Read + Send>),
}

impl Text {
    pub(crate) fn in_order(self) -> Box<dyn Read + Send> {
        match self {
            Self::Large(file, _) => Box::new(file),
            Self::Other(text) => text,
        }
    }
}

/// Opens a source.
pub(crate) fn open_source(source: &Source) -> io::Result<Opened> {
    if source.is_stdin() {
        let text = in_utf_8(decompressed(BufReader::with_capacity(BUFFER, io::stdin()))?);
        return Ok(Opened { text: Text::Other(text), written: None });
    }
    let mut file = File::open(&source.path)?;
    let about = file.metadata().ok();
    let written = about.as_ref().and_then(|about| about.modified().ok());
    let written = written.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let written = written.and_then(|time| i64::try_from(time.as_millis()).ok());
    let size = about.filter(std::fs::Metadata::is_file).map_or(0, |about| about.len());
    if Part::may_be_split(size) {
        let mut head = [0; HEAD];
        file.read_exact(&mut head)?;
        file.rewind()?;
        if Format::of(&head) == Format::Plain && !matches!(head, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
            return Ok(Opened { text: Text::Large(file, size), written });
        }
    }
    let text = in_utf_8(decompressed(BufReader::with_capacity(BUFFER, file))?);
    Ok(Opened { text: Text::Other(text), written })
}

/// How many bytes tell how a file is compressed.
const HEAD: usize = 4;

/// How a file is compressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Plain,
    Gzip,
    Zstandard,
}

impl Format {
    /// Tells the format by the first bytes of a file.
    fn of(head: &[u8]) -> Self {
        match head {
            [0x1F, 0x8B, ..] => Self::Gzip,
            // A frame, or one that is to be skipped.
            [0x28, 0xB5, 0x2F, 0xFD] | [0x50..=0x5F, 0x2A, 0x4D, 0x18] => Self::Zstandard,
            _ => Self::Plain,
        }
    }
}

/// Decodes a text in UTF-16 with a byte order mark; every other text is as it is.
fn in_utf_8(text: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    Box::new(DecodeReaderBytesBuilder::new().bom_sniffing(true).utf8_passthru(true).build(text))
}

fn decompressed(mut file: BufReader<impl Read + Send + 'static>) -> io::Result<Box<dyn Read + Send>> {
    // A pipe may give fewer bytes than tell the format: they are kept and put in front again.
    let mut head = Vec::new();
    while head.len() < HEAD {
        let piece = match file.fill_buf() {
            Ok(piece) => piece,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if piece.is_empty() {
            break;
        }
        let length = piece.len().min(HEAD - head.len());
        head.extend_from_slice(&piece[..length]);
        file.consume(length);
    }
    let format = Format::of(&head);
    let file = io::Cursor::new(head).chain(file);
    Ok(match format {
        Format::Plain => Box::new(file),
        Format::Gzip => Box::new(MultiGzDecoder::new(file)),
        Format::Zstandard => {
            let mut decoder = zstd::Decoder::with_buffer(file)?;
            decoder.window_log_max(WINDOW)?;
            Box::new(decoder)
        }
    })
}

/// Says why a file cannot be read, or not to its end.
pub(crate) fn trouble(error: &io::Error) -> String {
    let text = error.to_string();
    if text.contains("too much memory") {
        return "its Zstandard window is larger than 8 MiB".to_owned();
    }
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return "it is cut off: the end is missing".to_owned();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pipe that gives one byte at a time.
    struct Bytes(io::Cursor<Vec<u8>>);

    impl Read for Bytes {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let most = to.len().min(1);
            self.0.read(&mut to[..most])
        }
    }

    #[test]
    fn what_a_pipe_gives_byte_by_byte_is_told_by_all_that_tells_it() {
        let zstandard = zstd::encode_all(&b"text"[..], 1).expect("it is compressed");
        for bytes in [zstandard, b"text".to_vec()] {
            let mut text = String::new();
            let file = decompressed(BufReader::new(Bytes(io::Cursor::new(bytes)))).expect("a format");
            { file }.read_to_string(&mut text).expect("its text");
            assert_eq!(text, "text");
        }
    }
}
