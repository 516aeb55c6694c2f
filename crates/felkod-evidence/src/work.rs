//! Looking for what is to be hidden, in one text and in all that is encoded in it.

use std::{cmp::Reverse, ops::Range};

use base64::Engine;

use crate::{
    Kind, Options, Strength,
    base64::{self as encoded, is_text},
    mark,
    names::{Names, Rule},
    place::Place,
    shape,
    taints::Taints,
    utf16::{self, Order},
    view::{Escapes, View},
};

/// How many encodings inside one another are undone; what is deeper is hidden.
const DEEPEST: u8 = 10;

/// A part of the text that gives way to a mark.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) kind: Kind,
    /// The hash and the length of the decoded value.
    pub(crate) hash: u32,
    pub(crate) length: usize,
    /// The quotation mark to put on both sides, as it is written here.
    pub(crate) quote: Vec<u8>,
    /// The text in place of a mark, with what was hidden in it: a value that is encoded as a whole.
    pub(crate) text: Option<(Vec<u8>, Vec<Kind>)>,
}

/// What any word gives when it is taken for Base64 is not this long a text.
const CONVINCING: usize = 16;
/// How many bytes are kept decoded at once, in encodings inside one another; what needs more is hidden.
const DECODED: usize = 32 << 20;
/// How many bytes a part gives at least when its compressed bodies are decompressed, and how many times its length; what
/// gives more is hidden.
const UNPACKED: (usize, usize) = (16 << 20, 32);
/// How many times the length of a part is looked through, decoded in one way after another; what is left is hidden.
const LOOKED: usize = 40;
/// So many edits are looked through for those that were made more than once.
const EDITS: usize = 1 << 16;

/// What is left to one pass: an encoding inside of others must not take all time and memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Left {
    decoded: usize,
    unpacked: usize,
    looked: usize,
}

impl Left {
    pub(crate) fn for_part(length: usize) -> Self {
        Self {
            decoded: DECODED,
            unpacked: UNPACKED.0.max(length * UNPACKED.1),
            looked: DECODED.max(length * LOOKED),
        }
    }
}

/// One pass over a text.
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the text")]
pub(crate) struct Work<'a> {
    pub(crate) options: &'a Options,
    pub(crate) names: &'a Names,
    pub(crate) taints: &'a mut Taints,
    pub(crate) edits: Vec<Edit>,
    /// Whether a line without a sign of a secret is passed over.
    pub(crate) is_quick: bool,
    /// How many edits are looked through for those that were made more than once.
    pub(crate) most: usize,
    pub(crate) depth: u8,
    /// Whether the text is that of an encoded value.
    pub(crate) is_inside: bool,
    /// Whether the text is the name of a value.
    pub(crate) in_name: bool,
    /// Whether something is hidden in encodings inside one another.
    pub(crate) is_deep: bool,
    pub(crate) left: Left,
    /// The text that edits are made in.
    pub(crate) root: &'a [u8],
}

impl<'a> Work<'a> {
    pub(crate) fn new(
        options: &'a Options,
        names: &'a Names,
        taints: &'a mut Taints,
        root: &'a [u8],
        left: Left,
    ) -> Self {
        Self {
            options,
            names,
            taints,
            edits: Vec::new(),
            is_quick: options.is_quick,
            most: EDITS,
            depth: 0,
            is_inside: false,
            in_name: false,
            is_deep: false,
            left,
            root,
        }
    }
}

