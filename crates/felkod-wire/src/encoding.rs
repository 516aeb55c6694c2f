//! From bytes to text.

use std::borrow::Cow;

use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use felkod::Remark;

use crate::draft::Draft;

/// How many bytes are searched for an XML declaration.
const DECLARATION: usize = 200;

/// Decodes a body: by its byte order mark, by UTF-16's zero bytes, by the XML declaration, else as UTF-8.
///
/// A byte that is not of the encoding becomes U+FFFD, and the report says so.
pub(crate) fn decode<'a>(body: &'a [u8], draft: &mut Draft) -> Cow<'a, str> {
    let (encoding, body) = match (Encoding::for_bom(body), body) {
        (Some((encoding, length)), _) => (encoding, &body[length..]),
        (None, [b'<' | b'{' | b' ' | b'\t' | b'\r' | b'\n', 0, ..]) => (UTF_16LE, body),
        (None, [0, b'<' | b'{' | b' ' | b'\t' | b'\r' | b'\n', ..]) => (UTF_16BE, body),
        _ => (declared(body).unwrap_or(UTF_8), body),
    };
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(body)
    {
        return text.into();
    }
    // The length first, so that no more is allocated than the text takes.
    let mut length = 0;
    pieces(encoding, body, |piece| length += piece.len());
    let mut text = String::with_capacity(length);
    if pieces(encoding, body, |piece| text.push_str(piece)) {
        draft.remark(Remark::InvalidText);
    }
    text.into()
}

/// Decodes a body piece by piece, and tells whether anything in it was not valid.
fn pieces(encoding: &'static Encoding, mut body: &[u8], mut take: impl FnMut(&str)) -> bool {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0; 4096];
    let mut has_errors = false;
    loop {
        let (result, read, written, has_error) = decoder.decode_to_utf8(body, &mut buffer, true);
        has_errors |= has_error;
        take(std::str::from_utf8(&buffer[..written]).unwrap_or_default());
        body = &body[read..];
        if result == CoderResult::InputEmpty {
            return has_errors;
        }
    }
}

/// Returns the encoding that an XML declaration names. One of UTF-16 in bytes that are none is wrong.
fn declared(body: &[u8]) -> Option<&'static Encoding> {
    let body = &body[..body.len().min(DECLARATION)];
    let start = body.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let body = body[start..].strip_prefix(b"<?xml")?;
    let end = body.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&body[..end]).ok()?;
    let (_, after) = declaration.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value[1..].split(quote).next()?;
    Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}
