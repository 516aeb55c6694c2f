//! Edits of a text, and edits of what they made of it, as edits of the text.

use std::ops::Range;

use crate::{apply, work::Edit};

/// An edit, and where it stands in what the first edits made of the text.
struct Placed {
    range: Range<usize>,
    edit: Edit,
    is_new: bool,
}

/// Joins the first edits of a text with those of what the first ones made of it. Both are sorted and apart, and so are those
/// that it returns.
pub(crate) fn join(first: Vec<Edit>, once: &[u8], more: Vec<Edit>) -> Vec<Edit> {
    let mut all: Vec<Placed> =
        more.into_iter().map(|edit| Placed { range: edit.range.clone(), edit, is_new: true }).collect();
    // The end of the last edit in the text, and in what was made of it.
    let mut end = (0, 0);
    for edit in first {
        let start = edit.range.start - end.0 + end.1;
        let range = start..start + apply::length(&edit);
        end = (edit.range.end, range.end);
        all.push(Placed { range, edit, is_new: false });
    }
    all.sort_by_key(|placed| placed.range.start);
    let mut joined = Vec::with_capacity(all.len());
    let (mut end, mut all) = ((0, 0), all.into_iter().peekable());
    while let Some(placed) = all.next() {
        let mut reach = placed.range.end;
        let mut group = vec![placed];
        while let Some(next) = all.next_if(|next| next.range.start < reach) {
            reach = reach.max(next.range.end);
            group.push(next);
        }
        let edit = one(group, once, &mut end);
        joined.push(edit);
    }
    joined
}

/// Makes one edit of the text of those that overlap.
fn one(mut group: Vec<Placed>, once: &[u8], end: &mut (usize, usize)) -> Edit {
    let start = group[0].range.start;
    let stop = group.iter().map(|placed| placed.range.end).max().unwrap_or(start);
    let from = start - end.1 + end.0;
    if let Some(last) = group.iter().rev().find(|placed| !placed.is_new) {
        *end = (last.edit.range.end, last.range.end);
    }
    let range = from..stop - end.1 + end.0;
    if group.len() == 1 {
        let edit = group.remove(0).edit;
        return Edit { range, ..edit };
    }
    let edit = group[0].edit.clone();
    let (mut bytes, mut kinds, mut at) = (Vec::new(), Vec::new(), start);
    for Placed { range, edit, is_new } in group {
        if is_new {
            bytes.extend_from_slice(&once[at..range.start]);
            apply::put(&edit, |part| bytes.extend_from_slice(part));
            at = range.end;
        }
        kinds.extend(edit.text.map_or_else(|| vec![edit.kind], |(_, kinds)| kinds));
    }
    bytes.extend_from_slice(&once[at..stop]);
    Edit { range, text: Some((bytes, kinds)), ..edit }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    fn edit(range: Range<usize>, text: &str) -> Edit {
        let text = Some((text.as_bytes().to_vec(), vec![Kind::Value]));
        Edit { range, kind: Kind::Value, hash: 0, length: 0, quote: Vec::new(), text }
    }

    fn written(text: &[u8], edits: &[Edit]) -> String {
        let mut out = Vec::new();
        apply::write(text, text.len(), edits, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn joined_edits_make_of_the_text_what_one_after_the_other_made_of_it() {
        let text = b"abcdefghijklmnopqrstuvwxyz";
        let first = || vec![edit(2..4, "CD+"), edit(10..12, "K"), edit(20..21, "UUUU")];
        let once = written(text, &first());
        assert_eq!(once, "abCD+efghijKmnopqrstUUUUvwxyz");
        let cases = [
            vec![edit(0..1, "A")],
            vec![edit(29..29, "!")],
            vec![edit(6..8, "F"), edit(13..14, "NN")],
            // In an edit, in one twice, around one, around two and on into a third one.
            vec![edit(3..4, "-")],
            vec![edit(20..21, "1"), edit(22..23, "2")],
            vec![edit(9..14, "_")],
            vec![edit(1..22, "all"), edit(23..25, "end")],
        ];
        for more in cases {
            let twice = written(once.as_bytes(), &more);
            let joined = join(first(), once.as_bytes(), more);
            assert_eq!(written(text, &joined), twice);
            let ends: Vec<_> = joined.iter().flat_map(|edit| [edit.range.start, edit.range.end]).collect();
            assert!(ends.is_sorted() && ends.iter().all(|end| *end <= text.len()), "{joined:?}");
        }
    }
}
