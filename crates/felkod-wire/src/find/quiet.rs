//! The quiet stretches of a text, in which no response can stand: they have none of its signs, and no document that starts
//! in them goes on to where a sign is.
//!
//! A text is read from the start of the lines that belong together with that of a sign. What is passed over depends on the
//! text alone, not on how it is cut.

use super::{lines, place::Place, signs};

/// How many bytes of lines that belong together are passed over, at least. Twice as many may be a document of any size,
/// and are read. The text is passed over up to multiples of it, so that two searches come to the same lines.
const GROUP: u64 = 32 << 10;

/// How far behind the start of a sign a number may stand that the sign's text belongs to.
const REACH: usize = lines::BEFORE + signs::LONGEST;

/// Passes over what is quiet, and tells whether something is left to read from `place.at` on, up to `place.loud`; `false`
/// where more of the text must be known, or its end was passed over.
pub(super) fn pass(text: &[u8], place: &mut Place, is_final: bool) -> bool {
    loop {
        let to = next_multiple(place);
        let known = if is_final { text.len() } else { (text.len() + 1).saturating_sub(signs::LONGEST) };
        let from = place.searched.max(place.floor).max(place.at.saturating_sub(REACH));
        let sign = signs::next(text, from..known.min(to + 1));
        place.searched = from.max(sign.map_or(known.min(to + 1), |sign| sign + 1));
        if let Some(sign) = sign {
            if sign + REACH > place.at {
                place.at = start(text, place.at, sign).unwrap_or(place.at);
                place.loud = sign + REACH;
                place.keep_joint(text);
                return true;
            }
        } else if known > to {
            if let Some(start) = start(text, place.at, to) {
                place.at = start;
                place.keep_joint(text);
            } else {
                place.loud = to;
                place.keep_joint(text);
                return true;
            }
        } else {
            if is_final {
                place.at = text.len();
            }
            return false;
        }
    }
}

/// Returns the first place behind a whole group that is a multiple of its size.
fn next_multiple(place: &Place) -> usize {
    let at = place.base + place.at as u64;
    let to = (at + GROUP).next_multiple_of(GROUP);
    place.at + usize::try_from(to - at).unwrap_or(usize::MAX)
}

/// Tells whether a text has a sign from a place on. Where none is, is not looked through again.
pub(super) fn has_sign(text: &[u8], from: usize, place: &mut Place) -> bool {
    let quiet = &mut place.quiet;
    if !quiet.contains(&from) {
        *quiet = from..from;
    }
    let sign = signs::next(text, quiet.end..text.len());
    // The end may have cut one off.
    let end = sign.unwrap_or((text.len() + 1).saturating_sub(signs::LONGEST));
    quiet.end = quiet.end.max(end);
    sign.is_some()
}

/// Returns where the last lines start between two places that do not belong together with those before them; `None` where
/// all do.
fn start(text: &[u8], from: usize, to: usize) -> Option<usize> {
    let mut end = to.max(from);
    loop {
        end = from + memchr::memrchr(b'\n', &text[from..end])?;
        if !belongs(&text[from..end], text.get(end + 1).copied()) {
            return Some(end + 1);
        }
    }
}

/// Tells whether a line that starts with a byte goes on with what the text before it has started.
pub(super) fn belongs(before: &[u8], first: Option<u8>) -> bool {
    if first.is_none_or(|byte| {
        matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'}' | b']' | b')' | b',' | b':' | 0)
    }) {
        return true;
    }
    let before = before.trim_ascii_end();
    let line = memchr::memrchr(b'\n', before).map_or(before, |end| &before[end + 1..]);
    let is_open = match line.last() {
        Some(b'{' | b'[' | b'(' | b',' | b':' | b'=' | b'|' | b'\\') => true,
        // A declaration or a comment, before an element.
        Some(b'>') if first == Some(b'<') => {
            line.ends_with(b"?>") || line.ends_with(b"-->") || line.trim_ascii_start().starts_with(b"<!")
        }
        _ => line.ends_with(b"=>"),
    };
    is_open || count(line, b'{') > count(line, b'}')
}

fn count(line: &[u8], byte: u8) -> usize {
    memchr::memchr_iter(byte, line).count()
}
