//! Documents in UTF-16 inside a text in UTF-8.

use std::ops::Range;

use super::decode::Writing;

/// How much of a text must be known to tell UTF-16, in bytes.
const KNOWN: usize = 4;

/// Tells whether a text starts in UTF-16, as far as it is known. From its second byte on, the higher byte first looks like
/// the lower byte first.
pub(super) fn starts(text: &[u8]) -> bool {
    matches!(text, [_, 0] | [_, 0, 1..=255] | [_, 0, 1..=255, 0, ..])
}

/// What is known of a document in UTF-16.
pub(super) enum Wide {
    /// More must be known.
    Wait,
    /// It is none.
    None,
    Document(Range<usize>, Writing),
}

/// Finds the document whose first character's own byte stands at `at`, up to where the text is UTF-16 no longer.
pub(super) fn find(text: &[u8], at: usize, floor: usize, is_final: bool) -> Wide {
    /// So many characters in a row of which none is of the first 256 are something else.
    const OTHERS: usize = 32;
    if text.len() - at < KNOWN {
        return if is_final { Wide::None } else { Wide::Wait };
    }
    let (mut end, mut others) = (at, 0);
    let mut pairs = text[at..].chunks_exact(2);
    for (number, pair) in pairs.by_ref().enumerate() {
        if pair[1] == 0 {
            (end, others) = (at + 2 * number + 2, 0);
        } else {
            others += 1;
        }
        if others == OTHERS {
            break;
        }
    }
    if others < OTHERS && !is_final {
        return Wide::Wait;
    }
    // With the higher byte first, the last character of the document stands behind the last zero.
    let is_big = at > floor && text[at - 1] == 0 && matches!(text.get(end), Some(b'}' | b']' | b'>'));
    if is_big {
        return Wide::Document(at - 1..end + 1, Writing::WideBig);
    }
    Wide::Document(at..end, Writing::Wide)
}
