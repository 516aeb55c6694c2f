//! Opening files: plain ones, gzip and Zstandard, and texts in UTF-16, all told by their first bytes.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::bufread::MultiGzDecoder;

use crate::queue::Source;

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
    Ok(open_source(&source)?.0)
}

/// Opens a source, and returns its text and the time at which it was written last, in Unix milliseconds.
pub(crate) fn open_source(source: &Source) -> io::Result<(Box<dyn Read + Send>, Option<i64>)> {
    if source.is_stdin() {
        return Ok((in_utf_8(decompressed(BufReader::with_capacity(BUFFER, io::stdin()))?), None));
    }
    let file = File::open(&source.path)?;
    let written = file.metadata().and_then(|about| about.modified()).ok();
    let written = written.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let written = written.and_then(|time| i64::try_from(time.as_millis()).ok());
    Ok((in_utf_8(decompressed(BufReader::with_capacity(BUFFER, file))?), written))
}

/// Decodes a text in UTF-16 with a byte order mark; every other text is as it is.
fn in_utf_8(text: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    Box::new(DecodeReaderBytesBuilder::new().bom_sniffing(true).utf8_passthru(true).build(text))
}

fn decompressed(mut file: BufReader<impl Read + Send + 'static>) -> io::Result<Box<dyn Read + Send>> {
    // A pipe may give fewer bytes than tell the format: they are kept and put in front again.
    let mut head = Vec::new();
    while head.len() < 4 {
        let piece = match file.fill_buf() {
            Ok(piece) => piece,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if piece.is_empty() {
            break;
        }
        let length = piece.len().min(4 - head.len());
        head.extend_from_slice(&piece[..length]);
        file.consume(length);
    }
    let is_gzip = head.starts_with(&[0x1f, 0x8b]);
    // A frame, or one that is to be skipped.
    let is_zstd = head == [0x28, 0xb5, 0x2f, 0xfd]
        || (head.len() == 4 && head[0] & 0xf0 == 0x50 && head[1..] == [0x2a, 0x4d, 0x18]);
    let file = io::Cursor::new(head).chain(file);
    if is_gzip {
        return Ok(Box::new(MultiGzDecoder::new(file)));
    }
    if is_zstd {
        let mut decoder = zstd::Decoder::with_buffer(file)?;
        decoder.window_log_max(WINDOW)?;
        return Ok(Box::new(decoder));
    }
    Ok(Box::new(file))
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
