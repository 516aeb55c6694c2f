//! SOAP envelopes and pages inside a text: where one starts, and where its element ends.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2, memmem};

use super::json::End;

/// How far a tag's name is looked for, in bytes.
pub(super) const HEAD: usize = 128;

/// The longest text between two tags of an envelope, in bytes. A log that goes on behind a cut envelope has no tags.
const LONGEST_TEXT: usize = 1 << 20;

/// How far the end of a page is looked for, in bytes.
pub(super) const PAGE: usize = 65_536;

/// How deep elements are nested in an envelope; what lies deeper ends the walk.
const DEPTH: usize = 256;

/// What starts at a `<`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// `<?xml`.
    Declaration,
    /// An element named `Envelope` or `Fault`.
    Element,
    /// An HTML page.
    Page,
    /// A CDATA section.
    Cdata,
}

/// Tells what starts at a `<`.
pub(super) fn start(text: &[u8]) -> Option<Start> {
    let head = &text[..text.len().min(HEAD)];
    if head.starts_with(b"<?xml") {
        return Some(Start::Declaration);
    }
    if head.starts_with(b"<![CDATA[") {
        return Some(Start::Cdata);
    }
    let begins = |tag: &[u8]| head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if begins(b"<!doctype html") || begins(b"<html") {
        return Some(Start::Page);
    }
    let local = local(name(&head[1..]));
    (local == b"Envelope" || local == b"Fault").then_some(Start::Element)
}

/// Returns the name at the start of a text.
fn name(text: &[u8]) -> &[u8] {
    let is_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.') || *byte > 127;
    let end = text.iter().position(|byte| !is_name(byte)).unwrap_or(text.len());
    &text[..end]
}

/// Returns a name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.iter().rposition(|byte| *byte == b':').map_or(name, |at| &name[at + 1..])
}

/// What a walk through an element found.
pub(super) struct Walked {
    pub(super) end: End,
    /// How far the text was looked at.
    pub(super) looked: usize,
    /// The element, if it has what an answer has, as far as it goes.
    pub(super) answer: Option<Range<usize>>,
}

/// Walks the document at `start`, past declaration, comments and DTD to the end of its root.
pub(super) fn walk(text: &[u8], start: usize, is_final: bool) -> Walked {
    let open = Walked { end: End::Open, looked: start, answer: None };
    // The names of the open elements.
    let mut names: Vec<&[u8]> = Vec::new();
    let mut is_answer = false;
    let mut at = start;
    let mut has_root = false;
    loop {
        let Some(length) = memchr(b'<', &text[at..text.len().min(at + LONGEST_TEXT)]) else {
            if !is_final && text.len() - at < LONGEST_TEXT {
                return open;
            }
            return dead(text, start, at, text.len().min(at + LONGEST_TEXT), is_answer);
        };
        let tag = at + length;
        let rest = &text[tag..];
        let skipped = [(&b"<!--"[..], &b"-->"[..]), (b"<![CDATA[", b"]]>"), (b"<?", b"?>")]
            .into_iter()
            .find_map(|(open, close)| {
                rest.starts_with(open).then(|| memmem::find(rest, close).map(|end| end + close.len()))
            });
        let is_new_document =
            tag > start && (rest.starts_with(b"<?xml") || matches!(self::start(rest), Some(Start::Page)));
        if is_new_document {
            return dead(text, start, at, tag, is_answer);
        }
        match skipped {
            Some(Some(length)) => {
                at = tag + length;
                continue;
            }
            Some(None) if is_final => return dead(text, start, at, text.len(), is_answer),
            Some(None) => return open,
            None => {}
        }
        if rest.starts_with(b"<!") {
            if !is_final && rest.len() < b"<![CDATA[".len() {
                return open;
            }
            if has_root {
                return dead(text, start, at, tag, is_answer);
            }
            // A DTD: the reader refuses the document. Its end is that of its root.
            match dtd_end(rest) {
                Some(length) => at = tag + length,
                None if is_final => return dead(text, start, at, text.len(), is_answer),
                None => return open,
            }
            continue;
        }
        let Some(length) = tag_end(&rest[..rest.len().min(LONGEST_TEXT)]) else {
            if is_final || rest.len() >= LONGEST_TEXT {
                return dead(text, start, tag, text.len().min(tag + LONGEST_TEXT), is_answer);
            }
            return open;
        };
        at = tag + length;
        if let Some(closing) = rest.strip_prefix(b"</") {
            if names.pop() != Some(name(closing)) {
                return dead(text, start, tag, tag, is_answer);
            }
        } else {
            let name = name(&rest[1..]);
            let local = local(name);
            let is_nested = has_root && local == b"Envelope";
            if name.is_empty() || is_nested || names.len() == DEPTH {
                return dead(text, start, tag, tag, is_answer);
            }
            if !has_root && local != b"Envelope" && local != b"Fault" {
                // Another document; what stands in it is looked at on its own.
                return Walked { end: End::Dead { resume: tag + 1 }, looked: at, answer: None };
            }
            has_root = true;
            is_answer |= local == b"Fault" || is_operation(local);
            if rest[length - 2] != b'/' {
                names.push(name);
            }
        }
        if names.is_empty() {
            return Walked { end: End::Closed(at), looked: at, answer: is_answer.then_some(start..at) };
        }
    }
}