impl Work<'_> {
    pub(crate) fn is_strict(&self) -> bool {
        self.options.strength == Strength::Strict && !self.in_name
    }

    /// Looks through as much of the text as can be judged, and returns how much that is; all of it if it is the `last`.
    pub(crate) fn process(&mut self, view: View<'_>, place: &mut Place, last: bool) -> usize {
        let mut at = 0;
        // Where the line ends, so that a line of many documents is not looked through to its end for each.
        let mut line = None;
        while at < view.bytes.len() {
            let next = if !place.json.is_empty() {
                self.json(view, at, place, last)
            } else if !place.xml.is_empty() {
                self.xml(view, at, place, last)
            } else {
                let end = match line {
                    Some(end) if at < end => end,
                    _ => memchr::memchr(b'\n', &view.bytes[at..]).map_or(usize::MAX, |line| at + line + 1),
                };
                line = Some(end);
                let stop = end.min(view.bytes.len());
                if (end < usize::MAX || last) && self.is_quiet(view.slice(at..stop), place) {
                    at = stop;
                    place.in_line = end == usize::MAX;
                    continue;
                }
                self.line(view, at, Some(end).filter(|end| *end < usize::MAX), place, last)
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// Looks through a text of its own: the content of a string, of an element, of an encoded value.
    pub(crate) fn nested(&mut self, view: View<'_>) {
        if view.bytes.len() < 3 && !self.is_strict() {
            return;
        }
        let length = view.bytes.len();
        if self.depth >= DEEPEST || self.left.decoded < length || self.left.looked < length {
            self.hide(view, 0..length, Kind::Unread);
            return;
        }
        self.left.looked -= length;
        self.left.decoded -= length;
        if !self.whole_base64(view) {
            self.depth += 1;
            let mut place = Place::default();
            self.process(view, &mut place, true);
            self.depth -= 1;
        }
        self.left.decoded += length;
    }

    /// Remembers that a text has been looked through, if it does not stand in the part as it is.
    pub(crate) fn saw(&mut self, view: View<'_>) {
        if self.is_inside || view.is_decoded() {
            self.taints.saw(view.bytes);
        }
    }

    /// Looks through a text that is written with escapes of one kind, as it reads without them.
    pub(crate) fn escaped(&mut self, view: View<'_>, escapes: Escapes) {
        match view.decode(escapes) {
            Some(decoded) => self.nested(decoded.view()),
            None => self.nested(view),
        }
    }

    /// Hides a value by what its name says.
    pub(crate) fn by_rule(&mut self, view: View<'_>, range: Range<usize>, kind: Kind) {
        let value = &view.bytes[range.clone()];
        if kind == Kind::Credentials {
            let scheme = value.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let known = [&b"bearer"[..], b"basic", b"digest", b"token", b"apikey", b"negotiate", b"ntlm"];
            let is_scheme = known.iter().any(|known| value[..scheme].eq_ignore_ascii_case(known));
            if is_scheme && value.get(scheme) == Some(&b' ') {
                self.hide(view, range.start + scheme + 1..range.end, kind);
                return;
            }
        }
        self.hide(view, range, kind);
    }

    /// Hides a part of the text, without the white space around it.
    pub(crate) fn hide(&mut self, view: View<'_>, range: Range<usize>, kind: Kind) {
        if let Some(edit) = self.edit(view, range, kind) {
            self.edits.push(edit);
            if self.edits.len() > self.most {
                // The same secret is found once for each way to read it.
                self.edits.sort_by_key(|edit| (edit.range.start, Reverse(edit.range.end)));
                self.edits.dedup_by(|later, first| {
                    later.range == first.range && later.text.is_none() && first.text.is_none()
                });
                self.most = EDITS.max(self.edits.len() * 2);
            }
        }
    }

    pub(crate) fn edit(&mut self, view: View<'_>, range: Range<usize>, kind: Kind) -> Option<Edit> {
        let mut range = range;
        while range.start < range.end && view.bytes[range.start].is_ascii_whitespace() {
            range.start += 1;
        }
        while range.start < range.end && view.bytes[range.end - 1].is_ascii_whitespace() {
            range.end -= 1;
        }
        let written = &view.bytes[range.clone()];
        // Backslashes alone are the start of a quotation mark that is escaped.
        if written.iter().all(|byte| *byte == b'\\') || mark::is_whole(written) {
            return None;
        }
        let mut value = written.to_vec();
        for _ in 0..4 {
            let Some(decoded) = View::new(&value).decode(Escapes::All) else { break };
            let bytes = decoded.view().bytes.to_vec();
            value = bytes;
        }
        let at = memchr::memchr(b'@', &value);
        let is_email = at.and_then(|at| shape::email(&value, at)) == Some(0..value.len());
        let is_plain = matches!(kind, Kind::Personal | Kind::Value | Kind::User | Kind::Unread);
        let kind = if is_email && is_plain { Kind::Email } else { kind };
        self.taints.add(kind, &value);
        let hash = self.options.key.hash(&value);
        self.is_deep |= self.depth > 1 || self.is_inside;
        Some(Edit {
            range: view.source(range),
            kind,
            hash,
            length: value.len(),
            quote: Vec::new(),
            text: None,
        })
    }

    /// Looks through a text apart, and returns what was found there.
    pub(crate) fn apart(&mut self, look: impl FnOnce(&mut Self)) -> Vec<Edit> {
        let before = std::mem::take(&mut self.edits);
        look(self);
        std::mem::replace(&mut self.edits, before)
    }

    /// Looks into a value that is Base64 from its first byte to its last, and puts back what it redacted in the same
    /// encoding. Tells whether it is such a value.
    fn whole_base64(&mut self, view: View<'_>) -> bool {
        let Some(encoded::Decoded { bytes, engine }) = encoded::decode(view.bytes) else { return false };
        let is_gzip = bytes.starts_with(&[0x1F, 0x8B]);
        let Some(text) = (if is_gzip { self.unpacked(&bytes) } else { Some(bytes) }) else {
            self.hide(view, 0..view.bytes.len(), Kind::Unread);
            return true;
        };
        if !is_gzip && !is_text(&text) {
            return false;
        }
        let order = self.order(&text);
        let text = match order {
            Some(order) => utf16::to_utf8(&text, order),
            None => text,
        };
        let edits = self.inside(&text);
        if edits.is_empty() {
            // The encoding may be no encoding: the value is looked at as it stands too, unless it was redacted before.
            return is_gzip || text.len() >= CONVINCING || !crate::mark::all(&text).is_empty();
        }
        let source = view.source(0..view.bytes.len());
        if self.root.get(source.clone()) != Some(view.bytes) {
            // It is written with escapes, which its letters may need.
            let kind = edits.first().map_or(Kind::Unread, |edit| edit.kind);
            self.hide(view, 0..view.bytes.len(), kind);
            return true;
        }
        let kinds = edits.iter().map(|edit| edit.kind).collect();
        let redacted = {
            let edits = crate::apply::merge(&text, edits, &self.options.key);
            let mut out = Vec::new();
            crate::apply::write(&text, text.len(), &edits, &mut out);
            out
        };
        let redacted = match order {
            Some(order) => utf16::from_utf8(&redacted, order),
            None => redacted,
        };
        let redacted = if is_gzip { crate::gzip::write(&redacted) } else { redacted };
        let hash = self.options.key.hash(view.bytes);
        self.edits.push(Edit {
            range: source,
            kind: Kind::Unread,
            hash,
            length: view.bytes.len(),
            quote: Vec::new(),
            text: Some((engine.encode(redacted).into_bytes(), kinds)),
        });
        true
    }

    /// Returns what is to be hidden in a text of its own.
    fn inside(&mut self, text: &[u8]) -> Vec<Edit> {
        if self.depth >= DEEPEST {
            return Vec::new();
        }
        let mut work = Work::new(self.options, self.names, &mut *self.taints, text, self.left);
        (work.depth, work.is_inside, work.in_name) = (self.depth + 1, true, self.in_name);
        work.nested(View::new(text));
        let (edits, left, is_deep) = (work.edits, work.left, work.is_deep);
        self.left = left;
        self.is_deep |= is_deep;
        edits
    }

    /// Tells whether a text is UTF-16 to its end. If it is not, its bytes are read as they stand.
    fn order(&self, text: &[u8]) -> Option<Order> {
        let order = utf16::detect(text)?;
        let gives_away = |run: &[u8]| gives_away(self.options, self.names, run);
        (!utf16::prove(text, order, true, gives_away).ends).then_some(order)
    }

    /// Decompresses a body; nothing where it is broken or too long.
    fn unpacked(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        let text = crate::gzip::read(bytes)?;
        self.left.unpacked = self.left.unpacked.checked_sub(text.len())?;
        Some(text)
    }

    /// Returns how a part of the text is written.
    pub(crate) fn written(&self, source: Range<usize>) -> Vec<u8> {
        self.root.get(source).map(<[u8]>::to_vec).unwrap_or_default()
    }

    /// Looks into a run of Base64 inside of a text, and hides all of it where there is anything in it. Tells whether it
    /// is such a run.
    pub(crate) fn base64_run(&mut self, view: View<'_>, range: Range<usize>) -> bool {
        let Some(read) = encoded::decode(&view.bytes[range.clone()]) else { return false };
        let text = if read.bytes.starts_with(&[0x1F, 0x8B, 8]) {
            let Some(text) = self.unpacked(&read.bytes) else {
                self.hide(view, range, Kind::Unread);
                return true;
            };
            text
        } else if is_text(&read.bytes) {
            read.bytes
        } else {
            return false;
        };
        let text = match self.order(&text) {
            Some(order) => utf16::to_utf8(&text, order),
            None => text,
        };
        let edits = self.inside(&text);
        if let Some(first) = edits.first() {
            self.hide(view, range, first.kind);
        }
        !edits.is_empty() || text.len() >= CONVINCING
    }

    /// Returns the kind by which a value with this rule is hidden in any case.
    pub(crate) const fn kind(rule: Option<Rule>) -> Option<Kind> {
        match rule {
            Some(Rule::Hide(kind)) => Some(kind),
            Some(Rule::Cookies) => Some(Kind::Cookie),
            Some(Rule::Keep | Rule::Number | Rule::Result) | None => None,
        }
    }
}

/// Tells whether a short text by itself has a secret, or the name of one that follows it.
pub(crate) fn gives_away(options: &Options, names: &Names, text: &[u8]) -> bool {
    let options = options.clone().strength(Strength::Log);
    let (mut taints, text) = (Taints::default(), [text, b"x"].concat());
    let mut work = Work::new(&options, names, &mut taints, &text, Left::for_part(text.len()));
    work.process(View::new(&text), &mut Place::default(), true);
    !work.edits.is_empty()
}
