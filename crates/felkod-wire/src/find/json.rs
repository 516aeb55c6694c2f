//! Answers inside JSON, and inside what languages print in its place: one pass over the text with a stack of small
//! frames. An object is judged when it closes, by what its frame has kept; an answer takes the place of those inside it.

use super::{
    candidate::{Candidate, Context, Fault, Host, What},
    decode::unescaped,
    fits::{code_in_body, fits, fits_fault},
    key::Key,
    lex::{self, Kind, Word, word},
    needle,
};
use crate::{report::is_hex, soap};
use felkod_catalog::{Api, Code};

/// How deep containers are judged. What lies deeper is skipped by counting.
const DEPTH: usize = 256;

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The container closed; the place behind it.
    Closed(usize),
    /// The text stopped being JSON; where to look on.
    Dead { resume: usize },
    /// The text ended before.
    Open,
}

/// A piece of the text, from and to.
type Piece = (usize, usize);

/// What a container has told so far.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts, each told or not")]
struct Facts {
    has_id: bool,
    success: Option<bool>,
    has_list: bool,
    /// Whether an error in it has a known code whose text fits, or a known code without a text.
    errors_fit: bool,
    errors_bare: bool,
    has_reasons: bool,
    records_fit: bool,
    is_skipped: bool,
    has_oauth_error: bool,
    has_oauth_description: bool,
    code: Option<Piece>,
    message: Option<Piece>,
    error_code: bool,
    fault_string: Option<Piece>,
    fault_code: Option<Piece>,
    fault_message: Option<Piece>,
    status: Option<u16>,
    request_id: Option<Piece>,
    has_body: bool,
    is_request_id_header: bool,
    header_value: Option<Piece>,
    host: Host,
}

/// A container that is open.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "facts, each told or not")]
pub(super) struct Frame {
    start: usize,
    is_object: bool,
    is_plain: bool,
    key: Key,
    /// How many candidates there were before it.
    before: usize,
    elements: u32,
    /// How many elements are items of `errors` or of `result`, whether or not they fit.
    items: u32,
    records: u32,
    /// What an array's elements are: whether one fits.
    fits: bool,
    bare: bool,
    record_fits: bool,
    facts: Facts,
}

/// What an object is as an element of the container around it.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts, each told or not")]
struct Verdict {
    is_item: bool,
    fits: bool,
    bare: bool,
    is_record: bool,
    record_fits: bool,
}

/// A pass over one container.
pub(super) struct Walk<'t> {
    text: &'t [u8],
    frames: Vec<Frame>,
    candidates: Vec<Candidate>,
    /// Where the last string starts and ends.
    last: Option<Piece>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expects {
    Key,
    Colon,
    Value,
    /// A comma or the end.
    More,
}

impl<'t> Walk<'t> {
    /// Starts with room for containers, which may be that of an earlier walk.
    pub(super) fn new(text: &'t [u8], frames: Vec<Frame>) -> Self {
        Self { text, frames, candidates: Vec::new(), last: None }
    }

    /// Returns what was found, and gives the room for containers back.
    pub(super) fn into_candidates(self, frames: &mut Vec<Frame>) -> Vec<Candidate> {
        *frames = self.frames;
        frames.clear();
        self.candidates
    }

    /// Walks the container at `start`. Where the text ends before it and more may come, nothing is judged.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few of them tell something here")]
    pub(super) fn run(&mut self, start: usize, is_final: bool) -> End {
        let mut at = start;
        let mut expects = Expects::Value;
        let mut skipped = 0_usize;
        loop {
            let word = word(self.text, at, expects == Expects::Colon);
            at = word.next;
            if skipped > 0 {
                match word.kind {
                    Kind::OpenArray | Kind::OpenObject => skipped += 1,
                    Kind::CloseArray | Kind::CloseObject => skipped -= 1,
                    Kind::End => return self.end(word, is_final),
                    _ => {}
                }
                continue;
            }
            if let Kind::Text(_) = word.kind {
                self.last = Some((word.start, word.end));
            }
            expects = match (expects, word.kind) {
                (_, Kind::End) => return self.end(word, is_final),
                (Expects::Value, Kind::OpenObject | Kind::OpenArray) => {
                    if self.frames.len() == DEPTH {
                        skipped = 1;
                        Expects::More
                    } else {
                        self.open(word);
                        if word.kind == Kind::OpenObject { Expects::Key } else { Expects::Value }
                    }
                }
                (Expects::More, Kind::OpenObject | Kind::OpenArray) if !self.is_in_object() => {
                    // A comma is missing.
                    at = word.start;
                    Expects::Value
                }
                (Expects::Key | Expects::More, Kind::CloseObject) if self.is_in_object() => {
                    self.close(at);
                    Expects::More
                }
                (Expects::Value | Expects::More, Kind::CloseArray) if !self.is_in_object() => {
                    self.close(at);
                    Expects::More
                }
                (Expects::Key | Expects::More, Kind::Text(_) | Kind::Symbol | Kind::Name)
                    if self.is_in_object() =>
                {
                    if expects == Expects::More && word.kind == Kind::Name {
                        return self.dead(word);
                    }
                    self.key(word);
                    Expects::Colon
                }
                (Expects::Colon, Kind::Colon) => {
                    if word.end - word.start > 1 {
                        self.is_not_plain();
                    }
                    Expects::Value
                }
                (Expects::Value, Kind::Text(_) | Kind::Number | Kind::Symbol) => {
                    self.value(word);
                    Expects::More
                }
                (Expects::Value, Kind::Name) if lex::is_value(&self.text[word.start..word.end]) => {
                    self.value(word);
                    Expects::More
                }
                (Expects::More, Kind::Comma) => {
                    if self.is_in_object() {
                        Expects::Key
                    } else {
                        Expects::Value
                    }
                }
                _ => return self.dead(word),
            };
            if self.frames.is_empty() {
                return End::Closed(at);
            }
        }
    }

