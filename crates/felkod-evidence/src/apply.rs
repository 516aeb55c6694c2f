//! Putting marks in place of what is hidden.

use crate::{mark, work::Edit};

/// Sorts edits and makes one of those that overlap.
pub(crate) fn merge(text: &[u8], mut edits: Vec<Edit>, key: &crate::Key) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let mut merged: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        let Some(last) = merged.last_mut().filter(|last| edit.range.start < last.range.end) else {
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
    merged
}

/// Writes a text with its edits, which are sorted and apart.
pub(crate) fn write(text: &[u8], from: usize, to: usize, edits: &[Edit], out: &mut Vec<u8>) {
    let mut at = from;
    for edit in edits {
        out.extend_from_slice(&text[at..edit.range.start]);
        if let Some((text, _)) = &edit.text {
            out.extend_from_slice(text);
        } else {
            out.extend_from_slice(&edit.quote);
            out.extend_from_slice(mark::write(edit.kind, edit.hash, edit.length).as_bytes());
            out.extend_from_slice(&edit.quote);
        }
        at = edit.range.end;
    }
    out.extend_from_slice(&text[at..to]);
}