/// Ends a walk that reads no further than `to`; the last tag ended at `last`. A text that goes on in another line is no
/// longer the document's.
fn dead(text: &[u8], start: usize, last: usize, to: usize, is_answer: bool) -> Walked {
    let tail = &text[last..to];
    let line = tail.iter().enumerate().position(|(at, byte)| {
        *byte == b'\n' && tail.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace())
    });
    let end = line.map_or(to, |at| last + at);
    let answer = (is_answer && end > start).then_some(start..end);
    // What is no answer may have one inside, in another format.
    let resume = if is_answer { end.max(start + 1) } else { start + 1 };
    Walked { end: End::Dead { resume }, looked: to.max(resume), answer }
}

/// Returns where a DTD ends, behind its `>`: with a part in brackets, behind that.
fn dtd_end(dtd: &[u8]) -> Option<usize> {
    let first = memchr2(b'[', b'>', dtd)?;
    if dtd[first] == b'>' {
        return Some(first + 1);
    }
    memchr_iter(b']', dtd).filter(|close| *close > first).find_map(|close| {
        let end = dtd[close + 1..].iter().position(|byte| !byte.is_ascii_whitespace())? + close + 1;
        (dtd[end] == b'>').then_some(end + 1)
    })
}

/// Returns where a tag ends, behind its `>`; one in quotation marks is none.
fn tag_end(tag: &[u8]) -> Option<usize> {
    let mut mark = None;
    for (at, byte) in tag.iter().enumerate() {
        match (mark, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => mark = Some(*byte),
            // A tag does not hold another: the mark was none.
            (_, b'<') if at > 0 => return None,
            (Some(open), byte) if open == *byte => mark = None,
            _ => {}
        }
    }
    None
}

/// Tells whether an element is an operation's answer, as `successGetLead` is.
fn is_operation(local: &[u8]) -> bool {
    local
        .strip_prefix(b"success")
        .is_some_and(|operation| operation.first().is_some_and(u8::is_ascii_uppercase))
}

/// Tells whether an envelope is Marketo's by its namespace or the name of its exception.
pub(super) fn is_marketos(envelope: &[u8]) -> bool {
    memmem::find(envelope, b"marketo.com/mktows").is_some()
        || memmem::find(envelope, b"mktServiceException").is_some()
}

/// Returns the end of the page at the start of a text: `Ok(None)` where it has none, `Err` where more must be known.
pub(super) fn page_end(text: &[u8], is_final: bool) -> Result<Option<usize>, ()> {
    let head = &text[..text.len().min(PAGE)];
    let mut at = 0;
    while let Some(found) = memmem::find(&head[at..], b"</") {
        let tag = at + found;
        if head.get(tag..tag + 7).is_some_and(|end| end.eq_ignore_ascii_case(b"</html>")) {
            return Ok(Some(tag + 7));
        }
        at = tag + 2;
    }
    if is_final || text.len() >= PAGE { Ok(None) } else { Err(()) }
}