    fn is_in_object(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.is_object)
    }

    fn is_not_plain(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.is_plain = false;
        }
    }

    fn end(&mut self, word: Word, is_final: bool) -> End {
        if is_final { self.dead(word) } else { End::Open }
    }

    /// Ends the walk where the text stops being JSON. Every open container is dead with it: a walk from an inner start
    /// would meet the same word. What they told so far may be an answer that is cut.
    fn dead(&mut self, word: Word) -> End {
        let is_cut_string =
            word.kind == Kind::End && matches!(self.text.get(word.start.wrapping_sub(1)), Some(b'"' | b'\''));
        let last = if is_cut_string { Some((word.start, word.end)) } else { self.last };
        // A string that ran into the next line or the next object may have lacked its closing mark: it is looked at
        // again from there.
        let doubted = last.and_then(|(start, end)| {
            let is_last = lex::skip_space(self.text, end + 1) >= word.start;
            let string = &self.text[start..end];
            let at = memchr::memchr(b'\n', string).or_else(|| memchr::memchr(b'{', string))?;
            (is_last || is_cut_string).then_some(start + at)
        });
        if let Some(at) = doubted {
            self.candidates.retain(|candidate| candidate.range.end <= at);
        }
        let at = doubted.unwrap_or(if is_cut_string { word.end } else { word.start });
        while let Some(frame) = self.frames.last() {
            if frame.elements == 0 {
                // It has told nothing.
                self.frames.pop();
            } else {
                let end = at.max(frame.start + 1);
                self.close(end);
            }
        }
        let after = self.candidates.last().map_or(0, |candidate| candidate.range.end);
        End::Dead { resume: at.max(after) }
    }

    fn open(&mut self, word: Word) {
        let key = self.frames.last().map_or(Key::Other, |frame| frame.key);
        self.frames.push(Frame {
            start: word.start,
            is_object: word.kind == Kind::OpenObject,
            is_plain: true,
            // Of an array it is the key that its object has there, and stays so; of an object the one read last.
            key: if word.kind == Kind::OpenObject { Key::Other } else { key },
            before: self.candidates.len(),
            elements: 0,
            items: 0,
            records: 0,
            fits: false,
            bare: false,
            record_fits: false,
            facts: Facts::default(),
        });
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "few of them tell something here")]
    fn key(&mut self, word: Word) {
        let key = Key::of(&self.text[word.start..word.end]);
        let Some(frame) = self.frames.last_mut() else { return };
        frame.key = key;
        frame.is_plain &=
            word.kind == Kind::Text(b'"') && (word.start < 2 || !is_prefix(self.text[word.start - 2]));
        match key {
            Key::Errors | Key::Result => frame.facts.has_list = true,
            Key::Reasons => frame.facts.has_reasons = true,
            Key::Content | Key::Text | Key::Response => frame.facts.has_body = true,
            _ => {}
        }
    }

    /// Takes a value that is no container.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few of them tell something here")]
    fn value(&mut self, word: Word) {
        let content = &self.text[word.start..word.end];
        let depth = self.frames.len();
        let Some(frame) = self.frames.last_mut() else { return };
        frame.elements += 1;
        frame.is_plain &= match word.kind {
            Kind::Text(mark) => mark == b'"' && (word.start < 2 || !is_prefix(self.text[word.start - 2])),
            Kind::Symbol => false,
            Kind::Name => matches!(content, b"true" | b"false" | b"null"),
            _ => true,
        };
        let (key, is_first) = (frame.key, frame.elements == 1);
        let is_object = frame.is_object;
        // In an array, the first value may stand for the only one, as xml2js writes elements.
        if is_object || is_first {
            let at = if is_object || depth < 2 { depth - 1 } else { depth - 2 };
            self.fact(at, key, word);
        }
        if let Kind::Text(_) = word.kind
            && needle::may_hold_an_answer(content)
        {
            let is_har = key == Key::Text
                && depth > 1
                && self.frames[depth - 2].is_object
                && self.frames[depth - 2].key == Key::Content;
            self.candidates.push(Candidate {
                range: word.start..word.end,
                what: What::Text { is_har },
                context: Context::default(),
                is_plain: true,
                is_inside: true,
            });
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "few of them tell something here")]
    fn fact(&mut self, at: usize, key: Key, word: Word) {
        let content = &self.text[word.start..word.end];
        let piece = Some((word.start, word.end));
        let is_text = matches!(word.kind, Kind::Text(_));
        let facts = &mut self.frames[at].facts;
        match key {
            Key::RequestId => {
                facts.has_id = is_request_id(content);
                facts.request_id = facts.request_id.or(piece.filter(|_| facts.has_id));
            }
            Key::Success => {
                let success = content.eq_ignore_ascii_case(b"true");
                if success || content.eq_ignore_ascii_case(b"false") {
                    facts.success = Some(success && facts.success != Some(false));
                }
            }
            Key::Code => facts.code = facts.code.or(piece),
            Key::Message if is_text => facts.message = facts.message.or(piece),
            Key::ErrorCode => {
                let code = number(content).and_then(code_in_body);
                facts.error_code = code.is_some_and(|code| code.api() == Api::DataIngestion);
            }
            Key::Error => facts.has_oauth_error = is_text,
            Key::ErrorDescription => facts.has_oauth_description = is_text,
            Key::Status => {
                facts.is_skipped |= content == b"skipped";
                facts.status = number(content).and_then(|number| u16::try_from(number).ok());
                facts.status = facts.status.filter(|status| (100..=599).contains(status));
            }
            Key::FaultString if is_text => facts.fault_string = facts.fault_string.or(piece),
            Key::HeaderRequestId if is_text => facts.request_id = facts.request_id.or(piece),
            Key::Name => facts.is_request_id_header = content.eq_ignore_ascii_case(b"x-request-id"),
            Key::Value if is_text => facts.header_value = piece,
            Key::Address if is_text => facts.host = Host::of(content),
            _ => {}
        }
    }

    fn text_of(&self, piece: Option<Piece>) -> Option<String> {
        piece.map(|(start, end)| unescaped(&self.text[start..end]).into_owned())
    }

    fn number_of(&self, piece: Option<Piece>) -> Option<u32> {
        piece.and_then(|(start, end)| number(&self.text[start..end]))
    }

    /// Closes the innermost container and judges it.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few of them tell something here")]
    fn close(&mut self, end: usize) {
        let Some(mut frame) = self.frames.pop() else { return };
        let verdict =
            if frame.is_object { self.judge_object(&mut frame, end) } else { self.judge_array(&frame, end) };
        let Some(parent) = self.frames.last_mut() else { return };
        parent.is_plain &= frame.is_plain;
        parent.elements += 1;
        let (outer, facts) = (&mut parent.facts, &frame.facts);
        if !parent.is_object {
            parent.items += u32::from(verdict.is_item);
            parent.records += u32::from(verdict.is_record);
            parent.fits |= verdict.fits;
            parent.bare |= verdict.bare;
            parent.record_fits |= verdict.record_fits;
            outer.code = outer.code.or(facts.code);
            outer.message = outer.message.or(facts.message);
            outer.fault_code = outer.fault_code.or(facts.fault_code);
            outer.fault_message = outer.fault_message.or(facts.fault_message);
            outer.request_id = outer.request_id.or(facts.request_id);
            return;
        }
        match parent.key {
            Key::Errors | Key::Reasons => {
                outer.errors_fit |= verdict.fits;
                outer.errors_bare |= verdict.bare;
            }
            Key::Result => outer.records_fit |= verdict.record_fits,
            Key::ServiceException => (outer.fault_code, outer.fault_message) = (facts.code, facts.message),
            Key::Detail => {
                outer.fault_code = outer.fault_code.or(facts.fault_code);
                outer.fault_message = outer.fault_message.or(facts.fault_message);
            }
            Key::Headers => outer.request_id = outer.request_id.or(facts.request_id),
            Key::Status => {
                let number = facts.code.and_then(|(start, end)| number(&self.text[start..end]));
                outer.status = number.and_then(|number| u16::try_from(number).ok());
            }
            Key::Request if outer.host == Host::Untold => outer.host = facts.host,
            _ => {}
        }
    }

    fn judge_object(&mut self, frame: &mut Frame, end: usize) -> Verdict {
        let facts = &mut frame.facts;
        if facts.is_request_id_header {
            facts.request_id = facts.header_value;
        }
        let mut verdict = Verdict { is_record: facts.has_reasons || facts.is_skipped, ..Verdict::default() };
        verdict.record_fits = facts.errors_fit && facts.success.is_none();
        if let Some(code) = self.number_of(facts.code).and_then(code_in_body) {
            verdict.is_item = true;
            match self.text_of(facts.message) {
                Some(text) if code.api() == Api::Soap => {
                    if fits_fault(code, &text) && facts.fault_string.is_none() {
                        let code = self.text_of(facts.code);
                        let fault = Fault { fault_string: None, message: Some(text), code };
                        self.candidate(frame, end, What::Fault(fault));
                    }
                }
                Some(text) => verdict.fits = fits(code, &text),
                None => verdict.bare = code.api() == Api::Rest,
            }
        }
        let facts = &frame.facts;
        let is_failure = facts.success == Some(false) && facts.errors_bare;
        let has_answer = facts.success.is_some() || facts.has_list;
        let has_fitting = facts.errors_fit && !verdict.is_record && facts.has_list;
        let is_ingestion = facts.error_code && facts.message.is_some();
        let has_record = facts.success.is_some() && facts.records_fit;
        if (facts.has_id && has_answer) || has_fitting || is_failure || is_ingestion || has_record {
            self.candidate(frame, end, What::Response);
        } else if let Some(fault) = self.fault(facts) {
            self.candidate(frame, end, What::Fault(fault));
        } else if verdict.is_record && facts.errors_fit {
            self.candidate(frame, end, What::Records);
        } else if verdict.fits {
            self.candidate(frame, end, What::Errors);
        } else if facts.has_oauth_error && facts.has_oauth_description {
            self.candidate(frame, end, What::OfKnownHost);
        } else {
            self.tell_context(frame);
        }
        verdict
    }

    fn judge_array(&mut self, frame: &Frame, end: usize) -> Verdict {
        let all = |count: u32| count > 0 && count == frame.elements;
        let verdict = Verdict {
            fits: frame.fits,
            bare: frame.bare,
            record_fits: frame.record_fits,
            ..Verdict::default()
        };
        if all(frame.items) && frame.fits {
            self.candidate(frame, end, What::Errors);
        } else if all(frame.records) && frame.record_fits {
            self.candidate(frame, end, What::Records);
        }
        verdict
    }

    /// Returns the fault that an object with a `faultstring` is, if its code is one of SOAP's.
    fn fault(&self, facts: &Facts) -> Option<Fault> {
        let fault_string = self.text_of(facts.fault_string)?;
        let fault = Fault {
            message: self.text_of(facts.fault_message),
            code: self.text_of(facts.fault_code),
            fault_string: Some(fault_string),
        };
        let text = fault.fault_string.as_deref()?;
        let number = self.number_of(facts.fault_code).or(soap::coded(text)).or(soap::in_parentheses(text));
        let code = number.and_then(|number| Code::try_from(number).ok());
        code.is_some_and(|code| code.api() == Api::Soap).then_some(fault)
    }

    /// Adds a candidate in the place of those inside it.
    fn candidate(&mut self, frame: &Frame, end: usize, what: What) {
        self.candidates.truncate(frame.before);
        let is_inside = !self.frames.is_empty();
        let (range, is_plain) = (frame.start..end, frame.is_plain);
        self.candidates.push(Candidate { range, what, context: Context::default(), is_plain, is_inside });
    }

    /// Tells the candidates inside a record what it says of the exchange.
    fn tell_context(&mut self, frame: &Frame) {
        let facts = &frame.facts;
        let inside = frame.before < self.candidates.len();
        if !inside || (facts.status.is_none() && facts.request_id.is_none() && facts.host == Host::Untold) {
            return;
        }
        let status = facts.status.filter(|_| facts.has_body);
        let request_id = self.text_of(facts.request_id).map(String::into_boxed_str);
        let context = Context { status, request_id, host: facts.host };
        for candidate in &mut self.candidates[frame.before..] {
            candidate.context.fill(&context);
        }
    }
}

/// Tells whether a byte before a quotation mark is a prefix of Python's strings.
fn is_prefix(byte: u8) -> bool {
    matches!(byte, b'u' | b'b')
}

/// Reads a number, perhaps with a fraction of zeros.
fn number(content: &[u8]) -> Option<u32> {
    let digits = content.strip_suffix(b".0").unwrap_or(content);
    let is_number = !digits.is_empty() && digits.len() < 10 && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Tells whether a text has the form of Marketo's request ids.
fn is_request_id(content: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(content) else { return false };
    text.split_once('#').is_some_and(|(id, millis)| is_hex(id) && is_hex(millis))
}
