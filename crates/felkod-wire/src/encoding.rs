//! From bytes to text.

use std::{borrow::Cow, str::Utf8Chunk};

#[cfg(not(target_family = "wasm"))]
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use felkod_catalog::Remark;
#[cfg(target_family = "wasm")]
use few::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::draft::Draft;

#[cfg(any(test, target_family = "wasm"))]
mod few;

/// How many bytes are searched for an XML declaration.
const DECLARATION: usize = 200;

/// Decodes a body: by its byte order mark, by UTF-16's zero bytes, by the XML declaration, else as UTF-8.
///
/// A byte that is not of the encoding becomes U+FFFD, and the report says so. WebAssembly knows UTF-8, UTF-16 and
/// Windows-1252 only, which stands for Latin-1 too, and takes any other for UTF-8.
pub(crate) fn decode<'a>(body: &'a [u8], draft: &mut Draft) -> Cow<'a, str> {
    let (encoding, body) = match (Encoding::for_bom(body), body) {
        (Some((encoding, length)), _) => (encoding, &body[length..]),
        (None, [b'<' | b'{' | b' ' | b'\t' | b'\r' | b'\n', 0, ..]) => (UTF_16LE, body),
        (None, [0, b'<' | b'{' | b' ' | b'\t' | b'\r' | b'\n', ..]) => (UTF_16BE, body),
        _ => (declared(body).unwrap_or(UTF_8), body),
    };
    if encoding == UTF_8 {
        return utf_8(body, draft);
    }
    let (text, has_errors) = encoding.decode_without_bom_handling(body);
    if has_errors {
        draft.remark(Remark::InvalidText);
    }
    text
}

/// Decodes UTF-8, each sequence of bytes that is none replaced.
fn utf_8<'a>(body: &'a [u8], draft: &mut Draft) -> Cow<'a, str> {
    if let Ok(text) = std::str::from_utf8(body) {
        return text.into();
    }
    draft.remark(Remark::InvalidText);
    let length = |chunk: Utf8Chunk<'_>| chunk.valid().len() + mark_of(&chunk).len();
    // The length first, so that no more is allocated than the text takes.
    let mut text = String::with_capacity(body.utf8_chunks().map(length).sum());
    for chunk in body.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(mark_of(&chunk));
    }
    text.into()
}

/// Returns what stands for the invalid bytes at the end of a chunk.
fn mark_of(chunk: &Utf8Chunk<'_>) -> &'static str {
    if chunk.invalid().is_empty() { "" } else { "\u{fffd}" }
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
