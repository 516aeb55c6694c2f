//! Putting marks in place of what is hidden.

use std::ops::Range;

use crate::{mark, view, work::Edit};

/// Sorts edits and makes one of those that overlap.
pub(crate) fn merge(text: &[u8], mut edits: Vec<Edit>, key: &crate::Key) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let mut merged: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        // Two marks without anything between them would be none.
        let touches = |last: &Edit| {
            edit.range.start == last.range.end
                && edit.text.is_none()
                && last.text.is_none()
                && edit.quote.is_empty()
                && last.quote.is_empty()
        };
        let Some(last) = merged.last_mut().filter(|last| edit.range.start < last.range.end || touches(last))
        else {
            merged.push(edit);
            continue;
        };
        if edit.range.end <= last.range.end {
            // A mark hides more than a value that is encoded anew.
            if last.text.is_some() && edit.text.is_none() && edit.range == last.range {
                *last = edit;
            } else if last.text.is_some() && edit.text.is_none() {
                last.text = None;
                last.kind = edit.kind;
            }
            continue;
        }
        last.range.end = edit.range.end;
        last.text = None;
        last.quote = if last.quote.is_empty() { edit.quote } else { std::mem::take(&mut last.quote) };
        last.hash = key.hash(&text[last.range.clone()]);
        last.length = last.range.len();
    }
    if memchr::memmem::find(text, b"REDACTED-").is_some() { around_marks(text, merged, key) } else { merged }
}

/// Leaves alone the marks in what is hidden, and hides what stands between them.
fn around_marks(text: &[u8], edits: Vec<Edit>, key: &crate::Key) -> Vec<Edit> {
    let marks = mark::all(text);
    let mut next = marks.iter().peekable();
    let mut around = Vec::with_capacity(edits.len());
    for edit in edits {
        while next.next_if(|mark| mark.end <= edit.range.start).is_some() {}
        let mut start = edit.range.start;
        let mut has_mark = false;
        while let Some(mark) = next.next_if(|mark| mark.start >= start && mark.end <= edit.range.end) {
            around.extend(between(text, start..mark.start, &edit, key));
            start = mark.end;
            has_mark = true;
        }
        if has_mark {
            around.extend(between(text, start..edit.range.end, &edit, key));
        } else {
            around.push(edit);
        }
    }
    around
}

/// Returns what is to be hidden between two marks, if there is anything but signs that separate.
fn between(text: &[u8], range: Range<usize>, of: &Edit, key: &crate::Key) -> Option<Edit> {
    let separates = |byte: &u8| byte.is_ascii_whitespace() || b",;&=:\"'<>\\{}[]()|/".contains(byte);
    let part = &text[range.clone()];
    let (mut first, mut last, mut at) = (None, 0, 0);
    while at < part.len() {
        // Such a sign may be written with an escape: `&#39;`.
        let escape =
            view::escape(&part[at..]).filter(|escape| escape.means.is_some_and(|byte| separates(&byte)));
        let is_separator = escape.is_some() || separates(&part[at]);
        at += escape.map_or(1, |escape| escape.length);
        if !is_separator {
            first.get_or_insert(at - 1);
            last = at;
        }
    }
    let range = range.start + first?..range.start + last;
    let (hash, length) = (key.hash(&text[range.clone()]), range.len());
    Some(Edit { range, kind: of.kind, hash, length, quote: Vec::new(), text: None })
}

/// Returns how many bytes an edit puts in place of what it hides.
pub(crate) fn length(edit: &Edit) -> usize {
    let mark = || mark::write(edit.kind, edit.hash, edit.length).len() + 2 * edit.quote.len();
    edit.text.as_ref().map_or_else(mark, |(text, _)| text.len())
}

/// Writes a text with its edits, which are sorted and apart.
pub(crate) fn write(text: &[u8], to: usize, edits: &[Edit], out: &mut Vec<u8>) {
    write_by(text, to, edits, |_, bytes| out.extend_from_slice(bytes));
}

/// Hands on a text with its edits, each part with the range of the text that it stands in: an empty one for what is new.
pub(crate) fn write_by(text: &[u8], to: usize, edits: &[Edit], mut put: impl FnMut(Range<usize>, &[u8])) {
    let mut at = 0;
    for edit in edits {
        let start = edit.range.start;
        put(at..start, &text[at..start]);
        self::put(edit, |bytes| put(start..start, bytes));
        at = edit.range.end;
    }
    put(at..to, &text[at..to]);
}

/// Hands on what an edit puts in place of what it hides.
pub(crate) fn put(edit: &Edit, mut put: impl FnMut(&[u8])) {
    if let Some((text, _)) = &edit.text {
        put(text);
    } else {
        put(&edit.quote);
        put(mark::write(edit.kind, edit.hash, edit.length).as_bytes());
        put(&edit.quote);
    }
}
