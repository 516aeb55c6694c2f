//! The bytes at which an answer may start.

/// Marks the bytes that are looked at: the start of a document, and of a number.
static MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    let starts = b"{[<&(%0123456789";
    while at < starts.len() {
        marks[starts[at] as usize] = true;
        at += 1;
    }
    marks
};

/// Returns the next place that must be looked at.
pub(super) fn next(text: &[u8], from: usize) -> Option<usize> {
    /// How many bytes are tested at once.
    const STEP: usize = 8;
    let mut at = from;
    let is_marked = |byte: &u8| MARKS[usize::from(*byte)];
    while let Some(step) = text.get(at..at + STEP) {
        if step.iter().fold(false, |any, byte| any | is_marked(byte)) {
            break;
        }
        at += STEP;
    }
    text.get(at..)?.iter().position(is_marked).map(|length| at + length)
}

/// Tells whether the content of a string may hold an answer.
pub(super) fn may_hold_an_answer(content: &[u8]) -> bool {
    /// The shortest line that is one, and the shortest base64 of a document.
    const SHORTEST: usize = 12;
    if content.len() < SHORTEST {
        return false;
    }
    let mut at = 0;
    while let Some(found) = next(content, at) {
        if !content[found].is_ascii_digit() {
            return true;
        }
        let end = content[found..].iter().position(|byte| !byte.is_ascii_digit());
        let end = end.map_or(content.len(), |length| found + length);
        if super::lines::code_at(content, found, end).is_some() {
            return true;
        }
        at = end;
    }
    is_base64(content)
}

/// Tells whether base64 starts as that of a document does.
pub(super) fn is_base64(content: &[u8]) -> bool {
    /// How much is looked at before the whole is decoded.
    const HEAD: usize = 16;
    let is_start = matches!(
        content,
        [b'e' | b'W', b'w'..=b'z' | b'0'..=b'9' | b'+' | b'/', ..] | [b'P', b'A'..=b'P', ..]
    );
    let is_alphabet =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    is_start && content.iter().take(HEAD).all(is_alphabet)
}
